"""The preflight page: what would be wrong with badges, found before they are printed."""
