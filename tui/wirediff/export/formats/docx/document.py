"""The text of the document: for every pair of versions one text, what goes and what comes tracked in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from wirediff.export.excerpt import brief
from wirediff.export.formats.docx.comments import LONGEST_NAME, SPACE, Comments, note_paragraphs, ranged
from wirediff.export.formats.docx.passages import Mark, Marks, Passage, passages
from wirediff.export.formats.docx.runs import leftward, paragraph, plain, run
from wirediff.export.formats.docx.script import Unit, script
from wirediff.export.noted import moment
from wirediff.export.pieces import Span, spans
from wirediff.export.placed import placed
from wirediff.export.report import Report, StoryReport
from wirediff.export.segments import JOINT, Segment, segments, xml_text
from wirediff.export.xmltext import element
from wirediff.model import HEADLINE, Note
from wirediff.naming import language, tag, version_names

_Change = Literal["", "w:del", "w:ins"]
_ON: Mapping[_Change, tuple[int, ...]] = {"": (0, 1), "w:del": (0,), "w:ins": (1,)}
"""The sides that a text is on: the base, the other version, or both."""


class Document:
    """The document of a report. Its `comments` are complete once the body has been made."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self.comments = Comments()
        self._revisions = 0

    def body(self) -> str:
        """The main part of the package."""
        lines = [line for part in self._report.stories for line in self._story(part)]
        content = "".join(lines) or element("w:p")
        return element("w:document", element("w:body", content), **{"xmlns:w": SPACE})

    def _story(self, part: StoryReport) -> Iterator[str]:
        yield plain(part.story.headline or "Without a headline", "Heading1")
        names = version_names(part.documents)
        for number, document in enumerate(part.documents):
            yield plain(f"{tag(number)}: {names[number]}, {document.path}", "Version")
        about = {note.id for notes in part.on_differences for note in notes}
        elsewhere = [(note, list(passages(note, part))) for note in part.notes if note.id not in about]
        compared = len(part.documents) > 1
        for note, places in elsewhere:
            if not places or not compared:
                yield from _told(note, part)
        apart = [(note, places) for note, places in elsewhere if places and compared]
        for other in range(1, len(part.documents)):
            yield plain(f"{tag(other)} against {tag(0)}", "Heading2")
            here = [(note, place) for note, places in apart for place in places[:1] if place.version in (0, other)]
            apart = [each for each in apart if each[1][0].version not in (0, other)]
            yield from _Pair(self, part, other, names[other], here).paragraphs()
            yield element("w:p")  # what goes at the end of a text would otherwise take the next heading along

    def revision(self, change: _Change, content: str, author: str) -> str:
        """Something that goes or comes, as a tracked change; as it is where nothing changes."""
        if not change:
            return content
        self._revisions += 1
        return element(change, content, w_id=str(self._revisions), w_author=author)


class _Pair:
    """The base and one other version as one text."""

    def __init__(
        self, document: Document, part: StoryReport, other: int, author: str, noted: Sequence[tuple[Note, Passage]]
    ) -> None:
        self._document, self._author = document, xml_text(author)[:LONGEST_NAME]
        self._versions = part.documents[0], part.documents[other]
        self._numbers = 0, other
        rows = part.comparison.collation.rows if part.comparison else ()
        self._script = script(rows, other, (len(self._versions[0].paragraphs), len(self._versions[1].paragraphs)))
        self._found = list(part.annotated)
        self._spans = self._by_paragraph(part, other)
        self._told: set[int] = set()
        self._noted: set[str] = set()
        self._passages: dict[tuple[int, int], list[tuple[Note, Passage]]] = {}
        for note, place in noted:
            self._passages.setdefault((place.version, place.paragraph), []).append((note, place))

    def _by_paragraph(self, part: StoryReport, other: int) -> Mapping[tuple[int, int], list[Span]]:
        """The spans of this pair by version and paragraph, whichever row they stand in."""
        found: dict[tuple[int, int], list[Span]] = {}
        for (_, version, number), some in spans(part).items():
            mine = [span for span in some if self._found[span.difference][0].against == other]
            found.setdefault((version, number), []).extend(mine)
        return found

    def paragraphs(self) -> Iterator[str]:
        """The headline, then the text."""
        heads = [(HEADLINE,) if version.headline else () for version in self._versions]
        if any(heads):
            yield from self._unit(Unit(heads[0], heads[1]), "Headline")
        for unit in self._script:
            yield from self._unit(unit, "")

    def _unit(self, unit: Unit, style: str) -> Iterator[str]:
        (left, ours), (right, theirs) = (self._whole(side, numbers) for side, numbers in enumerate(unit))
        beside = self._tellable(span.difference for span in [*ours, *theirs])
        change: _Change = "" if unit.left and unit.right else "w:del" if unit.left else "w:ins"
        back = leftward(left or right)
        line = _Line(self._marks(unit), [0, 0])
        for segment in segments(left, right, ours, theirs):
            for which, content in _sides(segment):
                first, *rest = content.split(JOINT)
                line.runs += self._runs(first, which, segment.differences, line)
                for each in rest:
                    yield self._paragraph(line.runs, which, style, back)
                    line.pass_over(which, 1)
                    line.runs = self._runs(each, which, segment.differences, line)
        untold = [index for index in beside if index not in self._told]
        yield self._paragraph(line.runs + self._commented("", untold) + line.marks.rest(), change, style, back)

    def _marks(self, unit: Unit) -> Marks:
        """The comments on words of a unit."""
        made = []
        for side, numbers in enumerate(unit):
            begins = 0
            for number in numbers:
                for note, place in self._passages.get((self._numbers[side], number), ()):
                    comment = self._document.comments.note(note)
                    made.append(Mark(side, begins + place.start, begins + place.end, comment))
                begins += len(self._versions[side].text_of(number)) + len(JOINT)
        return Marks(made)

    def _tellable(self, differences: Iterator[int]) -> list[int]:
        return [index for index in dict.fromkeys(differences) if index not in self._told]

    def _whole(self, side: int, numbers: tuple[int, ...]) -> tuple[str, list[Span]]:
        """The paragraphs of one side as one text, with the differences in it."""
        whole, found = "", []
        for place, number in enumerate(numbers):
            whole += JOINT if place else ""
            for start, end, difference in self._spans.get((self._numbers[side], number), ()):
                found.append(Span(len(whole) + start, len(whole) + end, difference))
            whole += xml_text(self._versions[side].text_of(number))
        return whole, found

    def _runs(self, content: str, change: _Change, differences: Sequence[int], line: "_Line") -> str:
        if not content:
            return ""
        made = ""
        spoken = language(self._versions[change == "w:ins"])
        sides = _ON[change]
        edges = line.marks.cuts(sides, line.place, len(content))
        for start, end in pairwise(edges):
            made += line.marks.before(sides, line.place)
            piece = run(content[start:end], "w:delText" if change == "w:del" else "w:t", spoken)
            made += self._document.revision(change, piece, self._author)
            line.pass_over(change, end - start)
            made += line.marks.after(sides, line.place)
        untold = [index for index in differences if index not in self._told]
        return self._commented(made, untold)

    def _commented(self, runs: str, differences: Sequence[int]) -> str:
        """Runs with the comments of differences, and of the notes on them, each told once."""
        numbers = []
        for index in differences:
            self._told.add(index)
            difference, notes = self._found[index]
            numbers.append(self._document.comments.reason(difference))
            new = [note for note in notes if note.id not in self._noted]
            self._noted.update(note.id for note in new)
            numbers += [self._document.comments.note(note) for note in new]
        return ranged(numbers, runs)

    def _paragraph(self, runs: str, change: _Change, style: str, back: bool) -> str:
        mark = element("w:rPr", self._document.revision(change, "", self._author)) if change else ""
        return paragraph(runs, style, mark, back)


@dataclass
class _Line:
    """Where the writing of a unit is: its comments, the characters that went by on each side, and the runs so far."""

    marks: Marks
    place: list[int]
    runs: str = ""

    def pass_over(self, change: _Change, length: int) -> None:
        """So many characters went by, on both sides where nothing changes."""
        for side in _ON[change]:
            self.place[side] += length


def _told(note: Note, part: StoryReport) -> Iterator[str]:
    """A note on the whole story, or whose words are nowhere, at the head; the latter with what it was on."""
    first, *rest = note_paragraphs(note)
    yield plain(f"Note by {note.author or 'unsigned'}, {moment(note.modified)}: {first}", "Version")
    yield from (plain(line, "Version") for line in rest)
    for place in placed(note, part):
        remark = f" ({place.remark})" if place.remark else ""
        yield plain(f"{place.cited}: “{brief(place.around).span}”{remark}", "Version")


def _sides(segment: Segment) -> Sequence[tuple[_Change, str]]:
    if segment.common and not segment.differences:
        return [("", segment.left)]
    sides: list[tuple[_Change, str]] = [("w:del", segment.left), ("w:ins", segment.right)]
    return [side for side in sides if side[1]]
