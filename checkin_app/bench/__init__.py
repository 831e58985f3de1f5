"""Measurements of this build on this machine, each beside its floor in the same run."""
