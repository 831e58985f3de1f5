"""A check-in desk for large, multilingual forums; README.md beside this file is the map."""

__version__ = "0.1.0"
