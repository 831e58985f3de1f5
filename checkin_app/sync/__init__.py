"""The exchange of ledgers: one protocol, for a hub, another desk, or a file on a stick."""
