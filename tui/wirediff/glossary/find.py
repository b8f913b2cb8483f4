"""Names and charged terms found in text: a dictionary of token keys, longest match first.

Cost: linear in the tokens of the text times the length of the longest name, whatever the size of the glossary.
"""

from collections.abc import Iterable
from typing import NamedTuple

from wirediff.text import Token, fold, fold_name, tokens


class Mention(NamedTuple):
    """An entity named in a text.

    `alias` is the name it goes under there (an acronym, a long form), `form` the spelling that the glossary lists for
    what stands in the text: two mentions with one alias and two forms differ in romanisation only.
    """

    start: int
    end: int
    entity: str
    alias: str
    form: str


class ChargedUse(NamedTuple):
    """A charged term in a text; `term` is its headword, `says` what it implies."""

    start: int
    end: int
    term: str
    says: str


class _Entry(NamedTuple):
    owner: str
    alias: str
    form: str
    exact: bool


class Finder:
    """Looks glossary names up in text. Built once a glossary."""

    def __init__(
        self,
        names: Iterable[tuple[str, str, tuple[str, ...]]],
        charged: Iterable[tuple[str, str, tuple[str, ...]]],
    ) -> None:
        """`names`: (entity, alias, forms); `charged`: (term, what it says, forms)."""
        self._names: dict[tuple[str, ...], _Entry] = {}
        self._charged: dict[tuple[str, ...], _Entry] = {}
        for entity, alias, forms in names:
            for form in forms:
                # An all-capital name is an acronym and is never matched in lower case: "IS" is no "is".
                self._names.setdefault(_keys(tokens(form)), _Entry(entity, alias, form, form.isupper()))
        for term, says, forms in charged:
            for form in forms:
                self._charged.setdefault(_keys(tokens(form)), _Entry(term, says, form, exact=False))
        self._longest_name = max(map(len, self._names), default=0)
        self._longest_charged = max(map(len, self._charged), default=0)

    def mentions(self, text: str) -> list[Mention]:
        """Where entities are named in `text`, longest names first come, none overlapping."""
        return [
            Mention(start, end, entry.owner, entry.alias, entry.form)
            for start, end, entry in _walk(text, self._names, self._longest_name)
        ]

    def charged_in(self, text: str) -> list[ChargedUse]:
        """Where charged terms stand in `text`."""
        return [
            ChargedUse(start, end, entry.owner, entry.alias)
            for start, end, entry in _walk(text, self._charged, self._longest_charged)
        ]


def _walk(text: str, table: dict[tuple[str, ...], _Entry], longest: int) -> Iterable[tuple[int, int, _Entry]]:
    found = tokens(text)
    keys = _keys(found)
    place = 0
    while place < len(found):
        for length in range(min(longest, len(found) - place), 0, -1):
            entry = table.get(keys[place : place + length])
            if entry is None:
                continue
            start, end = found[place].start, found[place + length - 1].end
            if entry.exact and fold(text[start:end]) != fold(entry.form):
                continue
            yield start, end, entry
            place += length
            break
        else:
            place += 1


def _keys(found: list[Token]) -> tuple[str, ...]:
    """Tokens for look-up: case, apostrophes, hyphens and accents do not count."""
    return tuple(fold_name(token.text) or token.key for token in found)
