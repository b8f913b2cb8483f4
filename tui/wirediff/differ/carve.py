"""Rewritten stretches cut into parts that can be explained one by one.

"told AFP that the jihadists" against "said the group's fighters" is two differences, an attribution and a label. A
stretch is cut where both sides hold an atom of one sort, where punctuation is answered by punctuation at either end,
and where two unlike statements merely stand in the same gap.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from wirediff.differ.atoms import Atom, Sort, atoms
from wirediff.differ.likeness import comparable
from wirediff.differ.passage import Passage, touching
from wirediff.differ.stretch import Stretch
from wirediff.differ.units import QUOTES, Unit

_T = TypeVar("_T")

_SPEAKER_AND_VERB = ({Sort.ACTOR, Sort.REPORT}, {Sort.TITLE, Sort.REPORT})

_ARTICLES = frozenset({"the", "a", "an"})
_SIDE_BY_SIDE = 8
_MOST_BESIDE = 3
_LONGEST_SPEAKER = 5
_RELATIVE = frozenset({"where", "which", "who", "whose", "when", "while", "as", "and", "but"})

LONGEST = 30
"""Words a side; a longer rewrite is one difference, its atoms no longer answer each other with any certainty."""


class Carver:
    """Cuts stretches of two passages, whose units are given with their compounds joined."""

    def __init__(self, left: Passage, right: Passage, units: tuple[Sequence[Unit], Sequence[Unit]]) -> None:
        self._passages = (left, right)
        self._units = units

    def carve(self, stretch: Stretch) -> list[Stretch]:
        """The parts of a stretch, in order on both sides; what they leave out of it is the same on both."""
        if max(stretch.sizes) < 2:
            return [stretch]
        parts = [piece for part in self._at_marks(stretch) for piece in self._side_by_side(part)]
        pieces = [piece for part in parts for piece in self._at_atoms(part)]
        return [piece for piece in pieces if not self._same(piece)]

    def _same(self, piece: Stretch) -> bool:
        ours, theirs = ([unit.text for unit in self._units[side][slice(*piece[side])]] for side in (0, 1))
        return ours == theirs

    def _side_by_side(self, stretch: Stretch) -> list[Stretch]:
        """A short stretch cut at the words that both sides have in it, where what is between them is as long on both.

        "dozens in eastern" against "scores in western" is two differences: no gap is worth one "in", but where word
        stands against word there is no rewriting.
        """
        if not 1 < min(stretch.sizes) <= max(stretch.sizes) <= _SIDE_BY_SIDE:
            return [stretch]
        left, right = (range(*span) for span in stretch)
        same = _answering(left, right, lambda a, b: self._units[0][a].text == self._units[1][b].text)
        if not same:
            return [stretch]
        bounds = [(stretch.left[0] - 1, stretch.right[0] - 1), *same, (stretch.left[1], stretch.right[1])]
        parts = [Stretch((a + 1, c), (b + 1, d)) for (a, b), (c, d) in pairwise(bounds)]
        if any(self._uneven(part) for part in parts) or not any(all(part.sizes) for part in parts):
            return [stretch]
        return [part for part in parts if any(part.sizes)]

    def _uneven(self, part: Stretch) -> bool:
        sizes = [sum(self._units[side][i].key not in _ARTICLES for i in range(*part[side])) for side in (0, 1)]
        return max(sizes) > _MOST_BESIDE or abs(sizes[0] - sizes[1]) > 1

    def _at_marks(self, stretch: Stretch) -> Iterator[Stretch]:
        """Punctuation at the beginning and at the end cut off, where both sides have some there."""
        (left, left_end), (right, right_end) = stretch
        heads = self._marks(0, left, left_end, 1), self._marks(1, right, right_end, 1)
        if all(heads) and (heads[0] < left_end - left or heads[1] < right_end - right):
            yield Stretch((left, left + heads[0]), (right, right + heads[1]))
            left, right = left + heads[0], right + heads[1]
        tails = self._marks(0, left, left_end, -1), self._marks(1, right, right_end, -1)
        if all(tails) and (tails[0] < left_end - left or tails[1] < right_end - right):
            yield Stretch((left, left_end - tails[0]), (right, right_end - tails[1]))
            left, right = left_end - tails[0], right_end - tails[1]
        yield Stretch((left, left_end), (right, right_end))

    def _marks(self, side: int, start: int, end: int, step: int) -> int:
        run = self._units[side][start:end][::step]
        return next((index for index, unit in enumerate(run) if not unit.is_mark), len(run))

    def _at_atoms(self, stretch: Stretch) -> list[Stretch]:
        if max(stretch.sizes) < 2:
            return [stretch]
        ours, theirs = (
            atoms(self._passages[side], self._units[side], *stretch[side], answering=self._labels(1 - side, stretch))
            for side in (0, 1)
        )
        parts = self._at_quotations(stretch, ours, theirs)
        if parts:
            return [piece for part in parts for piece in self._at_atoms(part)]
        if max(stretch.sizes) > LONGEST or self._all_quotations(stretch):
            return [stretch]
        return self._two_sided(stretch, ours, theirs) if all(stretch.sizes) else self._alone(stretch, ours or theirs)

    def _labels(self, side: int, stretch: Stretch) -> bool:
        """True where a charged term stands on a side."""
        start, end = stretch[side]
        units = self._units[side]
        return start < end and bool(touching(self._passages[side].charged, units[start].start, units[end - 1].end))

    def _at_quotations(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> list[Stretch]:
        """The stretch cut where a quotation begins and ends that the other side lacks; nothing if there is no such."""
        quoted = [[atom for atom in found if atom.sort is Sort.QUOTATION] for found in (ours, theirs)]
        if len(quoted[0]) == len(quoted[1]) == 1:
            return _cut(stretch, [(quoted[0][0], quoted[1][0])])
        if self._all_quotations(stretch):
            return []
        for side, found in enumerate(quoted):
            if found and stretch.sizes[side] > 1:
                return stretch.cut_out(side, found[0].start, found[0].end)
        return []

    def _all_quotations(self, stretch: Stretch) -> bool:
        return all(self._quotes(side, *stretch[side]) for side in (0, 1))

    def _quotes(self, side: int, start: int, end: int) -> bool:
        """True for a range that is one quotation from mark to mark."""
        units = self._units[side][start:end]
        if not units or (len(units) == 1 and units[0].fact != "quotation"):
            return False
        return units[0].fact == "quotation" or (units[0].text in QUOTES and units[-1].text in QUOTES)

    def _two_sided(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> list[Stretch]:
        tail = self._reporting_tail(stretch, ours, theirs)
        if tail:
            return [piece for part in tail for piece in self._at_atoms(part)]
        answers = _answering(*_certain(ours, theirs), _answers)
        if answers:
            parts = self._tidied(_cut(stretch, answers))
            return [piece for part in parts for piece in ([part] if all(part.sizes) else self._at_atoms(part))]
        if label := self._label(stretch, ours, theirs):
            return [piece for part in label for piece in self._at_atoms(part)]
        if self._unlike(stretch, ours, theirs) or self._is_report(stretch, ours, theirs):
            return stretch.apart()
        return [stretch]

    def _reporting_tail(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> list[Stretch]:
        """The stretch with ", the army said" at the end of one side cut off; nothing where both sides report."""
        if {Sort.REPORT} <= {atom.sort for atom in ours} & {atom.sort for atom in theirs}:
            return []
        for side, found in enumerate((ours, theirs)):
            start, end = stretch[side]
            reports = [atom for atom in found if atom.sort is Sort.REPORT]
            if not reports or self._content(side, reports[-1].end, end, found):
                continue
            comma = next((i for i in range(reports[-1].start - 1, start, -1) if self._units[side][i].text == ","), None)
            if comma is None or self._units[side][comma + 1].key in _RELATIVE:
                continue
            if reports[-1].start - comma <= _LONGEST_SPEAKER:
                return stretch.cut_out(side, comma, end)
        return []

    def _is_report(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> bool:
        """True where one side says who says it and nothing else, and the other is no report.

        A verb alone stands in the place of another: "rejected" against "threw out" is one difference.
        """
        for side, found, other in ((0, ours, theirs), (1, theirs, ours)):
            sorts = {atom.sort for atom in found}
            if stretch.sizes[side] == 1:
                continue
            if sorts == {Sort.REPORT} and Sort.REPORT not in {atom.sort for atom in other}:
                return not self._content(side, *stretch[side], found) and self._content(1 - side, *stretch[1 - side])
        return False

    def _alone(self, stretch: Stretch, found: list[Atom]) -> list[Stretch]:
        """A one-sided stretch that is nothing but atoms falls apart into them; a date at its beginning is cut off."""
        side = 0 if stretch.sizes[0] else 1
        start, end = stretch[side]
        if not found:
            return [stretch]
        if not self._content(side, start, end, found):
            cuts = [start, *(b.start for a, b in pairwise(found) if {a.sort, b.sort} not in _SPEAKER_AND_VERB), end]
        elif found[0].sort is Sort.DATE and not self._content(side, start, found[0].start):
            cuts = [start, found[0].end, end]
        else:
            return [stretch]
        empty = (stretch[1 - side][0],) * 2
        spans = [span for span in pairwise(cuts) if span[0] < span[1]]
        parts = [Stretch(span, empty) if side == 0 else Stretch(empty, span) for span in spans]
        return self._tidied(parts)

    def _label(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> list[Stretch]:
        """The stretch with a charged term cut out that nobody on the other side answers; nothing where there is none.

        Only of a rewrite: what one side adds as a whole is one difference, which carries the term.
        """
        if not all(self._content(side, *stretch[side]) for side in (0, 1)):
            return []
        for side, found in enumerate((ours, theirs)):
            for atom in found:
                if atom.charged and (atom.start, atom.end) != stretch[side] and self._alone_in_it(side, atom):
                    return stretch.cut_out(side, atom.start, atom.end)
        return []

    def _alone_in_it(self, side: int, atom: Atom) -> bool:
        """True where the other passage does not use the charged term of an atom anywhere."""
        units = self._units[side]
        used = touching(self._passages[side].charged, units[atom.start].start, units[atom.end - 1].end)
        return {use.term for use in used}.isdisjoint(use.term for use in self._passages[1 - side].charged)

    def _unlike(self, stretch: Stretch, ours: list[Atom], theirs: list[Atom]) -> bool:
        """True where each side states something and the two have nothing to do with each other."""
        if not ours or not theirs or {atom.sort for atom in ours} & {atom.sort for atom in theirs}:
            return False
        if Sort.ACTOR in {atom.sort for atom in (*ours, *theirs)}:
            return False
        return not self._content(0, *stretch.left, ours) and not self._content(1, *stretch.right, theirs)

    def _content(self, side: int, start: int, end: int, found: Sequence[Atom] = ()) -> bool:
        """True where the range has a word outside the atoms that is no function word."""
        inside = {index for atom in found for index in range(atom.start, atom.end)}
        units = self._units[side]
        return any(not units[i].is_mark and units[i].weight >= 1 for i in range(start, end) if i not in inside)

    def _tidied(self, parts: list[Stretch]) -> list[Stretch]:
        """The parts, those without a word of meaning joined to a neighbour."""
        made: list[Stretch] = []
        carried: Stretch | None = None
        for part in parts:
            if carried is not None:
                part = carried.to(part)
                carried = None
            if self._content(0, *part.left) or self._content(1, *part.right):
                made.append(part)
            elif made:
                made[-1] = made[-1].to(part)
            else:
                carried = part
        return [*made, carried] if carried is not None else made


def _answering(ours: Sequence[_T], theirs: Sequence[_T], answers: Callable[[_T, _T], bool]) -> list[tuple[_T, _T]]:
    """The longest list of items that answer each other in order (a common subsequence; the lists are short)."""
    table = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            table[i + 1][j + 1] = max(table[i][j] + 1 if answers(a, b) else 0, table[i][j + 1], table[i + 1][j])
    pairs: list[tuple[_T, _T]] = []
    i, j = len(ours), len(theirs)
    while i and j:
        if answers(ours[i - 1], theirs[j - 1]) and table[i][j] == table[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
            pairs.append((ours[i], theirs[j]))
        elif table[i - 1][j] == table[i][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _certain(ours: Sequence[Atom], theirs: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """The atoms without the places, where one side names more of them: it is not known which answers which."""
    counts = [sum(atom.sort is Sort.PLACE for atom in found) for found in (ours, theirs)]
    without = counts[0] != counts[1]
    kept = [[atom for atom in found if not (without and atom.sort is Sort.PLACE)] for found in (ours, theirs)]
    return kept[0], kept[1]


def _answers(a: Atom, b: Atom) -> bool:
    """Atoms of one sort; of two actors that are both named, the same one, and of two quantities, comparable ones."""
    if a.sort is not b.sort or (a.figure and b.figure and not comparable(a.figure, b.figure)):
        return False
    return not a.entity or not b.entity or a.entity == b.entity


def _cut(stretch: Stretch, answers: Sequence[tuple[Atom, Atom]]) -> list[Stretch]:
    parts: list[Stretch] = []
    left, right = stretch.left[0], stretch.right[0]
    for a, b in answers:
        parts.append(Stretch((left, a.start), (right, b.start)))
        parts.append(Stretch((a.start, a.end), (b.start, b.end)))
        left, right = a.end, b.end
    parts.append(Stretch((left, stretch.left[1]), (right, stretch.right[1])))
    return [part for part in parts if any(part.sizes)]
