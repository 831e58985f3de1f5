-- Who may: the hub's keys, its desks, its open enrolments. In a file of its own beside the ledger's,
-- so that a command can write it while the hub serves.

-- Keys, password hash, certificate, settings of the hub.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Times are milliseconds since 1970 UTC. `recorded` says what the ledger has been told of the desk:
-- 0 nothing, 1 that it was enrolled, 2 that it was revoked.
CREATE TABLE desks (
    desk        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    profile     TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    token_hash  TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at  INTEGER,
    met_at      INTEGER,
    release     TEXT NOT NULL DEFAULT '',
    outbox      INTEGER,
    clock       INTEGER,
    bound       INTEGER,
    recorded    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX desks_by_token ON desks (token_hash) WHERE token_hash <> '';

CREATE TABLE enrolments (
    secret_hash TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    profile     TEXT NOT NULL,
    expires_at  INTEGER NOT NULL,
    taken_at    INTEGER
) STRICT, WITHOUT ROWID;
