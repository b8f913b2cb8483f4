"""A story on the page: its versions, its notes, and its rows with the differences marked and told."""

from collections.abc import Iterable, Iterator, Sequence

from wirediff.export.excerpt import Excerpt, brief
from wirediff.export.formats.html.text import plural, shown
from wirediff.export.noted import facts, lines
from wirediff.export.pieces import pieces, spans
from wirediff.export.placed import Placed, cited, placed
from wirediff.export.report import StoryReport
from wirediff.kinds import KINDS
from wirediff.model import HEADLINE, Difference, Document, Note, Row, RowRelation, Side
from wirediff.naming import MOVED, day, language, nothing_in, tag, version_names
from wirediff.text import word_count

_COLUMNS = ("version", "file", "published", "words", "paragraphs", "shared")
_FIGURE = ("", ' class="figure"')
"""How a column is set that has no figures, and one that has."""


def ident(number: int) -> str:
    """The name of a story's section on the page."""
    return f"story{number + 1}"


def story_lines(part: StoryReport, number: int, before: int) -> Iterator[str]:
    """A story as a section; `before` is how many differences stand on the page before it."""
    yield f'<section class="story" aria-labelledby="{ident(number)}">'
    yield f'<h2 id="{ident(number)}" dir="auto">{shown(part.story.headline or "Without a headline")}</h2>'
    yield from _versions(part)
    if part.notes:
        yield f"<details open><summary>{plural(len(part.notes), 'note')}</summary><ul>"
        for note in part.notes:
            yield f"<li>{_note(note)}{''.join(map(_cited, placed(note, part)))}</li>"
        yield "</ul></details>"
    yield from _Sheet(part, before).lines()
    yield "</section>"


def _versions(part: StoryReport) -> Iterator[str]:
    yield '<div class="wide"><table><caption>Versions</caption>'
    names = version_names(part.documents)
    rows = []
    for number, version in enumerate(part.story.versions):
        document = version.document
        cells = [names[number], document.path, day(document.published), f"{word_count(document):,}"]
        cells += [f"{len(document.paragraphs):,}", f"{version.shared:.0%}"]
        rows.append(cells)
    used = [place for place in range(len(_COLUMNS)) if any(cells[place] for cells in rows)]
    heads = "".join(f'<th scope="col"{_FIGURE[place > 2]}>{_COLUMNS[place]}</th>' for place in used)
    yield f'<thead><tr><th scope="col"></th>{heads}</tr></thead><tbody>'
    for number, cells in enumerate(rows):
        told = "".join(
            f'<td data-label="{_COLUMNS[place]}"{_FIGURE[place > 2]}>{shown(cells[place])}</td>' for place in used
        )
        yield f'<tr><th scope="row">{tag(number)}</th>{told}</tr>'
    yield "</tbody></table></div>"


def _note(note: Note) -> str:
    told = ", ".join(map(shown, facts(note)))
    said = "\n".join(map(shown, lines(note.text)))
    signed = f"{shown(note.author or 'unsigned')}, {shown(note.modified[:10])}"
    return f'<span class="note" dir="auto">{said}</span> ({told}; {signed})'


def _cited(place: Placed) -> str:
    remark = shown(place.remark)
    said = f" <strong>({remark})</strong>" if place.lost else f" ({remark})" if remark else ""
    offered = "".join(
        f'<li>{cited(each.paragraph)}: <bdi class="cited">{_quoted(each.around)}</bdi> ({shown(each.why)})</li>'
        for each in place.offered
    )
    quoted = f'<bdi class="cited">{_quoted(place.around)}</bdi>'
    return f"<br>{shown(place.cited)}: {quoted}{said}{f'<ul>{offered}</ul>' if offered else ''}"


def _quoted(passage: Excerpt) -> str:
    around = brief(passage)
    return f"<q>{shown(around.before)}<b>{shown(around.span)}</b>{shown(around.after)}</q>"


class _Sheet:
    """The rows of a story. Differences have the numbers of the page, which go on from those before."""

    def __init__(self, part: StoryReport, before: int) -> None:
        self._documents = part.documents
        self._rows = part.comparison.collation.rows if part.comparison else ()
        self._found = list(part.annotated)
        self._absent = self._absences()
        self._spans = spans(part, {index for lacking in self._absent.values() for index in lacking})
        self._before = before
        self._by_row: dict[int | None, list[int]] = {}
        for index, (difference, _) in enumerate(self._found):
            self._by_row.setdefault(difference.row, []).append(index)

    def _absences(self) -> dict[tuple[int | None, int], list[int]]:
        """The differences to be marked on an empty cell, by row and version.

        With three versions or more, a paragraph of the base that one of them lacks would be marked from end to end, and
        nothing else could be seen in it.
        """
        found: dict[tuple[int | None, int], list[int]] = {}
        if len(self._documents) > 2:
            for index, (difference, _) in enumerate(self._found):
                row = difference.row
                if row is not None and not difference.right and not self._rows[row].cells[difference.against]:
                    found.setdefault((row, difference.against), []).append(index)
        return found

    def lines(self) -> Iterator[str]:
        """The names of the versions, their headlines, and the rows; a story of one version has its paragraphs."""
        yield f'<div class="sheet of{min(len(self._documents), 6)}">'
        names = version_names(self._documents)
        heads = (f"<span>{tag(n)} · {shown(name)}</span>" for n, name in enumerate(names))
        yield f'<div class="heads" aria-hidden="true">{"".join(heads)}</div>'
        if any(document.headline for document in self._documents):
            cells = [(HEADLINE,) if document.headline else () for document in self._documents]
            yield from self._row(None, cells, "headline")
        rows = self._rows or [Row(((each.n,),), RowRelation.SAME) for each in self._documents[0].paragraphs]
        for index, row in enumerate(rows):
            moved = f", {MOVED} moved" if row.moved else ""
            named = f"row {index + 1}: {row.relation}{moved}" if self._rows else f"row {index + 1}"
            yield from self._row(index, row.cells, named)
        yield "</div>"

    def _row(self, row: int | None, cells: Sequence[Iterable[int]], named: str) -> Iterator[str]:
        differing = self._by_row.get(row, ())
        yield f'<div class="row{" differing" if differing else ""}" role="group" aria-label="{named}">'
        for version, numbers in enumerate(cells):
            yield f'<div class="cell">{self._cell(row, version, tuple(numbers), named)}</div>'
        if differing:
            yield from self._reasons(differing)
        yield "</div>"

    def _cell(self, row: int | None, version: int, numbers: Sequence[int], named: str) -> str:
        if not numbers:
            absent = self._absent.get((row, version), ())
            nothing = self._piece("nothing here", absent, absent)
            return f'<span class="label">{tag(version)}</span> <span class="none">{nothing}</span>'
        sign = f" {MOVED}" if MOVED in named else ""
        return "".join(self._text(row, version, number, sign) for number in numbers)

    def _text(self, row: int | None, version: int, number: int, sign: str) -> str:
        document = self._documents[version]
        over = self._spans.get((row, version, number), ())
        marked = self._marked(pieces(document.text_of(number), over))
        label = f"{tag(version)} {'headline' if number == HEADLINE else f'¶{number}'}{sign}"
        kind = ' class="headline"' if number == HEADLINE else ""
        place = f'data-version="{version}" data-paragraph="{number}"{_language(document)} dir="auto"'
        return f'<span class="label">{label}</span><p{kind} {place}>{marked}</p>'

    def _marked(self, cut: Iterable[tuple[str, tuple[int, ...]]]) -> str:
        """A text with its marks. A difference has its letter where it begins, however its span is cut by others."""
        made, before, told = "", "", set[int]()
        for text, lying in cut:
            first = [index for index in lying if index not in told]
            letters = self._letters(first)
            # Several of a kind one after the other are one run of letters to the eye, and would hide the words.
            made += self._piece(text, lying, () if letters == before else first)
            told.update(lying)
            before = letters if lying and letters else before if lying or not text.strip() else ""
        return made

    def _letters(self, differences: Iterable[int]) -> str:
        return "".join(dict.fromkeys(KINDS[self._found[index][0].kind].letter for index in differences))

    def _piece(self, text: str, lying: Sequence[int], first: Sequence[int]) -> str:
        core = text.strip() or text
        if not lying:
            return shown(text)
        start = text.index(core)
        found = [self._found[index][0] for index in lying]
        gravest = max((difference.severity for difference in found), key=lambda severity: severity.rank)
        numbers = [self._before + index + 1 for index in lying]
        begins = " ".join(str(self._before + index + 1) for index in first)
        why = "\n".join(f"{each.kind.value}, {each.severity.value}: {shown(each.why)}" for each in found)
        mark = (
            f'<mark class="{gravest.value}" data-letter="{self._letters(first)}" data-first="{begins}" '
            f'data-d="{" ".join(map(str, numbers))}" title="{why}"><a href="#d{numbers[0]}">{shown(core)}</a></mark>'
        )
        return shown(text[:start]) + mark + shown(text[start + len(core) :])

    def _reasons(self, differing: Sequence[int]) -> Iterator[str]:
        letters = self._letters(differing)
        counted = plural(len(differing), "difference")
        yield f'<details class="why"><summary><span class="counted">{counted}</span> <b>{letters}</b></summary><ul>'
        for index in differing:
            yield self._reason(self._before + index + 1, *self._found[index])
        yield "</ul></details>"

    def _reason(self, number: int, difference: Difference, notes: Sequence[Note]) -> str:
        noted = " data-noted" if notes else ""
        letter = KINDS[difference.kind].letter
        also = f" (also {', '.join(difference.also)})" if difference.also else ""
        sides = f"{_side(difference.left, 0)} → {_side(difference.right, difference.against)}"
        told = "".join(f"<li>{_note(note)}</li>" for note in notes)
        return (
            f'<li id="d{number}" data-d="{number}" data-kind="{difference.kind.value}" data-letter="{letter}" '
            f'data-severity="{difference.severity.value}"{noted}>'
            f"<b>{letter}</b> {difference.severity.value} {difference.kind.value}{also}: {sides}; "
            f"{shown(difference.why)}{f'<ul>{told}</ul>' if told else ''}</li>"
        )


def _side(side: Side | None, version: int) -> str:
    if side is None:
        return nothing_in(version)
    # Blanks at the ends of the words tell nothing, unless there is nothing else.
    return f'{tag(version)} <bdi class="cited">“{shown(side.text.strip() or side.text)}”</bdi>'


def _language(document: Document) -> str:
    named = language(document)
    return f' lang="{named}"' if named else ""
