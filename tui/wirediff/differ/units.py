"""Units: what the comparison of two cells moves about. A word, a number, a mark, or a name of several words."""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.glossary import Mention
from wirediff.text import Token, TokenType, fold_name
from wirediff.text.lexicon import Lexicon
from wirediff.text.scripts import is_kana, is_piece

QUOTES = frozenset("\"'“”„‟‘’‚‛«»") | {"``", "''"}
_LONGEST_COMPOUND = 3
_HYPHEN = "-"


class Unit(NamedTuple):
    """One or several tokens that stand or fall together.

    `key` is the form without typography and case. `weight` says how much it means that both sides have it. `is_name`
    is true for a word that begins with a capital and for a name of the glossary; for the latter `entity`, `alias` and
    `form` are set. `fact` is "figure" or "date" with its `value` (equal values say the same), or "quotation".
    """

    text: str
    start: int
    end: int
    key: str
    type: TokenType
    weight: float
    is_mark: bool
    is_name: bool
    entity: str = ""
    alias: str = ""
    form: str = ""
    fact: str = ""
    value: tuple[object, ...] = ()


class Stated(NamedTuple):
    """A figure or a date in a text, and what it comes to."""

    start: int
    end: int
    fact: str
    value: tuple[object, ...]


def units(
    text: str, found: Sequence[Token], names: Sequence[Mention], stated: Sequence[Stated], lexicon: Lexicon
) -> list[Unit]:
    """The units of a text in order; they cover every character that is no blank.

    `found` are its tokens. Names come before figures and dates where they overlap.
    """
    begins = {token.start: index for index, token in enumerate(found)}
    ends = {token.end: index + 1 for index, token in enumerate(found)}
    named = _named_runs(
        found, [(begins[m.start], ends[m.end], m) for m in names if m.start in begins and m.end in ends]
    )
    facts = {begins[s.start]: (ends[s.end], s) for s in stated if s.start in begins and s.end in ends}
    weights = [_weight(token, lexicon) for token in found]
    made: list[Unit] = []
    place = 0
    while place < len(found):
        if place in named:
            end, mention = named[place]
            whole = _whole(text, found[place:end], TokenType.WORD, max(2.5, sum(weights[place:end])))
            made.append(whole._replace(is_name=True, entity=mention.entity, alias=mention.alias, form=mention.form))
        elif place in facts and named.keys().isdisjoint(range(place, facts[place][0])):
            end, fact = facts[place]
            kind = TokenType.NUMBER if fact.fact == "figure" else TokenType.WORD
            whole = _whole(text, found[place:end], kind, max(1.0, sum(weights[place:end])))
            made.append(whole._replace(fact=fact.fact, value=fact.value))
        else:
            end = place + 1
            made.append(_unit(found[place], weights[place]))
        place = end
    return made


def _unit(token: Token, weight: float) -> Unit:
    is_mark, is_word = token.type is TokenType.MARK, token.type is TokenType.WORD
    is_name = is_word and not token.text.islower() and any(map(str.isupper, token.text))
    return Unit(*token[:3], token.key, token.type, weight, is_mark, is_name)


def _whole(text: str, run: Sequence[Token], kind: TokenType, weight: float) -> Unit:
    start, end = run[0].start, run[-1].end
    return Unit(text[start:end], start, end, " ".join(token.key for token in run), kind, weight, False, False)


def merged(text: str, run: Sequence[Unit], fact: str) -> Unit:
    """Several units as one that nothing but its own text answers."""
    start, end = run[0].start, run[-1].end
    weight = sum(unit.weight for unit in run)
    key = " ".join(unit.key for unit in run)
    return Unit(text[start:end], start, end, key, TokenType.WORD, weight, False, False, fact=fact, value=(start, end))


def _weight(token: Token, lexicon: Lexicon) -> float:
    if token.type is TokenType.MARK:
        return 0.25
    if token.type is TokenType.NUMBER:
        return 2.0
    if token.key in lexicon.function_words or token.text[0] in "'’":
        return 0.5
    if is_piece(token.text):
        return 0.5 if is_kana(token.text) else 1.0
    if token.text[0].isupper():
        return 2.2
    return 1.5 if len(token.text) < 7 else 2.0


_Run = tuple[int, int, Mention]


def _named_runs(found: Sequence[Token], spans: Sequence[_Run]) -> dict[int, tuple[int, Mention]]:
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


def _is_acronym_of(mention: Mention, end: int, following: _Run, found: Sequence[Token]) -> bool:
    """True where the next name stands in brackets right behind this one and names the same entity."""
    first, last, other = following
    if other.entity != mention.entity or first != end + 1 or last >= len(found):
        return False
    return found[end].text == "(" and found[last].text == ")"


def join_compounds(left: list[Unit], right: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Both sides with neighbouring units joined that are written as one somewhere on either side.

    "air strikes" becomes one unit where "airstrikes" or "air-strikes" stands too, so that the two can be paired.
    """
    wholes = _names(left) | _names(right)
    return _joined(left, wholes), _joined(right, wholes)


def _names(side: Sequence[Unit]) -> frozenset[str]:
    return frozenset(fold_name(unit.key) for unit in side if unit.type is TokenType.WORD and len(unit.key) > 4)


def _joined(side: list[Unit], wholes: frozenset[str]) -> list[Unit]:
    plain = [
        _HYPHEN if unit.key == "-" else "" if unit.is_mark or unit.entity or unit.fact else fold_name(unit.key)
        for unit in side
    ]
    made: list[Unit] = []
    place = 0
    while place < len(side):
        length = _compound(plain, place, wholes)
        made.append(_run(side[place : place + length]) if length > 1 else side[place])
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


def _run(run: Sequence[Unit]) -> Unit:
    text, key = (" ".join(parts) for parts in zip(*((unit.text, unit.key) for unit in run), strict=True))
    weight, is_name = max(unit.weight for unit in run), any(unit.is_name for unit in run)
    return Unit(text, run[0].start, run[-1].end, key, TokenType.WORD, weight, False, is_name)
