-- Jobs that read archived messages again; their entries are messages, numbered from 1 in each job.
ALTER TABLE replay ADD COLUMN kind ${ascii} DEFAULT 'replay' NOT NULL;
ALTER TABLE replay ADD COLUMN source ${ascii};
ALTER TABLE replay ADD COLUMN type ${ascii};
ALTER TABLE replay ADD COLUMN from_at BIGINT;
ALTER TABLE replay ADD COLUMN until_at BIGINT;
ALTER TABLE replay ADD COLUMN dry_run BIGINT;
ALTER TABLE replay ADD COLUMN adapter_version VARCHAR;
ALTER TABLE replay ADD COLUMN listed_to ${ascii};
ALTER TABLE replay ADD COLUMN listed BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE replay ADD COLUMN report ${bytes};

ALTER TABLE replay_item ADD COLUMN message VARCHAR;
ALTER TABLE replay_item ADD COLUMN archive_place ${ascii};

-- What a dry run made of records that would change, so that each counts once; removed when the job ends.
CREATE TABLE renormalise_made (
    replay BIGINT NOT NULL,
    record BIGINT NOT NULL,
    hash ${bytes} NOT NULL,
    PRIMARY KEY (replay, record)
);
