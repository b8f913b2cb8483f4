"""Corrections of the alignment in a call: those that are stored, and those that are given with it."""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from wirediff.cli.console import remark
from wirediff.cli.inputs import UNREAD
from wirediff.cli.options import Choices, kept_flag
from wirediff.errors import StoreError, UsageError

if TYPE_CHECKING:
    from wirediff.align import Constraint
    from wirediff.model import Document
    from wirediff.notes import Correction, NoteStore

_Command = TypeVar("_Command", bound=Callable[..., Any])
_NAMED = 3
"""So many corrections that no longer fit are named in a remark."""


def corrections_option(command: _Command) -> _Command:
    """--no-corrections."""
    return kept_flag("--no-corrections", "Leave out the stored corrections of the alignment.")(command)


def stored(paths: Sequence[Path], choices: Choices, groups: "Iterable[Sequence[Document]]") -> "tuple[Correction, ...]":
    """The corrections that lie with the notes of `paths`; none with --no-corrections. Raises StoreError.

    `groups` are the versions that will be compared with each other: what no longer fits them is said on stderr.
    """
    if choices.no_corrections:
        return ()
    from wirediff.notes import NoteStore, notes_folder

    try:
        with NoteStore.open(notes_folder(paths)) as store:
            corrections = taken(store, choices, groups)
            remark(store.remark if store.file.exists() or corrections else "", choices.quiet)
    except StoreError as error:  # to compare as if there were none would be another answer to the same call
        raise StoreError(error.message, f"{error.hint}, or leave the corrections out: --no-corrections") from error
    return corrections


def taken(store: "NoteStore", choices: Choices, groups: "Iterable[Sequence[Document]]") -> "tuple[Correction, ...]":
    """The corrections of a store that is open, as `stored` gives them."""
    if choices.no_corrections or not (corrections := store.corrections()):
        return ()
    from wirediff.notes import replay

    misfits = {correction.id: correction for group in groups for correction in replay(corrections, group).misfits}
    if misfits:
        count = "1 correction no longer fits" if len(misfits) == 1 else f"{len(misfits)} corrections no longer fit"
        named = [correction.decision.named for correction in misfits.values()]
        more = ["…"] if len(named) > _NAMED else []
        remark(f"{count}: {'; '.join([*named[:_NAMED], *more])}", choices.quiet)
    return corrections


def given(links: Sequence[str], unlinks: Sequence[str], versions: "Sequence[Document]") -> "tuple[Constraint, ...]":
    """What --link and --unlink say. Raises UsageError for what cannot be read, is not there or contradicts itself."""
    if not links and not unlinks:
        return ()
    from wirediff.align import contradict

    found = [*_read("link", links, versions), *_read("unlink", unlinks, versions)]
    for (one, first), (other, second) in combinations(found, 2):
        if contradict(first, second):
            hint = "leave one of them out; several paragraphs are written 0:1+2=1:8"
            raise UsageError(f"{one} and {other} contradict each other", hint)
    return tuple(constraint for _, constraint in found)


def _read(
    kind: Literal["link", "unlink"], texts: Sequence[str], versions: "Sequence[Document]"
) -> "list[tuple[str, Constraint]]":
    from wirediff.align import check, parse

    found = []
    for text in texts:
        constraint = parse(kind, text)
        try:
            check([constraint], versions)
        except ValueError as error:
            hint = "write version:paragraph=version:paragraph, with the numbers that `wirediff compare` shows"
            raise UsageError(f"--{kind} {text}: {error}", hint) from error
        found.append((f"--{kind} {text}", constraint))
    return found


def remembered(
    constraints: "Sequence[Constraint]", versions: "Sequence[Document]", paths: Sequence[Path], choices: Choices
) -> None:
    """Store corrections with the notes of `paths`, and say under which ids. Raises StoreError."""
    from wirediff.notes import NoteStore, decision, notes_folder

    with NoteStore.open(notes_folder(paths)) as store:
        made = [store.correct(decision(constraint, versions)) for constraint in constraints]
        remark(store.remark, choices.quiet)
    for correction in made:
        remark(f"correction {correction.id} remembered: {correction.decision.named}", choices.quiet)


def refuse_unread(choices: Choices, failures: Sequence[object]) -> None:
    """End a call that names versions by number where one of them could not be read: the numbers would be off."""
    if failures:
        remark("nothing is compared: --link and --unlink count the versions, and one is missing", choices.quiet)
        raise click.exceptions.Exit(UNREAD)
