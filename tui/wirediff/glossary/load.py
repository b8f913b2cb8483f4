"""Glossary files: YAML, checked, with the place of a fault in the message."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from wirediff.errors import GlossaryError
from wirediff.glossary.schema import Glossary
from wirediff.resources import shipped

LARGEST = 5_000_000
"""Bytes; a larger file is refused unread."""


@cache
def builtin() -> Glossary:
    """The glossaries that ship with the package, merged."""
    merged = Glossary()
    for path in sorted((shipped("data") / "glossary").glob("*.yaml")):
        merged = load(path).over(merged)
    return msgspec.structs.replace(merged, title="glossary")


def load(path: Path) -> Glossary:
    """The glossary in a YAML file.

    Raises GlossaryError, with the file and the line or the path inside, for a file that is missing, too large, no
    YAML, or not of the glossary's shape. Aliases and tags of YAML are refused: they can blow a small file up.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise GlossaryError(f"{path}: a glossary has at most {LARGEST // 1_000_000} MB")
        data = _yaml(path, path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GlossaryError(f"{path}: {(error.strerror or str(error)).lower()}", "check the path") from error
    except UnicodeDecodeError as error:
        raise GlossaryError(f"{path}: not UTF-8 at byte {error.start}", "save the glossary as UTF-8") from error
    try:
        return msgspec.convert(data or {}, Glossary)
    except msgspec.ValidationError as error:
        raise GlossaryError(f"{path}: {error}", "docs/glossary.md shows the form") from error


def _yaml(path: Path, text: str) -> Any:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                raise GlossaryError(
                    f"{path}:{event.start_mark.line + 1}: aliases (*{event.anchor}) are not taken",
                    "write the value out in full",
                )
        return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, C or Python
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise GlossaryError(f"{path}{where}: {error.problem or 'not YAML'}", "mend the YAML there") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise GlossaryError(f"{path}: not YAML, or nested too deeply", "mend the YAML") from error
