"""The places that a passage may have come to in a version that was edited, and what speaks for each."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from wirediff.model import Anchor, Surroundings
from wirediff.notes.flow import EDGE, END, Flow, Stretch
from wirediff.notes.wordchange import Change, change

_NEAR = 0.9
"""The likeness (0 to 1) by which the text beside a place counts as the same."""

_ECHO = 0.5
"""From this likeness on it is an echo of what stood there."""

_FAR = 95.0
"""The same (of 100) for the text some way off, which is looked for with some play."""

_PLAY = 200
"""Characters by which the text in between may have grown."""

CLEAR = 0.03
"""By so much one place has to be more like the passage than another that has as much around it."""

ALIKE = 0.9
"""From this likeness on (0 to 1) a place may be the passage itself with a few words mistyped."""


class Kinship(Enum):
    """Whether a place is the passage, or one of those that looked like it when the note was made."""

    OWN = "own"
    TORN = "torn"
    """It may be either."""
    PEER = "peer"


class Place(NamedTuple):
    """A stretch that the passage may have come to, with what is the same beside it and farther off."""

    at: Stretch
    near: int
    far: int
    echo: bool
    """Whether beside it stands something like what stood there."""
    change: Change
    whole: bool
    """Whether the paragraph is the one that the passage was in, letter for letter."""
    kinship: Kinship

    @property
    def likeness(self) -> float:
        """How much the words are like those of the passage (0 to 1), whatever the punctuation."""
        return 1.0 if self.change.same else self.at.likeness

    @property
    def stands(self) -> int:
        """How much beside the place and farther off is the same, counted; a copy of the paragraph has none of it."""
        return self.near + self.far

    @property
    def support(self) -> int:
        """How much around the place is the same, counted."""
        return self.near + self.far + self.whole

    def rivals(self, other: "Place") -> bool:
        """Whether the words of another place are like those of the passage in the same way and to the same degree."""
        return abs(self.likeness - other.likeness) < CLEAR and self.change.slips == other.change.slips

    @property
    def span(self) -> tuple[int, int] | None:
        """What answers the span that was noted, as offsets into the paragraph; None where nothing does."""
        if self.change.span is None:
            return None
        return self.at.start + self.change.span[0], self.at.start + self.change.span[1]


def passage_of(anchor: Anchor) -> tuple[str, int]:
    """The sentence that the span lies in, or as much of it as is known, and where the span begins in it."""
    around = anchor.around
    lead, trail = (around.lead, around.trail) if around else (anchor.prefix, anchor.suffix)
    return lead + anchor.exact + trail, len(lead)


def places_of(anchor: Anchor, flow: Flow) -> Iterator[Place]:
    """The places that are enough like the passage of an anchor to be one that it may have come to, in no order."""
    passage, begin = passage_of(anchor)
    end = begin + len(anchor.exact)
    for at in flow.like(passage):
        text = flow.text_at(at)
        made = Change((begin, end)) if at.likeness == 1.0 else change(passage, text, begin, end, flow.language)
        whole = anchor.around is not None and at.paragraph in flow.of_digest.get(anchor.around.digest, ())
        beside = surrounded(anchor.around, flow, at) if anchor.around else (0, 0, False)
        yield Place(at, *beside, made, whole, _kinship(anchor, text, at, made, flow.language))


def _kinship(anchor: Anchor, text: str, at: Stretch, made: Change, language: str | None) -> Kinship:
    """What the look-alikes of old say about a place: who is one of these still is not the passage."""
    from rapidfuzz.distance import Levenshtein

    if anchor.around is None or made.same:
        return Kinship.OWN
    kinship = Kinship.OWN
    for peer in anchor.around.peers:
        likeness = Levenshtein.normalized_similarity(peer, text)
        slips = likeness >= ALIKE and change(peer, text, 0, len(peer), language).slips
        if slips == made.slips and abs(likeness - at.likeness) < CLEAR:
            kinship = Kinship.TORN
        elif (slips, likeness) > (made.slips, at.likeness):
            return Kinship.PEER
    return kinship


def surrounded(around: Surroundings, flow: Flow, at: Stretch) -> tuple[int, int, bool]:
    """On how many sides the text next to a place, and the text some way off, is what it was; and if it is like that."""
    before = flow.before(at.paragraph, at.start, len(around.before) + _PLAY)
    after = flow.after(at.paragraph, at.end, len(around.after) + _PLAY)
    near = _near(around.before[-EDGE:], before[-EDGE:]), _near(around.after[:EDGE], after[:EDGE])
    far = _far(_parts(around.before), before) + _far(_parts(around.after[::-1]), after[::-1])
    return sum(likeness >= _NEAR for likeness in near), far, any(_ECHO <= likeness < _NEAR for likeness in near)


def _near(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(one, other) if (END in one) == (END in other) else 0.0


def _parts(text: str) -> list[str]:
    """Two parts of the text beyond the paragraph: what is there may have been edited in one of them."""
    return [text[:EDGE], text[2 * EDGE : 3 * EDGE]] if len(text) >= 3 * EDGE else [text[:EDGE]]


def _far(parts: Sequence[str], text: str) -> bool:
    from rapidfuzz.fuzz import partial_ratio

    # At the end of a text little may be left to compare; that it is the end is what counts then.
    return any(
        (END not in part or END in text) and len(part) <= len(text) and partial_ratio(part, text) >= _FAR
        for part in parts
    )


def outdoes(one: Place, other: Place) -> bool:
    """Whether nothing speaks for the other place that does not speak for this one, and something for this one.

    Against a place that stands where the passage stood the better likeness does not count: that may be a copy of the
    passage, and the passage itself have been edited.
    """
    gain = one.likeness - other.likeness
    if gain < 0 or one.far + one.whole < other.far or one.support < other.support:
        return False
    rivals = other.near and other.far and other.at.likeness >= ALIKE
    return one.support > other.support or (gain >= CLEAR and not rivals)
