"""Versions become rows: which paragraph answers which."""

from wirediff.align.collate import collate
from wirediff.align.constraints import Cell, Constraint, check, contradict, parse

__all__ = ["Cell", "Constraint", "check", "collate", "contradict", "parse"]
