"""Badges: what they say (subject), where it stands (layout), code images, the PDF (render)."""
