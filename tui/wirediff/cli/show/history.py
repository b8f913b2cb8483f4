"""What was done to a note, and the rows that were looked through, as people read them."""

from collections.abc import Iterator, Sequence
from typing import Any

from wirediff.cli.show.notes import indented
from wirediff.notes import Entry, FieldChange, Review
from wirediff.printable import inert

_DONE = {
    "add": "added",
    "change": "changed",
    "remove": "removed",
    "undo": "undone",
    "redo": "done again",
    "import": "taken in",
}
_MOST = 60


def history_lines(entries: Sequence[Entry], width: int) -> Iterator[str]:
    """Each entry in a line, and below it what changed."""
    for entry in entries:
        facts = [_when(entry.at), _DONE[entry.action], entry.author, "undone since" if entry.undone else ""]
        yield inert(" · ".join(fact for fact in facts if fact))
        for change in entry.changes if entry.action != "remove" else ():
            yield from indented(_change(change), width)


def reviews_lines(reviews: Sequence[Review]) -> Iterator[str]:
    """Each mark with its id first, then the paragraphs it covers."""
    for number, review in enumerate(reviews):
        yield from [""] * bool(number)
        yield f"{review.id}  {inert(' · '.join(fact for fact in (review.author, _when(review.created)) if fact))}"
        for end in review.mark.ends:
            yield f"    {inert(end.path)} P{end.paragraph} “{inert(_short(end.exact))}”"


def _when(at: str) -> str:
    return f"{at[:16].replace('T', ' ')} UTC"


def _change(change: FieldChange) -> str:
    if change.before is None:
        return f"{change.field}: {_value(change.after)}"
    return f"{change.field}: {_value(change.before)} → {_value(change.after)}"


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, dict):
        place = "headline" if value["paragraph"] == 0 else f"P{value['paragraph']}"
        return f"{value['path']} {place} “{_short(value['exact'])}”"
    if isinstance(value, list | tuple):
        return " ".join(f"#{each}" for each in value)
    return str(value)


def _short(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"
