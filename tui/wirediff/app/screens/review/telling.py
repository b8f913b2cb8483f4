"""What the list of notes says: about all of them, about each, and about the one at the cursor."""

from collections.abc import Sequence

from rich.text import Text

from wirediff.app.legible import legible
from wirediff.app.naming import count, tag
from wirediff.app.review.judgement import Judgement
from wirediff.app.review.placing import Candidate, Standing
from wirediff.app.review.queue import Item, Wish
from wirediff.app.settings.palette import Palette
from wirediff.app.widgets.paint import DISMISSED_SIGN, JUDGED
from wirediff.model import Note
from wirediff.verdicts import CONFIRMED, DISMISSED

_STANDING_SIGNS = {Standing.CHECK: "?", Standing.ORPHAN: "∅"}


def summary(listed: int, items: Sequence[Item], wish: Wish, palette: Palette) -> Text:
    """How many notes of all are listed, what is looked for, and how many have to be checked."""
    text = Text(count(listed, "note"), style=palette.loud)
    if listed < len(items):
        text.append(f" of {len(items):,}")
    named = wish.named()
    text.append(f" · {legible(named)}" if named else "", palette.text)
    if not items:
        text = Text("No notes yet: Esc, then a writes one on the difference at the cursor, 1 to 5 judge it.")
    elif not listed:
        text.append(" · Backspace shows all", palette.text)
    doubtful = sum(item.doubtful for item in items)
    if doubtful:
        text.append(f" · {count(doubtful, 'place')} to check: c", palette.loud)
    return text


def entry(item: Item, palette: Palette, *, with_story: bool) -> Text:
    """A note in two lines: how it stands and what it is on, then what it says."""
    note = item.note
    text = Text(no_wrap=True, overflow="ellipsis", end="")
    sign = DISMISSED_SIGN if note.status == DISMISSED else JUDGED if note.status == CONFIRMED else " "
    text.append(f"{sign} ", palette.loud)
    if item.placed and item.doubtful:
        text.append(f"{_STANDING_SIGNS[item.placed.standing]} ", palette.loud)
    text.append(legible(noted(note)) or "the story", palette.version(0))
    named = Judgement(note.verdict, note.status).named
    text.append(f"  {named}" if named else "", palette.loud)
    known = (note.kind, note.severity, _pair(item))
    text.append("  " + " · ".join(str(part) for part in known if part) if any(known) else "", palette.quiet)
    text.append("".join(f"  #{legible(each)}" for each in note.tags), palette.version(1))
    text.append("\n    " + legible(note.text.replace("\n", " ")), palette.text)
    if with_story and item.story:
        text.append(f"  {legible(item.story.headline)}", palette.quiet)
    return text


def about(item: Item, palette: Palette) -> Text:
    """A note in full: who wrote it when, where it stands, and where it might."""
    note = item.note
    text = Text(end="")
    text.append(f"{legible(note.author) or 'nobody'} {note.modified[:16].replace('T', ' ')}", palette.quiet)
    for end in (note.left, note.right):
        if end:
            where = f"¶{end.paragraph}" if end.paragraph else "headline"
            text.append(f"\n{legible(end.path)} {where} ", palette.quiet)
            text.append(f"“{legible(_short(end.exact, 80))}”", palette.text)
    text.append(f"\n{legible(_short(note.text, 200))}" if note.text else "", palette.text)
    if not item.story:
        text.append("\nIts story is not among those that are open.", palette.loud)
    elif item.placed and item.doubtful:
        text.append(f"\n{legible(item.placed.said)}.", palette.loud)
        if not item.placed.candidates:
            text.append(" These are the words it was made on.", palette.text)
        for key, candidate in zip("<>", item.placed.candidates, strict=False):
            text.append(f"\n{key} ", palette.loud).append_text(_offer(candidate, palette))
    return text


def _offer(candidate: Candidate, palette: Palette) -> Text:
    span = candidate.span
    text = Text(f"takes “{legible(_short(span.text, 60))}”", palette.text, end="")
    where = f"¶{span.paragraph}" if span.paragraph else "headline"
    return text.append(f" {where}: {candidate.why}", palette.quiet)


def noted(note: Note) -> str:
    """The words that a note is on, cut where they are long; not yet legible."""
    return " → ".join(_short(end.exact, 40) or "—" for end in (note.left, note.right) if end)


def _pair(item: Item) -> str:
    """The versions that a note stands in: "V1/V3"; "" where its story is not open."""
    documents = item.story.documents if item.story else ()
    ends = [end for end in (item.note.left, item.note.right) if end]
    found = [n for end in ends for n, each in enumerate(documents) if end.document == each.id or end.path == each.path]
    return "/".join(tag(version) for version in dict.fromkeys(found))


def _short(text: str, most: int) -> str:
    text = text.strip()
    return text if len(text) <= most else text[: most - 1] + "…"
