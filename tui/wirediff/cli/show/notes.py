"""Notes as people read them."""

from collections.abc import Iterator, Sequence

from wirediff.cli.show.ink import Run, line, story_text, wrap
from wirediff.model import HEADLINE, Note
from wirediff.printable import inert


def notes_lines(notes: Sequence[Note], width: int) -> Iterator[str]:
    """Each note with its id first, then what it says and where it is fastened."""
    for number, note in enumerate(notes):
        yield from [""] * bool(number)
        yield from _note(note, width)


def _note(note: Note, width: int) -> Iterator[str]:
    facts = [note.status, note.verdict, note.kind, note.severity, *(f"#{tag}" for tag in note.tags)]
    when = f"{note.modified[:16].replace('T', ' ')} UTC"
    yield f"{note.id}  {inert(' · '.join(fact for fact in (*facts, note.author, when) if fact))}"
    yield from indented(note.text, width)
    for end in (note.left, note.right):
        if end:
            place = "headline" if end.paragraph == HEADLINE else f"P{end.paragraph}"
            yield f"    {inert(end.path)} {place} “{inert(end.exact)}”"
    if not (note.left or note.right):
        yield f"    the whole story {inert(note.story)}"


def indented(text: str, width: int) -> Iterator[str]:
    """What somebody wrote, below a heading, with the line breaks that are in it."""
    for part in text.split("\n"):
        for content in wrap([story_text(part)], max(10, width - 4)):
            yield line([Run("    "), *content.runs]).written(False).rstrip()
