"""Versions become rows: which paragraph answers which."""

from wirediff.align.collate import collate
from wirediff.align.constraints import Cell, Constraint, parse

__all__ = ["Cell", "Constraint", "collate", "parse"]
