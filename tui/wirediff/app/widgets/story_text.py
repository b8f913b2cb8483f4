"""What the list of stories shows of one: two lines in the list, and all that is known of it beside the list."""

from rich.text import Text

from wirediff.app.layout.typeset import POINTER
from wirediff.app.legible import legible
from wirediff.app.library.tallies import Tally
from wirediff.app.naming import count, day, days, headline, names, outlet, tag
from wirediff.app.settings.palette import Palette
from wirediff.kinds import KINDS
from wirediff.model import Story
from wirediff.text import word_count

_MARKED = "● "


def entry(story: Story, palette: Palette, width: int, *, marked: bool, tally: Tally | None, notes: int) -> Text:
    """Two lines, `width` cells each: headline and notes; outlets, days and the differences of each kind."""
    first = Text(_MARKED if marked else "  ", palette.loud, no_wrap=True, end="")
    first.append(legible(story.headline) or headline(story.documents[0]), palette.text)
    outlets = ", ".join(dict.fromkeys(outlet(document) for document in story.documents))
    parts = [count(len(story.versions), "version"), days(story.documents), outlets]
    second = Text("  " + " · ".join(part for part in parts if part), palette.quiet, no_wrap=True, end="")
    right = Text(f"✎{notes}" if notes else "", palette.loud, end="")
    return Text("\n", end="").join([_both(first, right, width), _both(second, _kinds(tally, palette, width), width)])


def _kinds(tally: Tally | None, palette: Palette, width: int) -> Text:
    """How many there are, then letters with numbers, the gravest first, as many as half of the line holds."""
    text = Text(end="")
    if tally is None:
        return text
    text.append(f"{tally.total:,}: " if tally.total else "none", palette.quiet)
    kinds = tally.gravest_first()
    for place, (kind, number) in enumerate(kinds):
        if text.cell_len + 10 > width // 2:
            text.append(f"+{sum(more for _, more in kinds[place:])}", palette.quiet)
            break
        text.append(KINDS[kind].letter, palette.mark(kind, KINDS[kind].severity, letter=True))
        text.append(f"{number} ", palette.quiet)
    text.rstrip()
    return text


def _both(left: Text, right: Text, width: int) -> Text:
    """Two texts at the ends of a line; the left one gives way."""
    room = max(0, width - right.cell_len - (1 if right else 0))
    left.truncate(room, overflow="ellipsis", pad=bool(right))
    return left.append(" " if right else "").append_text(right)


def about(story: Story, palette: Palette, tally: Tally | None, notes: int) -> Text:
    """The versions of a story, its differences by kind, and how its base begins."""
    text = Text.assemble((f"{legible(story.headline)}\n", "bold"), end="")
    if notes:
        text.append(f"✎ {count(notes, 'open note')}\n", palette.loud)
    called = names(story.documents)
    for number, version in enumerate(story.versions):
        document = version.document
        text.append(f"\n{tag(number)} {called[number]}", palette.version(number))
        parts = [day(document.published), count(word_count(document), "word")]
        if number:
            parts.append(f"{version.shared:.0%} shared with {tag(0)}")
        text.append("  " + " · ".join(part for part in parts if part) + "\n")
        text.append(f"   {headline(document)}\n")
    if tally is not None:
        text.append(f"\n{count(tally.total, 'difference')} from {tag(0)}\n", palette.loud)
        for kind, number in tally.gravest_first():
            text.append(f"{KINDS[kind].letter}{POINTER}", palette.mark(kind, KINDS[kind].severity, letter=True))
            text.append(f"{kind}({number})  ", palette.text)  # without a blank, where the line would be broken
        text.append("\n")
    for paragraph in story.documents[0].paragraphs[:2]:
        text.append(f"\n{legible(paragraph.text)}\n")
    return text
