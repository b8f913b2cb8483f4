"""`wirediff notes`: the notes of a folder, and its corrections, without the reader."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wirediff.cli.console import out, out_lines, remark, width
from wirediff.cli.inputs import read_inputs
from wirediff.cli.options import PATH, Choices, OneOf, common, json_option, paths_argument
from wirediff.errors import ConfigError, UsageError
from wirediff.kinds import Kind, Severity
from wirediff.verdicts import STATUSES, VERDICTS, verdicts

if TYPE_CHECKING:
    from wirediff.model import Anchor, Document, Note
    from wirediff.notes import Correction, NoteStore

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Thing = TypeVar("_Thing", "Note", "Correction")
_NONE = "none"


@click.group("notes")
@common
def command() -> None:
    """List, add, change and remove notes, and list and remove corrections of the alignment."""


@command.command("list")
@paths_argument("[PATH...]")
@json_option("the notes")
@common
@click.pass_obj
def list_(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> None:
    """List the notes of a folder (the current one without a path), or those fastened in some files."""
    with _store(paths, choices) as store:
        notes = _in_files(store.notes(), [path for path in paths if path.is_file()])
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import note_payload

        out(dump({"notes": [note_payload(note) for note in notes]}))
    else:
        from wirediff.cli.show.notes import notes_lines

        out_lines(notes_lines(notes, width()))


def _fields(*, clearing: bool) -> Callable[[_Command], _Command]:
    """The options for what a note says; `clearing` lets `none` empty a field."""
    none = [_NONE] if clearing else []
    more = f", or {_NONE}" if clearing else ""

    def decorate(function: _Command) -> _Command:
        for option in reversed(
            [
                click.option("--text", required=not clearing, help="What the note says."),
                click.option(
                    "--verdict",
                    type=_Verdict(none),
                    metavar="WORD",
                    help=f"{', '.join(VERDICTS)}, or one of your own{more}.",
                ),
                _word("--kind", "kind", [*Kind], none, f"The kind of difference{more}."),
                _word("--severity", "severity", [*Severity], none, f"{', '.join(Severity)}{more}."),
                _word("--status", "status", [*STATUSES], [], f"{', '.join(STATUSES)}."),
                click.option("--tag", "tags", multiple=True, metavar="TAG", help="A tag; may be given again."),
            ]
        ):
            function = option(function)
        return function

    return decorate


class _Verdict(OneOf):
    """One of the verdicts, among them the user's own, which are read when they are needed."""

    def __init__(self, more: Sequence[str] = ()) -> None:
        super().__init__("verdict", [*VERDICTS, *more])
        self._more = more

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        self.words = [*verdicts(), *self._more]
        return super().convert(value, param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        with suppress(ConfigError):  # said when the command is run
            self.words = [*verdicts(), *self._more]
        return super().shell_complete(ctx, param, incomplete)


def _word(name: str, what: str, words: list[str], none: list[str], help_: str) -> Callable[[_Command], _Command]:
    return click.option(name, type=OneOf(what, [*words, *none]), metavar="WORD", help=help_)


@command.command("add")
@click.argument("file", type=PATH)
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="The paragraph; 0 is the headline.")
@click.option("--quote", metavar="WORDS", help="The words in question; the whole paragraph without them.")
@click.option("--against", type=PATH, metavar="FILE", help="Another version, where the note is fastened as well.")
@click.option("--against-paragraph", type=click.IntRange(0), metavar="N", help="The paragraph there.")
@click.option("--against-quote", metavar="WORDS", help="The words there.")
@_fields(clearing=False)
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
    left = _read_one(file, choices)
    right = _read_one(against, choices) if against else None
    home = (folder,) if folder else tuple(path for path in (file, against) if path)
    draft = Draft(
        story=story or _story_of(left, home, choices),
        left=_end(left, paragraph, quote),
        right=_end(right, against_paragraph, against_quote) if right else None,
        **{name: value for name, value in fields.items() if value is not None},
    )
    with _store(home, choices) as store:
        made = store.add(draft)
    out(f"{made.id}\n")


@command.command("set")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@_fields(clearing=True)
@common
@click.pass_obj
def set_(choices: Choices, /, note: str, paths: tuple[Path, ...], **fields: Any) -> None:
    """Change a note of a folder (the current one without a path). The beginning of an id will do.

    The tags given replace those there; a single empty one takes all away.
    """
    changed: Any = {
        name: None if value == _NONE else value for name, value in fields.items() if value not in (None, ())
    }
    if "tags" in changed:
        changed["tags"] = tuple(filter(None, fields["tags"]))
    if not changed:
        raise UsageError("nothing to change", "name a field: --text, --verdict, --kind, --severity, --status, --tag")
    with _store(paths, choices) as store:
        kept = store.change(_known(note, store.notes()).id, **changed)
    remark(f"note {kept.id} changed", choices.quiet)


@command.command("remove")
@click.argument("note", metavar="ID")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def remove(choices: Choices, note: str, paths: tuple[Path, ...]) -> None:
    """Remove a note of a folder (the current one without a path); `notes undo` brings it back."""
    with _store(paths, choices) as store:
        gone = _known(note, store.notes())
        store.remove(gone.id)
    remark(f"note {gone.id} removed; `wirediff notes undo` brings it back", choices.quiet)


@command.command("undo")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def undo(choices: Choices, paths: tuple[Path, ...]) -> None:
    """Undo your last act on the notes and corrections of a folder; again and again for those before."""
    with _store(paths, choices) as store:
        remark(store.undo() or "there is nothing to undo", choices.quiet)


@command.command("redo")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def redo(choices: Choices, paths: tuple[Path, ...]) -> None:
    """Do again what was undone last."""
    with _store(paths, choices) as store:
        remark(store.redo() or "there is nothing to do again", choices.quiet)


@command.command("corrections")
@paths_argument("[PATH...]")
@json_option("the corrections")
@common
@click.pass_obj
def corrections(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> None:
    """List the corrections of a folder (the current one without a path), or those on some files.

    `wirediff compare A B --link 0:5=1:11 --remember` makes one.
    """
    with _store(paths, choices) as store:
        found = _on_files(store.corrections(), [path for path in paths if path.is_file()])
    if as_json:
        from wirediff.export.jsontext import dump
        from wirediff.export.payload import correction_payload

        out(dump({"corrections": [correction_payload(correction) for correction in found]}))
    else:
        from wirediff.cli.show.corrections import corrections_lines

        out_lines(corrections_lines(found))


@command.command("uncorrect")
@click.argument("correction", metavar="ID")
@paths_argument("[PATH...]")
@common
@click.pass_obj
def uncorrect(choices: Choices, correction: str, paths: tuple[Path, ...]) -> None:
    """Remove a correction of a folder (the current one without a path); `notes undo` brings it back."""
    with _store(paths, choices) as store:
        gone = _known(correction, store.corrections(), "correction", "corrections")
        store.uncorrect(gone.id)
    remark(f"correction {gone.id} removed; `wirediff notes undo` brings it back", choices.quiet)


@contextmanager
def _store(paths: Sequence[Path], choices: Choices) -> "Iterator[NoteStore]":
    from wirediff.notes import NoteStore, notes_folder

    if missing := [path for path in paths if not path.exists()]:
        raise UsageError(f"{missing[0]}: no such file or folder", "name the folder whose notes these are")
    with NoteStore.open(notes_folder(paths)) as store:
        yield store
        remark(store.remark if store.file.exists() else "", choices.quiet)


def _in_files(notes: "Sequence[Note]", files: Sequence[Path]) -> "list[Note]":
    names = {file.resolve() for file in files}
    ends = ((note, {Path(end.path).resolve() for end in (note.left, note.right) if end}) for note in notes)
    return [note for note, paths in ends if not names or paths & names]


def _on_files(corrections: "Sequence[Correction]", files: Sequence[Path]) -> "list[Correction]":
    names = {file.resolve() for file in files}
    ends = (
        (each, {Path(end.path).resolve() for end in (each.decision.left, each.decision.right)}) for each in corrections
    )
    return [each for each, paths in ends if not names or paths & names]


def _known(beginning: str, things: "Sequence[_Thing]", what: str = "note", listing: str = "list") -> "_Thing":
    found = [thing for thing in things if thing.id.startswith(beginning)]
    if len(found) != 1:
        count = f"more than one {what}" if found else f"no {what}"
        raise UsageError(
            f"there is {count} {beginning!r}", f"`wirediff notes {listing}` shows the {what}s with their ids"
        )
    return found[0]


def _read_one(file: Path, choices: Choices) -> "Document":
    from wirediff.cli.inputs import UNREAD

    reading = read_inputs([file], choices)
    if not reading.documents:
        raise click.exceptions.Exit(UNREAD)
    if len(reading.documents) > 1:
        raise UsageError(f"{file} holds {len(reading.documents)} reports", "name a file that holds one")
    return reading.documents[0]


def _end(document: "Document", paragraph: int | None, quote: str | None) -> "Anchor | None":
    from wirediff.model import Side
    from wirediff.notes import anchor, locate

    if paragraph is None and quote is None:
        return None
    try:
        if quote is None:
            assert paragraph is not None
            text = document.text_of(paragraph)
            return anchor(document, Side(0, paragraph, 0, len(text), text))
        found = locate(document, quote, paragraph)
    except IndexError:
        last = len(document.paragraphs)
        raise UsageError(f"{document.path} has no paragraph {paragraph}", f"its last one is {last}") from None
    if len(found) != 1:
        count = f"{len(found)} times" if found else "nowhere"
        hint = "give --paragraph, or more of the words" if found else f"`wirediff read {document.path}` shows its text"
        raise UsageError(f"“{quote}” stands {count} in {document.path}", hint)
    return anchor(document, found[0])


def _story_of(document: "Document", home: Sequence[Path], choices: Choices) -> str:
    """The id of the story that a document is in, as the reader finds it in the folder."""
    from wirediff import pipeline
    from wirediff.notes import notes_folder

    read = pipeline.read_paths([notes_folder(home)], choices.settings()).documents
    documents = read if any(other.id == document.id for other in read) else (*read, document)
    stories = pipeline.find_stories(documents, choices.settings())
    return next(story.id for story in stories if any(other.id == document.id for other in story.documents))
