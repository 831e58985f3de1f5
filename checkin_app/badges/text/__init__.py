"""Text: fonts by script, both directions, words shaped, rows broken and fitted, fonts embedded."""
