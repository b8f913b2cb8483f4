"""The list of stories as it is seen: sought by words, sorted, with open notes counted. Pure but for the file system."""

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import PurePath

from wirediff import naming
from wirediff.app.library.tallies import Key, Tally, key
from wirediff.model import Note, Story


class Order(Enum):
    """What stories are sorted by; the value stands in the header of the list."""

    FOUND = "As found"
    HEADLINE = "Headline"
    OUTLET = "Outlet"
    DATE = "Date"
    VERSIONS = "Versions"
    DIFFERENCES = "Differences"
    NOTES = "Notes"

    @property
    def greatest_first(self) -> bool:
        """Whether one wants to see the most, or the latest, first."""
        return self in {Order.DATE, Order.VERSIONS, Order.DIFFERENCES, Order.NOTES}


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words that a story has in any case and order, and what it is sorted by."""

    words: str = ""
    order: Order = Order.FOUND
    backwards: bool = False

    def by(self, order: Order) -> "Wanted":
        """Sorted by something else; by the same again, the other way round."""
        return replace(self, order=order, backwards=not self.backwards if order is self.order else False)

    def following(self) -> "Wanted":
        """Sorted by the next, round and round."""
        orders = list(Order)
        return replace(self, order=orders[(orders.index(self.order) + 1) % len(orders)], backwards=False)


@dataclass(frozen=True)
class Catalogue:
    """Stories with what is needed to seek and sort them, made once and asked often."""

    stories: tuple[Story, ...] = ()

    @cached_property
    def _texts(self) -> list[str]:
        return [_sought(story) for story in self.stories]

    def ready(self) -> None:
        """Prepare to be searched, which takes about a second for 100,000 versions; else the first search does it."""
        self._texts  # noqa: B018

    def listed(
        self, wanted: Wanted, tallies: Mapping[Key, Tally] | None = None, notes: Mapping[int, int] | None = None
    ) -> list[int]:
        """The places of the stories that are seen, in order; n log n in all stories.

        Stories without a headline, a date or a tally come last whichever way the order goes.
        """
        words = _folded(wanted.words).split()
        places = list(range(len(self.stories)))
        if words:
            places = [place for place, text in enumerate(self._texts) if all(word in text for word in words)]
        if wanted.order is Order.FOUND:
            return places[::-1] if wanted.backwards else places
        keys = {place: self._key(place, wanted.order, tallies or {}, notes or {}) for place in places}
        known = [place for place in places if keys[place] is not None]
        unknown = [place for place in places if keys[place] is None]
        down = wanted.order.greatest_first != wanted.backwards
        return sorted(known, key=lambda place: keys[place], reverse=down) + unknown  # type: ignore[arg-type,return-value]

    def _key(
        self, place: int, order: Order, tallies: Mapping[Key, Tally], notes: Mapping[int, int]
    ) -> str | int | tuple[int, int] | None:
        story = self.stories[place]
        match order:
            case Order.HEADLINE:
                return _folded(story.headline) or None
            case Order.OUTLET:
                return naming.outlet(story.documents[0]).casefold()
            case Order.DATE:
                return max((item.published for item in story.documents if item.published), default=None)
            case Order.VERSIONS:
                return len(story.versions)
            case Order.NOTES:
                return notes.get(place, 0)
            case _:
                tally = tallies.get(key(story))
                return (tally.serious, tally.total) if tally else None

    def open_notes(self, notes: Sequence[Note]) -> dict[int, int]:
        """How many open notes lie in each story that has any, by its place; linear in stories and notes.

        A note lies in the story it names and in those that hold a version it is fastened in, as `notes_for` has it.
        """
        index = _NoteIndex([note for note in notes if note.status == "open"])
        counts = {place: index.count(story) for place, story in enumerate(self.stories)} if index.ends else {}
        return {place: count for place, count in counts.items() if count}


def base_of(story: Story) -> tuple[str, ...]:
    """What stays the same about a story while others are still being read: its base."""
    return story.versions[0].document.path, story.versions[0].document.id


def place_of(story: Story | None, listed: Sequence[Story], before: int) -> int:
    """Where a story stands in the list now: by its base, or by its id where the base has been read again.

    One that is not listed any more leaves the cursor at the height where it was.
    """
    if story is None:
        return 0
    same = (n for n, other in enumerate(listed) if base_of(other) == base_of(story))
    return next(chain(same, (n for n, other in enumerate(listed) if other.id == story.id)), before)


def followed(marked: set[tuple[str, ...]], old: Sequence[Story], new: Sequence[Story]) -> set[tuple[str, ...]]:
    """The marks on stories, also on those whose base has been read again."""
    ids = {story.id for story in old if base_of(story) in marked} if marked else set()
    return marked | {base_of(story) for story in new if story.id in ids}


class _NoteIndex:
    """Notes by what they are fastened to. A path is resolved only where a note is in a file of that name."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self.ends: dict[str, set[str]] = defaultdict(set)
        self._names: set[str] = set()
        for note in notes:
            self.ends[f"story {note.story}"].add(note.id)
            for end in (note.left, note.right):
                if end is not None:
                    path = os.path.realpath(end.path)
                    self.ends[f"id {end.document}"].add(note.id)
                    self.ends[f"path {path}"].add(note.id)
                    self._names |= {PurePath(path).name, PurePath(end.path).name}

    def count(self, story: Story) -> int:
        found = set(self.ends.get(f"story {story.id}", ()))
        for document in story.documents:
            found |= self.ends.get(f"id {document.id}", set())
            if PurePath(document.path).name in self._names:
                found |= self.ends.get(f"path {os.path.realpath(document.path)}", set())
        return len(found)


def _sought(story: Story) -> str:
    """Headlines, outlets, days and paths of all versions, folded."""
    texts = [story.headline]
    for item in story.documents:
        texts += (item.headline, naming.outlet(item), item.path, item.published or "", _day(item.published))
    return _folded("\n".join(dict.fromkeys(texts)))


_day = lru_cache(maxsize=4096)(naming.day)


def _folded(text: str) -> str:
    from wirediff.text import fold  # with the words of all languages, for which the first picture need not wait

    return fold(text).casefold()
