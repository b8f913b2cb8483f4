"""A cell: what one version says in one row, as a single text with a way back to its paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from wirediff.model import Document, Side

JOINT = "\u2029"
"""Unicode's paragraph separator stands between the paragraphs of a cell; no difference ever covers one."""


@dataclass(frozen=True)
class Cell:
    """The paragraphs `numbers` of version `version`, in reading order.

    `text` is their texts with a joint between them; offsets into it are code points.
    """

    version: int
    document: Document
    numbers: tuple[int, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs' texts."""
        return tuple(self.document.text_of(number) for number in self.numbers)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in `text`."""
        places, place = [], 0
        for text in self.texts:
            places.append(place)
            place += len(text) + len(JOINT)
        return tuple(places)

    @cached_property
    def text(self) -> str:
        """All paragraphs as one text."""
        return JOINT.join(self.texts)

    @cached_property
    def joints(self) -> tuple[int, ...]:
        """The offsets of the joints in `text`."""
        return tuple(start - len(JOINT) for start in self.starts[1:])

    def side(self, start: int, end: int) -> Side:
        """The span `start` to `end` of `text`, cited by its paragraph. It must not cover a joint."""
        index = max(place for place, begin in enumerate(self.starts) if begin <= start)
        offset = self.starts[index]
        return Side(self.version, self.numbers[index], start - offset, end - offset, self.text[start:end])


def cell(documents: Sequence[Document], version: int, numbers: tuple[int, ...]) -> Cell:
    """The cell of a row: paragraphs `numbers` of `documents[version]`."""
    return Cell(version, documents[version], numbers)
