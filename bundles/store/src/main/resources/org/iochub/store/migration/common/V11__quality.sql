-- How good the data are: how far each authority's records are counted, and what was counted by day, source and type.
CREATE TABLE quality_place (
    tenant ${ascii} NOT NULL PRIMARY KEY,
    epoch VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    definitions VARCHAR NOT NULL,
    from_day ${ascii} NOT NULL,
    step BIGINT NOT NULL
);

-- counts: name=number, one after the other. changed: the step with which they last changed.
CREATE TABLE quality_day (
    tenant ${ascii} NOT NULL,
    on_day ${ascii} NOT NULL,
    source ${ascii} NOT NULL,
    type ${ascii} NOT NULL,
    definition VARCHAR NOT NULL,
    counts VARCHAR NOT NULL,
    changed BIGINT NOT NULL,
    PRIMARY KEY (tenant, on_day, source, type)
);

-- What was seen and counts once: units and spans of a day, contents with the record that had them first.
CREATE TABLE quality_mark (
    tenant ${ascii} NOT NULL,
    source ${ascii} NOT NULL,
    type ${ascii} NOT NULL,
    kind ${ascii} NOT NULL,
    what ${ascii} NOT NULL,
    on_day ${ascii} NOT NULL,
    owner ${ascii} NOT NULL,
    PRIMARY KEY (tenant, source, type, kind, what)
);

-- Refusals of a day are counted by the database.
CREATE INDEX quarantine_at ON quarantine (tenant, at);
