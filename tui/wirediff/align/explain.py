"""The sentence that says what a row rests on, in words that stand in the paragraphs it is about."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from wirediff.align.lexed import Spoken, words_of
from wirediff.align.rarity import is_common
from wirediff.glossary import Glossary
from wirediff.naming import tag
from wirediff.text import fold, words
from wirediff.text.date_words import MONTHS, WEEKDAYS

LEAST_QUOTED = 3
"""Words of a quotation that make it worth naming."""

MOST_NAMED = 4
"""How many shared names, and how many shared words, a sentence names."""

_QUOTED = re.compile(r'"([^"]+)"?')
_BEGINS = re.compile(r"(?:^|[.?!:…])[\s\"“”'‘’(\[]*$")
_DATES = frozenset({*WEEKDAYS, *MONTHS})
"""English writes these with a capital though they name nobody."""

_SCRIPT_WITHOUT_BLANKS = "\u0e01"
"""From here on a word of one character says something, and two letters do."""


class Shared(NamedTuple):
    """What links two versions in a row: their numbers, the shared terms, and whether a person linked them."""

    left: int
    right: int
    terms: tuple[str, ...]
    pinned: bool


def rests_on(ties: Sequence[Shared], texts: Mapping[int, str], glossary: Glossary, nouns: bool = False) -> str:
    """What links the texts of a row: quotations, names, figures and words in common, as they stand there.

    `texts` holds a row's text by version, `ties` what links the versions, the strongest first. What all versions have
    is said of all; where they share nothing in common, it is said which two have what. `nouns` tells that the language
    writes every noun with a capital, so that capitals make no names.
    """
    said = _said(ties, {version: _Voice(text, glossary, nouns) for version, text in texts.items()})
    if any(tie.pinned for tie in ties):
        return f"Linked by hand: {said[0].lower()}{said[1:]}" if said else "Linked by hand."
    return said or "They stand beside paragraphs that are linked, and common words of theirs agree."


def stands_alone(rival: str, score: float) -> str:
    """Why a paragraph answers none; `rival` names the one that is most like it and `score` how much, "" for none."""
    if not rival:
        return "No paragraph of another version shares anything telling with it."
    return f"No paragraph of another version shares enough with it; nearest is {rival}, at {score:.2f}."


def _said(ties: Sequence[Shared], voices: "Mapping[int, _Voice]") -> str:
    everyone = [voices[version] for version in sorted(voices)]
    common = _common(dict.fromkeys(term for tie in ties for term in tie.terms), everyone)
    if common:
        return f"{'Both' if len(everyone) == 2 else 'All'} have {common}."
    parts: list[str] = []
    seen: set[int] = set()
    for tie in ties:
        if not {tie.left, tie.right} <= seen:
            common = _common(dict.fromkeys(tie.terms), [voices[tie.left], voices[tie.right]])
            if common:
                seen |= {tie.left, tie.right}
                parts.append(f"{' and '.join(map(tag, sorted((tie.left, tie.right))))} have {common}")
    return f"{'; '.join(parts)}." if parts else ""


class _Voice:
    """A text, and how it says what terms stand for."""

    def __init__(self, text: str, glossary: Glossary, nouns: bool) -> None:
        self.text, self._glossary, self._nouns = text, glossary, nouns

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """The words in their order."""
        return tuple(words_of(self.text))

    @cached_property
    def forms(self) -> dict[str, str]:
        """The words by the terms that stand for them; of several the first, in small letters where there is one."""
        found: dict[str, str] = {}
        for start, end, term in self.spoken:
            word = self.text[start:end]
            if term not in found or (found[term][0].isupper() and word[0].islower()):
                found[term] = word
        return found

    @cached_property
    def entities(self) -> dict[str, str]:
        """How the entities are named that the glossary knows, by their terms."""
        mentions = reversed(self._glossary.mentions(self.text))
        return {f"={each.entity}": self.text[each.start : each.end] for each in mentions}

    @cached_property
    def keys(self) -> str:
        """All words without case and typography, with a blank on both sides of each."""
        return f" {' '.join(word.key for word in words(self.text))} "

    @cached_property
    def names(self) -> list[tuple[str, frozenset[str]]]:
        """Runs of words with capitals, and the terms that stand for them; none that only begins a sentence."""
        return [] if self._nouns else list(_names(self.text, self.spoken))

    def holds(self, keys: Sequence[str]) -> bool:
        """Whether some words stand here one after the other."""
        return f" {' '.join(keys)} " in self.keys


def _names(text: str, spoken: Sequence[Spoken]) -> Iterator[tuple[str, frozenset[str]]]:
    run: list[Spoken] = []
    for word in spoken:
        capital = text[word.start].isupper()
        if run and not (capital and text[run[-1][1] : word.start] in {" ", "-"}):
            yield from _name(text, run)
            run = []
        if capital:
            run.append(word)
    yield from _name(text, run)


def _name(text: str, run: Sequence[Spoken]) -> Iterator[tuple[str, frozenset[str]]]:
    if run and _BEGINS.search(text[: run[0][0]]) and (len(run) == 1 or is_common(run[0][2])):
        run = run[1:]
    terms = frozenset(term for _, _, term in run)
    dated = all(text[start:end] in _DATES for start, end, _ in run)
    if run and not dated and not all(map(is_common, terms)):
        yield text[run[0][0] : run[-1][1]], terms


def _common(terms: Mapping[str, None], voices: Sequence[_Voice]) -> str:
    """What all of some texts have, of `terms` and of what stands in quotation marks in one of them."""
    first = voices[0]
    quoted = max((_quoted(one, [each for each in voices if each is not one]) for one in voices), key=len)
    parts = [f"the quotation “{quoted}”"] if quoted else []
    told = {word.term for word in words_of(quoted)}
    names: dict[str, None] = {}
    known: set[str] = set()
    common = set.intersection(*({*voice.forms} for voice in voices))
    for term in terms:
        if term[0] == "=" and all(term in voice.entities for voice in voices):
            names[_forms([voice.entities[term] for voice in voices])] = None
            known.update(word.term for voice in voices for word in words_of(voice.entities[term]))
    named = {each: None for voice in voices for each in voice.names if each[1] <= common}
    for name, held in sorted(named, key=_place(terms)):
        telling = not held.isdisjoint(terms) and held.isdisjoint(known) and not held <= told
        if telling and all(voice.holds([word.key for word in words(name)]) for voice in voices):
            names[name] = None
            told |= held
    parts += _listed("the name", list(names))
    plain = [term for term in terms if term not in told and term in common]
    parts += _listed("the figure", [first.forms[term] for term in plain if term[0].isdigit()])
    spoken = [term for term in plain if not term[0].isdigit()]
    rare = [term for term in spoken if not is_common(term)] or spoken
    parts += _listed("the word", [f"“{word}”" for word in _written(rare, voices, common)])
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _place(terms: Mapping[str, None]) -> Callable[[tuple[str, frozenset[str]]], tuple[int, int, str]]:
    """Sorts names by the weightiest of their terms, longer ones first."""
    rank = {term: number for number, term in enumerate(terms)}
    return lambda each: (min(rank.get(term, len(rank)) for term in each[1]), -len(each[1]), each[0])


def _written(terms: Sequence[str], voices: Sequence[_Voice], common: Set[str]) -> list[str]:
    """The words that some terms of all texts stand for, in the order of the terms; pieces that overlap are one."""
    rank = {term: number for number, term in enumerate(terms)}
    text = voices[0].text
    stretches: list[tuple[int, int, int, str]] = []
    for start, end, term in voices[0].spoken:
        if term in common:
            number = rank.get(term, len(rank))
            if stretches and start < stretches[-1][2]:
                before, start, _, term = stretches.pop()
                number = min(number, before)
            stretches.append((number, start, end, term))
    found: dict[str, None] = {}
    for number, start, end, term in sorted(stretches):
        if number == len(rank):
            break
        word = text[start:end]
        whole = word != voices[0].forms[term] and word >= _SCRIPT_WITHOUT_BLANKS
        said = word if whole else _forms([voice.forms[term] for voice in voices])
        if len(said) > (1 if said >= _SCRIPT_WITHOUT_BLANKS else 2):
            found[said] = None
    return list(found)


def _forms(found: Sequence[str]) -> str:
    """The forms of one thing, those that differ in more than case side by side."""
    distinct: dict[str, str] = {}
    for form in found:
        key = form.casefold()
        distinct[key] = min(distinct.get(key, form), form, key=lambda each: (not each.islower(), each))
    return " / ".join(distinct.values())


def _listed(noun: str, things: Iterable[str]) -> list[str]:
    """A phrase for the first few of `things`, none for none."""
    first = list(things)[:MOST_NAMED]
    if len(first) < 2:
        return [f"{noun} {thing}" for thing in first]
    return [f"{noun}s {', '.join(first[:-1])} and {first[-1]}"]


def _quoted(one: _Voice, others: Sequence[_Voice]) -> str:
    """The longest run of words in quotation marks of one text that the others hold too, word for word; "" for none."""
    folded = fold(one.text)
    best = ""
    longest = LEAST_QUOTED - 1
    for piece in _QUOTED.findall(folded) if '"' in folded else ():
        spoken = words(piece)
        start = 0
        for end in range(1, len(spoken) + 1):
            while start < end and not all(other.holds([word.key for word in spoken[start:end]]) for other in others):
                start += 1
            if end - start > longest:
                longest, best = end - start, piece[spoken[start].start : spoken[end - 1].end]
    return best
