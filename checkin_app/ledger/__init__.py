"""The ledger: entries, their chain and seals, the hybrid clock and the fold rules; no SQL."""
