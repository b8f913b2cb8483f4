"""Versions become rows: which paragraph answers which."""

from wirediff.align.collate import collate
from wirediff.align.constraints import Cell, Constraint, check, contradict, parse
from wirediff.align.meetings import Meetings

__all__ = ["Cell", "Constraint", "Meetings", "check", "collate", "contradict", "parse"]
