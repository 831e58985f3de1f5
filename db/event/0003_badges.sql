-- A badge's life: layouts, photos, the queue of this desk, what became of each badge.

-- Records take layouts too. Derived, so it may be made anew.
CREATE TABLE records_and_layouts (
    type   TEXT NOT NULL CHECK (
        type = 'category' OR type = 'delegation' OR type = 'session'
        OR type = 'checkpoint' OR type = 'rule' OR type = 'layout'
    ),
    id     TEXT NOT NULL,
    fields TEXT NOT NULL,
    PRIMARY KEY (type, id)
) STRICT, WITHOUT ROWID;
INSERT INTO records_and_layouts (type, id, fields) SELECT type, id, fields FROM records;
DROP TABLE records;
ALTER TABLE records_and_layouts RENAME TO records;

-- The one day on which a temporary badge's code counts; empty: on every day.
ALTER TABLE credentials ADD COLUMN day TEXT NOT NULL DEFAULT '';

-- `first_outcome` is what the print entry says, `outcome` and `words` what holds after all reports.
-- `former` are the codes that this paper replaces, as JSON.
ALTER TABLE prints ADD COLUMN first_outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN words TEXT NOT NULL DEFAULT '';
ALTER TABLE prints ADD COLUMN spoilt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE prints ADD COLUMN former TEXT NOT NULL DEFAULT '[]';
UPDATE prints SET first_outcome = outcome;
CREATE INDEX prints_by_printer ON prints (printer, door);

-- What was learned of a print afterwards. Outcome 'spoilt' is about the paper, not the job.
CREATE TABLE print_reports (
    id       TEXT PRIMARY KEY,
    print    TEXT NOT NULL,
    outcome  TEXT NOT NULL,
    words    TEXT NOT NULL,
    operator TEXT NOT NULL,
    at       INTEGER NOT NULL,
    door     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX print_reports_by_print ON print_reports (print);

CREATE TABLE handovers (
    id       TEXT PRIMARY KEY,
    delegate TEXT NOT NULL,
    code     TEXT NOT NULL,
    receiver TEXT NOT NULL,
    name     TEXT NOT NULL,
    verified INTEGER NOT NULL CHECK (verified = 0 OR verified = 1),
    operator TEXT NOT NULL,
    door     INTEGER NOT NULL,
    stream   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX handovers_by_delegate ON handovers (delegate);

-- Numbered one-day badges. Who has one is in credentials, from the day it is bound.
CREATE TABLE temporaries (
    code   TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    day    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX temporaries_by_day ON temporaries (day, number);
CREATE TABLE temporary_bindings (
    code     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    id       TEXT NOT NULL,
    delegate TEXT NOT NULL,
    day      TEXT NOT NULL,
    operator TEXT NOT NULL,
    door     INTEGER NOT NULL,
    PRIMARY KEY (code, at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX temporary_bindings_by_delegate ON temporary_bindings (delegate);

CREATE TABLE stock_counts (
    id       TEXT PRIMARY KEY,
    printer  TEXT NOT NULL,
    "left"   INTEGER NOT NULL,
    operator TEXT NOT NULL,
    at       INTEGER NOT NULL,
    door     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_counts_by_printer ON stock_counts (printer, at);

-- Pictures, named by what they are: "photo-" and half of their SHA-256.
CREATE TABLE photos (
    name TEXT PRIMARY KEY,
    jpeg BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- This installation's own queue: not derived, not exchanged.
CREATE TABLE jobs (
    id         TEXT PRIMARY KEY,
    printer    TEXT NOT NULL,
    layout     TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (
        state = 'queued' OR state = 'sending' OR state = 'sent' OR state = 'confirmed'
        OR state = 'written' OR state = 'failed' OR state = 'unknown' OR state = 'cancelled'
    ),
    words      TEXT NOT NULL DEFAULT '',
    attention  TEXT NOT NULL DEFAULT '',
    reason     TEXT NOT NULL,
    operator   TEXT NOT NULL,
    ordered_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    system_job TEXT NOT NULL DEFAULT '',
    pdf_sha256 TEXT NOT NULL DEFAULT '',
    tries      INTEGER NOT NULL DEFAULT 0,
    title      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX jobs_unfinished ON jobs (state, id)
    WHERE state = 'queued' OR state = 'sending' OR state = 'sent'
    OR state = 'failed' OR state = 'unknown';

-- `said` stands for all that the badge says of the person, `minted` marks a code made for this
-- badge, `print` is the entry of the latest try. No badge is twice on its way.
CREATE TABLE job_badges (
    job      TEXT NOT NULL REFERENCES jobs (id),
    place    INTEGER NOT NULL,
    delegate TEXT NOT NULL,
    code     TEXT NOT NULL,
    name     TEXT NOT NULL,
    said     TEXT NOT NULL,
    minted   INTEGER NOT NULL CHECK (minted = 0 OR minted = 1),
    print    TEXT NOT NULL DEFAULT '',
    live     INTEGER NOT NULL DEFAULT 1 CHECK (live = 0 OR live = 1),
    PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX job_badges_live ON job_badges (delegate) WHERE live = 1;
CREATE INDEX job_badges_by_delegate ON job_badges (delegate);
