"""Versions side by side, with what can be done there."""
