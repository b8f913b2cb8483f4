"""Whether the place that looks best for a note is surely the passage itself, and not something that looks like it."""

from collections.abc import Collection, Sequence

from wirediff.model import HEADLINE, Anchor, Document, Surroundings
from wirediff.notes.anchors import find
from wirediff.notes.flow import EDGE, flow_of
from wirediff.notes.places import ALIKE, CLEAR, Kinship, Place, passage_of

CLOSE = 0.8
"""How much alike a sentence has to be (0 to 1) in which a number, a name or a negation has changed."""

_LONG = 6
"""Words of a sentence that nobody takes for another one only because it is short."""


def doubt(anchor: Anchor, document: Document, best: Place, others: Sequence[Place]) -> str:
    """Why a person has to look although one place is the best; "" where nobody has to."""
    if best.change.inside:
        return best.change.inside
    if (best.at.paragraph == HEADLINE) != (anchor.paragraph == HEADLINE):
        return "it stands in the headline now" if best.at.paragraph == HEADLINE else "it was in the headline"
    sure = _surely(anchor, best, others) if anchor.around else _surely_of_old(anchor, document, best, others)
    if sure and not best.stands and _is_also_in_part_elsewhere(anchor, document, best):
        return "a part of its passage stands elsewhere"
    return "" if sure else "it may be another passage that looks like it"


def _is_also_in_part_elsewhere(anchor: Anchor, document: Document, place: Place) -> bool:
    """Whether the passage may have lost some of its text and stand there still, and the place be a copy of it."""
    passage = passage_of(anchor)[0]
    if anchor.around is None or len(passage) < 2 * EDGE:
        return False
    others = [each for number, each in enumerate(flow_of(document).texts) if number != place.at.paragraph]
    return any(part in text for part in (passage[:EDGE], passage[-EDGE:]) for text in others)


def confirmed(anchor: Anchor, places: Sequence[Place], answering: Collection[int]) -> Place | None:
    """The place that the words leave in doubt and the alignment makes sure; None where there is none.

    It has to be by far the most alike, and alone in the paragraphs that the alignment leads to. The alignment goes by
    words too, so it cannot choose among twins, nor tell a passage that was rewritten from a look-alike.
    """
    rivals = [each for each in places if each.kinship is not Kinship.PEER]
    led = [each for each in rivals if each.at.paragraph in answering and each.at.paragraph != HEADLINE]
    if anchor.around is None or anchor.around.twins or len(led) != 1 or anchor.paragraph == HEADLINE:
        return None
    place = led[0]
    if place.span is None or place.change.inside or not place.change.whole or place.kinship is Kinship.TORN:
        return None
    if any(each.likeness > place.likeness - CLEAR for each in rivals if each is not place):
        return None
    if place.change.slips:
        return place if len(passage_of(anchor)[0].split()) >= _LONG else None
    beside = place.near > 0 and place.far > 0 and place.likeness >= CLOSE
    return place if beside and not place.change.outside else None


def _surely(anchor: Anchor, place: Place, others: Sequence[Place]) -> bool:
    """Whether the passage itself has come there, and not the passage gone and something like it put there."""
    assert anchor.around is not None
    if not all(_told_from(place, other, anchor.around) for other in others):
        return False
    if place.likeness < 1.0:
        return _surely_edited(anchor.around, place)
    if anchor.around.twins:
        beside = place.near > 0 and place.far > 0 and place.stands > max(2, anchor.around.shared)
        return beside and not any(each.near and each.far and each.stands >= place.stands - 1 for each in others)
    if place.near and place.far:
        return True
    if place.stands and (place.whole or place.far):
        return place.whole or not any(each.near or each.far for each in others)
    # Out of its surroundings: a sentence that was moved alone takes nothing of them along. One that has something like
    # its neighbours beside it, all in another place, may be in a paragraph made after the one that is gone.
    long = len(passage_of(anchor)[0].split()) >= _LONG
    alone = not any(each.at.likeness >= ALIKE for each in others) if place.whole else not others and long
    return alone and not place.near and (place.whole or not place.echo)


def _told_from(place: Place, other: Place, around: Surroundings) -> bool:
    """Whether it can be told which of two places is the passage, and which a copy or a look-alike made since."""
    if place.rivals(other):
        return _is_original(place, other, around)
    # What has as much around it as this place may be the passage itself, edited, and this a copy of it.
    as_good = place.stands - (place.likeness - other.at.likeness < CLEAR)
    return not (other.at.likeness >= ALIKE and other.near and other.far and other.stands >= as_good)


def _is_original(place: Place, copy: Place, around: Surroundings) -> bool:
    """Whether of two places with the same words this one is where the passage stood, and the other one is not.

    Within a paragraph that stands twice the text beside both is the same; what is farther off tells them apart then.
    A copy made since that has come near the old surroundings may have taken the place of the passage, and of two that
    stand together each hides the other's neighbour; twins of old have a place of their own.
    """
    if around.twins:
        beside = copy.near < place.near or (place.far == 2 and not copy.far)
        return beside and place.far > 0 and place.stands >= max(3, copy.stands + 2)
    return place.stands == 4 and not copy.far and abs(place.at.paragraph - copy.at.paragraph) > 1


def _surely_edited(around: Surroundings, place: Place) -> bool:
    """The same for a place where words of the sentence are not what they were."""
    alone = len(around.peers) + around.twins == around.alike and place.kinship is Kinship.OWN
    if not alone:  # the one that is left of two may have come between the neighbours of the other
        return place.stands == 4 and place.change.slips and not place.change.outside
    if place.change.slips or place.change.respelt:
        return place.near > 0 and place.far > 0
    return place.near == 2 and place.far > 0 and place.likeness >= CLOSE


def _surely_of_old(anchor: Anchor, document: Document, place: Place, others: Sequence[Place]) -> bool:
    """The same for notes of which nothing but the quotation is known."""
    if others:
        return False
    if len(passage_of(anchor)[0]) < EDGE:
        return find(anchor, document) is not None
    return place.at.likeness == 1.0 or (place.at.likeness >= ALIKE and not place.change.outside)
