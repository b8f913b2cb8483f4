"""Annotations that other programs wrote, after the W3C Web Annotation Data Model or nearly so, made notes of.

`reading` takes a file apart, `bodies` and `targets` say what an annotation says and is about, `placing` looks for its
words in the versions at hand, and `entries` makes entries of a journal of it, which are taken in like any others.
"""

from wirediff.notes.foreign.annotation import Annotation, Annotations, Target
from wirediff.notes.foreign.entries import Taken, entries_of
from wirediff.notes.foreign.reading import annotations_in

__all__ = ["Annotation", "Annotations", "Taken", "Target", "annotations_in", "entries_of"]
