"""Rows become differences: each pair of cells compared, each edit classified, cited and weighed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wirediff.align import Meetings
from wirediff.differ.actors import as_actors, with_trades
from wirediff.differ.bearers import with_bearers
from wirediff.differ.carve import Carver
from wirediff.differ.cell import Cell, cell
from wirediff.differ.detect import classify
from wirediff.differ.detect.carried import carried_by
from wirediff.differ.edits import Edit, edits, stretches
from wirediff.differ.elsewhere import Told, made_whole, set_apart, told_elsewhere
from wirediff.differ.joints import cut_at_joints
from wirediff.differ.learnt import with_learnt
from wirediff.differ.lists import with_lists
from wirediff.differ.moves import exposed, with_dates_apart, with_moves
from wirediff.differ.neighbours import Judged, with_neighbours
from wirediff.differ.pairing import pair_units
from wirediff.differ.passage import Passage, passage
from wirediff.differ.quoted import with_lone_quotations, with_marks_joined
from wirediff.differ.scene import Scene
from wirediff.differ.severity import severity
from wirediff.differ.together import told_together, with_function_words
from wirediff.differ.units import join_compounds
from wirediff.glossary import Glossary
from wirediff.kinds import Kind
from wirediff.model import HEADLINE, Collation, Difference, Document, Row, RowRelation, Side
from wirediff.naming import tag


def differences(collation: Collation, glossary: Glossary) -> tuple[Difference, ...]:
    """The differences of every row between the base and each other version, headlines first, then by row and place.

    Cost: quadratic in the words of a row that differ, linear in the rows. A collation of book length is shared out
    among processes, one a core, with the same result.
    """
    found: list[Difference] = []
    versions = collation.versions
    rules = with_learnt(glossary, versions)
    for version in range(1, len(versions)):
        if versions[0].headline and versions[version].headline:
            heads = Row(((HEADLINE,), *[(HEADLINE,)] * (len(versions) - 1)), RowRelation.EDITED)
            found += _Comparing(versions, None, heads, version, Meetings(()), rules).differences()
    if len(collation.rows) >= MANY_ROWS:
        from wirediff.differ.parallel import in_processes

        found += in_processes(collation, glossary)
    else:
        found += differences_of_rows(collation, 0, len(collation.rows), glossary)
    return tuple(found)


MANY_ROWS = 4_000
"""Rows from which starting processes is cheaper than doing without."""


def differences_of_rows(collation: Collation, first: int, last: int, glossary: Glossary) -> list[Difference]:
    """The differences of rows `first` to `last` (exclusive)."""
    found: list[Difference] = []
    meetings = Meetings(collation.rows)
    rules = with_learnt(glossary, collation.versions)
    for index in range(first, last):
        row = collation.rows[index]
        for version in range(1, len(collation.versions)):
            found += _Comparing(collation.versions, index, row, version, meetings, rules).differences()
    return found


class _Comparing:
    """The cells of the base and of one other version in a row."""

    def __init__(
        self,
        versions: Sequence[Document],
        index: int | None,
        row: Row,
        version: int,
        meetings: Meetings,
        glossary: Glossary,
    ) -> None:
        self._versions, self._index, self._row, self._version = versions, index, row, version
        self._meetings, self._glossary = meetings, glossary

    def differences(self) -> Iterator[Difference]:
        """What differs, in the order of the base's text."""
        ours, theirs = self._row.cells[0], self._row.cells[self._version]
        left, right = cell(self._versions, 0, ours), cell(self._versions, self._version, theirs)
        if left.texts == right.texts:
            return
        if not ours or not theirs:
            yield from self._whole(left if ours else right)
            return
        passages = passage(left, self._glossary), passage(right, self._glossary)
        told = (
            told_elsewhere(passages[0], left, passages[1], right, self._versions, self._meetings),
            told_elsewhere(passages[1], right, passages[0], left, self._versions, self._meetings),
        )
        found = between(*passages, *told)
        judged = [Judged(edit, *(self._moved(edit, *told) or classify(Scene(edit, *passages)))) for edit in found]
        for edit, kind, also, why in with_neighbours(judged, *passages):
            yield Difference(
                row=self._index,
                kind=kind,
                severity=severity(kind, also, self._glossary),
                why=why,
                left=_side(left, edit.left_start, edit.left_end),
                right=_side(right, edit.right_start, edit.right_end),
                also=also,
                against=self._version,
            )

    def _moved(
        self, edit: Edit, ours: Sequence[Told], theirs: Sequence[Told]
    ) -> tuple[Kind, tuple[Kind, ...], str] | None:
        """What is said of a sentence that the other version has in another row; None of anything else."""
        for (start, end), version, sentences in (
            ((edit.left_start, edit.left_end), self._version, ours),
            ((edit.right_start, edit.right_end), 0, theirs),
        ):
            for each in sentences:
                if start <= each.start and each.end <= end:
                    return Kind.ORDER, (), f"{tag(version)} has these words in P{each.paragraph}"
        return None

    def _is_told(self, version: int, paragraph: int, other: int) -> bool:
        """Whether a paragraph without an answer in this row has one in another, or was told to have none before."""
        answered = self._meetings.elsewhere(version, paragraph, other)
        return bool(answered) or (
            self._index is not None and not self._meetings.is_first(version, paragraph, self._index)
        )

    def _whole(self, only: Cell) -> Iterator[Difference]:
        """Paragraphs that the base or the other version has no answer to, here or in another row: each is one."""
        in_base = only.version == 0
        for number, start, text in zip(only.numbers, only.starts, only.texts, strict=True):
            if not text or self._is_told(only.version, number, self._version if in_base else 0):
                continue
            side = only.side(start, start + len(text))
            also = carried_by(passage(replace(only, numbers=(number,)), self._glossary))
            lacks = "this version" if in_base else "the base"
            yield Difference(
                row=self._index,
                kind=Kind.CONTENT,
                severity=severity(Kind.CONTENT, also, self._glossary),
                why=f"{lacks} has no paragraph that answers this one",
                left=side if in_base else None,
                right=None if in_base else side,
                also=also,
                against=self._version,
            )


def between(
    left: Passage, right: Passage, left_told: Sequence[Told] = (), right_told: Sequence[Told] = ()
) -> list[Edit]:
    """The edits between two passages, in the order of the left text, none over a joint.

    `left_told` and `right_told` are their sentences that stand in other rows. Swapping the passages swaps the spans and
    changes nothing else: ties are always broken from the same side.
    """
    if left.text > right.text:
        return sorted(
            (edit.mirrored for edit in between(right, left, right_told, left_told)), key=lambda edit: edit.left_start
        )
    joined = join_compounds(left.units, right.units, left.words)
    units = with_lone_quotations(left, right, joined[0]), with_lone_quotations(right, left, joined[1])
    units = made_whole(left, units[0], left_told), made_whole(right, units[1], right_told)
    carver = Carver(left, right, units)
    apart = stretches(len(units[0]), len(units[1]), pair_units(*as_actors(*units)))
    apart = [part for stretch in apart for part in set_apart(stretch, units)]
    apart, settled = with_bearers(told_together(apart, units, left.lexicon), units, left.lexicon)
    apart = [part for stretch in apart for part in ([stretch] if stretch in settled else carver.carve(stretch))]
    apart = with_function_words(with_dates_apart(apart, units), units, left.lexicon)
    cuts = exposed([stretch for stretch in apart if stretch not in settled], units)
    apart = [part for stretch in apart for part in cuts.get(stretch, [stretch])]
    found = edits(left.side(units[0]), right.side(units[1]), apart)
    found = with_marks_joined(list(cut_at_joints(found, left.joints, right.joints)), left, right)
    return with_trades(with_moves(with_lists(found, left, right)), left, right)


def _side(at: Cell, start: int, end: int) -> Side | None:
    return at.side(start, end) if start < end else None
