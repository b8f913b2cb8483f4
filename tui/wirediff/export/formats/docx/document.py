"""The text of the document: for every pair of versions one text, what goes and what comes tracked in it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from wirediff.export.formats.docx.comments import LONGEST_NAME, SPACE, Comments, note_line, run_text
from wirediff.export.formats.docx.script import Unit, script
from wirediff.export.pieces import Span, spans
from wirediff.export.report import Report, StoryReport
from wirediff.export.segments import JOINT, Segment, segments, xml_text
from wirediff.export.xmltext import element
from wirediff.model import HEADLINE
from wirediff.naming import tag, version_names

_Change = Literal["", "w:del", "w:ins"]


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
        yield _plain(part.story.headline or "Without a headline", "Heading1")
        names = version_names(part.documents)
        for number, document in enumerate(part.documents):
            yield _plain(f"{tag(number)}: {names[number]}, {document.path}", "Version")
        about = {note.id for notes in part.on_differences for note in notes}
        for note in part.notes:
            if note.id not in about:
                yield _plain(f"Note by {note.author or 'unsigned'}: {note_line(note)}", "Version")
        for other in range(1, len(part.documents)):
            yield _plain(f"{tag(other)} against {tag(0)}", "Heading2")
            yield from _Pair(self, part, other, names[other]).paragraphs()
            yield element("w:p")  # what goes at the end of a text would otherwise take the next heading along

    def revision(self, change: _Change, content: str, author: str) -> str:
        """Something that goes or comes, as a tracked change; as it is where nothing changes."""
        if not change:
            return content
        self._revisions += 1
        return element(change, content, w_id=str(self._revisions), w_author=author)


class _Pair:
    """The base and one other version as one text."""

    def __init__(self, document: Document, part: StoryReport, other: int, author: str) -> None:
        self._document, self._author = document, xml_text(author)[:LONGEST_NAME]
        self._versions = part.documents[0], part.documents[other]
        self._numbers = 0, other
        rows = part.comparison.collation.rows if part.comparison else ()
        self._script = script(rows, other, (len(self._versions[0].paragraphs), len(self._versions[1].paragraphs)))
        self._found = list(part.annotated)
        self._spans = self._by_paragraph(part, other)
        self._told: set[int] = set()

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
        runs = ""
        for segment in segments(left, right, ours, theirs):
            for which, content in _sides(segment):
                first, *rest = content.split(JOINT)
                runs += self._runs(first, which, segment.differences)
                for each in rest:
                    yield self._paragraph(runs, which, style)
                    runs = self._runs(each, which, segment.differences)
        untold = [index for index in beside if index not in self._told]
        yield self._paragraph(runs + self._commented("", untold), change, style)

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

    def _runs(self, content: str, change: _Change, differences: Sequence[int]) -> str:
        if not content:
            return ""
        run = element("w:r", run_text(content, "w:delText" if change == "w:del" else "w:t"))
        untold = [index for index in differences if index not in self._told]
        return self._commented(self._document.revision(change, run, self._author), untold)

    def _commented(self, run: str, differences: Sequence[int]) -> str:
        """A run with the comments of differences, and of the notes on them, each told once."""
        numbers = []
        for index in differences:
            self._told.add(index)
            difference, notes = self._found[index]
            numbers.append(self._document.comments.reason(difference))
            numbers += [self._document.comments.note(note) for note in notes]
        starts = "".join(element("w:commentRangeStart", w_id=str(number)) for number in numbers)
        ends = "".join(
            element("w:commentRangeEnd", w_id=str(number))
            + element("w:r", element("w:commentReference", w_id=str(number)))
            for number in numbers
        )
        return starts + run + ends

    def _paragraph(self, runs: str, change: _Change, style: str) -> str:
        mark = element("w:rPr", self._document.revision(change, "", self._author)) if change else ""
        return element("w:p", _properties(style, mark) + runs)


def _sides(segment: Segment) -> Sequence[tuple[_Change, str]]:
    if segment.common and not segment.differences:
        return [("", segment.left)]
    sides: list[tuple[_Change, str]] = [("w:del", segment.left), ("w:ins", segment.right)]
    return [side for side in sides if side[1]]


def _plain(content: str, style: str) -> str:
    return element("w:p", _properties(style, "") + element("w:r", run_text(content)))


def _properties(style: str, mark: str) -> str:
    named = element("w:pStyle", w_val=style) if style else ""
    return element("w:pPr", named + mark) if named or mark else ""
