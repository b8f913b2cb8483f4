"""`notes add`, `notes set` and `notes remove`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wirediff.cli.console import out, remark
from wirediff.cli.inputs import read_inputs
from wirediff.cli.notes.fields import NONE, fields_options
from wirediff.cli.notes.opened import known, opened
from wirediff.cli.options import PATH, Choices, common, paths_argument
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.model import Anchor, Document, Side, Story
    from wirediff.notes import Correction


_FREE = ("text", "tags")
"""The fields in which `none` is a word like any other."""


@click.command("add")
@click.argument("file", type=PATH)
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="The paragraph; 0 is the headline.")
@click.option("--quote", metavar="WORDS", help="The words in question; the whole paragraph without them.")
@click.option("--against", type=PATH, metavar="FILE", help="Another version, where the note is fastened as well.")
@click.option("--against-paragraph", type=click.IntRange(0), metavar="N", help="The paragraph there.")
@click.option("--against-quote", metavar="WORDS", help="The words there.")
@fields_options(clearing=False)
@click.option("--story", metavar="ID", help="The story; found by reading the folder without it.")
@click.option("--folder", type=PATH, help="Whose notes these are: a folder around FILE, which is its own otherwise.")
@common
@click.pass_obj
def add(
    choices: Choices,
    /,
    *,
    file: Path,
    paragraph: int | None,
    quote: str | None,
    against: Path | None,
    against_paragraph: int | None,
    against_quote: str | None,
    story: str | None,
    folder: Path | None,
    **fields: Any,
) -> None:
    """Record a note on a span of FILE, and print its id.

    The words of --quote have to stand in one place only, or in one place of --paragraph. Without either the note is
    on the whole story.
    """
    from wirediff.notes import Draft

    if against is None and (against_paragraph is not None or against_quote is not None):
        raise UsageError("--against-paragraph and --against-quote belong to --against", "name the other version too")
    spans = [_span(_read_one(file, choices), paragraph, quote)]
    if against:
        spans.append(_span(_read_one(against, choices), against_paragraph, against_quote))
    home = (folder,) if folder else tuple(path for path in (file, against) if path)
    within = None if story else _story_of(spans[0].document, home, choices)
    said = {name: value for name, value in fields.items() if value is not None}
    with opened(home, choices) as store:
        ends = _ends(spans, within, store.corrections(), choices)
        made = store.add(Draft(story=within.id if within else story or "", left=ends[0], right=ends[1], **said))
    out(f"{made.id}\n")


@click.command("set")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@fields_options(clearing=True)
@common
@click.pass_obj
def set_(choices: Choices, /, note: str, paths: tuple[Path, ...], **fields: Any) -> None:
    """Change a note of a folder (the current one without a path). The first four characters of an id will do.

    The tags given replace those there; a single empty one takes all away.
    """
    given = {name: value for name, value in fields.items() if value is not None}
    changed: Any = {name: None if value == NONE and name not in _FREE else value for name, value in given.items()}
    if not changed:
        raise UsageError("nothing to change", "name a field: --text, --verdict, --kind, --severity, --status, --tag")
    with opened(paths, choices) as store:
        kept = store.change(known(note, store.notes()).id, **changed)
    remark(f"note {kept.id} changed", choices.quiet)


@click.command("remove")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def remove(choices: Choices, note: str, paths: tuple[Path, ...]) -> None:
    """Remove a note of a folder (the current one without a path); `notes undo` brings it back."""
    with opened(paths, choices) as store:
        gone = known(note, store.notes())
        store.remove(gone.id)
    remark(f"note {gone.id} removed; `wirediff notes undo` brings it back", choices.quiet)


def _read_one(file: Path, choices: Choices) -> "Document":
    from wirediff.cli.inputs import UNREAD

    reading = read_inputs([file], choices)
    if not reading.documents:
        raise click.exceptions.Exit(UNREAD)
    if len(reading.documents) > 1:
        raise UsageError(f"{file} holds {len(reading.documents)} reports", "name a file that holds one")
    return reading.documents[0]


class _Span(NamedTuple):
    """A version that a note is about, and the words in it, if it is about some."""

    document: "Document"
    side: "Side | None"


def _span(document: "Document", paragraph: int | None, quote: str | None) -> _Span:
    from wirediff.model import Side
    from wirediff.notes import locate

    if paragraph is None and quote is None:
        return _Span(document, None)
    if quote is not None and not quote.strip():
        raise UsageError("the quotation is empty", "give the words in question, or --paragraph for a whole paragraph")
    try:
        if quote is None:
            assert paragraph is not None
            text = document.text_of(paragraph)
            return _Span(document, Side(0, paragraph, 0, len(text), text))
        found = locate(document, quote, paragraph)
    except IndexError:
        last = len(document.paragraphs)
        raise UsageError(f"{document.path} has no paragraph {paragraph}", f"its last one is {last}") from None
    if len(found) != 1:
        count = f"{len(found)} times" if found else "nowhere"
        hint = "give --paragraph, or more of the words" if found else f"`wirediff read {document.path}` shows its text"
        raise UsageError(f"“{quote}” stands {count} in {document.path}", hint)
    return _Span(document, found[0])


def _ends(
    spans: Sequence[_Span], story: "Story | None", corrections: "Sequence[Correction]", choices: Choices
) -> "list[Anchor | None]":
    """Both ends of a note. One that is alone keeps which paragraph of the story answers its own, if that is known."""
    from wirediff import pipeline
    from wirediff.notes import anchor

    alone = sum(span.side is not None for span in spans) == 1
    ends: list[Anchor | None] = []
    for document, side in spans:
        answer = None
        if side and story and alone:
            answer = pipeline.answering(side, document, story, choices.settings(), corrections)
        ends.append(anchor(document, side, answer) if side else None)
    return [*ends, None][:2]


def _story_of(document: "Document", home: Sequence[Path], choices: Choices) -> "Story":
    """The story that a document is in, as the reader finds it in the folder."""
    from wirediff import pipeline
    from wirediff.notes import notes_folder

    read = pipeline.read_paths([notes_folder(home)], choices.settings()).documents
    documents = read if any(other.id == document.id for other in read) else (*read, document)
    stories = pipeline.find_stories(documents, choices.settings())
    return next(story for story in stories if any(other.id == document.id for other in story.documents))
