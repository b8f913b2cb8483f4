"""typography: only glyphs, spacing or punctuation differ."""

import re
import unicodedata

from wirediff.differ.detect.quotation import moves_words_into_quotes
from wirediff.differ.scene import Half, Scene

# "U.S." and "US", "p.m." and "pm".
_POINTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d)[ ,'](?=\d{3}(?!\d))")
_PIECES = re.compile(r"[^\W_]+")
# Signs that carry a value of their own: taking one away is no matter of typography.
_MEANING = frozenset("%‰°№#&@")


def detect(scene: Scene) -> str | None:
    """Equal once glyphs are folded, or equal but for blanks and punctuation that carries no meaning."""
    left, right = scene.halves
    if _pieces(left) != _pieces(right) or _below_zero(left) != _below_zero(right):
        return None
    if "".join(left.folded.split()) == "".join(right.folded.split()):
        if left.folded == right.folded:
            return "only the glyphs differ (quotation marks, dashes, apostrophes or blanks)"
        return "only the blanks differ"
    if _meaningful(left) == _meaningful(right) and not _other_value(left, right) and not moves_words_into_quotes(scene):
        return "only punctuation differs"
    return None


def _pieces(half: Half) -> list[str]:
    return _pieces_of(half.folded)


def _pieces_of(text: str) -> list[str]:
    if "." in text:
        text = _POINTED.sub(lambda match: match.group().replace(".", ""), text)
    return _PIECES.findall(text)


def _below_zero(half: Half) -> list[float]:
    """The figures with a minus before them: that is no dash."""
    return [quantity.low for quantity in half.touching(half.passage.quantities) if quantity.low < 0]


def _other_value(left: Half, right: Half) -> bool:
    """True where a point for a comma makes another figure, "1.500" for "1,500"; a sign between thousands does not."""
    ours, theirs = (_THOUSANDS.sub("", half.folded) for half in (left, right))
    if _pieces_of(ours) == _pieces_of(theirs):
        return False
    values = [[quantity.low for quantity in half.touching(half.passage.quantities)] for half in (left, right)]
    return len(values[0]) == len(values[1]) and values[0] != values[1]


def _meaningful(half: Half) -> frozenset[str]:
    return frozenset(
        char
        for char in half.folded
        if char in _MEANING or (unicodedata.category(char) in {"Sc", "Sm", "So"} and char not in "|~")
    )
