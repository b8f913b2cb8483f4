"""The word lists of the cleaner, from data/read: what furniture says, agencies, months, small words."""

import re
from functools import cache, cached_property
from itertools import chain
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from wirediff.model import Reason
from wirediff.resources import shipped
from wirediff.text import fold

T = TypeVar("T")

_LEADING = " -*•·–—>»›→▶|#:.،"
_TRAILING = " .:!?…؟>»›→|·•،*-"
_BLANKS = re.compile(r"\s+")


def key(text: str) -> str:
    """The form in which lines are compared with the lists: no typography, case, bullets or closing marks.

    >>> key("» You may also like:")
    'you may also like'
    """
    return _BLANKS.sub(" ", fold(text.lstrip(_LEADING)).casefold()).rstrip(_TRAILING)


class Phrases(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How furniture of one reason reads; data/read/furniture.yaml describes the four ways."""

    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    @cached_property
    def wholes(self) -> frozenset[str]:
        """`whole` as keys."""
        return frozenset(map(key, self.whole))

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """`starts` as they are compared: a mark at the end counts, a mark in front does not."""
        return tuple(_BLANKS.sub(" ", fold(phrase).casefold()).rstrip() for phrase in self.starts)

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """All `patterns` in one."""
        return re.compile("|".join(f"(?:{pattern})" for pattern in self.patterns)) if self.patterns else None


class Agency(Struct, frozen=True, forbid_unknown_fields=True):
    """A news agency: the code it is reported under, its other names, words of its boilerplate about itself."""

    code: str
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()


class Agencies(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The agencies, and what else stands in a picture's credit."""

    agencies: tuple[Agency, ...]
    picture: tuple[str, ...]

    @cached_property
    def codes(self) -> dict[str, str]:
        """Code by name; an acronym stands in its own case, other names without case."""
        found: dict[str, str] = {}
        for agency in self.agencies:
            for name in (agency.code, *agency.names):
                found.setdefault(name if _is_acronym(name) else name.casefold(), agency.code)
        return found

    def named(self, name: str) -> str | None:
        """The code of the agency that goes under `name`, None where no agency does."""
        bare = name.strip(" ()[]/.,:-–—|")
        return self.codes.get(bare) or (None if _is_acronym(bare) else self.codes.get(bare.casefold()))

    @cached_property
    def about(self) -> tuple[str, ...]:
        """Boilerplate of all agencies."""
        return tuple(chain.from_iterable(agency.about for agency in self.agencies))


class Dates(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Month names, and the words around a date in a line of its own."""

    months: dict[int, tuple[str, ...]]
    around: frozenset[str]
    later: tuple[str, ...]

    @cached_property
    def month_of(self) -> dict[str, int]:
        """Month by name, without case."""
        return {name.casefold(): month for month, names in self.months.items() for name in names}


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Small words by language, its letters besides a to z, and the words of bylines."""

    languages: dict[str, frozenset[str]]
    letters: dict[str, str]
    scripts: dict[str, str]
    by: tuple[str, ...]
    particles: frozenset[str]
    jobs: tuple[str, ...]


def _is_acronym(name: str) -> bool:
    return len(name) <= 4 and name.isupper()


@cache
def furniture() -> dict[Reason, Phrases]:
    """Furniture by the reason it is left out for."""
    return _load("furniture", dict[Reason, Phrases])


@cache
def agencies() -> Agencies:
    """The news agencies known by name."""
    return _load("agencies", Agencies)


@cache
def dates() -> Dates:
    """What dates are made of, in the languages known."""
    return _load("dates", Dates)


@cache
def words() -> Words:
    """Small words and byline words."""
    return _load("words", Words)


def _load(name: str, shape: type[T]) -> T:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (shipped("data") / "read" / f"{name}.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.load(text, Loader=loader), shape)
