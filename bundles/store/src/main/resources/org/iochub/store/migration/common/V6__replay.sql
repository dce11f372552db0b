-- What became of a refused record, and what its message's transport said, so that it can be read again as it came.
ALTER TABLE quarantine ADD COLUMN state ${ascii} DEFAULT 'open' NOT NULL;
ALTER TABLE quarantine ADD COLUMN settled_by VARCHAR;
ALTER TABLE quarantine ADD COLUMN settled_why VARCHAR;
ALTER TABLE quarantine ADD COLUMN settled_at BIGINT;
ALTER TABLE quarantine ADD COLUMN received_at BIGINT;
ALTER TABLE quarantine ADD COLUMN attributes VARCHAR;

CREATE INDEX quarantine_state ON quarantine (state, id);

-- Raw forms mended by hand; the original stays in quarantine_raw.
CREATE TABLE quarantine_mend (
    entry BIGINT NOT NULL,
    no INT NOT NULL,
    actor VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    hash ${ascii} NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (entry, no)
);

CREATE SEQUENCE replay_seq AS BIGINT START WITH 1;

CREATE TABLE replay (
    id BIGINT NOT NULL PRIMARY KEY,
    state ${ascii} NOT NULL,
    selection VARCHAR NOT NULL,
    rate INT NOT NULL,
    batch INT NOT NULL,
    actor VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    total BIGINT NOT NULL,
    recorded BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    outdated BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    impossible BIGINT NOT NULL,
    gone BIGINT NOT NULL
);

-- The entries of a job, settled when it begins; taken: how many changes of an entry that is a whole message are durable.
CREATE TABLE replay_item (
    replay BIGINT NOT NULL,
    entry BIGINT NOT NULL,
    source ${ascii} NOT NULL,
    outcome ${ascii} NOT NULL,
    taken BIGINT NOT NULL,
    accepted BIGINT NOT NULL,
    outdated BIGINT NOT NULL,
    code ${ascii},
    place VARCHAR,
    text_vi VARCHAR,
    text_en VARCHAR,
    adapter_version VARCHAR NOT NULL,
    at BIGINT,
    PRIMARY KEY (replay, entry)
);
CREATE INDEX replay_item_outcome ON replay_item (replay, outcome, entry);
