-- The hub's ledger: what desks have said, byte for byte, and nothing derived.

CREATE TABLE events (
    no INTEGER PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    id TEXT NOT NULL UNIQUE
);

-- A stream or a branch of one that was forked: `base` entries are its parent's, `head` is the last.
-- `version` grows with every change of the row, so the sum of all tells whether anything changed,
-- in whatever order transactions become visible. `branches` of a stream are counted in its own row,
-- which is the one that is locked.
CREATE TABLE streams (
    no         INTEGER PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
    event      INTEGER NOT NULL REFERENCES events (no),
    id         TEXT NOT NULL,
    origin     TEXT NOT NULL,
    parent     TEXT NOT NULL DEFAULT '',
    base       BIGINT NOT NULL DEFAULT 0,
    head       BIGINT NOT NULL DEFAULT 0,
    chain      BYTEA NOT NULL CHECK (octet_length(chain) = 32),
    public_key BYTEA NOT NULL,
    desk       TEXT NOT NULL DEFAULT '',
    branches   INTEGER NOT NULL DEFAULT 0,
    version    BIGINT NOT NULL DEFAULT 0,
    UNIQUE (event, id)
) WITH (fillfactor = 50);
CREATE INDEX streams_by_origin ON streams (event, origin);

-- Each event has a partition of its own, made when it is founded.
CREATE TABLE entries (
    event  INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    n      BIGINT NOT NULL CHECK (n > 0),
    body   BYTEA NOT NULL,
    chain  BYTEA NOT NULL CHECK (octet_length(chain) = 32),
    PRIMARY KEY (event, stream, n)
) PARTITION BY LIST (event);

CREATE TABLE privates (
    stream INTEGER NOT NULL,
    n      BIGINT NOT NULL,
    body   BYTEA NOT NULL,
    PRIMARY KEY (stream, n)
);

CREATE TABLE seals (
    stream    INTEGER NOT NULL,
    n         BIGINT NOT NULL,
    signature BYTEA NOT NULL CHECK (octet_length(signature) = 64),
    PRIMARY KEY (stream, n)
);

-- Private parts that were erased for good and are dropped whenever they arrive; by stream id.
CREATE TABLE erasures (
    stream TEXT NOT NULL,
    n      BIGINT NOT NULL,
    part   INTEGER NOT NULL,
    PRIMARY KEY (stream, n, part)
);

-- Pages that were not taken, as evidence; the oldest go when there are too many.
CREATE TABLE aside (
    id     TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    n      BIGINT NOT NULL,
    why    TEXT NOT NULL,
    source TEXT NOT NULL,
    at     BIGINT NOT NULL,
    page   BYTEA NOT NULL
);
CREATE INDEX aside_by_time ON aside (at);
