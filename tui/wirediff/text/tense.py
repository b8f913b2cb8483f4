"""Whether English prose speaks of a day as still to come: "talks resume on Monday", "will continue until Sunday"."""

import re

from wirediff.text.date_words import listed

_REACH = 90
"""Characters before or behind a date in which the verb of its clause has room."""
_AHEAD = frozenset(listed("will shall won't 'll would scheduled due expected plans planned hopes"))
_UNTIL = frozenset(listed("until till"))
# Verbs that announce in the present tense: "the court meets on Monday".
_VERBS = listed(
    "resume begin start open meet vote return travel arrive leave visit host play continue end close expire convene "
    "fly face reopen gather depart conclude decide elect"
)
_ANNOUNCES = frozenset([*_VERBS, *(f"{verb}s" for verb in _VERBS), *listed("goes takes holds hold")])
_PAST = frozenset(
    listed(
        "said told was were had has have did took came went met held began ran left made killed hit struck saw became "
        "fell rose won lost shot sent brought found gave got kept led put set spoke stood wrote been"
    )
)
_BOUND = re.compile(r"[.;:!?\n“”\"—–]|, ")
_WORD = re.compile(r"[\w'’]+")
_AFTER_SUBJECT = frozenset({"on", "next", "early", "late", "until", "till", "in", "by"})


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause around the date from `start` to `end` says that the day is to come.

    The words before the date in its clause decide, the nearest first; where it opens its clause, those behind it.
    """
    before = _words(_BOUND.split(text[max(0, start - _REACH) : start])[-1])
    while before and before[-1] in _AFTER_SUBJECT - _UNTIL:
        del before[-1]
    if before:
        return _ahead(before[::-1])
    behind = _BOUND.split(text[end : end + _REACH].lstrip(" ,"))[0]
    return next((word in _AHEAD for word in _words(behind) if word in _AHEAD or _is_past(word)), False)


def _ahead(backwards: list[str]) -> bool:
    """Whether the words before a date, the nearest first, speak of what is to come."""
    for place, word in enumerate(backwards):
        rest = backwards[place + 1 : place + 4]
        if word in _AHEAD:
            return word != "would" or "have" not in backwards[:place]
        if word in _UNTIL:
            return not any(_is_past(other) for other in rest) or bool(_AHEAD & {*rest})
        if word in _ANNOUNCES and place <= 2 and not {"did", "to"} & {*rest[:1]}:
            return True
        if _is_past(word):  # "will be held", "is to be freed", "has been scheduled"
            return bool({"be", *_AHEAD} & {*rest} and not {"was", "were", "had"} & {*rest})
    return False


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _AHEAD)


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]
