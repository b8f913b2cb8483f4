"""What a person writes in a note, apart from what the store adds to it: identity, author and times."""

from types import MappingProxyType
from typing import TypedDict

from msgspec import Struct

from wirediff.kinds import Kind, Severity
from wirediff.model import Anchor

VERDICTS = MappingProxyType(
    {
        "error": "one version is wrong",
        "house-style": "the outlets write it differently, and both are right",
        "update": "the later version knows more",
        "acceptable": "a change that leaves the meaning as it was",
        "unsure": "somebody has to look again",
    }
)
"""What a note may conclude, with what each conclusion means."""

STATUSES = MappingProxyType({"open": "still to be dealt with", "resolved": "dealt with"})
"""Where a note stands."""


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
