"""One detector a kind, asked narrow to broad; the first that answers gives the kind, the others go into `also`.

A detector is a module here with `detect(scene) -> str | None`: one plain sentence that says why the edit is of its
kind, or None. To add one: the kind in wirediff/kinds.py, a module here, and its place in `DETECTORS`, with the hints
without which it has nothing to say if there are any.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from wirediff.differ.detect import (
    attribution,
    capitalisation,
    claim,
    content,
    datetime,
    equal,
    label,
    naming,
    number,
    order,
    place,
    quote,
    spelling,
    title,
    transliteration,
    typography,
    wording,
)
from wirediff.differ.detect.carried import carried
from wirediff.differ.lists import is_list
from wirediff.differ.scene import Scene
from wirediff.differ.words import ANY, CAPITALS, CHARGED, DATE, DIRECTION, FIGURE, NAME, QUOTATION
from wirediff.kinds import Kind


class Detector(NamedTuple):
    """Says why an edit is of a kind, or None. It is asked only where the scene has one of its hints."""

    detect: Callable[[Scene], str | None]
    hints: int = ANY


DETECTORS: Mapping[Kind, Detector] = MappingProxyType(
    {
        Kind.TYPOGRAPHY: Detector(typography.detect),
        Kind.CAPITALISATION: Detector(capitalisation.detect),
        Kind.SPELLING: Detector(spelling.detect),
        Kind.TRANSLITERATION: Detector(transliteration.detect, NAME),
        Kind.LABEL: Detector(label.detect, CHARGED | QUOTATION),
        Kind.NAMING: Detector(naming.detect, NAME | CAPITALS),
        Kind.NUMBER: Detector(number.detect, FIGURE),
        Kind.DATETIME: Detector(datetime.detect, DATE),
        Kind.TITLE: Detector(title.detect),
        Kind.QUOTE: Detector(quote.detect, QUOTATION),
        Kind.ATTRIBUTION: Detector(attribution.detect),
        Kind.CLAIM: Detector(claim.detect),
        Kind.PLACE: Detector(place.detect, NAME | DIRECTION),
        Kind.ORDER: Detector(order.detect),
        Kind.WORDING: Detector(wording.detect),
        Kind.CONTENT: Detector(content.detect),
    }
)
_IN_ORDER = tuple((kind, *detector) for kind, detector in DETECTORS.items())

# These say all there is to say: when one of them gives the kind, no broader kind is added.
_COMPLETE = frozenset({Kind.TYPOGRAPHY, Kind.CAPITALISATION, Kind.SPELLING})
# The rest says nothing about a difference that has a kind already.
_REST = frozenset({Kind.WORDING, Kind.CONTENT})
# What a kind denies: one name in two spellings is no other name, and no other place.
_DENIES = {Kind.TRANSLITERATION: frozenset({Kind.NAMING, Kind.PLACE})}

_NONE: frozenset[Kind] = frozenset()

# Words; a longer rewrite that states other facts is no paraphrase.
_LONGEST_PARAPHRASE = 6


def classify(scene: Scene) -> tuple[Kind, tuple[Kind, ...], str]:
    """The kind of an edit, the other kinds it carries, and why."""
    if settled := _settled(scene):
        return settled
    kind: Kind | None = None
    why = ""
    also: list[Kind] = []
    for candidate, detect, hints in _IN_ORDER:
        reason = detect(scene) if hints & scene.hints else None
        if reason is None:
            continue
        if kind is None:
            kind, why = candidate, reason
            if kind in _COMPLETE:
                break
        elif candidate not in _REST | _DENIES.get(kind, _NONE):
            also.append(candidate)
    if kind is None:
        raise AssertionError("wording and content leave no edit without a kind")
    if kind in _REST:
        kind, also, why = _rest(scene, kind, also, why)
    if scene.edit.moved and kind is not Kind.ORDER and Kind.ORDER not in also:
        also.append(Kind.ORDER)
    if scene.left.quoted and scene.right.quoted and kind is not Kind.QUOTE and Kind.QUOTE not in also:
        also.append(Kind.QUOTE)
    return kind, tuple(also), why


def _settled(scene: Scene) -> tuple[Kind, tuple[Kind, ...], str] | None:
    """What is said of edits that no detector needs to be asked about: moves, quotations, conversions, trades."""
    if scene.edit.moved and not scene.edit.traded and order.same_words(scene):
        return Kind.ORDER, (), "the same words stand elsewhere in the paragraph"
    if scene.of_quotations or quote.introduced(scene):
        return _of_quotations(scene)
    if told := title.rearranged(scene):
        # "German" before the name is "of Germany" behind it.
        return Kind.TITLE, (Kind.ORDER, *(also for also in carried(scene) if also is not Kind.PLACE)), told
    converted = equal.converted(scene)
    return (Kind.WORDING, (Kind.NUMBER,), converted) if converted else _traded(scene)


def _rest(scene: Scene, kind: Kind, also: list[Kind], why: str) -> tuple[Kind, list[Kind], str]:
    """What no narrower kind explains, with the facts that it carries."""
    also = also + [besides for besides in carried(scene) if besides not in also]
    if kind is Kind.CONTENT or not scene.two_sided:
        return kind, also, why
    doubt = wording.in_doubt(scene)
    if also and (doubt or scene.length > _LONGEST_PARAPHRASE):
        return Kind.CONTENT, also, f"“{scene.left.shown}” and “{scene.right.shown}” do not state the same"
    if doubt:
        return kind, [Kind.CONTENT], why
    # Every word is answered: "Iran" by "Iranian" names no other place.
    return kind, [besides for besides in also if besides is not Kind.PLACE], why


def _traded(scene: Scene) -> tuple[Kind, tuple[Kind, ...], str] | None:
    """Names that trade places around a verb, or in a list."""
    left, right = scene.halves
    if (
        scene.two_sided
        and not scene.edit.moved
        and not scene.edit.traded
        and is_list(left.units, right.units, scene.lexicon.conjunctions)
    ):
        return Kind.ORDER, (), f"the same in another order: “{left.shown}”, “{right.shown}”"
    if not scene.two_sided or scene.edit.moved or any(unit.fact for unit in (*left.words, *right.words)):
        return None
    names = [unit for unit in left.words if unit.is_name]
    if scene.edit.traded:
        return Kind.CLAIM, (Kind.NAMING,) if names else (), claim.detect(scene) or ""
    if len(names) > 1 and left.keys != right.keys and sorted(left.keys) == sorted(right.keys):
        return Kind.ORDER, (), f"the same names in another order: “{left.shown}”, “{right.shown}”"
    return None


def _of_quotations(scene: Scene) -> tuple[Kind, tuple[Kind, ...], str]:
    """A whole quotation on one side, or another on each: figures and dates in it are what somebody said."""
    why = quote.detect(scene)
    also = tuple(kind for kind in carried(scene) if kind is not Kind.QUOTE)
    return Kind.QUOTE, also, why or f"“{scene.left.shown}” on one side, “{scene.right.shown}” on the other"
