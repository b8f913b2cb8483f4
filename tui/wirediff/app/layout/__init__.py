"""What stands on which line: sheets of passages, laid out in cells. Knows nothing of Textual."""
