-- What does not fit together once desks meet, what people decided of it, and who is one person.
-- All of it is derived: folded again from the entries.

-- The hub's clock less the desk's when the scan was made, and its error bound, in milliseconds; NULL:
-- never measured.
ALTER TABLE scans ADD COLUMN clock_offset INTEGER;
ALTER TABLE scans ADD COLUMN clock_bound INTEGER;

-- Whom the entry names, where that record was merged into another; `delegate` is that other one.
ALTER TABLE scans ADD COLUMN claimed TEXT;
ALTER TABLE credentials ADD COLUMN claimed TEXT;
ALTER TABLE prints ADD COLUMN claimed TEXT;
ALTER TABLE handovers ADD COLUMN claimed TEXT;

ALTER TABLE temporary_bindings ADD COLUMN stream INTEGER NOT NULL DEFAULT 1;
ALTER TABLE temporary_bindings ADD COLUMN clock_offset INTEGER;
ALTER TABLE temporary_bindings ADD COLUMN clock_bound INTEGER;
-- The bindings that this one puts aside, as JSON.
ALTER TABLE temporary_bindings ADD COLUMN replaces TEXT NOT NULL DEFAULT '[]';

-- Who said, and when, what happened to a code; `id` is the cause of a credential's change.
CREATE TABLE code_causes (
    id           TEXT PRIMARY KEY,
    stream       INTEGER NOT NULL,
    door         INTEGER NOT NULL,
    clock_offset INTEGER,
    clock_bound  INTEGER,
    operator     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People registered at a desk, and what tells those of one name apart, folded.
CREATE TABLE walk_ins (
    delegate     TEXT PRIMARY KEY,
    id           TEXT NOT NULL,
    at           INTEGER NOT NULL,
    stream       INTEGER NOT NULL,
    n            INTEGER NOT NULL,
    unlike       TEXT NOT NULL,
    name         TEXT NOT NULL DEFAULT '',
    delegation   TEXT NOT NULL DEFAULT '',
    organization TEXT NOT NULL DEFAULT '',
    birth_year   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX walk_ins_by_name ON walk_ins (name) WHERE name <> '';

-- What was said of two records that are one person, and what follows: who is no more, and as whom
-- they count.
CREATE TABLE merges (
    id       TEXT PRIMARY KEY,
    at       INTEGER NOT NULL,
    keep     TEXT NOT NULL,
    gone     TEXT NOT NULL,
    codes    TEXT NOT NULL CHECK (codes = 'both' OR codes = 'replace'),
    operator TEXT NOT NULL,
    door     INTEGER NOT NULL,
    stream   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merges_by_gone ON merges (gone);
CREATE INDEX merges_by_keep ON merges (keep);
CREATE TABLE merged (
    gone  TEXT PRIMARY KEY,
    keep  TEXT NOT NULL,
    codes TEXT NOT NULL CHECK (codes = 'both' OR codes = 'replace')
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_by_keep ON merged (keep);

-- `replaces` are the decisions that this one overrules, `effects` the entries that follow from it.
CREATE TABLE decisions (
    id       TEXT PRIMARY KEY,
    conflict TEXT NOT NULL,
    kind     TEXT NOT NULL,
    part     TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason   TEXT NOT NULL,
    operator TEXT NOT NULL,
    at       INTEGER NOT NULL,
    door     INTEGER NOT NULL,
    stream   INTEGER NOT NULL,
    entries  TEXT NOT NULL,
    people   TEXT NOT NULL,
    replaces TEXT NOT NULL,
    effects  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_conflict ON decisions (conflict);

-- `key` is what is looked at again when something about it changes, `part` what of it; `entries`, in
-- order, make the conflict; `people` are the delegates that it is about, both as JSON.
CREATE TABLE conflicts (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    key       TEXT NOT NULL,
    part      TEXT NOT NULL,
    entries   TEXT NOT NULL,
    people    TEXT NOT NULL,
    uncertain INTEGER NOT NULL CHECK (uncertain = 0 OR uncertain = 1),
    open      INTEGER NOT NULL CHECK (open = 0 OR open = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_by_key ON conflicts (key, kind);
CREATE INDEX conflicts_open ON conflicts (open) WHERE open = 1;

-- What was recorded before is folded again when the file is opened next.
INSERT INTO station (name, value) SELECT 'refold', '0005' WHERE EXISTS (SELECT 1 FROM entries);
