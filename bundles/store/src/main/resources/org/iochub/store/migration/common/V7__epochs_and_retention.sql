-- Names that the log had before it was restored from backups, each with the last position that is still the same.
CREATE TABLE feed_epoch (
    epoch ${ascii} NOT NULL PRIMARY KEY,
    last_position BIGINT NOT NULL,
    ended_at BIGINT NOT NULL
);

-- Types whose old versions are removed: a reader of the type must not be before oldest. Everything before swept is done.
CREATE TABLE feed_cut (
    type ${ascii} NOT NULL PRIMARY KEY,
    oldest BIGINT NOT NULL,
    swept BIGINT NOT NULL
);
