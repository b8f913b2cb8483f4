"""What of a report is exported: one value, applied once, before any format sees the report."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from wirediff.align import Meetings
from wirediff.errors import UsageError
from wirediff.export.report import Findings, Report, StoryReport
from wirediff.kinds import Kind, Severity
from wirediff.model import Collation, Comparison, Difference, Note, Row, RowRelation, Side, Story
from wirediff.naming import tag

OPEN = "open"


class Choice(Struct, frozen=True):
    """Which versions, differences and notes are exported; an empty part leaves nothing out.

    `versions` are those set beside the base, by path, by file name or by tag ("V2"); the base always stays.
    `noted`: only differences with notes, and stories that have notes. `still_open`: nothing that a person has settled,
    which is every note that is no longer open, and a difference all of whose notes are settled.
    """

    kinds: frozenset[Kind] = frozenset()
    severities: frozenset[Severity] = frozenset()
    versions: tuple[str, ...] = ()
    noted: bool = False
    still_open: bool = False

    @property
    def narrows(self) -> bool:
        """Whether differences of the versions shown are left out; choosing versions leaves all that theirs have."""
        return bool(self.kinds or self.severities or self.noted or self.still_open)

    def passes(self, difference: Difference, notes: Sequence[Note]) -> bool:
        """Whether a difference with these notes is exported, its version apart."""
        if self.kinds and difference.kind not in self.kinds:
            return False
        if self.severities and difference.severity not in self.severities:
            return False
        if self.still_open and notes and not _any_open(notes):
            return False
        return bool(notes) or not self.noted


EVERYTHING = Choice()
"""Leaves nothing out."""


def chosen(report: Report, choice: Choice) -> Report:
    """What of `report` is exported. Raises UsageError for a version that no story has.

    Linear in the report. A row keeps its paragraphs, whichever of its differences are left out.
    """
    if choice == EVERYTHING:
        return report
    _known(report, choice.versions)
    parts = (_differences(part, choice) for story in report.stories for part in _versions(story, choice.versions))
    kept = tuple(part for part in parts if part.notes or not choice.noted)
    return replace(report, stories=kept, partial=choice.narrows)


def _differences(part: StoryReport, choice: Choice) -> StoryReport:
    kept = [(found, notes) for found, notes in part.annotated if choice.passes(found, notes)]
    ids = {note.id for _, notes in kept for note in notes}
    elsewhere = {note.id for _, notes in part.annotated for note in notes} - ids
    ledger = tuple(each for each in part.findings.ledger if not choice.kinds or each.kind in choice.kinds)
    told = [note for note in part.notes if note.id not in elsewhere and (not choice.still_open or note.status == OPEN)]
    shown = {note.id for note in told}
    return replace(
        part,
        comparison=part.comparison and replace(part.comparison, differences=tuple(found for found, _ in kept)),
        notes=tuple(told),
        on_differences=tuple(tuple(note for note in notes if note.id in shown) for _, notes in kept),
        partial=choice.narrows,
        findings=Findings() if choice.noted else replace(part.findings, ledger=ledger),
    )


def _any_open(notes: Sequence[Note]) -> bool:
    return any(note.status == OPEN for note in notes)


def _known(report: Report, wanted: Sequence[str]) -> None:
    for name in wanted:
        if not any(_matching(part.story, (name,)) for part in report.stories):
            versions = [version.path for part in report.stories for version in part.documents]
            there = f"; there are {', '.join(versions[:3])}{' and others' if len(versions) > 3 else ''}"
            raise UsageError(f"no story has a version {name!r}{there if versions else ''}", "or name one as V2")


def _matching(story: Story, wanted: Sequence[str]) -> list[int]:
    """Which versions of a story go by one of the names that are wanted."""
    found = []
    for number, document in enumerate(story.documents):
        names = {document.path, str(PurePath(document.path)), PurePath(document.path).name, tag(number)}
        if not names.isdisjoint(wanted) or tag(number) in map(str.upper, wanted):
            found.append(number)
    return found


def _versions(part: StoryReport, wanted: Sequence[str]) -> Iterator[StoryReport]:
    """The report on the base and the versions that are wanted; nothing where the story has none of them."""
    if not wanted:
        yield part
        return
    matching = _matching(part.story, wanted)
    kept = sorted({0, *matching})
    if not matching:
        return
    if len(kept) == len(part.documents):
        yield part
        return
    story = replace(part.story, versions=tuple(part.story.versions[number] for number in kept))
    if part.comparison is None or len(kept) == 1:
        yield StoryReport(story, None, part.notes)
        return
    stays = [found.against in kept for found in part.comparison.differences]
    on_differences = tuple(notes for notes, stay in zip(part.on_differences, stays, strict=True) if stay)
    here = {note.id for notes in on_differences for note in notes}
    gone = {note.id for _, notes in part.annotated for note in notes} - here
    notes = tuple(note for note in part.notes if note.id not in gone)
    paths = {document.path for document in story.documents}
    findings = _findings(part.findings, paths)
    yield StoryReport(story, _projected(part.comparison, kept), notes, on_differences, findings)


def _findings(findings: Findings, paths: set[str]) -> Findings:
    """What is found in some of the versions only; a name or a fact that stands there in one way is none."""
    names = []
    for entry in findings.names:
        variants = [
            replace(variant, places=tuple(place for place in variant.places if place.path in paths))
            for variant in entry.variants
        ]
        if sum(bool(variant.places) for variant in variants) > 1:
            names.append(replace(entry, variants=tuple(variant for variant in variants if variant.places)))
    facts = []
    for fact in findings.facts:
        values = tuple(value for value in fact.values if value.place.path in paths)
        if len(values) > 1:
            facts.append(replace(fact, values=values))
    ledger = []
    for each in findings.ledger:
        places = tuple(pair for pair in each.places if all(place.path in paths for place in pair))
        if places:
            ledger.append(replace(each, places=places))
    return Findings(tuple(names), tuple(ledger), tuple(facts))


def _projected(comparison: Comparison, kept: Sequence[int]) -> Comparison:
    """A comparison without the versions that are not kept, the others numbered anew; rows that are empty now go."""
    numbers = {version: number for number, version in enumerate(kept)}
    collation = comparison.collation
    meetings = Meetings(collation.rows)
    marked = {each.row for each in comparison.differences if each.against in numbers}
    places: dict[int | None, int | None] = {None: None}
    rows: list[Row] = []
    for index, row in enumerate(collation.rows):
        cells = tuple(row.cells[version] for version in kept)
        if index in marked or (any(cells) and not meetings.told_elsewhere(row, kept)):
            places[index] = len(rows)
            rows.append(_row(row, cells, numbers, [_texts(collation, row, version) for version in kept]))
    found = (
        replace(
            each,
            row=places[each.row],
            against=numbers[each.against],
            left=_side(each.left, numbers),
            right=_side(each.right, numbers),
        )
        for each in comparison.differences
        if each.against in numbers
    )
    versions = tuple(collation.versions[version] for version in kept)
    return Comparison(Collation(versions, collation.relation, tuple(rows)), tuple(found))


def _row(
    row: Row, cells: tuple[tuple[int, ...], ...], numbers: dict[int, int], texts: Sequence[tuple[str, ...]]
) -> Row:
    second = row.runner_up
    if second and {second.version, second.other_version} <= numbers.keys():
        second = replace(second, version=numbers[second.version], other_version=numbers[second.other_version])
    else:
        second = None
    relation = row.relation
    if sum(map(bool, cells)) < sum(map(bool, row.cells)):
        relation = _relation(row, texts)
    alone = relation is RowRelation.ONLY
    return replace(
        row,
        cells=cells,
        relation=relation,
        moved=row.moved and not alone,
        score=0.0 if alone else row.score,
        rests_on="" if alone else row.rests_on,
        runner_up=second,
    )


def _relation(row: Row, texts: Sequence[tuple[str, ...]]) -> RowRelation:
    from wirediff.align.rows import named

    filled = [cell for cell in texts if cell]
    if len(filled) < 2:
        return RowRelation.ONLY
    if len(set(filled)) == 1:
        return RowRelation.SAME
    return named(filled, row.relation is RowRelation.PARTIAL)


def _texts(collation: Collation, row: Row, version: int) -> tuple[str, ...]:
    return tuple(collation.versions[version].text_of(number) for number in row.cells[version])


def _side(side: Side | None, numbers: dict[int, int]) -> Side | None:
    return side and replace(side, version=numbers[side.version])
