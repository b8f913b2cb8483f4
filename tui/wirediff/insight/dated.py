"""Days with what happened on them, and words with who said them."""

from collections.abc import Iterator, Sequence
from datetime import date

from wirediff.glossary import Glossary
from wirediff.insight.places import Place, plain
from wirediff.insight.statements import Statement, topics
from wirediff.text import DateMention, Quotation, Span, Token, TokenType, dates, quotations, sentences, tokens, words
from wirediff.text.lexicon import Lexicon

_LONGEST = 8
"""Words of what a date or a quotation is about."""

_FEWEST = 3
"""Words; what is shorter in quotation marks is a term."""


def days(path: str, number: int, text: str, published: str | None, lexicon: Lexicon) -> Iterator[Statement]:
    """The dates of a paragraph in order, of which those that name one day twice ("Friday (November 3rd)") count once.

    Dates resolve against `published`, an ISO date. Linear in the length of the text.
    """
    found = dates(text, _day(published))
    for sentence in sentences(text, lexicon.language) if found else ():
        inside = [mention for mention in found if sentence.start <= mention.start < sentence.end]
        spans = [(mention.start - sentence.start, mention.end - sentence.start) for mention in inside]
        about = topics(sentence.of(text), lexicon, spans)
        for place, mention in enumerate(inside):
            if mention.precision == "time" or (place and _again(inside[place - 1], mention, text)):
                continue
            yield Statement(
                place=Place(path, number, mention.start, mention.end),
                text=plain(mention.text),
                kind="date",
                about=_around(text, sentence, mention, lexicon),
                sort="date",
                topics=about,
                value=(mention.first, mention.last) if mention.first else (plain(mention.text).casefold(),),
            )


def said(path: str, number: int, text: str, glossary: Glossary, lexicon: Lexicon) -> Iterator[Statement]:
    """The quotations of a paragraph that are more than a term, each with its speaker where the sentence has one."""
    for quotation in quotations(text):
        inner = text[quotation.inner_start : quotation.inner_end]
        spoken = words(inner)
        if len(spoken) < _FEWEST:
            continue
        speaker = _speaker(text, quotation, glossary, lexicon)
        begins = plain(inner[: spoken[min(len(spoken), _LONGEST) - 1].end])
        yield Statement(
            place=Place(path, number, quotation.inner_start, quotation.inner_end),
            text=plain(inner),
            kind="quotation",
            about=f"{speaker}: {begins}" if speaker else begins,
            sort="quotation",
            topics=frozenset(word.key for word in spoken),
            value=tuple(word.key for word in spoken),
        )


def day_nearness(one: Statement, other: Statement) -> float:
    """The part of the shorter sentence's words that the other shares; aligned rows count, one document's own do not."""
    if one.place.path == other.place.path:
        return -1.0
    shared = len(one.topics & other.topics)
    if shared < 2:
        return 0.0
    return shared / min(len(one.topics), len(other.topics)) + 0.2 * bool(one.rows & other.rows)


def quote_nearness(one: Statement, other: Statement) -> float:
    """How much of two quotations is the same words in the same order (0 to 1); 1 where one holds the other."""
    from rapidfuzz.distance import Indel

    if one.place.path == other.place.path:
        return -1.0
    if f" {' '.join(map(str, one.value))} " in f" {' '.join(map(str, other.value))} ":
        return 1.0
    if f" {' '.join(map(str, other.value))} " in f" {' '.join(map(str, one.value))} ":
        return 1.0
    return Indel.normalized_similarity(one.value, other.value)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _again(before: DateMention, mention: DateMention, text: str) -> bool:
    """Whether a date only explains the one before it: "Friday (November 3rd)", "Friday, November 3"."""
    return not text[before.end : mention.start].strip(" ,([") and before.precision == mention.precision == "day"


def _around(text: str, sentence: Span, mention: DateMention, lexicon: Lexicon) -> str:
    """The words behind the date, where there are two or more before a mark, else those that lead up to it."""
    after = text[mention.end : sentence.end]
    tail = _first(after)
    if len(tail.split()) > 1:
        return tail
    before = [token for token in tokens(text[sentence.start : mention.start]) if token.type is not TokenType.MARK]
    while before and before[-1].key in lexicon.function_words:
        del before[-1]
    lead = before[-_LONGEST:]
    return (
        plain(text[sentence.start + lead[0].start : sentence.start + lead[-1].end])
        if lead
        else _first(after.lstrip(" ,;:-–—"))
    )


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


def _speaker(text: str, quotation: Quotation, glossary: Glossary, lexicon: Lexicon) -> str:
    """Who said it: the words before the nearest reporting verb of the sentence, or behind it; a name alone if one."""
    outside = _sentence_around(text, quotation)
    verbs = [
        token
        for token in tokens(text)
        if outside.start <= token.start < outside.end
        and not quotation.start <= token.start < quotation.end
        and token.key in lexicon.reporting_verbs
    ]
    if not verbs:
        return ""
    verb = min(verbs, key=lambda token: _gap(token.start, token.end, quotation))
    begin = quotation.end if verb.start >= quotation.end else outside.start
    before = text[begin : verb.start].strip(" ,.\"”'’")
    stop = quotation.start if verb.start < quotation.start else outside.end
    subject = before if any(map(str.isalnum, before)) else _first(text[verb.end : stop])
    people = [mention for mention in glossary.mentions(subject) if mention.entity in glossary.of_type("person")]
    if people:
        return plain(subject[people[0].start : people[0].end])
    spoken = plain(subject).split()[-_LONGEST:]
    while len(spoken) > 1 and spoken[-1] in lexicon.function_words:  # "the coalition has" said
        del spoken[-1]
    return " ".join(spoken)


def _gap(start: int, end: int, quotation: Quotation) -> int:
    return start - quotation.end if start >= quotation.end else quotation.start - end


def _sentence_around(text: str, quotation: Quotation) -> Span:
    """From the start of the sentence that the quotation begins in to the end of the one in which it ends."""
    spans: Sequence[Span] = sentences(text)
    start = max((span.start for span in spans if span.start <= quotation.start), default=0)
    end = min((span.end for span in spans if span.end >= quotation.end), default=len(text))
    return Span(start, end)
