"""wirediff: versions of the same news-agency report side by side, their differences typed, explained and on record."""

__version__ = "0.1.0"
