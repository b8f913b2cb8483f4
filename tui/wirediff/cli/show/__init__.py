"""What the commands print for people: plain text, and colour where a terminal takes it."""
