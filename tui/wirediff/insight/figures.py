"""Figures with what they count, where, and what became of it: "1,500 fighters left in al-Qaim"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wirediff.glossary import Glossary
from wirediff.insight.places import Place, plain
from wirediff.insight.runs import name_words
from wirediff.insight.statements import Statement, outside, topics, within
from wirediff.text import Quantity, Span, Token, TokenType, quantities, sentences, tokens
from wirediff.text.lexicon import Lexicon

_LONGEST = 8
"""Words of what a figure is about."""

_REACH = 40
"""Words behind a figure in which its place and what became of those counted may stand."""

_AHEAD = 60
"""Characters before a figure in which three words have room."""

# English. Another language is another table. What becomes of those who are counted: words of one line mean the same.
_DOINGS = (
    "killed kill kills killing dead died die dies deaths death slain executed perished fatalities",
    "wounded wounding wounds injured injuring injuries injury hurt",
    "arrested arresting detained held jailed captured imprisoned",
    "missing disappeared unaccounted",
    "displaced fled fleeing flee evacuated homeless",
    "freed released rescued liberated",
    "left remain remains remained remaining stay stayed",
    "destroyed damaged demolished burned burnt",
)
_DOING = {word: line.split()[0] for line in _DOINGS for word in line.split()}
_BREAKS = frozenset(
    {"and", "or", "but", "which", "who", "whom", "that", "while", "when", "after", "before", "as", "during"}
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "these", "those"})
_UNMARKED_PLURALS = frozenset(
    {"people", "men", "women", "children", "police", "personnel", "aircraft", "cattle", "sheep"}
)


class _Counted(NamedTuple):
    """What a figure counts: the head noun as it stands, and the range of the words about it."""

    noun: str
    start: int
    end: int


def figures(path: str, number: int, text: str, glossary: Glossary, lexicon: Lexicon) -> Iterator[Statement]:
    """The figures of a paragraph in order, ordinals left out; linear in its length.

    A figure without a noun of its own counts what the one before it in the sentence counts, the first one what the next
    counts, or else the last of the sentence before ("Three were wounded").
    """
    found = [quantity for quantity in quantities(text, language=lexicon.language) if quantity.unit != "ordinal"]
    if not found:
        return
    words = tokens(text)
    head = ""
    for sentence in sentences(text, lexicon.language):
        inside = within(found, sentence)
        if not inside:
            continue
        about = topics(
            outside(within(words, sentence), [(quantity.start, quantity.end) for quantity in inside]), lexicon
        )
        before: Statement | None = None
        clauses = _clauses(words, inside, sentence)
        nouns = [_counted(after, lexicon) for after in clauses]
        for place, quantity in enumerate(inside):
            after, counted = clauses[place], nouns[place]
            ahead = next((each.noun for each in nouns[place:] if each), "") if not before else ""
            head = counted.noun if counted else head if before or quantity.unit else ahead or head
            unit = quantity.unit if quantity.figure_end == quantity.end else ""
            noun = _singular(head.casefold())
            if not noun and not unit:
                continue
            done = _doing(after) or _doing_before(within(words, Span(quantity.start - _AHEAD, quantity.start)))
            before = Statement(
                place=Place(path, number, quantity.start, quantity.figure_end),
                text=plain(text[quantity.start : quantity.figure_end]),
                kind="figure",
                about=_about(text, counted, head, after) or plain(unit),
                sort=f"{unit}/{noun}",
                topics=about - {noun[:5]},
                value=(quantity.low, quantity.high, quantity.exact),
                where=_where(text, after, glossary, lexicon),
                doing=done or (before.doing if before and not counted else ""),
                low=quantity.low,
                high=quantity.high,
            )
            yield before


def _clauses(words: Sequence[Token], inside: Sequence[Quantity], sentence: Span) -> list[Sequence[Token]]:
    """The words behind each figure of a sentence that belong to it."""
    ends = [*(quantity.start for quantity in inside[1:]), sentence.end]
    return [
        _clause(within(words, Span(quantity.figure_end, end))[:_REACH])
        for quantity, end in zip(inside, ends, strict=True)
    ]


def nearness(one: Statement, other: Statement) -> float:
    """How surely two figures of one sort are about one thing: below 0 never, from 1.5 on likely.

    Never are two of other places or fates, and two values that one document has without the same place.
    """
    overlap = one.low <= other.high and other.low <= one.high
    elsewhere = one.where and other.where and one.where != other.where
    otherwise = one.doing and other.doing and one.doing != other.doing
    if elsewhere or otherwise:
        return -1.0
    if one.place.path == other.place.path and not overlap and not one.where == other.where != "":
        return -1.0
    score = 2.0 * bool(one.where and one.where == other.where) + 1.0 * bool(one.doing and one.doing == other.doing)
    score += 1.5 * bool(one.rows & other.rows and one.place.path != other.place.path) + 1.0 * overlap
    return score + min(1.0, len(one.topics & other.topics) / 3)


def _about(text: str, counted: _Counted | None, head: str, after: Sequence[Token]) -> str:
    """What a figure is about in words of the text, with the noun of another figure where it has none."""
    if counted:
        return plain(text[counted.start : counted.end])
    return plain(f"{head} {text[after[0].start : after[:_LONGEST][-1].end] if after else ''}")


def _clause(behind: Sequence[Token]) -> Sequence[Token]:
    """The words behind a figure that belong to it: up to a mark, or a word that opens another clause."""
    for place, token in enumerate(behind):
        if (token.type is TokenType.MARK and token.text != "-") or token.key in _BREAKS:
            return behind[:place]
    return behind


def _counted(clause: Sequence[Token], lexicon: Lexicon) -> _Counted | None:
    """The noun phrase that a clause begins with: up to its first plural, or else its last word before a little one."""
    phrase: list[Token] = []
    for token in clause:
        if _little(token, lexicon) and not (not phrase and token.key == "of"):
            if phrase and phrase[-1].key == "of" and token.key in _DETERMINERS:
                continue
            break
        if phrase and token.key in _DOING:
            break
        phrase.append(token)
        if _plural(token):
            break
    nouns = [token for token in phrase if token.type is TokenType.WORD and token.key != "of"]
    if not nouns or not nouns[-1].text.islower():
        return None
    end = min(len(clause), _LONGEST)
    while end > 1 and _little(clause[end - 1], lexicon):
        end -= 1
    return _Counted(nouns[-1].text, nouns[0].start, max(clause[end - 1].end, nouns[-1].end))


def _little(token: Token, lexicon: Lexicon) -> bool:
    """A function word; in capitals it is an acronym ("IS", "US")."""
    return token.key in lexicon.function_words and not (token.text.isupper() and len(token.text) > 1)


def _plural(token: Token) -> bool:
    return token.text.islower() and (
        token.key in _UNMARKED_PLURALS
        or (len(token.key) > 3 and token.key.endswith("s") and not token.key.endswith("ss"))
    )


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _doing(clause: Sequence[Token]) -> str:
    return next((_DOING[token.key] for token in clause if token.key in _DOING), "")


def _doing_before(ahead: Sequence[Token]) -> str:
    """What is done to those counted, said before: "killed 117 civilians", "killing at least three"."""
    before = ahead[-3:]
    marks = [place for place, token in enumerate(before) if token.type is TokenType.MARK or token.key in _BREAKS]
    return _doing(before[marks[-1] + 1 :] if marks else before)


def _where(text: str, clause: Sequence[Token], glossary: Glossary, lexicon: Lexicon) -> str:
    """The place that a clause leads in: a place of the glossary under its own name, else the words of a name."""
    lead = next((place for place, token in enumerate(clause) if token.key in lexicon.place_prepositions), None)
    if lead is None:
        return ""
    start, end = clause[lead].end, clause[-1].end
    for mention in glossary.mentions(text[start:end]):
        if mention.entity in glossary.places:
            return mention.entity
    capitals = [token for token in clause[lead + 1 :] if token.text[:1].isupper()]
    return " ".join(name_words(" ".join(token.text for token in capitals)))
