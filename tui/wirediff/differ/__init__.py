"""Rows become differences: tokens, edits, one detector a kind."""

from wirediff.differ.rows import differences

__all__ = ["differences"]
