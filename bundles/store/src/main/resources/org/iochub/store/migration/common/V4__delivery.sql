-- Webhooks, and how far each was delivered. revision grows with every change by a person: progress of what was under way
-- before such a change is not taken.
CREATE TABLE subscription (
    id ${ascii} NOT NULL PRIMARY KEY,
    owner ${ascii} NOT NULL,
    name VARCHAR NOT NULL,
    address VARCHAR NOT NULL,
    filter VARCHAR NOT NULL,
    batch INT NOT NULL,
    state ${ascii} NOT NULL,
    created_at BIGINT NOT NULL,
    secret VARCHAR NOT NULL,
    previous_secret VARCHAR,
    previous_until BIGINT,
    rate INT,
    grant_token ${ascii} NOT NULL,
    revision BIGINT NOT NULL,
    epoch VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    under_way BIGINT,
    attempts INT NOT NULL,
    last_success BIGINT,
    trouble_at BIGINT,
    trouble_vi VARCHAR,
    trouble_en VARCHAR,
    next_attempt BIGINT
);

CREATE TABLE tap_progress (
    name VARCHAR NOT NULL PRIMARY KEY,
    epoch VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    paused BOOLEAN NOT NULL
);
