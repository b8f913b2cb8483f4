"""A cell: what one version says in one row, as a single text with a way back to its paragraphs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from wirediff.differ.once import once
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

    @once
    def texts(self) -> tuple[str, ...]:
        """The paragraphs' texts."""
        return tuple(self.document.text_of(number) for number in self.numbers)

    @once
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins in `text`."""
        return offsets(self.texts)

    @once
    def text(self) -> str:
        """All paragraphs as one text."""
        return JOINT.join(self.texts)

    def side(self, start: int, end: int) -> Side:
        """The span `start` to `end` of `text`, cited by its paragraph. It must not cover a joint."""
        index = max(place for place, begin in enumerate(self.starts) if begin <= start)
        offset = self.starts[index]
        return Side(self.version, self.numbers[index], start - offset, end - offset, self.text[start:end])


def offsets(texts: Sequence[str]) -> tuple[int, ...]:
    """Where each of several texts begins once they are joined."""
    return (0, *accumulate(len(text) + len(JOINT) for text in texts[:-1])) if texts else ()


def cell(documents: Sequence[Document], version: int, numbers: tuple[int, ...]) -> Cell:
    """The cell of a row: paragraphs `numbers` of `documents[version]`."""
    return Cell(version, documents[version], numbers)
