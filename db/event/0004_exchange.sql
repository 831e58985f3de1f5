-- What desks learn of each other. A stream may have branches: where two entries were made under one
-- number, the one with the greater chain value goes on as a branch, named by the stream and the
-- first half of that chain value's hex digits.

-- `parent` and `base`: the line a branch left, and the last entry they share (0: not a branch).
-- `profile` and `cut` say what of a stream counts: its desk's profile (all: '*', nothing: ''), and
-- the last number that does. Derived.
ALTER TABLE streams ADD COLUMN parent INTEGER REFERENCES streams (no);
ALTER TABLE streams ADD COLUMN base INTEGER NOT NULL DEFAULT 0;
ALTER TABLE streams ADD COLUMN profile TEXT NOT NULL DEFAULT '*';
ALTER TABLE streams ADD COLUMN cut INTEGER;

-- Entries about who may; read again when one arrives. Derived, but never in the digest.
CREATE TABLE authority_entries (
    stream INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

-- Entries that are kept and folded as nothing, and why. Derived, but never in the digest.
CREATE TABLE unfolded (
    stream INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    why    TEXT NOT NULL CHECK (
        why = 'kind' OR why = 'shape' OR why = 'authority' OR why = 'fold'
    ),
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

-- Private parts that were erased for good and are dropped whenever they arrive. `stream` is an id.
CREATE TABLE erasures (
    stream TEXT NOT NULL,
    n      INTEGER NOT NULL,
    part   INTEGER NOT NULL,
    PRIMARY KEY (stream, n, part)
) STRICT, WITHOUT ROWID;

-- Pages that were not taken, and where they came from. This installation's own: not exchanged.
CREATE TABLE aside (
    id     TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    n      INTEGER NOT NULL,
    why    TEXT NOT NULL CHECK (
        why = 'chain' OR why = 'seal' OR why = 'shape' OR why = 'stream' OR why = 'size'
        OR why = 'fork' OR why = 'authority'
    ),
    source TEXT NOT NULL,
    at     INTEGER NOT NULL,
    page   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX aside_by_time ON aside (at);

-- Who was met, and what they knew then. This installation's own: not exchanged.
CREATE TABLE peers (
    id      TEXT PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind = 'hub' OR kind = 'desk' OR kind = 'bundle'),
    name    TEXT NOT NULL,
    vector  BLOB NOT NULL,
    met_at  INTEGER NOT NULL,
    "offset" INTEGER,
    bound   INTEGER,
    release TEXT NOT NULL
) STRICT, WITHOUT ROWID;
