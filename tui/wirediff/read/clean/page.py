"""The page as the cleaner sees it: pieces in order, each with what it has been found to be."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from wirediff.read.contract import Block, Role
from wirediff.read.wordlists import key
from wirediff.text import fold

LONG = 80
"""Characters from which a piece is running text even by itself; headlines and teasers mostly stay under it."""

_ENDED = re.compile(r"[.!?…。！？؟।]['\"’”»›)\]」』]*$")
_FULL_STOP = re.compile(r"[.…。।]['\"’”»›)\]」』]*$")
_BLANKS = re.compile(r"\s+")
_WORDS = re.compile(r"\w+")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


class Piece(Struct, frozen=True, dict=True):
    """A block, and its role once that is known."""

    block: Block
    role: Role | None = None

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @cached_property
    def key(self) -> str:
        """The text as it is looked up in the word lists."""
        return key(self.text)

    @cached_property
    def plain(self) -> str:
        """The text without typography, case and doubled blanks."""
        return _BLANKS.sub(" ", fold(self.text).casefold())

    @cached_property
    def words(self) -> int:
        """How many words; two signs of a script without blanks count as one."""
        return max(len(self.text.split()), len(_IDEOGRAPHS.findall(self.text)) // 2)

    @cached_property
    def ended(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDED.search(self.text[-12:]) is not None

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends in a full stop: headlines may ask or exclaim, they seldom state."""
        return _FULL_STOP.search(self.text[-12:]) is not None

    @property
    def prose(self) -> bool:
        """Whether it is running text rather than a heading, a name or a label."""
        return (self.ended and self.words >= 4) or len(self.text) >= 3 * LONG

    @property
    def lead(self) -> bool:
        """Whether it could open the body: surely running text, not the question of a prompt or a headline."""
        return (
            (self.stopped and self.words >= 7) or (self.ended and len(self.text) >= LONG) or len(self.text) >= 3 * LONG
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of four letters or more that it uses, without case."""
        return frozenset(word for word in _WORDS.findall(self.text.casefold()) if len(word) > 3)


class Page(Struct, frozen=True, dict=True):
    """All pieces of a report's source, in order. Passes find roles; a role once found stays."""

    pieces: tuple[Piece, ...]

    def open(self) -> list[int]:
        """Indexes of the pieces whose role is not known yet."""
        return [index for index, piece in enumerate(self.pieces) if piece.role is None]

    def with_roles(self, roles: Mapping[int, Role]) -> "Page":
        """The page with roles added to pieces that have none yet."""
        if not roles:
            return self
        return Page(
            tuple(
                replace(piece, role=roles[index]) if piece.role is None and index in roles else piece
                for index, piece in enumerate(self.pieces)
            )
        )

    def having(self, *roles: Role) -> Iterator[Piece]:
        """The pieces with one of `roles`, in order."""
        return (piece for piece in self.pieces if piece.role in roles)

    def body(self) -> tuple[int, int] | None:
        """Indexes of the first and the last piece of running text among those still open; None without any."""
        leads = [index for index in self.open() if self.pieces[index].lead]
        if not leads:
            return None
        prose = [index for index in self.open() if self.pieces[index].prose]
        return leads[0], max(prose[-1], leads[-1])
