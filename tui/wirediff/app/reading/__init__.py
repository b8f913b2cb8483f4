"""Reading one story: what lies open, the place in it, searching it, and where one was the last time."""
