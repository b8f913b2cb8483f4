"""Where what belongs to a user lies: their configuration, and what is remembered from one run to the next."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

GLOSSARY = "glossary.yaml"
"""Its name in the configuration folder."""


def config() -> "Path":
    """The user's own themes, keys and glossary: WIREDIFF_CONFIG, or the user's configuration folder."""
    return _folder("WIREDIFF_CONFIG", "user_config_path")


def state() -> "Path":
    """What the reader remembers: WIREDIFF_STATE, or the user's state folder."""
    return _folder("WIREDIFF_STATE", "user_state_path")


def own_glossary() -> "Path":
    """The glossary that is in force where a call names none, if the file is there; judgements are kept in it."""
    return config() / GLOSSARY


def named_by(variable: str) -> str:
    """The variable, if it is set and so names a folder; else ""."""
    return variable if os.environ.get(variable) else ""


def _folder(variable: str, usual: str) -> "Path":
    from pathlib import Path  # not needed for `--help`, which is to be there at once

    if named := os.environ.get(variable):
        return Path(named)
    import platformdirs

    found: Path = getattr(platformdirs, usual)("wirediff")
    return found
