"""The rules of the check-in desk: pure values and decisions, standard library only."""
