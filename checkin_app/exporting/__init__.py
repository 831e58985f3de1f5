"""What leaves the desk as tables: the rows of each export, and the files they are written to."""
