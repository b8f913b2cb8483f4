"""Notes as people read them."""

from collections.abc import Iterator, Sequence

from wirediff.cli.show.ink import Run, line, story_text, wrap
from wirediff.model import HEADLINE, Note
from wirediff.notes import End, Sureness
from wirediff.printable import inert


def notes_lines(notes: Sequence[Note], ends: Sequence[Sequence[End]], width: int) -> Iterator[str]:
    """Each note with its id first, then what it says, where it is fastened, and whether that place is sure still."""
    for number, (note, own) in enumerate(zip(notes, ends, strict=True)):
        yield from [""] * bool(number)
        yield from _note(note, own, width)


def _note(note: Note, ends: Sequence[End], width: int) -> Iterator[str]:
    facts = [note.status, note.verdict, note.kind, note.severity, *(f"#{tag}" for tag in note.tags)]
    when = f"{note.modified[:16].replace('T', ' ')} UTC"
    yield f"{note.id}  {inert(' · '.join(fact for fact in (*facts, note.author, when) if fact))}"
    yield from indented(note.text, width)
    for end in ends:
        place = "headline" if end.anchor.paragraph == HEADLINE else f"P{end.anchor.paragraph}"
        unsure = end.sureness in {Sureness.CHECK, Sureness.ORPHAN}
        if not end.anchor.document:  # an annotation of another program whose words were never found
            place, unsure = "", True
        doubt = f"  [{end.sureness}]" if unsure else ""
        yield f"    {inert(end.anchor.path)} {place}{' ' * bool(place)}“{inert(end.anchor.exact)}”{doubt}"
    if not (note.left or note.right):
        yield f"    the whole story {inert(note.story)}"


def indented(text: str, width: int) -> Iterator[str]:
    """What somebody wrote, below a heading, with the line breaks that are in it."""
    for part in text.split("\n"):
        for content in wrap([story_text(part)], max(10, width - 4)):
            yield line([Run("    "), *content.runs]).written(False).rstrip()
