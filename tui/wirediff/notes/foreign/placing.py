"""The words of another program's annotations looked for in the versions at hand."""

import os
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from msgspec.structs import replace

from wirediff.model import Anchor, Document, Side, Story
from wirediff.notes.anchors import anchor
from wirediff.notes.foreign.addresses import addresses, bare
from wirediff.notes.foreign.annotation import Target
from wirediff.notes.foreign.running import Running, Spot
from wirediff.notes.refind import Found, refind

_LONGEST = 2_000
"""Characters of a quotation that are kept where it has no place."""

_SLIPS = 500
"""Characters of a quotation that is looked for with its slips of the pen, which takes the square of them."""

_SEARCHED = 200
"""Versions in which words are looked for whose annotation does not say where they stand."""

_SAME = 0.5
"""The part of the context told (0 to 1) that has to be there: pages are read with more and less around the report."""

_CLEAR = 0.25
"""By so much more of the context has to be at one place than at any other."""


_NAMELESS = re.compile("[\0\ud800-\udfff]")


class Fastened(NamedTuple):
    """An end for a note, the story that it lies in, and why its place is not sure ("" where it is).

    `end` is None for what is about a whole version, and where no words are told.
    """

    end: Anchor | None
    story: str
    doubt: str = ""


class Shelf:
    """The versions at hand, to be searched by what other programs call them."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._story = {document.path: story.id for story in stories for document in story.documents}
        self._documents = [document for story in stories for document in story.documents]
        self._running: dict[str, Running] = {}
        self._named: dict[str, list[Document]] = {}
        self._stemmed: dict[str, list[Document]] = {}
        for document in self._documents:
            name = PurePosixPath(_slashed(document.path))
            self._named.setdefault(name.name, []).append(document)
            self._stemmed.setdefault(name.stem, []).append(document)
        self.only_story = stories[0].id if len(stories) == 1 else ""

    def fasten(self, target: Target) -> Fastened:
        """Find what a target is about. What has no sure place keeps its words, to be looked for by a person."""
        versions = self._versions(target)
        if not versions:
            return Fastened(_unplaced(target, _name(target.source)), self.only_story, self._unknown(target))
        story = self._story[versions[0].path]
        if target.whole:
            return Fastened(None, story)
        if not target.exact:
            words = [found for each in versions if (found := self._words(each, target))]
            if len(words) != 1:
                return Fastened(None, story, "only offsets are told, and into what text is not known")
            target = replace(target, exact=words[0])
        spot, doubt = self._spot(target, versions)
        if spot is None:
            return self._by_likeness(target, versions, doubt)
        text = spot.document.text_of(spot.paragraph)
        side = Side(0, spot.paragraph, spot.start, spot.end, text[spot.start : spot.end])
        doubt = f"it goes on into paragraph {spot.on_into}, and is fastened in its first" if spot.on_into else ""
        return Fastened(anchor(spot.document, side), self._story[spot.document.path], doubt)

    def _versions(self, target: Target) -> list[Document]:
        if same := [each for each in self._documents if target.document and each.id == target.document]:
            return same
        if target.source is None:
            return self._documents if len(self._documents) <= _SEARCHED else []
        if at := self._addressed.get(bare(target.source)):
            return at
        name = PurePosixPath(_name(target.source))
        found = self._named.get(name.name) or self._stemmed.get(name.stem) or self._stemmed.get(name.name) or []
        if len(found) < 2:
            return found
        near = [_shared_end(name, PurePosixPath(_slashed(each.path))) for each in found]
        return [each for each, shared in zip(found, near, strict=True) if shared == max(near)]

    @cached_property
    def _addressed(self) -> dict[str, list[Document]]:
        """The pages by the addresses that they tell."""
        found: dict[str, list[Document]] = {}
        for document in self._documents:
            for address in addresses(document.path):
                found.setdefault(address, []).append(document)
        return found

    def _unknown(self, target: Target) -> str:
        if target.source is None:
            return (
                f"it names no version, and there are more than {_SEARCHED}" if self._documents else "no version is here"
            )
        return f"no version here is called {target.source!r:.120}"

    def _words(self, document: Document, target: Target) -> str:
        if target.start is None or target.end is None:
            return ""
        return self._run(document).words_at(target.start, min(target.end, target.start + _LONGEST))

    def _spot(self, target: Target, versions: Iterable[Document]) -> tuple[Spot | None, str]:
        """The one place of some words, or why there is none."""
        spots = [spot for each in versions for spot in self._run(each).find(target.exact, target.prefix, target.suffix)]
        if not spots:
            return None, "its words are not there"
        best, *others = sorted(spots, key=lambda spot: -spot.agrees)
        told = target.prefix.strip() or target.suffix.strip()
        if told and best.agrees < _SAME:
            return None, "its words are there, but not what stood around them"
        if not others or (told and _outdoes(best.agrees, others[0].agrees)):
            return best, ""
        at_place = [spot for spot in spots if self._is_at(spot, target)]
        if len(at_place) == 1:
            return at_place[0], ""
        return None, f"its words are there {len(spots)} times, and nothing tells which is meant"

    def _is_at(self, spot: Spot, target: Target) -> bool:
        if target.start is None:
            return False
        return self._run(spot.document).at_offset(target.exact, target.start) == spot.at

    def _by_likeness(self, target: Target, versions: Sequence[Document], doubt: str) -> Fastened:
        """The place that notes of ours would be found at again, whose words were mistyped since; else none."""
        kept = _unplaced(target, versions[0].path)
        if kept and len(versions) == 1 and len(target.exact) <= _SLIPS:
            outcome = refind(kept, versions[0])
            if isinstance(outcome, Found):
                there = outcome.anchor
                side = Side(0, there.paragraph, there.start, there.end, there.exact)
                return Fastened(anchor(versions[0], side), self._story[versions[0].path])
        return Fastened(kept, self._story[versions[0].path], doubt)

    def _run(self, document: Document) -> Running:
        if document.path not in self._running:
            self._running[document.path] = Running(document)
        return self._running[document.path]


def _outdoes(one: float, other: float) -> bool:
    """Whether a place has all of the context that is told and another has not, or so much more of it."""
    return one == 1.0 > other or one - other >= _CLEAR


def _unplaced(target: Target, path: str) -> Anchor | None:
    """An end that has no place: the words, and the name of the version, under which they are looked for again."""
    if not target.exact:
        return None
    exact = target.exact[:_LONGEST]
    return Anchor(
        path=path or "unknown",
        document="",
        paragraph=0,
        start=0,
        end=len(exact),
        exact=exact,
        prefix=target.prefix[-32:],
        suffix=target.suffix[:32] if exact == target.exact else "",
    )


def _name(source: str | None) -> str:
    """The path in an address or a name, without what an address has besides."""
    try:
        parts = urlsplit(source or "")
    except ValueError:  # no address, for all its brackets
        parts = SplitResult("", "", source or "", "", "")
    path = parts.path if parts.scheme or parts.fragment or parts.query else source or ""
    # No file has a name with these, and no system lets one ask for it.
    named = _NAMELESS.sub("", unquote(path)).rstrip("/") or parts.netloc
    return named if parts.scheme in ("", "file") else PurePosixPath(named).name


def _slashed(path: str) -> str:
    return path.replace(os.sep, "/")


def _shared_end(one: PurePosixPath, other: PurePosixPath) -> int:
    """How many parts at their ends two paths share."""
    count = 0
    for a, b in zip(reversed(one.parts), reversed(other.parts), strict=False):
        if a != b:
            break
        count += 1
    return count
