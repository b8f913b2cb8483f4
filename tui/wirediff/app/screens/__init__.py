"""One screen, or one dialog, a file."""
