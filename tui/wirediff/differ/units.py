"""Units: what the comparison of two cells moves about. A word, a number, a mark, or a name of several words."""

from collections.abc import Sequence
from typing import NamedTuple

from wirediff.glossary import Glossary, Mention
from wirediff.text import Token, TokenType, fold_name, tokens
from wirediff.text.lexicon import Lexicon

QUOTES = frozenset("\"'“”„‟‘’‚‛«»") | {"``", "''"}
_LONGEST_COMPOUND = 3
_HYPHEN = "-"


class Unit(NamedTuple):
    """One or several tokens that stand or fall together.

    `key` is the form without typography and case. `weight` says how much it means that both sides have it. `is_name`
    is true for a word that begins with a capital and for a name of the glossary; for the latter `entity`, `alias` and
    `form` are set.
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

    def shifted(self, offset: int) -> "Unit":
        """The same unit, `offset` further on."""
        return self._replace(start=self.start + offset, end=self.end + offset) if offset else self


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
            names = mention.entity, mention.alias, mention.form
            made.append(Unit(piece, start_at, end_at, key, TokenType.WORD, weight, False, True, *names))
            place = end
        else:
            made.append(_unit(found[place], lexicon))
            place += 1
    return made


def _unit(token: Token, lexicon: Lexicon) -> Unit:
    is_mark, is_word = token.type is TokenType.MARK, token.type is TokenType.WORD
    is_name = is_word and not token.text.islower() and any(map(str.isupper, token.text))
    return Unit(*token[:3], token.key, token.type, _weight(token, lexicon), is_mark, is_name)


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
    plain = [
        _HYPHEN if unit.key == "-" else "" if unit.is_mark or unit.entity else fold_name(unit.key) for unit in side
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
