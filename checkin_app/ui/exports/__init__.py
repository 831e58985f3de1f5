"""The exports screen."""
