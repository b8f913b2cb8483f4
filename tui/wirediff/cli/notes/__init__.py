"""The parts of `wirediff notes`; `commands/notes.py` puts them together."""
