"""Lists and dialogs for judging: differences, notes, links."""
