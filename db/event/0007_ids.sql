-- Which entry an id names. Of two entries with one id, which only a desk that means harm writes, the
-- first by stream and number counts everywhere, whichever came first. `family` are kinds that share
-- a table; scans, a family of their own, keep their ids in theirs.
CREATE TABLE fact_ids (
    id     TEXT NOT NULL,
    family TEXT NOT NULL,
    stream INTEGER NOT NULL,
    n      INTEGER NOT NULL,
    PRIMARY KEY (id, family)
) STRICT, WITHOUT ROWID;

-- What was recorded before is folded again when the file is opened next.
INSERT OR REPLACE INTO station (name, value)
SELECT 'refold', '0007' WHERE EXISTS (SELECT 1 FROM entries);
