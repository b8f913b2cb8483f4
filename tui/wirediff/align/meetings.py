"""Where a paragraph meets another version: it may stand in several rows, and lacks an answer only if none has one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from wirediff.model import Row


class Meetings:
    """The paragraphs that stand in several rows of a table, and where each meets the other versions.

    Built once from all rows, linear in them.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        stands = Counter((version, n) for row in rows for version, cell in enumerate(row.cells) for n in cell)
        self._first: dict[tuple[int, int], int] = {}
        met: defaultdict[tuple[int, int, int], dict[int, None]] = defaultdict(dict)
        for index, row in enumerate(rows):
            for version, cell in enumerate(row.cells):
                for n in cell:
                    if stands[version, n] > 1:
                        self._first.setdefault((version, n), index)
                        for other, answers in enumerate(row.cells):
                            if other != version:
                                met[version, n, other].update(dict.fromkeys(answers))
        self._met = {place: tuple(sorted(answers)) for place, answers in met.items()}

    def elsewhere(self, version: int, paragraph: int, other: int, here: Collection[int] = ()) -> tuple[int, ...]:
        """The paragraphs of `other` that answer this one in rows that it stands in, those in `here` left out.

        Always () for a paragraph that stands in one row only: what answers it there is no elsewhere.
        """
        return tuple(n for n in self._met.get((version, paragraph, other), ()) if n not in here)

    def is_first(self, version: int, paragraph: int, index: int) -> bool:
        """Whether the row of this index is the first that the paragraph stands in."""
        return self._first.get((version, paragraph), index) == index

    def told_elsewhere(self, row: Row, versions: Collection[int]) -> bool:
        """Whether a row shows nothing new to those who see these versions only: it has one of them alone, whose
        paragraphs all meet another of them in other rows."""
        filled = [version for version in versions if row.cells[version]]
        return len(filled) == 1 and all(
            any(self.elsewhere(filled[0], n, other) for other in versions if other != filled[0])
            for n in row.cells[filled[0]]
        )
