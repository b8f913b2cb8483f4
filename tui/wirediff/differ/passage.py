"""A passage: a cell with all that the detectors ask about its text, each worked out once and only when asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from wirediff.differ.cell import Cell
from wirediff.differ.edits import Text
from wirediff.differ.units import Stated, Unit, units
from wirediff.differ.words import CHARGED, DATE, FIGURE, MEANS_SOMETHING, QUOTATION, Words, vocabulary
from wirediff.glossary import ChargedUse, Glossary
from wirediff.text import DateMention, Quantity, Quotation, TokenType, dates, quantities, quotations, sentences, tokens
from wirediff.text.lexicon import FALLBACK, Lexicon, lexicon


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


@dataclass(frozen=True)
class Passage:
    """A cell under the rules in force. All offsets are into the cell's text."""

    cell: Cell
    glossary: Glossary

    @property
    def text(self) -> str:
        """The cell's text."""
        return self.cell.text

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the version's language."""
        return lexicon(self.cell.document.language or FALLBACK)

    @cached_property
    def words(self) -> Words:
        """What is known of each word of the version's language."""
        return vocabulary(self.cell.document.language or FALLBACK)

    @cached_property
    def units(self) -> list[Unit]:
        """The units of the text; none reaches over a joint."""
        names = self._each(self.glossary.mentions)
        stated = [Stated(d.start, d.end, "date", _value(d)) for d in self.dates]
        stated += [Stated(q.start, q.end, "figure", (q.low, q.high, q.exact, q.unit)) for q in self.quantities]
        return units(self.text, tokens(self.text), names, stated, self.words)

    @cached_property
    def hints(self) -> int:
        """What the text has anywhere that only some kinds of difference are about."""
        return (
            (QUOTATION if self.quotations else 0)
            | (FIGURE if self.quantities else 0)
            | (DATE if self.dates else 0)
            | (CHARGED if self.charged else 0)
        )

    @cached_property
    def starts(self) -> list[int]:
        """Where each unit begins."""
        return [unit.start for unit in self.units]

    @cached_property
    def ends(self) -> list[int]:
        """Where each unit ends."""
        return [unit.end for unit in self.units]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words of the text that mean something, without typography and case."""
        return frozenset(
            key
            for unit in self.units
            if not unit.is_mark and unit.weight >= MEANS_SOMETHING
            for key in unit.key.split()
        )

    @cached_property
    def keys_of_names(self) -> frozenset[str]:
        """The words that have a capital within a sentence of the text."""
        return frozenset(
            unit.key
            for before, unit in pairwise(self.units)
            if unit.is_name and not before.is_mark and unit.type is TokenType.WORD
        )

    @cached_property
    def places(self) -> frozenset[str]:
        """The entities of the glossary that are places."""
        return self.glossary.places

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The entities of the glossary that are news agencies."""
        return self.glossary.of_type("agency")

    def side(self, joined: Sequence[Unit]) -> Text:
        """What the search for edits needs of it; `joined` are its units with compounds joined."""
        return Text(self.text, joined, frozenset(self.cell.joints))

    @cached_property
    def published(self) -> date | None:
        """The version's own date, against which "Friday" is resolved."""
        written = self.cell.document.published
        return date.fromisoformat(written[:10]) if written else None

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Quoted stretches."""
        return self._each(quotations)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Where the first letter or figure of each sentence stands: a point in "Maj. Gen." ends none."""
        language = self.cell.document.language or "en"
        found = self._each(lambda text: sentences(text, language))
        first = (next((at for at in range(*span) if self.text[at].isalnum()), span.start) for span in found)
        return frozenset(first)

    @cached_property
    def quantities(self) -> list[Quantity]:
        """Figures and quantifiers."""
        language = self.cell.document.language
        paragraphs = zip(self.cell.texts, self._dates, strict=True)
        return self._joined(quantities(text, dated, language) for text, dated in paragraphs)

    @cached_property
    def dates(self) -> list[DateMention]:
        """Days, dates and times."""
        return self._joined(self._dates)

    @cached_property
    def _dates(self) -> list[list[DateMention]]:
        """The dates of each paragraph, with offsets into it."""
        language = self.cell.document.language
        return [dates(text, self.published, language) for text in self.cell.texts]

    @cached_property
    def charged(self) -> list[ChargedUse]:
        """Charged terms."""
        return self._each(self.glossary.charged_in)

    def _each(self, find: Callable[[str], list[_T]]) -> list[_T]:
        """What `find` sees in each paragraph, with offsets into the cell."""
        return self._joined(map(find, self.cell.texts))

    def _joined(self, found: Iterable[list[_T]]) -> list[_T]:
        """What was found in each paragraph as one list with offsets into the cell."""
        if len(self.cell.texts) == 1:
            return next(iter(found))
        return [_shifted(item, offset) for offset, items in zip(self.cell.starts, found, strict=True) for item in items]

    def quoted(self, start: int, end: int) -> bool:
        """True where the whole span stands inside quotation marks."""
        return any(quote.inner_start <= start and end <= quote.inner_end for quote in self.quotations)


def _value(mention: DateMention) -> tuple[object, ...]:
    """What a date comes to: the days it covers, or its words where they say more than the days."""
    if mention.first is None or mention.precision == "time":
        return (mention.text.casefold(),)
    return mention.first, mention.last, mention.precision


def _shifted(item: _T, offset: int) -> _T:
    if not offset:
        return item
    moved = {name: getattr(item, name) + offset for name in item._fields if name.endswith(("start", "end"))}  # type: ignore[attr-defined]
    return item._replace(**moved)  # type: ignore[attr-defined, no-any-return]


def touching(items: Sequence[S], start: int, end: int) -> list[S]:
    """The items that overlap the span; none where it is empty."""
    return [item for item in items if item.start < end and start < item.end] if start < end else []
