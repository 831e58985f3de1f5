"""Reading codes: what a scanner sends, told from what a person types."""
