-- Each entry's hash covers the one before it. In audit_start stands what the first entry kept goes on from.
CREATE TABLE audit (
    no BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor ${ascii} NOT NULL,
    name VARCHAR NOT NULL,
    action ${ascii} NOT NULL,
    target VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    hash ${ascii} NOT NULL
);

CREATE TABLE audit_start (
    one SMALLINT NOT NULL PRIMARY KEY,
    no BIGINT NOT NULL,
    hash ${ascii} NOT NULL
);

INSERT INTO audit_start (one, no, hash) VALUES (1, 0, '');
