"""What its user has set: themes and their colours, keys, and what is remembered of choices made in the reader."""
