"""An annotation of another program, as far as a note can hold it."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from wirediff.errors import WirediffError
from wirediff.kinds import Kind, Severity

JsonObject = dict[str, Any]

Fault = Callable[[str, str], WirediffError]
"""Makes the error for a path such as `$[3].target`, and what is wrong there."""


class Target(Struct, frozen=True, kw_only=True):
    """What an annotation is about: a version, and the words in it, or their place; without either the whole version.

    `source` is an address or a name, None where nothing is said. `start` and `end` are offsets into a text that the
    other program knows; `document` is the content's id, where wirediff wrote the annotation.
    """

    source: str | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    document: str = ""

    @property
    def whole(self) -> bool:
        """Whether it is about a version rather than about words in it."""
        return not self.exact and self.start is None


class Annotation(Struct, frozen=True, kw_only=True):
    """What it says, by whom and when, and what about. `name` tells it from all others; times are ISO 8601 in UTC."""

    name: str
    text: str
    author: str = ""
    created: str = ""
    modified: str = ""
    tags: tuple[str, ...] = ()
    verdict: str | None = None
    kind: Kind | None = None
    severity: Severity | None = None
    status: str = "open"
    note: str = ""
    story: str = ""
    targets: tuple[Target, ...] = ()


class Annotations(Struct, frozen=True):
    """The annotations in a file, in its order. `at` is the time of the file, for those that tell none.

    `passed_over` counts those that wirediff made of differences, which are no notes.
    """

    source: str
    items: tuple[Annotation, ...]
    at: str
    passed_over: int = 0
