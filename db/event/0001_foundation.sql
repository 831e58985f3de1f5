-- Closed lists are written with OR: with IN, SQLite builds a table of them at every row.

-- The ledger: what is true. Rows are never changed.
CREATE TABLE streams (
    no       INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    desk     TEXT NOT NULL DEFAULT '',
    desk_name TEXT NOT NULL DEFAULT '',
    public_key TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE entries (
    stream  INTEGER NOT NULL REFERENCES streams (no),
    n       INTEGER NOT NULL CHECK (n > 0),
    body    BLOB NOT NULL,
    chain   BLOB NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (stream, n)
) STRICT, WITHOUT ROWID;

-- What can be erased: the personal or secret parts of an entry, whose salted hashes the entry holds.
CREATE TABLE privates (
    stream  INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    body    BLOB NOT NULL,
    PRIMARY KEY (stream, n),
    FOREIGN KEY (stream, n) REFERENCES entries (stream, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE seals (
    stream    INTEGER NOT NULL,
    n         INTEGER NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    PRIMARY KEY (stream, n),
    FOREIGN KEY (stream, n) REFERENCES entries (stream, n)
) STRICT, WITHOUT ROWID;

-- This installation's own knowledge: which desk writes here. Not derived, not exchanged.
CREATE TABLE station (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived from here on: dropped and folded again on demand.
CREATE TABLE event (
    id        TEXT PRIMARY KEY,
    name      TEXT NOT NULL,
    name_vi   TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    timezone  TEXT NOT NULL,
    tag       TEXT NOT NULL CHECK (length(tag) = 3),
    secret    TEXT NOT NULL,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Records that are small in number: categories, delegations, sessions, checkpoints, rules.
CREATE TABLE records (
    type   TEXT NOT NULL CHECK (
        type = 'category' OR type = 'delegation' OR type = 'session'
        OR type = 'checkpoint' OR type = 'rule'
    ),
    id     TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delegates (
    doc          INTEGER PRIMARY KEY,
    id           TEXT NOT NULL,
    name         TEXT NOT NULL DEFAULT '',
    given_name   TEXT NOT NULL DEFAULT '',
    own_name     TEXT NOT NULL DEFAULT '',
    honorific    TEXT NOT NULL DEFAULT '',
    position     TEXT NOT NULL DEFAULT '',
    organization TEXT NOT NULL DEFAULT '',
    department   TEXT NOT NULL DEFAULT '',
    delegation   TEXT NOT NULL DEFAULT '',
    country      TEXT NOT NULL DEFAULT '',
    category     TEXT NOT NULL DEFAULT '',
    email        TEXT NOT NULL DEFAULT '',
    phone        TEXT NOT NULL DEFAULT '',
    birth_year   INTEGER,
    language     TEXT NOT NULL DEFAULT '',
    seat         TEXT NOT NULL DEFAULT '',
    notes        TEXT NOT NULL DEFAULT '',
    attention    TEXT NOT NULL DEFAULT '',
    photo        TEXT NOT NULL DEFAULT '',
    external_id  TEXT NOT NULL DEFAULT '',
    hold         INTEGER NOT NULL DEFAULT 0,
    standing     TEXT NOT NULL DEFAULT 'accredited'
        CHECK (standing = 'accredited' OR standing = 'not_accredited' OR standing = 'withdrawn'),
    -- The entry that listed this person, where an import did.
    list_stream  INTEGER,
    list_n       INTEGER
) STRICT;
CREATE UNIQUE INDEX delegates_by_id ON delegates (id);
CREATE INDEX delegates_by_delegation ON delegates (delegation);
CREATE INDEX delegates_by_standing ON delegates (standing) WHERE standing <> 'accredited';

-- Where the other entries about one record are, so that it can be folded again alone.
CREATE TABLE mentions (
    subject TEXT NOT NULL,
    stream  INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY (subject, stream, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE credentials (
    code      TEXT NOT NULL,
    delegate  TEXT NOT NULL,
    status    TEXT NOT NULL DEFAULT 'active'
        CHECK (status = 'active' OR status = 'replaced' OR status = 'revoked'),
    issued_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX credentials_by_code ON credentials (code);
CREATE INDEX credentials_by_delegate ON credentials (delegate);

-- What happened to a code after it was issued; `cause` is the entry that says so.
CREATE TABLE credential_changes (
    code   TEXT NOT NULL,
    cause  TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status = 'replaced' OR status = 'revoked'),
    PRIMARY KEY (code, cause)
) STRICT, WITHOUT ROWID;

CREATE TABLE scans (
    id         TEXT PRIMARY KEY,
    delegate   TEXT,
    checkpoint TEXT NOT NULL,
    direction  TEXT NOT NULL CHECK (direction = 'in' OR direction = 'out'),
    door       INTEGER NOT NULL,
    decision   TEXT NOT NULL
        CHECK (decision = 'admit' OR decision = 'refuse' OR decision = 'refer'),
    reason     TEXT NOT NULL,
    code       TEXT NOT NULL,
    operator   TEXT NOT NULL,
    stream     INTEGER NOT NULL,
    n          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scans_by_delegate ON scans (delegate, checkpoint) WHERE delegate IS NOT NULL;

-- Overrides and undos: facts that name the fact they overrule.
CREATE TABLE rulings (
    id       TEXT PRIMARY KEY,
    target   TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind = 'override' OR kind = 'undo'),
    reason   TEXT NOT NULL,
    operator TEXT NOT NULL,
    door     INTEGER NOT NULL,
    stream   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rulings_by_target ON rulings (target);

-- Who was let through where: one row a delegate and checkpoint that admitted them.
CREATE TABLE attendance (
    delegate   TEXT NOT NULL,
    checkpoint TEXT NOT NULL,
    first_scan TEXT NOT NULL,
    first_at   INTEGER NOT NULL,
    last_at    INTEGER NOT NULL,
    inside     INTEGER NOT NULL CHECK (inside = 0 OR inside = 1),
    passages   INTEGER NOT NULL,
    PRIMARY KEY (delegate, checkpoint)
) STRICT, WITHOUT ROWID;

CREATE TABLE prints (
    id       TEXT PRIMARY KEY,
    delegate TEXT NOT NULL,
    code     TEXT NOT NULL,
    layout   TEXT NOT NULL,
    printer  TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    reason   TEXT NOT NULL,
    operator TEXT NOT NULL,
    door     INTEGER NOT NULL,
    stream   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX prints_by_delegate ON prints (delegate);
