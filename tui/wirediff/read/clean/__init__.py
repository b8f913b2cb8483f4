"""What a reader gives becomes a Document: fields, body paragraphs, and what is left out with the reason."""

from wirediff.read.clean.cleaner import clean

__all__ = ["clean"]
