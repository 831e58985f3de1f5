-- Who may: the hub's keys, its desks, its open enrolments.

-- Keys, password hash, certificate, settings of the hub.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Times are milliseconds since 1970 UTC. `recorded` says what the ledger has been told of the desk:
-- 0 nothing, 1 that it was enrolled, 2 that it was revoked.
CREATE TABLE desks (
    desk        TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    profile     TEXT NOT NULL,
    public_key  TEXT NOT NULL,
    token_hash  TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at  BIGINT,
    met_at      BIGINT,
    release     TEXT NOT NULL DEFAULT '',
    outbox      BIGINT,
    clock       BIGINT,
    bound       BIGINT,
    recorded    INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX desks_by_token ON desks (token_hash) WHERE token_hash <> '';

CREATE TABLE enrolments (
    secret_hash TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    profile     TEXT NOT NULL,
    expires_at  BIGINT NOT NULL,
    taken_at    BIGINT
);
