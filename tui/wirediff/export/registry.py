"""The formats there are: each is a module in `formats`, found by its name, so that adding one is adding a file."""

import difflib
import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

from wirediff.errors import UsageError
from wirediff.export import formats

if TYPE_CHECKING:
    from wirediff.export.choice import Choice
    from wirediff.export.report import (
        Report,
    )  # only for the types: listing the formats, as help does, loads nothing else


class Format(Protocol):
    """What a module in `formats` offers."""

    SUFFIX: str
    """How the names of its files end, with the dot."""

    MEANS: str
    """What it is good for, in a few words for menus and help."""

    def render(self, report: "Report") -> bytes:
        """The whole report; the same bytes for the same report."""


FORMATS: tuple[str, ...] = tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))
"""The names of the formats. Listing them loads none of them."""


def format_named(name: str) -> Format:
    """The format under a name of FORMATS. Raises UsageError for another name."""
    if name not in FORMATS:
        close = difflib.get_close_matches(name, FORMATS, 1)
        hint = f"did you mean {close[0]}?" if close else f"the formats are {', '.join(FORMATS)}"
        raise UsageError(f"there is no format {name!r}", hint)
    return cast(Format, importlib.import_module(f"{formats.__name__}.{name}"))


def shows_findings(format: str) -> bool:
    """Whether a format shows names, substitutions and facts, which take their time. Raises UsageError as above."""
    return bool(getattr(format_named(format), "FINDINGS", False))


def render(report: "Report", format: str, choice: "Choice | None" = None) -> bytes:
    """What is chosen of `report` in the format of that name, which is all of it without a choice.

    Raises UsageError for a name that is not in FORMATS, and for a choice that the report does not allow.
    """
    made = format_named(format)
    if choice is None:
        return made.render(report)
    from wirediff.export.choice import chosen

    return made.render(chosen(report, choice))
