"""Words that are near in meaning: by a table of synonyms, or because they are forms of one word."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from os.path import commonprefix

from msgspec import Struct, field

from wirediff.text.language import code_of, data_of
from wirediff.text.lexicon import FALLBACK, phrase

_SHORTEST_STEM = 4
_SHORTEST_UNKNOWN = 5
_MOST_KNOWN = 1 << 15
_MOST_OF_WORD = 0.7
"""Part of the longer word that two forms of one share in a language whose endings are not known."""


class Synonyms(Struct, frozen=True):
    """The synonyms of one language: forms with their headwords, and headwords with the groups they stand in.

    `endings` are those that two forms of one word may have behind what they share, `longest` the most words of a form.
    """

    heads: Mapping[str, str]
    groups: Mapping[str, frozenset[int]]
    endings: frozenset[str]
    longest: int
    known: dict[str, frozenset[int]] = field(default_factory=dict)
    """What was looked up already."""

    def of(self, form: str) -> frozenset[int]:
        """The groups of a word or phrase in any inflection; none for one that stands in no group.

        >>> table = synonyms()
        >>> bool(table.of("recaptured") & table.of("seizing")), bool(table.of("murder"))
        (True, False)
        """
        known = self.known.get(form)
        if known is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            known = self.known[form] = self._look_up(form)
        return known

    def _look_up(self, form: str) -> frozenset[int]:
        first, blank, rest = form.partition(" ")
        found: set[int] = set()
        for plain in self._plain(first):
            found |= self.groups.get(plain + blank + rest, frozenset())
        if blank and not found:
            start, _, last = form.rpartition(" ")
            for plain in self._plain(last):
                found |= self.groups.get(f"{start} {plain}", frozenset())
        return frozenset(found)

    def near(self, one: str, other: str) -> bool:
        """Whether two words say the same, or are forms of one word.

        >>> table = synonyms()
        >>> table.near("bastion", "stronghold"), table.near("convicted", "conviction"), table.near("murder", "theft")
        (True, True, False)
        """
        return one == other or bool(self.of(one) & self.of(other)) or self.one_word(one, other)

    def one_word(self, one: str, other: str) -> bool:
        """Whether two words are forms of one word: a table of irregular forms, or a stem with two endings."""
        if not self._plain(one).isdisjoint(self._plain(other)):
            return True
        stem = commonprefix((one, other))
        if not self.endings:
            return len(stem) >= max(_SHORTEST_UNKNOWN, _MOST_OF_WORD * max(len(one), len(other)))
        return len(stem) >= _SHORTEST_STEM and {one[len(stem) :], other[len(stem) :]} <= self.endings

    def singular(self, form: str) -> str:
        """The plain form of a noun, as far as its ending tells: for counting both numbers together.

        >>> table = synonyms()
        >>> table.singular("armies"), table.singular("groups"), table.singular("losses"), table.singular("crisis")
        ('army', 'group', 'loss', 'crisis')
        """
        if form in self.heads or not self.endings:
            return self.heads.get(form, form)
        if form.endswith("ies") and len(form) > _SHORTEST_STEM:
            return f"{form[:-3]}y"
        if form.endswith(("sses", "shes", "ches", "xes", "zes")):
            return form[:-2]
        return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form

    def _plain(self, form: str) -> frozenset[str]:
        """What the plain form of an inflected word might be, itself among them."""
        found = {form, self.heads.get(form, form)}
        for ending, rest in (("'s", ""), ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ing", "")):
            stem = form.removesuffix(ending)
            if stem == form or len(stem) < 2:
                continue
            found |= {stem + rest, stem + "e"} if ending in {"ed", "ing"} else {stem + rest}
            if ending in {"ed", "ing"} and len(stem) > _SHORTEST_STEM - 1 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
        return frozenset(found)


@cache
def synonyms(language: str = FALLBACK) -> Synonyms:
    """The synonyms of a language (an IETF tag); a language without a table has none, never those of another."""
    data = data_of("synonyms", code_of(language))
    groups: defaultdict[str, set[int]] = defaultdict(set)
    listed: Iterable[Iterable[str]] = data.get("groups", ())
    for number, forms in enumerate(listed):
        for form in forms:
            groups[phrase(form)].add(number)
    heads = {phrase(form): head for head, forms in data.get("irregular", {}).items() for form in forms}
    longest = max((form.count(" ") + 1 for form in groups), default=1)
    endings = frozenset(data.get("endings", ()))
    return Synonyms(heads, {form: frozenset(numbers) for form, numbers in groups.items()}, endings, longest)
