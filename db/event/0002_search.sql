-- The search index: derived from delegates, written whole at an import, corrected by a short list.
-- A key is a letter for the kind of word, then the word. Never read by SQL alone: store/search*.py.
CREATE TABLE search_state (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    base INTEGER NOT NULL,
    docs INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (only, base, docs) VALUES (1, 0, 0);

-- Who has a frequent word, or a word with a frequent beginning: a serialised bitmap of docs.
-- The key of a whole word ends with a space; a beginning whose words all go on alike is not there.
CREATE TABLE search_lists (
    key  TEXT PRIMARY KEY,
    docs BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- All other words in order, about a thousand in a row, one kind in a block: words a line (their
-- letter only in `first`), where the docs of each end (empty: one doc a word), the docs. Numbers
-- are 32 bits, little-endian.
CREATE TABLE search_blocks (
    first TEXT NOT NULL,
    no    INTEGER NOT NULL,
    words TEXT NOT NULL,
    ends  BLOB NOT NULL,
    docs  BLOB NOT NULL,
    PRIMARY KEY (first, no)
) STRICT, WITHOUT ROWID;

-- What changed since: all keys of one doc, separated by spaces (none: gone). The latest counts.
CREATE TABLE search_changes (
    change INTEGER PRIMARY KEY,
    doc    INTEGER NOT NULL,
    keys   TEXT NOT NULL
) STRICT;
