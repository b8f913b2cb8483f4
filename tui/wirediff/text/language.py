"""The tables of a language: one YAML file each, under `data/`."""

from functools import cache
from pathlib import Path
from typing import Any

from wirediff.resources import shipped


def code_of(language: str | None) -> str:
    """The first part of an IETF language tag, "" where there is none or it is no plain code.

    >>> code_of("pt-BR"), code_of(None)
    ('pt', '')
    """
    code = (language or "").replace("_", "-").partition("-")[0].casefold()
    return code if code.isascii() and code.isalpha() else ""


def data_of(folder: str, language: str) -> dict[str, Any]:
    """The table of a language in a folder of `data/`, empty where it has none. Every scalar is text."""
    code = code_of(language)
    path = shipped("data") / folder / f"{code}.yaml"
    return _read(path) if code and path.is_file() else {}


@cache
def _read(path: Path) -> dict[str, Any]:
    """Our own data, without any reading of values, so that the words "no", "on" and "off" stay words."""
    import yaml

    loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    table: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return table
