"""The hub: a desk without a scanner, with which desks exchange what they know."""
