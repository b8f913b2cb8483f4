"""Judging differences: the notes on them, where those stand now, which ones are listed, and links of the alignment."""
