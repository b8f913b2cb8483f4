"""Days with what happened on them, and words with who said them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from wirediff.glossary import Glossary
from wirediff.insight.places import Place, plain
from wirediff.insight.runs import Casing, runs
from wirediff.insight.statements import Statement, outside, topics, within
from wirediff.text import DateMention, Quotation, Span, Token, TokenType, dates, quotations, sentences, tokens, words
from wirediff.text.lexicon import Lexicon

_LONGEST = 8
"""Words of what a date or a quotation is about."""

_REACH = 200
"""Characters around a date or a verb in which such words have room."""

_OF_THE_NEWS = frozenset({"day", "week"})
"""Precisions of dates on which a report says that its news happened."""

_FEWEST_TOPICS = 4
"""Topics; of a shorter sentence all have to be shared, and they are few."""

_FEWEST = 3
"""Words; what is shorter in quotation marks is a term."""


_SHORTEST_NAME, _LONGEST_NAME = 2, 4
"""Words of a person's name in full."""

_PRONOUNS = frozenset({"he", "she"})
_DENIALS = frozenset({"deny", "reject", "dispute", "refute"})


def days(path: str, number: int, text: str, published: str | None, lexicon: Lexicon) -> Iterator[Statement]:
    """The dates of a paragraph in order, of which those that name one day twice ("Friday (November 3rd)") count once.

    Dates resolve against `published`, an ISO date. Linear in the length of the text.
    """
    found = dates(text, _day(published), lexicon.language)
    spoken = tokens(text) if found else []
    for sentence in sentences(text, lexicon.language) if found else ():
        inside = within(found, sentence)
        rest = outside(within(spoken, sentence), [(each.start, each.end) for each in inside])
        about = topics(rest, lexicon)
        for place, mention in enumerate(inside):
            if mention.precision == "time" or (place and _again(inside[place - 1], mention, text)):
                continue
            yield Statement(
                place=Place(path, number, mention.start, mention.end),
                text=plain(mention.text),
                kind="date",
                about=_what_happened(text, sentence, mention, rest, lexicon),
                sort="date",
                topics=about,
                value=(mention.first, mention.last) if mention.first else (plain(mention.text).casefold(),),
            )


def said(path: str, number: int, text: str, glossary: Glossary, lexicon: Lexicon) -> Iterator[Statement]:
    """The quotations of a paragraph that are more than a term, each with its speaker where the sentence has one."""
    found = quotations(text)
    if not found:
        return
    verbs = [token for token in tokens(text) if token.key in lexicon.reporting_verbs]
    spans = sentences(text, lexicon.language)
    for quotation in found:
        inner = text[quotation.inner_start : quotation.inner_end]
        spoken = words(inner)
        if len(spoken) < _FEWEST:
            continue
        speaker = _speaker(text, quotation, verbs, spans, glossary, lexicon)
        denied = _is_denied(quotation, verbs, spans, lexicon)
        begins = plain(inner[: spoken[min(len(spoken), _LONGEST) - 1].end])
        yield Statement(
            place=Place(path, number, quotation.inner_start, quotation.inner_end),
            text=plain(inner),
            kind="quotation",
            about=f"{speaker}{' denied' if denied else ''}: {begins}" if speaker else begins,
            sort="denial" if denied else "quotation",
            topics=frozenset(word.key for word in spoken),
            value=tuple(word.key for word in spoken),
        )


def day_nearness(one: Statement, other: Statement) -> float:
    """The part of the shorter sentence's words that the other shares, more in an aligned row, less for another day.

    Dates of one document are never about one thing.
    """
    if one.place.path == other.place.path:
        return -1.0
    shared = len(one.topics & other.topics) / max(_FEWEST_TOPICS, min(len(one.topics), len(other.topics)))
    return shared + 0.2 * bool(one.rows & other.rows) - 0.2 * (one.value != other.value)


def quote_nearness(one: Statement, other: Statement) -> float:
    """How much of two quotations is the same words in the same order (0 to 1); 1 where one holds the other."""
    from rapidfuzz.distance import Indel

    if one.place.path == other.place.path:
        return -1.0
    if holds(one, other) or holds(other, one):
        return 1.0
    return Indel.normalized_similarity(one.value, other.value)


def holds(whole: Statement, part: Statement) -> bool:
    """Whether a quotation has the words of another, all of them and in one piece."""
    return f" {' '.join(map(str, part.value))} " in f" {' '.join(map(str, whole.value))} "


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _again(before: DateMention, mention: DateMention, text: str) -> bool:
    """Whether a date only explains the one before it: "Friday (November 3rd)", "Friday, November 3"."""
    return not text[before.end : mention.start].strip(" ,([") and before.precision == mention.precision == "day"


def _what_happened(text: str, sentence: Span, mention: DateMention, rest: Sequence[Token], lexicon: Lexicon) -> str:
    """What a date is about, in words of its sentence; `rest` is the sentence without its dates.

    A day, or a week, is when the thing happened that the sentence reports, and a sentence begins with that; a month or
    a year mostly dates what is told in passing beside it.
    """
    if mention.precision not in _OF_THE_NEWS:
        return _around(text, sentence, mention, lexicon)
    spoken = [token for token in rest if token.type is not TokenType.MARK]
    before = [token for token in spoken if token.start < mention.start]
    while before and before[-1].key in lexicon.function_words:
        del before[-1]  # "on", left over from "on Friday"
    told = [*before, *(token for token in spoken if token.start > mention.start)][:_LONGEST]
    while told and told[-1].key in lexicon.function_words:
        del told[-1]
    if not told:
        return _around(text, sentence, mention, lexicon)
    joints = [text[one.end : two.start] for one, two in pairwise(told)]
    cut = [" " if any(map(str.isalnum, joint)) else joint for joint in joints]  # a date stood there
    return plain("".join(f"{joint}{token.text}" for joint, token in zip(["", *cut], told, strict=True)))


def _around(text: str, sentence: Span, mention: DateMention, lexicon: Lexicon) -> str:
    """The words behind the date, where there are two or more before a mark, else those that lead up to it."""
    after = text[mention.end : min(sentence.end, mention.end + _REACH)]
    tail = _first(after)
    if len(tail.split()) > 1:
        return tail
    begin = max(sentence.start, mention.start - _REACH)
    before = [token for token in tokens(text[begin : mention.start]) if token.type is not TokenType.MARK]
    while before and before[-1].key in lexicon.function_words:
        del before[-1]
    lead = before[-_LONGEST:]
    return plain(text[begin + lead[0].start : begin + lead[-1].end]) if lead else _first(after.lstrip(" ,;:-–—"))


def _first(text: str) -> str:
    """The first words of a text, up to a mark that ends a clause."""
    found: list[Token] = []
    for token in tokens(text):
        if token.type is TokenType.MARK and token.text in ",.;:!?–—":
            break
        if token.type is not TokenType.MARK and (found or token.key not in {"'s", "s"}):
            found.append(token)
        if len(found) == _LONGEST:
            break
    return plain(text[found[0].start : found[-1].end]) if found else ""


def _speaker(
    text: str,
    quotation: Quotation,
    verbs: Sequence[Token],
    spans: Sequence[Span],
    glossary: Glossary,
    lexicon: Lexicon,
) -> str:
    """Who said it: the words before the nearest reporting verb of the sentence, or behind it; a name alone if one."""
    around = _around_quotation(quotation, spans)
    verb = _nearest(within(verbs, around), quotation)
    if verb is None:
        return ""
    begin = quotation.end if verb.start >= quotation.end else around.start
    before = text[max(begin, verb.start - _REACH) : verb.start].strip(" ,.\"”'’")
    stop = quotation.start if verb.start < quotation.start else around.end
    subject = before if any(map(str.isalnum, before)) else _first(text[verb.end : min(stop, verb.end + _REACH)])
    named = _named_beside(before, text[verb.end : stop] if subject is not before else "")
    if named:
        return named
    if plain(subject).casefold() in _PRONOUNS:
        return _last_person(text, around, spans, lexicon) or plain(subject)
    people = [mention for mention in glossary.mentions(subject) if mention.entity in glossary.of_type("person")]
    if people:
        return plain(subject[people[0].start : people[0].end])
    spoken = plain(subject).split()[-_LONGEST:]
    while len(spoken) > 1 and spoken[-1] in lexicon.function_words:  # "the coalition has" said
        del spoken[-1]
    return " ".join(spoken)


def _named_beside(before: str, behind: str) -> str:
    """The name in apposition to an office: "Its director, Jonas Velt, said", "said its director, Jonas Velt"."""
    parts = [part.strip() for part in (behind.split(",")[:2] if behind else before.split(","))]
    if len(parts) < _SHORTEST_NAME or not any(map(str.isalpha, parts[-2])):
        return ""
    words = parts[-1].rstrip(".").split()
    ours = parts[-2].split()
    is_name = _SHORTEST_NAME <= len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)
    return " ".join(words) if is_name and ours[-1][:1].islower() else ""


def _last_person(text: str, around: Span, spans: Sequence[Span], lexicon: Lexicon) -> str:
    """The one person whom the sentence before names in full; "" where it names none or several."""
    before = next((text[span.start : span.end] for span in reversed(spans) if span.end <= around.start), "")
    found = {
        plain(before[run.start : run.end])
        for run in runs(before, Casing([text]), lexicon)
        if not run.thing and _SHORTEST_NAME <= len(before[run.start : run.end].split()) <= _LONGEST_NAME
    }
    return found.pop() if len(found) == 1 else ""


def _is_denied(quotation: Quotation, verbs: Sequence[Token], spans: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether words are quoted to be denied ("denied it was “…”")."""
    verb = _nearest(within(verbs, _around_quotation(quotation, spans)), quotation)
    return verb is not None and verb.end <= quotation.start and lexicon.reporting_verbs[verb.key] in _DENIALS


def _nearest(verbs: Sequence[Token], quotation: Quotation) -> Token | None:
    """The verb that stands nearest to a quotation, outside it; the one before it of two as near."""
    last = bisect_left(verbs, quotation.start, key=lambda verb: verb.start)
    first = bisect_left(verbs, quotation.end, key=lambda verb: verb.start)
    before = verbs[last - 1] if last else None
    after = verbs[first] if first < len(verbs) else None
    if before is None or after is None:
        return before or after
    return before if quotation.start - before.end <= after.start - quotation.end else after


def _around_quotation(quotation: Quotation, spans: Sequence[Span]) -> Span:
    """From the start of the sentence that the quotation begins in to the end of the one in which it ends."""
    first = max(0, bisect_right(spans, quotation.start, key=lambda span: span.start) - 1)
    last = min(len(spans) - 1, bisect_left(spans, quotation.end, key=lambda span: span.end))
    return Span(spans[first].start, spans[last].end)
