"""spelling: one common word in another orthography."""

from os.path import commonprefix

from wirediff.differ.capitals import has_capital_of_name
from wirediff.differ.detect import equal
from wirediff.differ.names import surely_name
from wirediff.differ.scene import Half, Scene
from wirediff.differ.words import MEANS_SOMETHING
from wirediff.text import fold
from wirediff.text.lexicon import lexicon
from wirediff.text.scripts import is_piece
from wirediff.text.synonyms import synonyms

_SHORTEST_TYPO = 6
_ENDING = 3
_WRITTEN = frozenset({"figure", "date"})
_ACCENTS = "the same letters but for accents or apostrophes"


def detect(scene: Scene) -> str | None:
    """A UK/US pair, a compound written open or closed, an accent, or a slip of one letter inside a longer word."""
    left, right = scene.halves
    if same := equal.written_twice(scene):
        return same
    if _one_fact(left, right):
        return f"“{left.shown}” and “{right.shown}” come to the same, written in two ways"
    if _one_common_word(left) and _one_common_word(right):
        return _one_word(left, right)
    if len(left.words) == len(right.words) == 1:
        return _twins(left, right) or _accents(left, right)
    return None


def _one_word(left: Half, right: Half) -> str | None:
    a, b = left.words[0], right.words[0]
    if a.key == b.key:
        return _accents(left, right)
    listed = _twins(left, right)
    if listed:
        return listed
    if a.plain == b.plain:
        if any(blank in left.text.strip() + right.text.strip() for blank in " -‐‑"):
            return "one compound, written open, hyphenated or closed"
        return _ACCENTS
    if {a.key, b.key} <= left.passage.lexicon.directions:
        return None  # "noreste" and "noroeste" are two points of the compass
    return "one or two letters differ inside a common word" if _slip(fold(a.key), fold(b.key)) else None


def _twins(left: Half, right: Half) -> str | None:
    """Two orthographies of one word by the spelling list, which holds for a name's words too ("Centre Court")."""
    a, b = left.words[0], right.words[0]
    if a.key == b.key or a.twin != b.twin:
        return None
    return f"spelling list: “{left.shown}” and “{right.shown}” are one word in two orthographies"


def _accents(left: Half, right: Half) -> str | None:
    """One word with and without its accents or special letters, where nothing says that it is a name: "État", "daß"."""
    a, b = left.words[0], right.words[0]
    if a.entity or a.fact or a.plain != b.plain or a.text.lower() == b.text.lower():
        return None
    if not a.text.isalpha() or is_piece(a.text):
        return None
    common = a.weight < MEANS_SOMETHING or a.text.islower() or not (surely_name(left) and surely_name(right))
    if "ß" in (a.text + b.text).lower():  # Swiss print has none, in no word
        common = common or not (has_capital_of_name(left) and has_capital_of_name(right))
    return _ACCENTS if common else None


def _one_fact(left: Half, right: Half) -> bool:
    """True where each side is one figure or one date, and the two are equal.

    "around 5" and "about 5" are no two ways of writing a figure; they differ in wording.
    """
    facts = [half.units[0] for half in (left, right) if len(half.units) == 1 and half.units[0].fact in _WRITTEN]
    if len(facts) != 2 or facts[0].fact != facts[1].fact or facts[0].value != facts[1].value:
        return False
    exact = facts[0].fact == "date" or facts[0].value[2]
    return bool(exact) or _digits(left.text) != _digits(right.text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _one_common_word(half: Half) -> bool:
    """One unit without capitals, with digits nowhere in it, no figure and no date: there a letter is no slip."""
    if len(half.words) != 1:
        return False
    word = half.words[0]
    return not word.entity and not word.fact and _is_common(word.text) and not _digits(word.text)


def _is_common(word: str) -> bool:
    """Whether a word has letters and no capital; an ideograph is no spelling of another."""
    return any(map(str.isalpha, word)) and word == word.lower() and not is_piece(word)


def _turned_letters(a: str, b: str) -> bool:
    """True where two neighbouring letters changed places and one of the two words is none that any list knows.

    In a short word that is told only where the other is a small word or a verb that reports: "siad", "thier".
    """
    at = len(commonprefix((a, b)))
    turned = a[at : at + 2][::-1] + a[at + 2 :]
    if not 0 < at < len(a) - 1 or b[at:] != turned:
        return False
    lists, table = lexicon(), synonyms()
    small = {word for word in (a, b) if word in lists.function_words or word in lists.reporting_verbs}
    known = small | {word for word in (a, b) if table.of(word) or word in lists.qualifiers}
    return len(known) < 2 and (len(a) >= _SHORTEST_TYPO or len(small) == 1)


def _slip(a: str, b: str) -> bool:
    """True for a typing slip: the beginning and the ending agree, one or two letters between them do not."""
    if _turned_letters(a, b):
        return True
    shorter = min(len(a), len(b))
    if shorter < _SHORTEST_TYPO or a[0] != b[0] or a[-_ENDING:] != b[-_ENDING:]:
        return False
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(a, b) <= (2 if shorter >= 2 * _SHORTEST_TYPO else 1)
