"""What is said about the difference or the row at the cursor, in words."""

from collections.abc import Sequence

from rich.text import Text

from wirediff.app.layout.typeset import POINTER
from wirediff.app.legible import legible
from wirediff.app.naming import count, tag
from wirediff.app.review.judgement import Judgement
from wirediff.app.settings.palette import Palette
from wirediff.kinds import KINDS
from wirediff.model import Collation, Difference, Note, Row, RowRelation
from wirediff.naming import nothing_in

RELATION_WORDS = {
    RowRelation.SAME: "the same in every version",
    RowRelation.EDITED: "edited",
    RowRelation.PARTIAL: "partly shared",
    RowRelation.SPLIT: "one paragraph here, several there",
    RowRelation.MERGE: "several paragraphs here, one there",
    RowRelation.ONLY: "in one version only",
}


def difference_text(found: Difference, collation: Collation, palette: Palette, position: str = "") -> Text:
    """A difference in three lines: its kind and severity; why; and both sides in full."""
    spec = KINDS[found.kind]
    text = Text(no_wrap=False, end="")
    text.append(f"{spec.letter}{POINTER}", palette.mark(found.kind, found.severity, letter=True))
    text.append(str(found.kind), palette.mark(found.kind, found.severity))
    text.append(" · ", palette.quiet)
    text.append(str(found.severity), palette.severity(found.severity))
    if found.also:
        text.append(f" · also {', '.join(found.also)}", palette.quiet)
    if len(collation.versions) > 2:
        text.append(f" · {tag(0)} against {tag(found.against)}", palette.quiet)
    text.append(f"   {position}" if position else "", palette.loud)
    text.append(f"\n{legible(found.why)}\n", palette.text)
    text.append_text(_side_text(found, 0, palette))
    text.append("  →  ", palette.quiet)
    return text.append_text(_side_text(found, found.against, palette))


def _side_text(found: Difference, version: int, palette: Palette) -> Text:
    side = found.right if version else found.left
    if side is None:
        return Text(nothing_in(version), palette.quiet)
    text = Text.assemble((f"{tag(version)} ", palette.version(version)))
    text.append(f"¶{side.paragraph} " if side.paragraph else "headline ", palette.quiet)
    return text.append(legible(side.text.strip() or side.text), palette.mark(found.kind, found.severity))


def row_text(collation: Collation, row: int | None, differences: Sequence[Difference], palette: Palette) -> Text:
    """What links a row, and how many differences it has."""
    text = Text(end="")
    if row is None:
        text.append("Headlines", palette.text)
    else:
        found = collation.rows[row]
        text.append(f"Row {row + 1} of {len(collation.rows)}", palette.text)
        text.append(f" · {RELATION_WORDS[found.relation]}", palette.text)
        if found.moved:
            text.append(" · moved: f shows where it stands in the other order", palette.text)
        text.append_text(link_text(found, palette))
    text.append(f"\n{count(len(differences), 'difference')} here", palette.quiet)
    if differences:
        text.append("; n goes to the next", palette.quiet)
    return text


def link_text(row: Row, palette: Palette) -> Text:
    """How strong a row's link is, what the next best would have been, and what it rests on; two lines, or nothing."""
    text = Text(end="")
    if not row.score:
        return text
    text.append(f"\nlink {row.score:.2f}", palette.quiet)
    if other := row.runner_up:
        ends = ((other.version, other.paragraph), (other.other_version, other.other_paragraph))
        pair = " with ".join(f"{tag(version)} ¶{paragraph}" for version, paragraph in sorted(ends))
        text.append(f"; next best {pair}, {other.score:.2f}", palette.quiet)
    return text.append(f"\n{legible(row.rests_on)}" if row.rests_on else "", palette.quiet)


def notes_text(notes: Sequence[Note], palette: Palette) -> Text:
    """The notes on a difference, one a line."""
    text = Text(end="")
    for note in notes:
        text.append("\n✎ ", palette.loud)
        parts = [Judgement(note.verdict, note.status).named, legible(note.text.replace("\n", " "))]
        text.append(": ".join(part for part in parts if part), palette.text)
        text.append("".join(f" #{legible(tag)}" for tag in note.tags), palette.version(1))
        text.append(f"  {legible(note.author)} {note.modified[:16].replace('T', ' ')}", palette.quiet)
    return text
