"""A scene: one edit with both passages around it, as the detectors see it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from wirediff.differ.edits import Edit
from wirediff.differ.once import once
from wirediff.differ.passage import Passage, S, touching
from wirediff.differ.units import Unit
from wirediff.differ.words import ANY, MEANS_SOMETHING, TITLE
from wirediff.glossary import Glossary
from wirediff.text import fold, fold_name
from wirediff.text.lexicon import Lexicon


class Half:
    """One side of an edit: its span in the passage, which may be empty, and its units.

    `words` are the units that are no marks, `length` is how many words a reader counts (those inside a name one by
    one), `hints` what the words might be a part of.
    """

    def __init__(self, passage: Passage, start: int, end: int, units: tuple[Unit, ...]) -> None:
        self.passage = passage
        self.start = start
        self.end = end
        self.units = units
        words: list[Unit] = []
        length = hints = 0
        for unit in units:
            if not unit.is_mark:
                words.append(unit)
                length += unit.size
                hints |= unit.hints
        self.words = tuple(words)
        self.length = length
        self.hints = hints

    @once
    def text(self) -> str:
        """The text of the span."""
        return self.passage.text[self.start : self.end]

    @once
    def folded(self) -> str:
        """The text of the span without typography, case kept."""
        return fold(self.text)

    @once
    def shown(self) -> str:
        """The text as an explanation cites it: trimmed, and cut in its middle where it is long."""
        text = " ".join(self.text.split())
        return text if len(text) <= 60 else f"{text[:28]} … {text[-28:]}"

    @once
    def keys(self) -> tuple[str, ...]:
        """The words without typography and case."""
        return tuple([unit.key for unit in self.words])

    @once
    def content_keys(self) -> tuple[str, ...]:
        """The keys of the words that are no function words."""
        return tuple([unit.key for unit in self.meant])

    @once
    def meant(self) -> tuple[Unit, ...]:
        """The words that are no function words."""
        return tuple([unit for unit in self.words if unit.weight >= MEANS_SOMETHING])

    @once
    def plain(self) -> str:
        """The span's letters and digits only: romanised, no case."""
        return fold_name(self.text)

    @property
    def quoted(self) -> bool:
        """True where the whole span stands inside quotation marks."""
        return self.passage.quoted(self.start, self.end)

    @once
    def open_phrases(self) -> tuple[str, ...]:
        """The phrases outside names, figures, dates and quotations."""
        return _phrases(unit for unit in self.words if not unit.entity and not unit.fact)

    @once
    def phrases(self) -> tuple[str, ...]:
        """Every run of one to four word keys, longest first: multi-word entries of word lists are looked up by it."""
        return _phrases(self.words)

    @once
    def titles(self) -> frozenset[str]:
        """The ranks and offices in the span, each under its headword."""
        if not self.hints & TITLE:
            return frozenset()
        lists = self.passage.lexicon
        return frozenset(
            heads[phrase] for phrase in self.phrases for heads in (lists.ranks, lists.offices) if phrase in heads
        )

    def touching(self, items: list[S]) -> list[S]:
        """Those of the passage's items that overlap the span."""
        return touching(items, self.start, self.end)

    def beside(self, items: list[S]) -> list[S]:
        """Those that overlap the span or stand right next to it, a blank between."""
        before = len(self.passage.text[: self.start].rstrip())
        after = len(self.passage.text) - len(self.passage.text[self.end :].lstrip())
        return [item for item in items if item.start <= after and before <= item.end]

    @once
    def before(self) -> Unit | None:
        """The unit that ends before the span."""
        place = bisect_right(self.passage.ends, self.start)
        return self.passage.units[place - 1] if place else None

    @once
    def after(self) -> Unit | None:
        """The unit that begins behind the span."""
        place = bisect_left(self.passage.starts, self.end)
        return self.passage.units[place] if place < len(self.passage.units) else None

    @property
    def is_quotation(self) -> bool:
        """True where the span is one quotation with its marks, or empty."""
        words = self.text.strip()
        start = self.start + self.text.find(words)
        return not words or any(
            quote.start == start and quote.end == start + len(words) for quote in self.passage.quotations
        )

    @property
    def starts_sentence(self) -> bool:
        """True where the span begins a sentence (or the text)."""
        before = self.before
        if before is None or (before.is_mark and before.key in {'"', "''", "``"}):
            return True
        first = next((place for place in range(self.start, self.end) if self.passage.text[place].isalnum()), self.start)
        return first in self.passage.sentence_starts


class Scene:
    """An edit between two passages.

    `two_sided` is true where both sides have words, `only` is the side that alone has words, if one does; `hints` are
    those of both sides and of what stands anywhere in the passages.
    """

    def __init__(self, edit: Edit, left: Passage, right: Passage) -> None:
        self.edit = edit
        self.left = ours = Half(left, edit.left_start, edit.left_end, edit.left)
        self.right = theirs = Half(right, edit.right_start, edit.right_end, edit.right)
        self.two_sided = bool(ours.words and theirs.words)
        self.only = None if self.two_sided else ours if ours.words else theirs if theirs.words else None
        self.hints = ANY | ours.hints | theirs.hints | left.hints | right.hints

    @property
    def of_quotations(self) -> bool:
        """True where each side is a whole quotation, one at least that the other lacks, or nothing."""
        units = (*self.left.units, *self.right.units)
        return any(unit.fact == "quotation" for unit in units) and all(half.is_quotation for half in self.halves)

    @property
    def glossary(self) -> Glossary:
        """The rules in force."""
        return self.left.passage.glossary

    @property
    def lexicon(self) -> Lexicon:
        """The words of the base's language."""
        return self.left.passage.lexicon

    @property
    def halves(self) -> tuple[Half, Half]:
        """Both sides."""
        return self.left, self.right

    @property
    def length(self) -> int:
        """The words of the longer side."""
        return max(self.left.length, self.right.length)

    def each_way(self) -> Iterator[tuple[Half, Half]]:
        """The halves in both orders, for what holds of either side."""
        yield self.left, self.right
        yield self.right, self.left


def _phrases(units: Iterable[Unit]) -> tuple[str, ...]:
    keys = [key for unit in units for key in unit.key.split()]
    return tuple(" ".join(keys[i : i + size]) for size in (4, 3, 2, 1) for i in range(len(keys) - size + 1))
