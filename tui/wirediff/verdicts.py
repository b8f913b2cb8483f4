"""What a note may conclude and where it may stand: the two tables that the reader, the commands and the docs share."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from wirediff import folders
from wirediff.errors import ConfigError

VERDICTS = MappingProxyType(
    {
        "error": "one version is wrong",
        "house-style": "the outlets write it differently, and both are right",
        "update": "the later version knows more",
        "acceptable": "a change that leaves the meaning as it was",
        "unsure": "somebody has to look again",
    }
)
"""What a note may conclude, with what each conclusion means; `verdicts` adds the user's own."""

STATUSES = MappingProxyType(
    {
        "open": "still to be looked at",
        "confirmed": "looked at, and a discrepancy it is",
        "dismissed": "looked at, and no discrepancy",
    }
)
"""Where a note may stand."""

OPEN, CONFIRMED, DISMISSED = STATUSES

FORMERLY = MappingProxyType({"resolved": CONFIRMED})
"""Statuses that earlier versions wrote, and what they are read as."""

WORD = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
"""What a verdict looks like, the user's own and those of others."""

_TAKEN = {*VERDICTS, "none"}
"""Words that cannot be defined: `none` takes a verdict away on the command line."""

_UNDER = "$.verdicts."
_LARGEST = 100_000


def verdicts(file: Path | None = None) -> Mapping[str, str]:
    """All verdicts with their meanings: the built-in ones, then the user's in the order of their file.

    `file` is `verdicts.yaml` in the user's configuration folder where none is given, and need not exist. Raises
    ConfigError, with file and line, for one that cannot be used.
    """
    file = own_file() if file is None else file
    return MappingProxyType({**VERDICTS, **_own(file)}) if os.path.lexists(file) else VERDICTS


def own_file() -> Path:
    """Where the user's own verdicts stand."""
    return folders.config() / "verdicts.yaml"


def _own(path: Path) -> dict[str, str]:
    from wirediff.yamlfile import Sort, read_yaml

    file = read_yaml(path, Sort("file of verdicts", _LARGEST, ConfigError, "docs/notes.md shows the form"))
    parts = file.data or {"verdicts": {}}
    if not isinstance(parts, dict) or [*parts] != ["verdicts"] or not isinstance(parts["verdicts"], dict):
        raise file.fault("$", "it has one key, verdicts, and under it a line for each: the word, a colon, its meaning")
    own: dict[str, str] = parts["verdicts"]
    for place in file.lines:
        # A word with nothing after it is among the lines only.
        word = place.removeprefix(_UNDER)
        if word == place:
            continue
        if word in _TAKEN:
            raise file.fault(place, "a word of wirediff's own; choose another")
        if not WORD.fullmatch(word):
            raise file.fault(place, "a verdict is a word of up to 30 small letters, digits and hyphens")
        means: object = own.get(word)
        if not isinstance(means, str) or not means.strip() or not means.isprintable():
            raise file.fault(place, "one line has to say what it means")
    return own
