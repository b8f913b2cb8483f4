"""Web pages: what they show, what they state about themselves, and which of it is the report."""
