"""The body printed again, as pages do that carry it once for reading and once for a widget."""

from wirediff.read.clean.page import LONG, Page
from wirediff.read.contract import Role
from wirediff.text import fold


def repeats(page: Page) -> dict[int, Role]:
    """Pieces that repeat earlier ones: long ones by themselves, short ones inside a run that is printed again.

    Two pieces are equal when their letters and figures are, so that other quotation marks do not hide a repeat. A
    short line that recurs alone ("No comment.") is part of the report. Linear in the length of the text.
    """
    order = page.open()
    keys = [_letters(page.pieces[index].text) for index in order]
    source = _sources(keys)
    found: dict[int, Role] = {}
    for run in _runs(source):
        if any(len(keys[place]) > LONG * 3 // 4 and len(page.pieces[order[place]].text) > LONG for place in run):
            found.update(dict.fromkeys((order[place] for place in run), "repeat"))
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text).casefold()))


def _sources(keys: list[str]) -> list[int | None]:
    """For each key the place of an earlier equal one, going on from the place before where that fits."""
    first: dict[str, int] = {}
    source: list[int | None] = []
    for place, text in enumerate(keys):
        before = source[-1] if source else None
        if text and before is not None and before + 1 < place and keys[before + 1] == text:
            source.append(before + 1)
        else:
            source.append(first.get(text) if text else None)
        first.setdefault(text, place)
    return source


def _runs(source: list[int | None]) -> list[list[int]]:
    """Places in a row whose sources are in a row too."""
    runs: list[list[int]] = []
    for place, origin in enumerate(source):
        if origin is None:
            continue
        before = source[place - 1] if place else None
        if runs and runs[-1][-1] == place - 1 and before is not None and origin == before + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
