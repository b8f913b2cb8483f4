"""What a person writes in a note, apart from what the store adds to it: identity, author and times."""

from typing import TypedDict

from msgspec import Struct

from wirediff.kinds import Kind, Severity
from wirediff.model import Anchor


class Draft(Struct, frozen=True, kw_only=True):
    """A note before it is recorded; the fields are those of `model.Note`."""

    text: str
    story: str
    verdict: str | None = None
    tags: tuple[str, ...] = ()
    severity: Severity | None = None
    status: str = "open"
    kind: Kind | None = None
    left: Anchor | None = None
    right: Anchor | None = None


class Fields(TypedDict, total=False):
    """The fields of a note that may be changed; those that are absent stay as they are."""

    text: str
    story: str
    verdict: str | None
    tags: tuple[str, ...]
    severity: Severity | None
    status: str
    kind: Kind | None
    left: Anchor | None
    right: Anchor | None
