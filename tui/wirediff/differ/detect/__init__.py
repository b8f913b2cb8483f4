"""One detector a kind, asked narrow to broad; the first that answers gives the kind, the others go into `also`.

A detector is a module here with `detect(scene) -> str | None`: one plain sentence that says why the edit is of its
kind, or None. To add one: the kind in wirediff/kinds.py, a module here, and its place in `DETECTORS`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from wirediff.differ.detect import (
    attribution,
    capitalisation,
    claim,
    content,
    datetime,
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
from wirediff.differ.scene import Scene
from wirediff.kinds import Kind

Detector = Callable[[Scene], str | None]

DETECTORS: Mapping[Kind, Detector] = MappingProxyType(
    {
        Kind.TYPOGRAPHY: typography.detect,
        Kind.CAPITALISATION: capitalisation.detect,
        Kind.SPELLING: spelling.detect,
        Kind.TRANSLITERATION: transliteration.detect,
        Kind.LABEL: label.detect,
        Kind.NAMING: naming.detect,
        Kind.NUMBER: number.detect,
        Kind.DATETIME: datetime.detect,
        Kind.TITLE: title.detect,
        Kind.QUOTE: quote.detect,
        Kind.ATTRIBUTION: attribution.detect,
        Kind.CLAIM: claim.detect,
        Kind.PLACE: place.detect,
        Kind.ORDER: order.detect,
        Kind.WORDING: wording.detect,
        Kind.CONTENT: content.detect,
    }
)

# These say all there is to say: when one of them gives the kind, no broader kind is added.
_COMPLETE = frozenset({Kind.TYPOGRAPHY, Kind.CAPITALISATION, Kind.SPELLING})
# The rest says nothing about a difference that has a kind already.
_REST = frozenset({Kind.WORDING, Kind.CONTENT})


# Words; a longer rewrite that states other facts is no paraphrase.
_LONGEST_PARAPHRASE = 6


def classify(scene: Scene) -> tuple[Kind, tuple[Kind, ...], str]:
    """The kind of an edit, the other kinds it carries, and why."""
    if scene.edit.moved and not scene.edit.traded and scene.left.text.strip() == scene.right.text.strip():
        return Kind.ORDER, (), "the same words stand elsewhere in the paragraph"
    kind: Kind | None = None
    why = ""
    also: list[Kind] = []
    for candidate, detect in DETECTORS.items():
        reason = detect(scene)
        if reason is None:
            continue
        if kind is None:
            kind, why = candidate, reason
            if kind in _COMPLETE:
                break
        elif candidate not in _REST:
            also.append(candidate)
    if kind is None:
        raise AssertionError("wording and content leave no edit without a kind")
    if kind in _REST:
        also += [besides for besides in carried(scene) if besides not in also]
        if kind is Kind.WORDING and also and scene.length > _LONGEST_PARAPHRASE:
            kind, why = Kind.CONTENT, f"“{scene.left.shown}” and “{scene.right.shown}” do not state the same"
    if scene.edit.moved and kind is not Kind.ORDER and Kind.ORDER not in also:
        also.append(Kind.ORDER)
    if scene.left.quoted and scene.right.quoted and kind is not Kind.QUOTE and Kind.QUOTE not in also:
        also.append(Kind.QUOTE)
    return kind, tuple(also), why
