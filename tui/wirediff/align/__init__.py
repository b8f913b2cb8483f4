"""Versions become rows: which paragraph answers which."""

from wirediff.align.collate import collate

__all__ = ["collate"]
