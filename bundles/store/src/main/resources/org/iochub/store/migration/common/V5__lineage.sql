-- From a message to its versions, and to the checkpoint that was kept with its last batch.
ALTER TABLE origin ADD COLUMN sender INT;
ALTER TABLE origin ADD COLUMN message_key ${ascii};
ALTER TABLE origin ADD COLUMN checkpoint VARCHAR;
CREATE INDEX origin_message ON origin (sender, message_key);

-- Batches with versions of a message, besides the one its number was taken from: most messages have no other.
CREATE TABLE origin_batch (
    origin BIGINT NOT NULL,
    batch BIGINT NOT NULL,
    PRIMARY KEY (origin, batch)
);
