"""What a capital tells: a name, the start of a sentence, or no more than that a word is a noun."""

from bisect import bisect_left

from wirediff.differ.scene import Half
from wirediff.differ.units import Unit

_SHORTEST_ACRONYM = 2


def has_capital_of_name(half: Half) -> bool:
    """Whether a word of the span is written as only names are.

    Not by its capital alone where it begins a sentence and is a small word, or one that limits a claim ("All", "Tous");
    nor where the language gives every noun one, but for acronyms, names of the glossary and capitals in a row
    ("Angela Merkel", "Präsident Macron").
    """
    lists = half.passage.lexicon
    named = [unit for unit in half.words if unit.is_name and not _begins_sentence(half, unit)]
    if not lists.capital_nouns:
        small = lists.function_words | lists.qualifiers
        return bool(named) or any(unit.is_name and unit.key not in small for unit in half.words)
    return any(
        unit.entity or (unit.text.isupper() and len(unit.text) >= _SHORTEST_ACRONYM) or _in_a_row(half, unit)
        for unit in half.words
        if unit.is_name
    )


def _begins_sentence(half: Half, unit: Unit) -> bool:
    return unit.start in half.passage.sentence_starts


def _in_a_row(half: Half, unit: Unit) -> bool:
    """True where another word with a capital stands right beside, none of the two at a sentence's start."""
    units = half.passage.units
    place = bisect_left(half.passage.starts, unit.start)
    beside = units[max(0, place - 1) : place] + units[place + 1 : place + 2]
    return not _begins_sentence(half, unit) and any(
        other.is_name and not other.fact and not _begins_sentence(half, other) for other in beside
    )
