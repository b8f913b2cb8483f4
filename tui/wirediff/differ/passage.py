"""A passage: a text with all that the detectors ask about it, each worked out once and only when asked."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeVar

from wirediff.differ.cell import JOINT, Cell, offsets
from wirediff.differ.edits import Text
from wirediff.differ.once import once
from wirediff.differ.units import Stated, Unit, units
from wirediff.differ.words import CHARGED, DATE, FIGURE, MEANS_SOMETHING, QUOTATION, vocabulary
from wirediff.glossary import ChargedUse, Glossary
from wirediff.text import DateMention, Quantity, Quotation, TokenType, dates, quantities, quotations, sentences
from wirediff.text.lexicon import FALLBACK, lexicon
from wirediff.text.measures import canonical


class Spanned(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


S = TypeVar("S", bound=Spanned)
_T = TypeVar("_T")


class Passage:
    """What one version says in a row, under the rules in force. All offsets are into `text`.

    `texts` are its paragraphs, `offsets` where each begins in `text`, `joints` where two meet.
    """

    def __init__(self, texts: tuple[str, ...], language: str, published: str, glossary: Glossary) -> None:
        """`language` is an IETF tag, `published` the version's ISO date, empty where it is not known."""
        self.texts = texts
        self.language = language
        self.text = JOINT.join(texts)
        self.offsets = offsets(texts)
        self.joints = frozenset(offset - len(JOINT) for offset in self.offsets[1:])
        self.published = date.fromisoformat(published) if published else None
        self.glossary = glossary
        self.lexicon = lexicon(language)
        self.words = vocabulary(language)

    @once
    def units(self) -> list[Unit]:
        """The units of the text; none reaches over a joint."""
        names = self._each(self.glossary.mentions)
        stated = [Stated(d.start, d.end, "date", _value(d)) for d in self.dates]
        stated += [Stated(q.start, q.end, "figure", canonical(q), _size(q)) for q in self.quantities]
        actors = self.glossary.of_type("group") | self.glossary.of_type("force")
        return units(self.text, names, stated, self.words, actors)

    @once
    def hints(self) -> int:
        """What the text has anywhere that only some kinds of difference are about."""
        return (
            (QUOTATION if self.quotations else 0)
            | (FIGURE if self.quantities else 0)
            | (DATE if self.dates else 0)
            | (CHARGED if self.charged else 0)
        )

    @once
    def starts(self) -> list[int]:
        """Where each unit begins."""
        return [unit.start for unit in self.units]

    @once
    def ends(self) -> list[int]:
        """Where each unit ends."""
        return [unit.end for unit in self.units]

    @once
    def keys(self) -> frozenset[str]:
        """The words of the text that mean something, without typography and case."""
        return frozenset(
            key
            for unit in self.units
            if not unit.is_mark and unit.weight >= MEANS_SOMETHING
            for key in unit.key.split()
        )

    @once
    def keys_of_names(self) -> frozenset[str]:
        """The words that have a capital within a sentence of the text."""
        return frozenset(
            unit.key
            for before, unit in pairwise(self.units)
            if unit.is_name and not before.is_mark and unit.type is TokenType.WORD
        )

    @once
    def places(self) -> frozenset[str]:
        """The entities of the glossary that are places."""
        return self.glossary.places

    @once
    def agencies(self) -> frozenset[str]:
        """The entities of the glossary that are news agencies."""
        return self.glossary.of_type("agency")

    def side(self, joined: Sequence[Unit]) -> Text:
        """What the search for edits needs of it; `joined` are its units with compounds joined."""
        return Text(self.text, joined, self.joints)

    @once
    def quotations(self) -> list[Quotation]:
        """Quoted stretches."""
        return self._each(quotations)

    @once
    def sentence_starts(self) -> frozenset[int]:
        """Where the first letter or figure of each sentence stands: a point in "Maj. Gen." ends none."""
        found = self._each(lambda text: sentences(text, self.language))
        first = (next((at for at in range(*span) if self.text[at].isalnum()), span.start) for span in found)
        return frozenset(first)

    @once
    def quantities(self) -> list[Quantity]:
        """Figures and quantifiers."""
        paragraphs = zip(self.texts, self._dates, strict=True)
        return self._joined(quantities(text, dated, self.language) for text, dated in paragraphs)

    @once
    def dates(self) -> list[DateMention]:
        """Days, dates and times."""
        return self._joined(self._dates)

    @once
    def _dates(self) -> list[list[DateMention]]:
        """The dates of each paragraph, with offsets into it."""
        return [dates(text, self.published, self.language) for text in self.texts]

    @once
    def charged(self) -> list[ChargedUse]:
        """Charged terms."""
        return self._each(self.glossary.charged_in)

    def _each(self, find: Callable[[str], list[_T]]) -> list[_T]:
        """What `find` sees in each paragraph, with offsets into the cell."""
        return self._joined(map(find, self.texts))

    def _joined(self, found: Iterable[list[_T]]) -> list[_T]:
        """What was found in each paragraph as one list with offsets into the cell."""
        if len(self.texts) == 1:
            return next(iter(found))
        return [_shifted(item, offset) for offset, items in zip(self.offsets, found, strict=True) for item in items]

    def quoted(self, start: int, end: int) -> bool:
        """True where the whole span stands inside quotation marks."""
        return any(quote.inner_start <= start and end <= quote.inner_end for quote in self.quotations)


def passage(cell: Cell, glossary: Glossary) -> Passage:
    """The passage of a cell.

    Those met last are kept: a paragraph of the base is compared with every other version, and a person who corrects an
    alignment has all rows compared again.
    """
    document = cell.document
    read = _recent if len(cell.text) <= _LONG else _read
    return read(cell.texts, document.language or FALLBACK, (document.published or "")[:10], _Rules(glossary))


class _Rules:
    """A glossary that is told from others by what object it is: comparing two by what they hold would take long."""

    def __init__(self, glossary: Glossary) -> None:
        self.glossary = glossary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Rules) and self.glossary is other.glossary

    def __hash__(self) -> int:
        return id(self.glossary)


def _read(texts: tuple[str, ...], language: str, published: str, rules: _Rules) -> Passage:
    return Passage(texts, language, published, rules.glossary)


_LONG = 5_000
"""Characters; longer cells are rare and would fill the memory."""
_recent = lru_cache(maxsize=512)(_read)


def _value(mention: DateMention) -> tuple[object, ...]:
    """What a date comes to: the days it covers, what it says of any year, or its words where they say more."""
    if mention.first is None and mention.says:
        return mention.says
    if mention.first is None or mention.precision == "time":
        return (mention.text.casefold(),)
    return mention.first, mention.last, mention.precision


def _size(quantity: Quantity) -> float:
    """The least that a figure comes to; of a percentage, the part of a whole that it is."""
    return quantity.low / 100 if quantity.unit == "%" else quantity.low


def _shifted(item: _T, offset: int) -> _T:
    if not offset:
        return item
    moved = {name: getattr(item, name) + offset for name in item._fields if name.endswith(("start", "end"))}  # type: ignore[attr-defined]
    return item._replace(**moved)  # type: ignore[attr-defined, no-any-return]


def touching(items: Sequence[S], start: int, end: int) -> list[S]:
    """The items that overlap the span; none where it is empty."""
    return [item for item in items if item.start < end and start < item.end] if start < end else []
