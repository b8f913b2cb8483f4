"""What makes two names one: spelling, sound with company, the same slot in aligned text, or one acronym."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from wirediff.differ.sound import sounds_alike
from wirediff.insight.families import Link
from wirediff.insight.sightings import Bearer, Expansion, Seen, Sighting
from wirediff.kinds import Kind
from wirediff.model import Comparison, Side
from wirediff.text import fold_name
from wirediff.text.acronyms import SMALL, initials, letters_of
from wirediff.text.lexicon import spelling_twins

_NEAR = 0.7
"""How alike two words of a name have to be, beside sounding alike, where only their company speaks for them."""

_CROWD = 200
"""Bearers under one key; more of them share a common word, which then says nothing."""

_SHORTEST_CONFLICT = 3
"""Words of two long forms that are told to be one acronym's by their initials."""

_STEM = 5
"""Letters; words that share them are forms of one word: Kurdish, Kurdistan."""

Names = Mapping[Bearer, Sequence[Sighting]]


def links(seen: Seen, comparisons: Sequence[Comparison]) -> Iterator[Link]:
    """Every link between bearers, the surest first. Quadratic only in names that share a word."""
    names = _written_out(seen)
    yield from _by_spelling(names)
    yield from _by_slot(seen, comparisons)
    yield from _by_sound(names)
    yield from _by_first_and_last(seen)
    yield from _stated_twice(seen)
    yield from _by_initials(seen, names)


def _written_out(seen: Seen) -> dict[Bearer, list[Sighting]]:
    """The bearers with the names that they are called by in full, each once, in the order of the first sighting."""
    names: dict[Bearer, dict[str, Sighting]] = defaultdict(dict)
    for sighting in seen.sightings:
        if not (sighting.acronym or sighting.shortened):
            names[sighting.bearer].setdefault(sighting.text, sighting)
    return {bearer: list(found.values()) for bearer, found in names.items()}


def _by_spelling(names: Names) -> Iterator[Link]:
    """Names of the same letters, wherever blanks, hyphens and articles stand, or with words of two orthographies."""
    twins = spelling_twins()
    first: dict[tuple[str, str], Sighting] = {}
    for found in names.values():
        for sighting in found:
            letters = "".join(fold_name(word) for word in sighting.text.split())
            for key in (("letters", letters), ("words", "".join(twins.get(word, word) for word in sighting.words))):
                earlier = first.setdefault(key, sighting)
                if earlier.bearer != sighting.bearer:
                    why = f"{earlier.text} and {sighting.text} are one name in two spellings"
                    yield Link(earlier.bearer, sighting.bearer, Kind.SPELLING, why)


def _by_slot(seen: Seen, comparisons: Sequence[Comparison]) -> Iterator[Link]:
    """Names that stand in one slot of aligned paragraphs and that sound alike, as the comparison found."""
    at: dict[tuple[str, int], list[Sighting]] = defaultdict(list)
    for sighting in seen.sightings:
        at[sighting.place.path, sighting.place.paragraph].append(sighting)
    for comparison in comparisons:
        paths = [version.path for version in comparison.collation.versions]
        for difference in comparison.differences:
            if difference.kind is not Kind.TRANSLITERATION or not difference.left or not difference.right:
                continue
            left, right = difference.left, difference.right
            ours = _over(at[paths[left.version], left.paragraph], left)
            theirs = _over(at[paths[right.version], right.paragraph], right)
            if ours and theirs and ours.bearer != theirs.bearer and len(ours.words) == len(theirs.words):
                why = (
                    f"{ours.text} and {theirs.text} stand in the same place ({ours.place.cited}, {theirs.place.cited})"
                )
                yield Link(ours.bearer, theirs.bearer, Kind.TRANSLITERATION, f"{why} and sound alike")


def _over(sightings: Iterable[Sighting], side: Side) -> Sighting | None:
    return next((each for each in sightings if each.place.start < side.end and side.start < each.place.end), None)


def _by_sound(names: Names) -> Iterator[Link]:
    """Names of two words or more that sound alike word for word, and share one or are near in all."""
    groups: dict[tuple[int, int, str], list[Sighting]] = defaultdict(list)
    for found in names.values():
        for sighting in found:
            if len(sighting.words) > 1:
                for place, word in enumerate(sighting.words):
                    groups[len(sighting.words), place, word].append(sighting)
                groups[len(sighting.words), -1, "".join(word[:1] for word in sighting.words)].append(sighting)
    for key, group in sorted(groups.items(), key=lambda item: item[0]):
        if len(group) > _CROWD:
            continue
        for one, other in combinations(group, 2):
            if one.bearer != other.bearer and _one_sound(one.words, other.words, all_differ=key[1] < 0):
                shared = [word for word in other.text.split() if word in one.text.split()]
                company = f" beside {' '.join(shared)}" if shared else ""
                why = f"{one.text} and {other.text} sound alike{company}: one name, two romanisations"
                yield Link(one.bearer, other.bearer, Kind.TRANSLITERATION, why)


def _one_sound(one: Sequence[str], other: Sequence[str], *, all_differ: bool) -> bool:
    """Whether the words that differ sound alike: all of them, or else some."""
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if not apart or all_differ != (len(apart) == len(one)):
        return False
    return all(_near(a, b) and sounds_alike(a, b) for a, b in apart)


def _near(a: str, b: str) -> bool:
    """Few letters apart, and not the country for the people: Germany, German."""
    from rapidfuzz.distance import Levenshtein

    shorter, longer = sorted((a, b), key=len)
    if longer in {f"{shorter}y", f"{shorter}ey"}:
        return False
    return Levenshtein.normalized_similarity(a, b) >= _NEAR


def _by_first_and_last(seen: Seen) -> Iterator[Link]:
    """People with and without middle names, or words before their names that are no title known to us.

    "Brian Nichols" is "Brian G. Nichols" and "Sheriff Brian Nichols" where no other name would do.
    """
    people: dict[tuple[str, ...], Sighting] = {}
    somebody = {sighting.bearer for sighting in seen.sightings if sighting.person or sighting.shortened}
    for sighting in seen.sightings:
        if sighting.bearer in somebody and not sighting.bearer.entity and not sighting.shortened:
            people.setdefault(sighting.words, sighting)
    longer: dict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for words, sighting in people.items():
        if len(words) > 2:
            for ends in dict.fromkeys([(words[0], words[-1]), (words[-2], words[-1])]):
                longer[ends].append(sighting)
    for words, sighting in people.items():
        if len(words) == 2 and len(found := longer.get((words[0], words[1]), [])) == 1:
            why = f"{sighting.text} is a shorter form of {found[0].text}"
            yield Link(sighting.bearer, found[0].bearer, Kind.NAMING, why)


def _stated_twice(seen: Seen) -> Iterator[Link]:
    """One acronym that texts explain as two things, or as another thing than the glossary does with like words."""
    by_letters: dict[str, dict[Bearer, Expansion]] = defaultdict(dict)
    for expansion in seen.expansions:
        if expansion.stated:
            by_letters[expansion.letters].setdefault(expansion.bearer, expansion)
    for letters, expansions in sorted(by_letters.items()):
        for one, other in combinations(list(expansions.values())[:_CROWD], 2):
            why = (
                f"{letters.upper()} is explained as {one.long} in {one.place.cited} and as {other.long} in "
                f"{other.place.cited}"
            )
            yield Link(one.bearer, other.bearer, Kind.NAMING, why, conflict=True)


def _by_initials(seen: Seen, names: Names) -> Iterator[Link]:
    """Long names with the initials of an acronym in use, of which one word differs inside the same first and last.

    Names that one document tells apart are two, and so are those that differ in the ending or the spelling of a word.
    """
    used: dict[str, Sighting] = {}
    for sighting in seen.sightings:
        if sighting.acronym:
            used.setdefault(letters_of(sighting.text), sighting)
    longs: dict[tuple[str, str, str, int], list[Sighting]] = defaultdict(list)
    for found in names.values():
        for sighting in found:
            words = [word for word in sighting.words if word not in SMALL]
            if len(words) >= _SHORTEST_CONFLICT:
                for letters in initials(words) & used.keys():
                    longs[letters, words[0], words[-1], len(words)].append(sighting)
    documents = _documents(seen)
    for (letters, *_), group in sorted(longs.items(), key=lambda item: item[0]):
        if len(group) > _CROWD:
            continue
        for one, other in combinations(group, 2):
            if one.bearer == other.bearer or documents[one.bearer] & documents[other.bearer]:
                continue
            if _another_word(one.words, other.words):
                why = (
                    f"{letters.upper()} stands for {one.text} ({one.place.cited}) or {other.text} "
                    f"({other.place.cited}): the same initials, and all words but one"
                )
                yield Link(one.bearer, other.bearer, Kind.NAMING, why, conflict=True)


def _documents(seen: Seen) -> dict[Bearer, set[int]]:
    """Where each bearer is named in full."""
    found: dict[Bearer, set[int]] = defaultdict(set)
    for sighting in seen.sightings:
        if not sighting.acronym:
            found[sighting.bearer].add(sighting.document)
    return found


def _another_word(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether exactly one word differs, and is another word rather than another spelling or form of the same."""
    if len(one) != len(other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    twins = spelling_twins()
    if len(apart) != 1:
        return False
    a, b = apart[0]
    return twins.get(a, a) != twins.get(b, b) and a[:_STEM] != b[:_STEM] and not sounds_alike(a, b)
