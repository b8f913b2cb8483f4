"""What people noted: who, when, about which reading or which words of which witness, and what they concluded."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirediff.export.noted import lines, moment
from wirediff.export.placed import Placed, placed
from wirediff.export.report import StoryReport
from wirediff.export.xmltext import element, pointers, text
from wirediff.model import Note
from wirediff.naming import tag
from wirediff.verdicts import STATUSES, VERDICTS

_NAME = re.compile(r"[A-Za-z0-9-]+")


class Notes:
    """The notes of a story as elements. `prefix` stands before every name that is given out."""

    def __init__(self, part: StoryReport, prefix: str) -> None:
        self._part, self._prefix = part, prefix
        self._of_version = {tag(number): f"{prefix}{tag(number)}" for number in range(len(part.documents))}
        authors = dict.fromkeys(note.author for note in part.notes if note.author)
        self._author = {author: f"{prefix}by.{number}" for number, author in enumerate(authors, 1)}
        self._number = {note.id: number for number, note in enumerate(part.notes, 1)}
        self._targets: dict[str, list[int]] = {}
        for index, (_, notes) in enumerate(part.annotated):
            for note in notes:
                self._targets.setdefault(note.id, []).append(index)
        self._at: dict[int | None, list[Note]] = {}
        self.homeless: list[Note] = []
        """Notes on the whole story, and those whose words are nowhere: they go into the header."""
        for note in part.notes:
            if note.id not in self._targets:
                self._settle(note)
        self._told: set[str] = set()

    def _settle(self, note: Note) -> None:
        rows = self._part.comparison.collation.rows if self._part.comparison else ()
        for place in placed(note, self._part):
            if place.lost or place.where not in self._of_version:
                continue
            version = list(self._of_version).index(place.where)
            if not place.paragraph:  # the headline
                self._at.setdefault(None, []).append(note)
                return
            holding = (index for index, row in enumerate(rows) if place.paragraph in row.cells[version])
            self._at.setdefault(next(holding, place.paragraph - 1), []).append(note)
            return
        self.homeless.append(note)

    def at(self, row: int | None) -> str:
        """The notes on words of a row that are about no difference in it."""
        return "".join(self.element(note) for note in self._at.get(row, ()))

    def about(self, notes: Iterable[Note]) -> str:
        """The notes on a difference, each where it is told first, with pointers to all that it is about."""
        new = [note for note in notes if note.id not in self._told]
        self._told.update(note.id for note in new)
        return "".join(self.element(note) for note in new)

    def statements(self) -> str:
        """Who wrote notes, for the header."""
        return "".join(
            element("respStmt", element("resp", "notes") + element("persName", text(author)), xml_id=name)
            for author, name in self._author.items()
        )

    def element(self, note: Note) -> str:
        """A note with its lines as paragraphs, the words it is on, its dates and its tags."""
        content = "".join(element("p", text(line)) for line in lines(note.text))
        content += "".join(element("p", self._quoted(place)) for place in placed(note, self._part))
        content += element("p", " ".join(_about(note)))
        said = [name for name, _ in concluded(note)] + ([f"severity.{note.severity}"] if note.severity else [])
        said += [f"kind.{note.kind}"] if note.kind else []
        safe = note.id if _NAME.fullmatch(note.id) else str(self._number[note.id])
        return element(
            "note",
            content,
            type="comment",
            xml_id=f"{self._prefix}note.{safe}",
            resp=pointers([self._author[note.author]] if note.author else []),
            target=pointers(f"{self._prefix}d{index + 1}" for index in self._targets.get(note.id, ())),
            ana=pointers(said),
        )

    def _quoted(self, place: Placed) -> str:
        witness = self._of_version.get(place.where)
        quoted = element(
            "quote", text(place.around.span), source=pointers([witness] if witness else []), n=_number(place.paragraph)
        )
        where = "" if witness else f" {text(place.where)}"
        return quoted + where + (f" ({text(place.remark)})" if place.remark else "")


def _number(paragraph: int | None) -> str:
    return "" if paragraph is None else str(paragraph)


def _about(note: Note) -> Iterator[str]:
    for kind, stamp in (("created", note.created), ("modified", note.modified)):
        if kind == "created" or stamp != note.created:
            yield element("date", text(moment(stamp)), type=kind, when=stamp)
    yield from (element("term", text(each), type="tag") for each in note.tags)
    if note.verdict and not _NAME.fullmatch(note.verdict):
        yield element("term", text(note.verdict), type="verdict")


def concluded(note: Note) -> list[tuple[str, str]]:
    """The categories of the verdict and the status of a note, each with what it means."""
    said: list[tuple[str, str]] = []
    words: tuple[tuple[str, str | None, Mapping[str, str]], ...] = (
        ("verdict", note.verdict, VERDICTS),
        ("status", note.status, STATUSES),
    )
    for name, word, known in words:
        if word and _NAME.fullmatch(word):
            said.append((f"{name}.{word}", known.get(word, word)))
    return said


def conclusions(notes: Sequence[Note]) -> dict[str, str]:
    """All categories that notes may have, those of people's own verdicts too, by name."""
    built_in = {f"verdict.{word}": means for word, means in VERDICTS.items()}
    built_in |= {f"status.{word}": means for word, means in STATUSES.items()}
    return built_in | dict(pair for note in notes for pair in concluded(note))
