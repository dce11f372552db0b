-- Raw messages that held something of an erased record: what lies of them elsewhere is removed, and lineage says so.
CREATE TABLE erased_message (
    no BIGINT NOT NULL PRIMARY KEY,
    source VARCHAR(200) NOT NULL,
    message_key ${ascii} NOT NULL,
    message VARCHAR NOT NULL,
    asked BIGINT NOT NULL
);
CREATE UNIQUE INDEX erased_message_key ON erased_message (source, message_key);
