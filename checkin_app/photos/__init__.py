"""Photos: files in (sources), read as pictures, framed as portraits, matched to people."""
