"""Before an event is open: the four choices, and an event that cannot be opened."""
