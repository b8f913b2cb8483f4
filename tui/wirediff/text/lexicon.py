"""Word lists of a language: which words report, negate, hedge, limit or rank, and which differ in orthography only.

Every form is stored as `phrase` gives it, so that looking a token or a run of tokens up is one dictionary access.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from wirediff.text.language import code_of, data_of
from wirediff.text.tokens import words

_PLAIN = (
    "function_words",
    "negations",
    "modals",
    "hedges",
    "scope",
    "degree",
    "honorifics",
    "calendar",
    "name_particles",
    "kinship_particles",
    "generic_nouns",
    "place_prepositions",
    "loose_prepositions",
    "directions",
    "day_parts",
    "place_nouns",
    "counted_in",
    "negative_prefixes",
    "denials",
    "legal_weight",
    "calling_verbs",
    "presenting_verbs",
    "portfolios",
    "telling_verbs",
    "institutions",
    "that_words",
    "tenures",
    "genitives",
    "seats",
    "articles",
    "conjunctions",
    "place_parts",
    "travels",
    "origins",
    "no_place_behind",
)

_SHORTEST_TURNED = 3

FALLBACK = "en"
"""The language whose lists serve where a language has none of its own."""


class Lexicon(Struct, frozen=True, kw_only=True, dict=True):
    """The word lists of one language; all forms are written as `phrase` writes them.

    Mappings lead from a form to its headword: `reporting_verbs` "told" to "tell", `ranks` "maj gen" to "major
    general", `offices` "spokeswoman" to "spokesperson". A word may stand in several lists ("may" is modal and a
    month, "likely" a hedge). Of reporting verbs that are nouns too, only the past and -ing forms are listed.
    `longest` is the most words that a form of any list has.

    The lists after it may be empty. `acts_too` holds the reporting verbs (as headwords) that are acts as well.
    `opposites` leads from a form to the groups it stands in, each with the side it is on there, `kin`
    to the names of the groups of words that stand for each other, `periods` from a phrase to the part of a year it is,
    `exclusive` to the groups whose members exclude each
    other, each with which member the form is. `denials` turn down what follows, `legal_weight` are words that change an
    offence, `calling_verbs` give something a name, `telling_verbs` have the addressee behind them, `portfolios` are
    told apart by the word before them ("minister"), `institutions` are nouns that are no other body's back-reference,
    `tenures` say whether an office is still held ("former"). `genitives` stand between a place noun, or one
    of `seats` ("mayor"), and a place's name,
    `place_parts` make a name a part of the place ("central"); `travels` and `origins` before a preposition tell that it
    leads in a place, `no_place_behind` that it does not.
    `capital_nouns` tells that every noun has a capital, so that a capital makes no name. `day_parts` are
    what a day is made of ("morning"), `that_words` lead in what is reported, `presenting_verbs` have a thing for their
    object and not words about it, `conjunctions` stand before the last of a list.
    """

    language: str
    function_words: frozenset[str]
    reporting_verbs: Mapping[str, str]
    negations: frozenset[str]
    modals: frozenset[str]
    hedges: frozenset[str]
    scope: frozenset[str]
    degree: frozenset[str]
    ranks: Mapping[str, str]
    offices: Mapping[str, str]
    honorifics: frozenset[str]
    calendar: frozenset[str]
    name_particles: frozenset[str]
    kinship_particles: frozenset[str]
    generic_nouns: frozenset[str]
    place_prepositions: frozenset[str]
    longest: int
    loose_prepositions: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    day_parts: frozenset[str] = frozenset()
    place_nouns: frozenset[str] = frozenset()
    counted_in: frozenset[str] = frozenset()
    negative_prefixes: frozenset[str] = frozenset()
    acts_too: frozenset[str] = frozenset()
    opposites: Mapping[str, frozenset[tuple[int, int]]] = MappingProxyType({})
    kin: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    periods: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    exclusive: Mapping[str, Mapping[str, int]] = MappingProxyType({})
    denials: frozenset[str] = frozenset()
    legal_weight: frozenset[str] = frozenset()
    calling_verbs: frozenset[str] = frozenset()
    presenting_verbs: frozenset[str] = frozenset()
    portfolios: frozenset[str] = frozenset()
    telling_verbs: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    tenures: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    place_parts: frozenset[str] = frozenset()
    travels: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    no_place_behind: frozenset[str] = frozenset()
    that_words: frozenset[str] = frozenset()
    capital_nouns: bool = False

    def are_opposites(self, one: str, other: str) -> bool:
        """Whether two forms say the contrary of each other: by the list, or by a prefix ("armed", "unarmed").

        >>> lexicon("en").are_opposites("rose", "fell"), lexicon("en").are_opposites("rose", "rises")
        (True, False)
        """
        theirs = self.opposites.get(other, frozenset())
        if any((group, 1 - side) in theirs for group, side in self.opposites.get(one, ())):
            return True
        shorter, longer = sorted((one, other), key=len)
        prefix = longer.removesuffix(shorter).rstrip("-")
        return len(shorter) > _SHORTEST_TURNED and longer.endswith(shorter) and prefix in self.negative_prefixes

    @cached_property
    def qualifiers(self) -> frozenset[str]:
        """Every form that turns, hedges, limits or grades a claim."""
        return self.negations | self.modals | self.hedges | self.scope | self.degree | self.legal_weight

    def excluded(self, one: str, other: str) -> str:
        """What two forms are different instances of, as "offences"; empty where nothing says that they are.

        >>> lexicon("en").excluded("murder", "manslaughter"), lexicon("en").excluded("murder", "sister")
        ('offences', '')
        """
        theirs = self.exclusive.get(other, {})
        return next((what for what, at in self.exclusive.get(one, {}).items() if theirs.get(what, at) != at), "")

    def is_rank_or_office(self, form: str) -> bool:
        """Whether a form, as `phrase` writes it, is one that its bearer earned or was given."""
        return form in self.ranks or form in self.offices

    def is_title(self, form: str) -> bool:
        """Whether a form, as `phrase` writes it, may stand before a name: a rank, an office or an honorific."""
        return self.is_rank_or_office(form) or form in self.honorifics


def phrase(text: str) -> str:
    """Words as the lists hold them: their token keys, with single blanks between and without the points after them.

    >>> phrase("Maj. Gen."), phrase("according  to")
    ('maj gen', 'according to')
    """
    return " ".join(word.key.rstrip(".") for word in words(text))


@cache
def lexicon(language: str = FALLBACK) -> Lexicon:
    """The word lists of a language (an IETF tag: only its first part counts), or the English ones where it has none."""
    code = code_of(language)
    return _lexicon(code if data_of("words", code) else FALLBACK)


@cache
def _lexicon(code: str) -> Lexicon:
    data = data_of("words", code)
    lists: dict[str, Any] = {name: frozenset(map(phrase, data.get(name, ()))) for name in _PLAIN}
    lists["reporting_verbs"] = _reporting(data["reporting_verbs"])
    lists["ranks"] = _by_form(data.get("ranks", {}))
    lists["offices"] = _by_form(data.get("offices", {}))
    lists["acts_too"] = frozenset(data.get("acts_too", ()))
    lists["opposites"] = _opposites(data.get("opposites", ()))
    lists["kin"] = _kin(data.get("kin", {}))
    lists["periods"] = _kin(data.get("periods", {}))
    longest = max(form.count(" ") + 1 for forms in lists.values() for form in forms)
    lists["exclusive"] = _exclusive(data.get("exclusive", {}))
    return Lexicon(language=code, longest=longest, capital_nouns=data.get("capital_nouns") == "yes", **lists)


def _opposites(groups: Iterable[Sequence[Iterable[str]]]) -> Mapping[str, frozenset[tuple[int, int]]]:
    sides: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for group, both in enumerate(groups):
        for side, forms in enumerate(both):
            for form in forms:
                sides[phrase(form)].add((group, side))
    return MappingProxyType({form: frozenset(found) for form, found in sides.items()})


def _exclusive(groups: Mapping[str, Iterable[Iterable[str]]]) -> Mapping[str, Mapping[str, int]]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for what, members in groups.items():
        for number, forms in enumerate(members):
            for form in forms:
                found[phrase(form)].setdefault(what, number)
    return MappingProxyType(dict(found))


def _kin(groups: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    named: defaultdict[str, list[str]] = defaultdict(list)
    for group, forms in groups.items():
        for form in forms:
            named[phrase(form)].append(group)
    return MappingProxyType({form: tuple(found) for form, found in named.items()})


def _by_form(groups: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Headwords with their other forms, turned round; a headword is a form of itself."""
    turned: dict[str, str] = {}
    for head, others in groups.items():
        for form in (head, *others):
            turned.setdefault(phrase(form), phrase(head))
    return MappingProxyType(turned)


def _reporting(data: Any) -> Mapping[str, str]:
    """The forms that report, without those that are nouns as well ("a report", "the claims")."""
    nouns = {form for verb in data.get("nouns_too", ()) for form in (verb, inflections(verb)[0])}
    forms = _by_form({verb: inflections(verb) for verb in data.get("regular", ())} | data["irregular"])
    return MappingProxyType({form: verb for form, verb in forms.items() if form not in nouns})


def inflections(verb: str) -> tuple[str, ...]:
    """The third person, past and -ing form of a regular verb whose last consonant does not double.

    >>> inflections("deny"), inflections("declare")
    (('denies', 'denied', 'denying'), ('declares', 'declared', 'declaring'))
    """
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb if verb.endswith('ee') else verb[:-1]}ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return f"{verb}es", f"{verb}ed", f"{verb}ing"
    return f"{verb}s", f"{verb}ed", f"{verb}ing"


@cache
def spelling_twins(language: str = FALLBACK) -> Mapping[str, str]:
    """Forms of words that have two orthographies, each with one canonical form; English where a language has no list.

    Two words are spelling variants exactly when both are here under one canonical form, which is itself a form here.
    Keys are as `phrase` writes them; some have two words ("per cent").

    >>> twins = spelling_twins()
    >>> twins["neighbouring"] == twins["neighboring"], "prise" in twins
    (True, False)
    """
    data = data_of("spelling", language) or data_of("spelling", FALLBACK)
    twins: dict[str, str] = {}
    for pattern in data["patterns"]:
        for one, other in pattern["endings"]:
            for stem in pattern["stems"]:
                _join(twins, phrase(stem + one), phrase(stem + other))
    for one, other in data["pairs"].items():
        _join(twins, phrase(one), phrase(other))
    return MappingProxyType(twins)


def _join(twins: dict[str, str], one: str, other: str) -> None:
    """Put two forms under one canonical form, with all that either was joined to before."""
    head = twins.setdefault(other, other)
    old = twins.setdefault(one, head)
    if old != head:
        twins.update((form, head) for form, canonical in tuple(twins.items()) if canonical == old)
