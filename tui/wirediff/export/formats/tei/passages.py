"""A story as paragraphs with an apparatus: one for the headlines and one for each row."""

from collections.abc import Iterator, Sequence

from wirediff.export.formats.tei.apparatus import Reading, parted
from wirediff.export.formats.tei.notes import Notes
from wirediff.export.pieces import Span, spans
from wirediff.export.report import StoryReport
from wirediff.export.segments import JOINT, Segment, segments, xml_text
from wirediff.export.xmltext import element, pointers, text
from wirediff.model import HEADLINE, Difference
from wirediff.naming import language, tag

_Cells = Sequence[tuple[int, ...]]


class Passages:
    """The passages of a story. `prefix` stands before every name that is given out, so that stories do not clash."""

    def __init__(self, part: StoryReport, prefix: str) -> None:
        self._documents = part.documents
        self._rows = part.comparison.collation.rows if part.comparison else ()
        self._found = list(part.annotated)
        self._spans = spans(part)
        self._prefix = prefix
        self._by_row: dict[int | None, list[int]] = {}
        for index, (difference, _) in enumerate(self._found):
            self._by_row.setdefault(difference.row, []).append(index)
        self._told: set[int] = set()
        self.notes = Notes(part, prefix)

    def sigil(self, version: int) -> str:
        """The name of a version as a witness."""
        return f"{self._prefix}{tag(version)}"

    def lines(self) -> Iterator[str]:
        """The headlines, then a paragraph a row; milestones say which paragraph of its own a witness begins there."""
        headed = [(HEADLINE,) if document.headline else () for document in self._documents]
        if any(headed):
            yield element("head", self._passage(None, headed))
        alone: Sequence[_Cells] = [((each.n,),) for each in self._documents[0].paragraphs]
        rows: Sequence[_Cells] = [row.cells for row in self._rows] if self._rows else alone
        for index, cells in enumerate(rows):
            yield element("p", self._passage(index, cells), n=str(index + 1))
        if not rows:
            yield element("p")

    def _passage(self, row: int | None, cells: _Cells) -> str:
        present = [version for version, cell in enumerate(cells) if cell]
        absent = [version for version, cell in enumerate(cells) if not cell]
        counted = _Milestones(self, cells)
        opened = "".join(counted.next(version) for version in present) if row is not None else ""
        here = self._by_row.get(row, ()) if cells[0] else ()
        lacking = [index for index in here if self._found[index][0].against in absent]
        made = opened + self._parted(row, cells, present, counted)
        if absent and cells[0]:
            lemma = element("lem", made, wit=self._wit(present))
            made = element("app", lemma + self._reading(Reading("", tuple(absent), tuple(lacking)), "rdg", counted))
            made = made.removesuffix("</app>") + self._notes(lacking) + "</app>"
        left = [index for index in self._by_row.get(row, ()) if index not in self._told]
        return made + self._notes(left) + self.notes.at(row)

    def _parted(self, row: int | None, cells: _Cells, present: Sequence[int], counted: "_Milestones") -> str:
        base, base_spans = self._whole(row, 0, cells[0])
        others: dict[int, list[Segment]] = {}
        for version in range(1, len(cells)):
            if version in present or not cells[0]:
                theirs, their_spans = self._whole(row, version, cells[version])
                ours = [span for span in base_spans if self._found[span.difference][0].against == version]
                others[version] = segments(base, theirs, ours, their_spans)
        return "".join(self._piece(readings, counted) for readings in parted(base, others))

    def _whole(self, row: int | None, version: int, cell: tuple[int, ...]) -> tuple[str, list[Span]]:
        """The paragraphs of a cell as one text, with its differences."""
        whole, found = "", []
        for number in cell:
            whole += JOINT if whole else ""
            for start, end, difference in self._spans.get((row, version, number), ()):
                found.append(Span(len(whole) + start, len(whole) + end, difference))
            whole += xml_text(self._documents[version].text_of(number))
        return whole, found

    def _piece(self, readings: Sequence[Reading], counted: "_Milestones") -> str:
        if len(readings) == 1 and not readings[0].differences:
            return counted.marked(readings[0].text, readings[0].witnesses)
        told = [index for reading in readings for index in reading.differences]
        entries = [self._reading(each, "rdg" if number else "lem", counted) for number, each in enumerate(readings)]
        return element("app", "".join(entries) + self._notes(told))

    def _reading(self, reading: Reading, name: str, counted: "_Milestones") -> str:
        found = [self._found[index][0] for index in reading.differences]
        said = [f"kind.{kind}" for each in found for kind in (each.kind, *each.also)]
        said += [f"severity.{each.severity}" for each in found]
        return element(
            name,
            counted.marked(reading.text, reading.witnesses),
            wit=self._wit(reading.witnesses),
            type=found[0].kind if found else "",
            ana=pointers(said),
            corresp=pointers(self._ident(index) for index in reading.differences),
            xml_lang=self._language(reading.witnesses),
        )

    def _language(self, versions: Sequence[int]) -> str:
        """The language of a reading where it is another than that of the text, which is the base's."""
        spoken = {language(self._documents[version]) for version in versions}
        other = spoken.pop() if len(spoken) == 1 else ""
        return "" if other == language(self._documents[0]) else other

    def _wit(self, versions: Sequence[int]) -> str:
        return pointers(map(self.sigil, versions))

    def _ident(self, index: int) -> str:
        return f"{self._prefix}d{index + 1}"

    def _notes(self, differences: Sequence[int]) -> str:
        """The reasons of differences that have not been told yet, with the notes of people on them."""
        made = []
        for index in dict.fromkeys(differences):
            if index not in self._told:
                self._told.add(index)
                difference, notes = self._found[index]
                made.append(self._reason(index, difference))
                made.append(self.notes.about(notes))
        return "".join(made)

    def _reason(self, index: int, difference: Difference) -> str:
        said = text(f"{difference.severity} {difference.kind}: {difference.why}")
        return element("note", said, xml_id=self._ident(index), type="difference")


class _Milestones:
    """Marks where a paragraph of a witness begins; a joint in a text is the next paragraph of all who read it."""

    def __init__(self, passages: Passages, cells: _Cells) -> None:
        self._passages = passages
        self._ahead = {version: iter(cell) for version, cell in enumerate(cells)}

    def next(self, version: int) -> str:
        number = next(self._ahead[version])
        return element("milestone", unit="paragraph", n=str(number), edRef=f"#{self._passages.sigil(version)}")

    def marked(self, content: str, witnesses: Sequence[int]) -> str:
        first, *rest = content.split(JOINT)
        return text(first) + "".join("".join(map(self.next, witnesses)) + text(each) for each in rest)
