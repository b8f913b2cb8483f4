"""What a reader hands to the cleaner, and what a reader is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from wirediff.model import Reason

Role = Literal["headline", "standfirst", "byline", "caption", "date", "dateline", "version", "paragraph"] | Reason
"""What a block is: part of the report's head, a body paragraph, or something to leave out, with the reason."""


class Block(Struct, frozen=True):
    """A piece of the source that stands by itself, as the source has it, without the blanks around it.

    `line` is the 1-based source line where it begins, None where the source has no lines. `role` is what the format
    itself says the block is, None where the cleaner has to find out.
    """

    text: str
    line: int | None = None
    role: Role | None = None


class Raw(Struct, frozen=True, kw_only=True):
    """One report as its format gives it, before cleaning.

    `blocks` holds everything the source shows, in its order. The fields are what the format states outright (a meta
    element, a tag of its own); the cleaner fills only those that are None. `marked_up` says that the format tells the
    body from the rest, so that unmarked blocks are body text: then the cleaner looks for furniture among them, but
    for no headline, byline or standfirst. With `as_is` every block is a paragraph and nothing is looked for. `encoding`
    is the character set that had to be guessed.
    """

    blocks: tuple[Block, ...] = ()
    headline: str | None = None
    byline: str | None = None
    source: str | None = None
    agency: str | None = None
    dateline: str | None = None
    published: str | None = None
    language: str | None = None
    standfirst: str | None = None
    captions: tuple[str, ...] = ()
    version: str | None = None
    encoding: str | None = None
    marked_up: bool = False
    as_is: bool = False


class Reader(Struct, frozen=True):
    """A format: its name on the command line, the name endings it claims, and how to read it.

    `read` takes the file's bytes and its path (for messages only) and gives one Raw for each report in the file; it
    raises ReadError when the bytes are not what it reads. `sniff` says whether bytes are surely of this format,
    whatever the file is called.
    """

    name: str
    endings: tuple[str, ...]
    read: Callable[[bytes, Path], Sequence[Raw]]
    sniff: Callable[[bytes], bool] = lambda _data: False
