-- ${ascii}: text that is compared byte by byte. ${bytes}: up to a megabyte.

CREATE SEQUENCE batch_seq AS BIGINT START WITH 1;
CREATE SEQUENCE quarantine_seq AS BIGINT START WITH 1;

-- Small dictionaries: a row of version names them by number.
CREATE TABLE sender (
    no INT NOT NULL PRIMARY KEY,
    source ${ascii} NOT NULL,
    tenant ${ascii} NOT NULL,
    UNIQUE (source, tenant)
);

CREATE TABLE area_ref (
    no INT NOT NULL PRIMARY KEY,
    code ${ascii} NOT NULL,
    valid_from ${ascii} NOT NULL,
    UNIQUE (code, valid_from)
);

CREATE TABLE record_type (
    no INT NOT NULL PRIMARY KEY,
    name ${ascii} NOT NULL,
    suffix ${ascii} NOT NULL,
    UNIQUE (name, suffix)
);

-- A message that brought at least one version; kept as long as its versions.
CREATE TABLE origin (
    no BIGINT NOT NULL PRIMARY KEY,
    message VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    received_at BIGINT NOT NULL,
    adapter VARCHAR NOT NULL,
    adapter_version VARCHAR NOT NULL
);

-- Every version of every record. vid = batch * 2^20 + ordinal; previous is the version of this record that came before,
-- so that a record's history needs no index.
CREATE TABLE version (
    vid BIGINT NOT NULL PRIMARY KEY,
    previous BIGINT,
    ref ${ascii} NOT NULL,
    major SMALLINT NOT NULL,
    sender INT NOT NULL,
    area INT,
    previous_area INT,
    time_second BIGINT NOT NULL,
    time_nano INT NOT NULL,
    time_offset INT NOT NULL,
    op SMALLINT NOT NULL,
    reason VARCHAR,
    version_key BIGINT,
    hash ${bytes} NOT NULL,
    late_at BIGINT,
    origin BIGINT NOT NULL,
    raw_position VARCHAR NOT NULL,
    notes VARCHAR,
    data ${bytes}
);

-- What each record is now: the only thing looked up when a change comes in. slot is computed from type and id; where
-- another record has it, the next free one is taken. Rows are never removed, else those behind would not be found. What is
-- kept of the record is packed (class CurrentRow): these rows lie in no order of arrival and are rewritten all the time.
CREATE TABLE current_record (
    slot BIGINT NOT NULL PRIMARY KEY,
    packed ${bytes} NOT NULL
);

-- The log: one row for each batch and type. position = first_position + (vid - first_vid).
CREATE TABLE feed_head (
    one SMALLINT NOT NULL PRIMARY KEY,
    epoch VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    oldest BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);

CREATE TABLE feed_segment (
    first_position BIGINT NOT NULL PRIMARY KEY,
    type ${ascii} NOT NULL,
    first_vid BIGINT NOT NULL,
    length INT NOT NULL,
    batch BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX feed_segment_type ON feed_segment (type, first_position);
CREATE INDEX feed_segment_batch ON feed_segment (batch);

-- Progress.
CREATE TABLE message (
    source ${ascii} NOT NULL,
    id ${ascii} NOT NULL,
    named BOOLEAN NOT NULL,
    taken BIGINT NOT NULL,
    done BOOLEAN NOT NULL,
    adapter_version VARCHAR NOT NULL,
    origin BIGINT,
    touched BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (source, id)
);
CREATE INDEX message_touched ON message (source, touched);

CREATE TABLE source_state (
    source ${ascii} NOT NULL PRIMARY KEY,
    checkpoint VARCHAR,
    stopped BOOLEAN NOT NULL,
    last_message VARCHAR
);

CREATE TABLE source_lease (
    source ${ascii} NOT NULL PRIMARY KEY,
    fence BIGINT NOT NULL,
    owner VARCHAR NOT NULL
);

-- Records that a message named so far, packed eight bytes each: one row a batch.
CREATE TABLE list_member (
    source ${ascii} NOT NULL,
    message ${ascii} NOT NULL,
    entry BIGINT NOT NULL,
    part INT NOT NULL,
    records ${bytes} NOT NULL,
    PRIMARY KEY (source, message, entry, part)
);

CREATE TABLE list_confirmation (
    source ${ascii} NOT NULL,
    type ${ascii} NOT NULL,
    gone BIGINT NOT NULL,
    total BIGINT NOT NULL,
    tenant ${ascii} NOT NULL,
    message VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    received_at BIGINT NOT NULL,
    adapter VARCHAR NOT NULL,
    adapter_version VARCHAR NOT NULL,
    PRIMARY KEY (source, type)
);

-- Pairs of slot and vid: who was changed since is not deleted any more.
CREATE TABLE list_gone (
    source ${ascii} NOT NULL,
    type ${ascii} NOT NULL,
    part INT NOT NULL,
    records ${bytes} NOT NULL,
    PRIMARY KEY (source, type, part)
);

CREATE TABLE quarantine (
    id BIGINT NOT NULL PRIMARY KEY,
    source ${ascii} NOT NULL,
    tenant ${ascii} NOT NULL,
    stage ${ascii} NOT NULL,
    type ${ascii},
    code ${ascii} NOT NULL,
    place VARCHAR NOT NULL,
    text_vi VARCHAR NOT NULL,
    text_en VARCHAR NOT NULL,
    message ${ascii} NOT NULL,
    message_name VARCHAR NOT NULL,
    raw_position VARCHAR NOT NULL,
    at BIGINT NOT NULL,
    raw_size BIGINT NOT NULL,
    raw_hash ${ascii} NOT NULL,
    raw_kept BOOLEAN NOT NULL,
    excerpt VARCHAR NOT NULL,
    adapter VARCHAR NOT NULL,
    adapter_version VARCHAR NOT NULL,
    waiting BOOLEAN NOT NULL
);
CREATE INDEX quarantine_message ON quarantine (source, message);
-- The same broken record is kept once, however often its source sends it.
CREATE INDEX quarantine_raw_form ON quarantine (source, raw_hash);

CREATE TABLE quarantine_raw (
    id BIGINT NOT NULL,
    part INT NOT NULL,
    content ${bytes} NOT NULL,
    PRIMARY KEY (id, part)
);

-- Patches whose record has not come yet; the row of the same id in quarantine says the rest.
CREATE TABLE orphan_patch (
    id BIGINT NOT NULL PRIMARY KEY,
    ref ${ascii} NOT NULL,
    part VARCHAR NOT NULL,
    content ${bytes} NOT NULL,
    sender INT NOT NULL,
    received_at BIGINT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX orphan_patch_ref ON orphan_patch (ref);

CREATE TABLE access_key (
    id ${ascii} NOT NULL PRIMARY KEY,
    name VARCHAR NOT NULL,
    digest ${ascii} NOT NULL UNIQUE,
    grants VARCHAR NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked BOOLEAN NOT NULL
);
