"""Which notes a queue shows: pure functions over notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wirediff.app.review.placing import Placed, Standing
from wirediff.model import Note, Story

NONE = ""
"""Stands for notes that have none of what is looked for."""


@dataclass(frozen=True, slots=True)
class Item:
    """A note, the story it lies in if that is open, and how sure its place is, once that is known."""

    note: Note
    story: Story | None = None
    placed: Placed | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a person has to look where it belongs."""
        return self.placed is not None and self.placed.standing in {Standing.CHECK, Standing.ORPHAN}


@dataclass(frozen=True, slots=True)
class Wish:
    """What notes are looked for; None where that does not matter, and `NONE` for those without."""

    status: str | None = None
    verdict: str | None = None
    tag: str | None = None
    author: str | None = None
    words: str = ""
    doubtful: bool = False

    def passes(self, item: Item) -> bool:
        """Whether a note is looked for. Words are compared without regard to case."""
        note, words = item.note, self.words.casefold()
        return (
            self.status in {None, note.status}
            and self.verdict in {None, note.verdict or NONE}
            and (self.tag is None or self.tag in (note.tags or (NONE,)))
            and self.author in {None, note.author}
            and (not self.doubtful or item.doubtful)
            and (not words or words in _words(note))
        )

    def named(self) -> str:
        """What is looked for, in words; "" for everything."""
        parts = [
            self.status,
            None if self.verdict is None else self.verdict or "without a verdict",
            None if self.tag is None else f"#{self.tag}" if self.tag else "without a tag",
            None if self.author is None else f"by {self.author or 'nobody'}",
            "to be checked" if self.doubtful else None,
            f"with “{self.words}”" if self.words else None,
        ]
        return ", ".join(part for part in parts if part)


def _words(note: Note) -> str:
    ends = [end.exact for end in (note.left, note.right) if end]
    return "\n".join([note.text, *note.tags, *ends]).casefold()


_T = TypeVar("_T")


def following(value: _T | None, present: Iterable[_T]) -> _T | None:
    """The next of the values that occur, or None after the last, round and round."""
    choices: list[_T | None] = [None, *dict.fromkeys(present)]
    return choices[(choices.index(value) + 1) % len(choices)] if value in choices else None


def turned(wish: Wish, field: str, items: Sequence[Item]) -> Wish:
    """The wish with the next value of "status", "verdict", "tag" or "author" that occurs among the notes."""
    notes = [item.note for item in items]
    match field:
        case "status":
            return replace(wish, status=following(wish.status, _sorted(note.status for note in notes)))
        case "verdict":
            return replace(wish, verdict=following(wish.verdict, _sorted(note.verdict or NONE for note in notes)))
        case "tag":
            return replace(
                wish, tag=following(wish.tag, _sorted(tag for note in notes for tag in note.tags or (NONE,)))
            )
        case "author":
            return replace(wish, author=following(wish.author, _sorted(note.author for note in notes)))
    raise ValueError(field)


def _sorted(values: Iterable[str]) -> list[str]:
    """Each value once, that of notes without any last."""
    return sorted(set(values), key=lambda value: (value == NONE, value))
