"""The PDF: elements drawn, badges put on pages, pages written one after the other."""
