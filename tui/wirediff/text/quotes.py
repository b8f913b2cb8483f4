"""Quotations with offsets: every common style of marks, told apart from apostrophes by what stands beside them."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

# An opening mark, the marks that properly close it, and the marks that close it where a typist mixed two styles.
_STYLES = (
    ('"', '"', "” ''"),
    ("“", "”", "\" “ ''"),
    ("”", "”", '"'),  # Swedish and Finnish open as they close
    ("„", "“ ”", "\" ‟ ''"),
    ("‟", "”", '"'),
    ("«", "»", ""),
    ("»", "« »", ""),  # German and Danish point inwards
    ("‹", "›", ""),
    ("›", "‹ ›", ""),
    ("``", "''", '" ”'),
    ("''", "''", '"'),
    ("「", "」", ""),
    ("『", "』", ""),
    ("‘", "’", "'"),
    ("‚", "‘ ’", "'"),
    ("'", "'", "’"),
    ("`", "'", "’ `"),
)
_PROPER = {opening: frozenset(closing.split()) for opening, closing, _ in _STYLES}
_MIXED = {opening: frozenset(closing.split()) for opening, _, closing in _STYLES}
_SINGLE = frozenset("‘’‚'`")
_CLOSE_FIRST = frozenset("”»›")  # open only where nothing waits to be closed
_UPRIGHT = frozenset({'"', "''"})  # their form does not say whether they open
_MARK = re.compile("``|''|[\"“”„‟«»‹›「」『』‘’‚'`]")

# Words that lose their beginning: "the '90s", "'tis", "rock 'n' roll".
_ELISION = re.compile(
    r"""['‘’`](?: \d\d s? \b (?! [.,]\d | \s* (?: % | per ) )
        | (?: tis | twas | twill | em | til | cause | cos | n | round | bout ) \b )""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENS_AFTER = frozenset("([{<—–-/\"“„«‹‘‚'`")
_NEVER_INSIDE_FIRST = frozenset(",;:.!?)]}%—–-")
_PLURAL_ENDS = frozenset("sxzSXZ")
_SCARE_WORDS = 3
_DEPTH = 8  # of marks waiting to be closed: keeps hostile text linear


class Quotation(NamedTuple):
    """Quoted words: `start` to `end` with their marks, `inner_start` to `inner_end` without, in code points.

    `scare` marks a quotation of at most three words, which distances more than it reports.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    scare: bool


class _Mark(NamedTuple):
    """A mark and what its neighbours make of it; both False where they do not say."""

    text: str
    start: int
    end: int
    opens: bool
    closes: bool
    possessive: bool  # closes, or ends a plural's possessive: "civilians' houses"

    @property
    def single(self) -> bool:
        return self.text in _SINGLE


@dataclass(slots=True)
class _Waiting:
    """An opening mark that waits for its closing one, and the quotations found since."""

    mark: _Mark
    inside: list[Quotation] = field(default_factory=list)


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order; linear in the length of the text.

    A double mark left open runs to the end of the text: the quotation goes on in the next paragraph. A single one, or
    one that may as well close, does so only where it begins the text; elsewhere it is taken for a stray mark, an
    apostrophe or the ‘ayn of an Arabic name.
    Closing marks without an opening one, and quotations of nothing, are left out.

    >>> text = "the civilians' houses after the 'last big fight'"
    >>> [text[quotation.inner_start : quotation.inner_end] for quotation in quotations(text)]
    ['last big fight']
    """
    marks = _marks(text)
    if not marks:
        return []
    found: list[Quotation] = []
    waiting: list[_Waiting] = []
    possessives = _possessives(marks)
    for place, mark in enumerate(marks):
        known = mark.text in _PROPER
        if known and mark.opens and mark.text not in _CLOSE_FIRST:
            _open(mark, waiting, found)
            continue
        depth = None if place in possessives else _partner(mark, waiting)
        if depth is not None:
            quotation = _quotation(text, waiting[depth].mark, mark)
            del waiting[depth:]
            if quotation:
                (waiting[-1].inside if waiting else found).append(quotation)
        elif known and (mark.opens or not (mark.closes or mark.single or mark.text in _CLOSE_FIRST)):
            _open(mark, waiting, found)
    _run_to_the_end(text, waiting, found)
    return found


def _marks(text: str) -> list[_Mark]:
    """The marks of `text` that can open or close a quotation: apostrophes within words and elisions are none."""
    marks: list[_Mark] = []
    size = len(text)
    for match in _MARK.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < size else " "
        mark = match.group()
        opens = (before.isspace() or before in _OPENS_AFTER) and not (after.isspace() or after in _NEVER_INSIDE_FIRST)
        closes = not before.isspace() and not after.isalnum()
        possessive = False
        if mark in _SINGLE:
            if before.isalnum() and after.isalnum():
                continue
            if opens and (mark == "’" or before == "-" or _ELISION.match(text, start)):
                continue  # a hyphen before: "al-'Abadi"
            possessive = closes and before in _PLURAL_ENDS and after.isspace() and text[end + 1 : end + 2].isalnum()
        marks.append(_Mark(mark, start, end, opens, closes and not opens, possessive))
    return marks


def _possessives(marks: list[_Mark]) -> frozenset[int]:
    """Where "s'" ends a possessive: a surer closing mark follows before another single mark opens."""
    found: set[int] = set()
    surer_follows = False
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if not mark.single:
            continue
        if mark.opens:
            surer_follows = False
        elif mark.possessive:
            if surer_follows:
                found.add(place)
        elif mark.closes:
            surer_follows = True
    return frozenset(found)


def _open(mark: _Mark, waiting: list[_Waiting], found: list[Quotation]) -> None:
    if mark.single and waiting and waiting[-1].mark.single:  # single quotations do not nest: the first was none
        stray = waiting.pop()
        (waiting[-1].inside if waiting else found).extend(stray.inside)
    if len(waiting) < _DEPTH:
        waiting.append(_Waiting(mark))


def _partner(mark: _Mark, waiting: list[_Waiting]) -> int | None:
    """The innermost open mark that `mark` closes, its own style before a mixed one."""
    for closers in (_PROPER, _MIXED):
        for depth in range(len(waiting) - 1, -1, -1):
            opening = waiting[depth]
            if mark.single and not opening.mark.single:
                break  # a single mark never closes what holds a double quotation open
            if mark.text in closers.get(opening.mark.text, ()):
                if mark.possessive and opening.inside:
                    break
                return depth
    return None


def _run_to_the_end(text: str, waiting: list[_Waiting], found: list[Quotation]) -> None:
    for opening in waiting:
        mark = opening.mark
        begins = not text[: mark.start].strip()
        if (begins and not opening.inside) if mark.single else (begins or mark.opens or mark.text not in _UPRIGHT):
            end = _Mark("", len(text), len(text), False, True, False)
            quotation = _quotation(text, mark, end)
            if quotation:
                found.append(quotation)
                return
        found.extend(opening.inside)


def _quotation(text: str, opening: _Mark, closing: _Mark) -> Quotation | None:
    inner = text[opening.end : closing.start]
    said = sum(1 for word in inner.split(maxsplit=2 * _SCARE_WORDS) if any(map(str.isalnum, word)))
    if not inner.strip():
        return None
    return Quotation(opening.start, closing.end, opening.end, closing.start, 0 < said <= _SCARE_WORDS)
