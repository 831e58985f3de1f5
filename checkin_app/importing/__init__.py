"""How a roster file becomes rows of clean values, and those rows become facts."""
