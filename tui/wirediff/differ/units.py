"""Units: what the comparison of two cells moves about. A word, a number, a mark, or a name of several words."""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from wirediff.differ.words import ENTITY, Words
from wirediff.glossary import Mention
from wirediff.text import TokenType

QUOTES = frozenset("\"'“”„‟‘’‚‛«»") | {"``", "''"}
_LONGEST_COMPOUND = 3
_LEAST_OF_NAME = 2.5
_LEAST_OF_FACT = 1.0
_HYPHEN = "-"
ACTORS = ("actors",)
"""The kin of groups under whatever name."""
_WALL = "\n"
"""Stands for what is never a part of a compound."""


class Unit(Struct, frozen=True, gc=False):
    """One or several tokens that stand or fall together, at `start` to `end` (code points) of a text.

    From `key` to `hints` it is what `Word` says. `is_name` is true for a word that begins with a capital and for a
    name of the glossary; for the latter `entity`, `alias` and `form` are set. `fact` is "figure" or "date" with its
    `value` (equal values say the same) and the `least` a figure comes to, "quotation", or "told" for a sentence of
    another row (see `elsewhere`).
    """

    text: str
    start: int
    end: int
    key: str
    type: TokenType
    weight: float
    is_mark: bool
    is_name: bool
    plain: str
    twin: str
    letter: str
    size: int
    hints: int
    kin: tuple[str, ...] = ()
    entity: str = ""
    alias: str = ""
    form: str = ""
    fact: str = ""
    value: tuple[object, ...] = ()
    least: float = 1.0


class Stated(NamedTuple):
    """A figure or a date in a text, what it comes to, and the least that a figure comes to."""

    start: int
    end: int
    fact: str
    value: tuple[object, ...]
    least: float = 1.0


def units(
    text: str,
    names: Sequence[Mention],
    stated: Sequence[Stated],
    words: Words,
    actors: frozenset[str] = frozenset(),
) -> list[Unit]:
    """The units of a text in order; they cover every character that is no blank.

    Names come before figures and dates where they overlap. `actors` are the entities that a noun such as "the
    fighters" may stand for.
    """
    plain: list[Unit] = []
    begin = 0
    for chunk in text.split(" "):
        for token, word in words.of(chunk):
            plain.append(Unit(token.text, begin + token.start, begin + token.end, *word))
        begin += len(chunk) + 1
    return _gathered(text, plain, names, stated, words, actors) if names or stated else plain


def _gathered(
    text: str,
    plain: list[Unit],
    names: Sequence[Mention],
    stated: Sequence[Stated],
    words: Words,
    actors: frozenset[str],
) -> list[Unit]:
    """The units with names, figures and dates of several words made one each."""
    begins = {unit.start: index for index, unit in enumerate(plain)}
    ends = {unit.end: index + 1 for index, unit in enumerate(plain)}
    named = _named_runs(
        plain, [(begins[m.start], ends[m.end], m) for m in names if m.start in begins and m.end in ends]
    )
    facts = {begins[s.start]: (ends[s.end], s) for s in stated if s.start in begins and s.end in ends}
    made: list[Unit] = []
    place = 0
    for start in sorted({*named, *facts}):
        if start < place:
            continue
        if start in named:
            end, mention = named[start]
            whole = _named(text, plain[start:end], mention, words)
            if mention.entity in actors:
                whole = replace(whole, kin=ACTORS)
        else:
            end, fact = facts[start]
            if not named.keys().isdisjoint(range(start, end)):
                continue
            whole = _stated(text, plain[start:end], fact, words)
        made += plain[place:start]
        made.append(whole)
        place = end
    return made + plain[place:]


def _named(text: str, run: Sequence[Unit], mention: Mention, words: Words) -> Unit:
    weight = max(_LEAST_OF_NAME, sum(unit.weight for unit in run))
    whole = _whole(text, run, weight, words, is_name=True)
    hints = whole.hints | ENTITY
    return replace(whole, hints=hints, entity=mention.entity, alias=mention.alias, form=mention.form)


def _stated(text: str, run: Sequence[Unit], fact: Stated, words: Words) -> Unit:
    weight = max(_LEAST_OF_FACT, sum(unit.weight for unit in run)) if fact.fact == "figure" else _LEAST_OF_FACT
    whole = _whole(text, run, weight, words)
    kind = TokenType.NUMBER if fact.fact == "figure" else TokenType.WORD
    return replace(whole, type=kind, letter="", fact=fact.fact, value=fact.value, least=fact.least)


def _whole(text: str, run: Sequence[Unit], weight: float, words: Words, *, is_name: bool = False) -> Unit:
    start, end = run[0].start, run[-1].end
    written = text[start:end]
    return Unit(written, start, end, *words.whole(written, " ".join(unit.key for unit in run), weight, is_name))


def merged(text: str, run: Sequence[Unit], words: Words) -> Unit:
    """A quotation as one unit that nothing but its own text answers."""
    whole = _whole(text, run, sum(unit.weight for unit in run), words)
    return replace(whole, letter="", fact="quotation", value=(whole.start, whole.end))


_Run = tuple[int, int, Mention]


def _named_runs(found: Sequence[Unit], spans: Sequence[_Run]) -> dict[int, tuple[int, Mention]]:
    """Token runs that name an entity, by first token: run end and mention.

    A name in quotation marks, and a name with its acronym in brackets behind it, are one run.
    """
    runs: dict[int, tuple[int, Mention]] = {}
    skip = -1
    for index, (first, last, mention) in enumerate(spans):
        if first < skip:
            continue
        start, end = first, last
        if start and end < len(found) and found[start - 1].text in QUOTES and found[end].text in QUOTES:
            start, end = start - 1, end + 1
        if index + 1 < len(spans) and _is_acronym_of(mention, end, spans[index + 1], found):
            end = spans[index + 1][1] + 1
        if start < skip:  # the quotation mark belongs to the run before
            start = first
        runs[start] = (end, mention)
        skip = end
    return runs


def _is_acronym_of(mention: Mention, end: int, following: _Run, found: Sequence[Unit]) -> bool:
    """True where the next name stands in brackets right behind this one and names the same entity."""
    first, last, other = following
    if other.entity != mention.entity or first != end + 1 or last >= len(found):
        return False
    return found[end].text == "(" and found[last].text == ")"


def join_compounds(left: list[Unit], right: list[Unit], words: Words) -> tuple[list[Unit], list[Unit]]:
    """Both sides with neighbouring units joined that are written as one somewhere on either side.

    "air strikes" becomes one unit where "airstrikes" or "air-strikes" stands too, so that the two can be paired.
    """
    wholes = _names(left) | _names(right)
    return _joined(left, wholes, words), _joined(right, wholes, words)


def _names(side: Sequence[Unit]) -> frozenset[str]:
    return frozenset([unit.plain for unit in side if unit.type is TokenType.WORD and len(unit.key) > 4])


def _joined(side: list[Unit], wholes: frozenset[str], words: Words) -> list[Unit]:
    plain = [
        _HYPHEN if unit.key == _HYPHEN else "" if unit.is_mark or unit.entity or unit.fact else unit.plain
        for unit in side
    ]
    parts = [part or _WALL for part in plain if part != _HYPHEN]
    twos = list(map(add, parts, parts[1:]))
    if wholes.isdisjoint(twos) and wholes.isdisjoint(map(add, twos, parts[2:])):
        return side  # nothing to join: nearly always
    made: list[Unit] = []
    place = 0
    while place < len(side):
        length = _compound(plain, place, wholes)
        made.append(_run(side[place : place + length], words) if length > 1 else side[place])
        place += length
    return made


def _compound(plain: list[str], place: int, wholes: frozenset[str]) -> int:
    """How many units from `place` on the other side has in one word; 1 where it has none."""
    best = 1
    whole = ""
    for index in range(place, min(place + _LONGEST_COMPOUND, len(plain))):
        part = plain[index]
        if not part or (part == _HYPHEN and index == place):
            break
        if part != _HYPHEN:
            whole += part
            if index > place and whole in wholes:
                best = index + 1 - place
    return best


def _run(run: Sequence[Unit], words: Words) -> Unit:
    text, key = (" ".join(parts) for parts in zip(*((unit.text, unit.key) for unit in run), strict=True))
    weight, is_name = max(unit.weight for unit in run), any(unit.is_name for unit in run)
    return Unit(text, run[0].start, run[-1].end, *words.whole(text, key, weight, is_name))
