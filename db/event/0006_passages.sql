-- Who passed where, answered from the index alone: one person may have passed very often.
DROP INDEX scans_by_delegate;
CREATE INDEX scans_by_delegate
    ON scans (delegate, checkpoint, decision, direction, stream, door, clock_offset)
    WHERE delegate IS NOT NULL;
