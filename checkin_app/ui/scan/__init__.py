"""The scan screen."""
