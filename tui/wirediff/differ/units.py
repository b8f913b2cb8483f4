"""Units: what the comparison of two cells moves about. A word, a number, a mark, or a name of several words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wirediff.glossary import Glossary, Mention
from wirediff.text import Token, TokenType, fold_name, tokens
from wirediff.text.lexicon import Lexicon

QUOTES = frozenset("\"'“”„‟‘’‚‛«»") | {"``", "''"}
_LONGEST_COMPOUND = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """One or several tokens that stand or fall together.

    `key` is the form without typography and case. `entity`, `alias` and `form` are set where the glossary knows the
    name. `weight` says how much it means that both sides have it.
    """

    text: str
    start: int
    end: int
    key: str
    type: TokenType
    weight: float
    entity: str = ""
    alias: str = ""
    form: str = ""

    def shifted(self, offset: int) -> "Unit":
        """The same unit, `offset` further on."""
        return replace(self, start=self.start + offset, end=self.end + offset) if offset else self

    @property
    def is_mark(self) -> bool:
        """True for punctuation."""
        return self.type is TokenType.MARK

    @property
    def is_name(self) -> bool:
        """True for a word that begins with a capital, or a name of the glossary."""
        return bool(self.entity) or (self.type is TokenType.WORD and any(char.isupper() for char in self.text))


def units(text: str, glossary: Glossary, lexicon: Lexicon) -> list[Unit]:
    """The units of a cell's text in order; they cover every character that is no blank."""
    found = tokens(text)
    named = _named_runs(found, glossary.mentions(text))
    made: list[Unit] = []
    place = 0
    while place < len(found):
        if place in named:
            end, mention = named[place]
            start_at, end_at = found[place].start, found[end - 1].end
            piece = text[start_at:end_at]
            key = " ".join(token.key for token in found[place:end])
            weight = max(2.5, sum(_weight(token, lexicon) for token in found[place:end]))
            made.append(
                Unit(piece, start_at, end_at, key, TokenType.WORD, weight, mention.entity, mention.alias, mention.form)
            )
            place = end
        else:
            token = found[place]
            made.append(Unit(token.text, token.start, token.end, token.key, token.type, _weight(token, lexicon)))
            place += 1
    return made


def _weight(token: Token, lexicon: Lexicon) -> float:
    if token.type is TokenType.MARK:
        return 0.25
    if token.type is TokenType.NUMBER:
        return 2.0
    if token.key in lexicon.function_words or token.text[0] in "'’":
        return 0.5
    if token.text[0].isupper():
        return 2.2
    return 1.5 if len(token.text) < 7 else 2.0


def _named_runs(found: Sequence[Token], mentions: Sequence[Mention]) -> dict[int, tuple[int, Mention]]:
    """Token runs that name an entity, by first token: run end and mention.

    A name in quotation marks, and a name with its acronym in brackets behind it, are one run.
    """
    begins = {token.start: index for index, token in enumerate(found)}
    ends = {token.end: index + 1 for index, token in enumerate(found)}
    spans = [(begins[m.start], ends[m.end], m) for m in mentions if m.start in begins and m.end in ends]
    runs: dict[int, tuple[int, Mention]] = {}
    skip = -1
    for index, (first, last, mention) in enumerate(spans):
        if first < skip:
            continue
        start, end = first, last
        if start and end < len(found) and found[start - 1].text in QUOTES and found[end].text in QUOTES:
            start, end = start - 1, end + 1
        following = spans[index + 1] if index + 1 < len(spans) else None
        if (
            following
            and following[2].entity == mention.entity
            and following[0] == end + 1
            and found[end].text == "("
            and following[1] < len(found)
            and found[following[1]].text == ")"
        ):
            end = following[1] + 1
        if start < skip:  # the quotation mark belongs to the run before
            start = first
        runs[start] = (end, mention)
        skip = end
    return runs


def join_compounds(left: list[Unit], right: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Both sides with neighbouring units joined that are written as one somewhere on either side.

    "air strikes" becomes one unit where "airstrikes" or "air-strikes" stands too, so that the two can be paired.
    """
    wholes = _names(left) | _names(right)
    return _joined(left, wholes), _joined(right, wholes)


def _names(side: Sequence[Unit]) -> frozenset[str]:
    return frozenset(fold_name(unit.key) for unit in side if unit.type is TokenType.WORD and len(unit.key) > 4)


def _joined(side: list[Unit], wholes: frozenset[str]) -> list[Unit]:
    made: list[Unit] = []
    place = 0
    while place < len(side):
        for length in range(_LONGEST_COMPOUND, 1, -1):
            run = side[place : place + length]
            if len(run) == length and not run[0].is_mark and not run[-1].is_mark and _one_word(run, wholes):
                first, last = run[0], run[-1]
                text = " ".join(unit.text for unit in run)
                key = " ".join(unit.key for unit in run)
                weight = max(unit.weight for unit in run)
                made.append(Unit(text, first.start, last.end, key, TokenType.WORD, weight))
                place += length
                break
        else:
            made.append(side[place])
            place += 1
    return made


def _one_word(run: Sequence[Unit], wholes: frozenset[str]) -> bool:
    if any(unit.entity or (unit.is_mark and unit.key != "-") for unit in run):
        return False
    return fold_name("".join(unit.key for unit in run)) in wholes
