"""Finding the place of a note again after a version was edited: surely, as a question to a person, or not at all.

The words lead to places (Levenshtein, over the sentences that the span lies in), what stood around them tells the place
from its look-alikes, and the present alignment, where the other end of the note is known, has a say as well. A note is
placed without asking only where nothing speaks for another place.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from wirediff.model import HEADLINE, Anchor, Document, Side, Surroundings
from wirediff.notes.doubt import CLOSE, confirmed, doubt
from wirediff.notes.flow import Flow, digest, flow_of, whole_words
from wirediff.notes.places import Kinship, Place, outdoes, places_of
from wirediff.notes.quote import locate

MOST = 3
"""Candidates that a person is asked about; who has to choose among more looks into the text anyway."""

_OFFERED = 60.0
"""From this likeness on (of 100) words in a paragraph that the alignment names are offered."""


class Found(NamedTuple):
    """The place is sure. `moved` tells that it is another one, `changed` that the words were mistyped since."""

    anchor: Anchor
    moved: bool
    changed: bool = False
    firm: bool = True
    """Whether the text by itself decides, whatever the alignment says."""


class Candidate(NamedTuple):
    """A place that a note may have, and what speaks for it or against it."""

    paragraph: int
    start: int
    end: int
    text: str
    why: str


class Check(NamedTuple):
    """A person has to look: why, and the places to choose from, the best first."""

    why: str
    candidates: tuple[Candidate, ...]


class Orphan(NamedTuple):
    """Neither the words nor the alignment lead anywhere."""

    why: str = "its words are no longer there"


Outcome = Found | Check | Orphan


def refind(anchor: Anchor, document: Document, answering: Collection[int] = ()) -> Outcome:
    """Where the span of `anchor` is in `document` now.

    `answering` are the paragraphs that the present alignment lets answer the counterpart of the span in another
    version; nothing where that is not known. In a version that has not changed this is one comparison; elsewhere it is
    linear in the length of the version, with a small factor for paragraphs that share no words with the sentence.
    """
    flow = flow_of(document)
    if document.id == anchor.document and _stands(anchor, flow):
        return Found(_fastened(anchor, document, anchor.paragraph, anchor.start, anchor.end), False)
    if _untouched(anchor, flow):
        return Found(_fastened(anchor, document, anchor.paragraph, anchor.start, anchor.end), False)
    places = sorted(places_of(anchor, flow), key=lambda each: (each.support, each.at.likeness), reverse=True)
    outcome = _by_text(anchor, document, places)
    if isinstance(outcome, Check) and (place := confirmed(anchor, places, answering)):
        return _found(anchor, document, place, firm=False)
    if isinstance(outcome, Found) and (outcome.firm or not answering or outcome.anchor.paragraph in answering):
        return outcome
    return _asked(anchor, document, places, outcome, answering)


def refind_paragraph(text: str, around: Surroundings, document: Document) -> int | None:
    """The number that a paragraph has in `document` now, if it is there with few changes; None where that is not sure.

    Its words may have changed, numbers and names too, as long as the paragraph stands between its neighbours and
    nothing else is nearly as much like it. Linear in the length of the version.
    """
    flow = flow_of(document)
    whole = Anchor(path="", document="", paragraph=1, start=0, end=len(text), exact=text, around=around)
    places = [place for place in places_of(whole, flow) if place.at.paragraph != HEADLINE]
    for place in places:
        others = [other for other in places if other is not place]
        if not all(outdoes(place, other) for other in others):
            continue
        held = flow.texts[place.at.paragraph]
        covers = place.at.end - place.at.start >= CLOSE * len(held.strip())
        beside = place.near == 2 if place.at.likeness < 1.0 else place.near > 0
        return place.at.paragraph if covers and beside and place.at.likeness >= CLOSE else None
    return None


def _stands(anchor: Anchor, flow: Flow) -> bool:
    if anchor.paragraph not in range(len(flow.texts)):
        return False
    text, start, end = flow.texts[anchor.paragraph], anchor.start, anchor.end
    return (
        text[start:end] == anchor.exact
        and text[:start].endswith(anchor.prefix)
        and text[end:].startswith(anchor.suffix)
        and (anchor.around is None or digest(text) == anchor.around.digest)
    )


def _untouched(anchor: Anchor, flow: Flow) -> bool:
    """Whether the paragraph is the same and has its number, with the same text on both sides."""
    around = anchor.around
    if around is None or not _stands(anchor, flow) or len(flow.of_digest[around.digest]) > 1:
        return False
    lead, trail = len(around.lead), len(around.trail)
    before = flow.before(anchor.paragraph, anchor.start - lead, len(around.before))
    after = flow.after(anchor.paragraph, anchor.end + trail, len(around.after))
    return (before, after) == (around.before, around.after)


def _fastened(anchor: Anchor, document: Document, paragraph: int, start: int, end: int) -> Anchor:
    exact = document.text_of(paragraph)[start:end]
    return replace(
        anchor, path=document.path, document=document.id, paragraph=paragraph, start=start, end=end, exact=exact
    )


def _by_text(anchor: Anchor, document: Document, places: Sequence[Place]) -> Outcome:
    if not places:
        return Orphan()
    rivals = [each for each in places if each.kinship is not Kinship.PEER]
    best = next((each for each in rivals if all(outdoes(each, other) for other in rivals if other is not each)), None)
    if best is None:
        return Check("several places look like it" if rivals else "only passages like it are left", ())
    why = doubt(anchor, document, best, [each for each in rivals if each is not best])
    if why or best.span is None or not best.change.whole:
        return Check(why or "its words have changed", ())
    return _found(anchor, document, best, firm=best.likeness == 1.0 and best.near > 0 and best.far > 0)


def _found(anchor: Anchor, document: Document, place: Place, firm: bool) -> Found:
    assert place.span is not None
    found = _fastened(anchor, document, place.at.paragraph, *place.span)
    moved = (found.paragraph, found.start) != (anchor.paragraph, anchor.start)
    return Found(found, moved, found.exact != anchor.exact, firm)


def _asked(
    anchor: Anchor, document: Document, places: Sequence[Place], outcome: Outcome, answering: Collection[int]
) -> Check | Orphan:
    """What a person is asked where the text leaves it open, or the alignment says something else."""
    found: dict[tuple[int, int, int], Candidate] = {}
    for candidate in _by_places(document, places):
        found.setdefault(candidate[:3], candidate)
    for candidate in _by_alignment(anchor, document, answering):
        known = found.get(candidate[:3])
        found[candidate[:3]] = candidate._replace(why=f"{known.why}; {candidate.why}") if known else candidate
    for candidate in () if places else _alike(anchor, document):
        found.setdefault(candidate[:3], candidate)
    if not found:
        return Orphan()
    if isinstance(outcome, Found):
        why = "its words and the alignment lead to different places"
    else:
        why = outcome.why if isinstance(outcome, Check) else "its passage is no longer there"
    return Check(why, _first(list(found.values()), answering))


def _first(candidates: Sequence[Candidate], answering: Collection[int]) -> tuple[Candidate, ...]:
    """The best ones, among them one where the alignment leads to, if there is one."""
    chosen = [*candidates[:MOST]]
    led = next((each for each in candidates if each.paragraph in answering), None)
    if led and led not in chosen:
        chosen[-1] = led
    return tuple(chosen)


def _by_places(document: Document, places: Sequence[Place]) -> Iterator[Candidate]:
    for place in places:
        number, start, end = place.at[:3]
        if place.span is not None:
            start, end = whole_words(document.text_of(number), *place.span)
        around = {0: "in other surroundings", 4: "between the same sentences", 5: "between the same sentences"}.get(
            place.support, "in similar surroundings"
        )
        like = (
            "the same sentence"
            if place.at.likeness == 1.0
            else f"a sentence like it ({min(place.at.likeness, 0.99):.0%})"
        )
        said = place.change.inside or place.change.outside
        why = f"{like}, {around}" + (f"; {said}" if said else "")
        yield Candidate(number, start, end, document.text_of(number)[start:end], why)


def _by_alignment(anchor: Anchor, document: Document, answering: Collection[int]) -> Iterator[Candidate]:
    """The words most like those of the note in each paragraph that the alignment leads to, grown to whole words."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    for number in sorted(answering):
        text = document.text_of(number)
        if not anchor.exact.strip() or len(text) < len(anchor.exact):
            continue
        if match := partial_ratio_alignment(anchor.exact, text, score_cutoff=_OFFERED):
            start, end = whole_words(text, match.dest_start, match.dest_end)
            why = "the words most like it in the paragraph that answers the other side"
            yield Candidate(number, start, end, text[start:end], why)


def _alike(anchor: Anchor, document: Document) -> Iterator[Candidate]:
    """The same words in other surroundings, as far as they are few enough to be looked at."""
    found: list[Side] = locate(document, anchor.exact) if anchor.exact.strip() else []
    for side in found if len(found) <= MOST else ():
        yield Candidate(side.paragraph, side.start, side.end, side.text, "the same words, in other surroundings")
