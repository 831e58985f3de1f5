-- Which entry an id names. Of two entries with one id, which only a desk that means harm writes, the
-- first by stream and number counts everywhere, whichever came first. Scans keep theirs themselves.
CREATE TABLE fact_ids (
    id     TEXT PRIMARY KEY,
    stream INTEGER NOT NULL,
    n      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was recorded before is folded again when the file is opened next.
INSERT OR REPLACE INTO station (name, value)
SELECT 'refold', '0007' WHERE EXISTS (SELECT 1 FROM entries);
