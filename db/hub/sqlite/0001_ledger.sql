-- The hub's ledger, one event a file: what desks have said, byte for byte, and nothing derived.

CREATE TABLE events (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE
) STRICT;

-- A stream or a branch of one that was forked: `base` entries are its parent's, `head` is the last.
-- `version` grows with every change of the row, so the sum of all tells whether anything changed,
-- in whatever order transactions become visible. `branches` of a stream are counted in its own row,
-- which is the one that is locked.
CREATE TABLE streams (
    no         INTEGER PRIMARY KEY,
    event      INTEGER NOT NULL REFERENCES events (no),
    id         TEXT NOT NULL,
    origin     TEXT NOT NULL,
    parent     TEXT NOT NULL DEFAULT '',
    base       INTEGER NOT NULL DEFAULT 0,
    head       INTEGER NOT NULL DEFAULT 0,
    chain      BLOB NOT NULL CHECK (length(chain) = 32),
    public_key BLOB NOT NULL,
    desk       TEXT NOT NULL DEFAULT '',
    branches   INTEGER NOT NULL DEFAULT 0,
    version    INTEGER NOT NULL DEFAULT 0,
    UNIQUE (event, id)
) STRICT;
CREATE INDEX streams_by_origin ON streams (origin);

CREATE TABLE entries (
    stream INTEGER NOT NULL REFERENCES streams (no),
    n      INTEGER NOT NULL CHECK (n > 0),
    body   BLOB NOT NULL,
    chain  BLOB NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE privates (
    stream INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    body   BLOB NOT NULL,
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE seals (
    stream    INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

-- Private parts that were erased for good and are dropped whenever they arrive; by stream id.
CREATE TABLE erasures (
    stream TEXT NOT NULL,
    n      INTEGER NOT NULL,
    part   INTEGER NOT NULL,
    PRIMARY KEY (stream, n, part)
) STRICT, WITHOUT ROWID;

-- Pages that were not taken, as evidence; the oldest go when there are too many.
CREATE TABLE aside (
    id     TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    n      INTEGER NOT NULL,
    why    TEXT NOT NULL,
    source TEXT NOT NULL,
    at     INTEGER NOT NULL,
    page   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aside_by_time ON aside (at);
