"""Where a note is fastened: spans told apart by their words and what stands around them, as in W3C Web Annotation."""

from collections.abc import Iterator

from msgspec.structs import replace

from wirediff.model import HEADLINE, Anchor, Answering, Collation, Document, Side, Surroundings
from wirediff.notes.flow import beyond, digest, flow_of
from wirediff.notes.places import surrounded
from wirediff.notes.wordchange import same_words

_AROUND = 32
"""Characters of context on each side: what browsers' text fragments and annotation services keep."""

_PEERS = 16
"""Look-alikes whose texts are kept, at most; a list of results may have hundreds that nobody needs."""


def anchor(document: Document, side: Side, answer: Answering | None = None) -> Anchor:
    """Fasten to the span of a side; `document` is the version that the side lies in. Raises IndexError off its text.

    `answer` is the paragraph of another version that answers it, for a note that is fastened in one version only; see
    `answer_of`.
    """
    made = quoted(document, side)
    flow = flow_of(document)
    around = flow.around(side.paragraph, side.start, side.end)
    text = flow.texts[side.paragraph]
    passage = around.of(text)
    others = [each for each in flow.like(passage) if (each.paragraph, each.start) != (side.paragraph, around.start)]
    others.sort(key=lambda each: each.likeness, reverse=True)
    twins = [each for each in others if same_words(flow.text_at(each), passage, flow.language)]
    surroundings = Surroundings(
        lead=passage[: side.start - around.start],
        trail=passage[side.end - around.start :],
        before=flow.before(side.paragraph, around.start, beyond(text[: around.start])),
        after=flow.after(side.paragraph, around.end, beyond(text[around.end :])),
        digest=digest(text),
        alike=len(others),
        twins=len(twins),
        peers=tuple(flow.text_at(each) for each in others if each not in twins)[:_PEERS],
    )
    shared = max((sum(surrounded(surroundings, flow, each)[:2]) for each in twins), default=0)
    return replace(made, around=replace(surroundings, shared=shared), answer=answer)


def answer_of(collation: Collation, side: Side) -> Answering | None:
    """The paragraph that answers the one of a side, in the first version that has one; None where none has."""
    for row in collation.rows:
        if side.paragraph not in row.cells[side.version]:
            continue
        for version, cell in enumerate(row.cells):
            if cell and version != side.version:
                document = collation.versions[version]
                text = document.text_of(cell[0])
                return Answering(document.path, document.id, cell[0], digest(text))
    return None


def quoted(document: Document, side: Side) -> Anchor:
    """Fasten to a span by the quotation and its place alone: enough for what is to hold only as long as it stands."""
    text = document.text_of(side.paragraph)
    if not 0 <= side.start <= side.end <= len(text):
        raise IndexError(f"{side.start}-{side.end} in a text of {len(text)} characters")
    prefix, suffix = _context(text, side.start, side.end)
    return Anchor(
        path=document.path,
        document=document.id,
        paragraph=side.paragraph,
        start=side.start,
        end=side.end,
        exact=text[side.start : side.end],
        prefix=prefix,
        suffix=suffix,
    )


def find(fastened: Anchor, document: Document) -> Anchor | None:
    """The span in `document` word for word: at its old place, else at the one place with the same words around it.

    None where it is gone, or where several places look alike. Linear in the length of the document. `refind` finds
    spans in text that was edited.
    """
    if fastened.paragraph in range(len(document.paragraphs) + 1):
        text = document.text_of(fastened.paragraph)
        if _fits(fastened, text, fastened.start):
            return replace(fastened, path=document.path, document=document.id)
    places = list(_places(fastened, document))
    if len(places) != 1:
        return None
    paragraph, start = places[0]
    end = start + len(fastened.exact)
    return replace(fastened, path=document.path, document=document.id, paragraph=paragraph, start=start, end=end)


def _places(fastened: Anchor, document: Document) -> Iterator[tuple[int, int]]:
    for paragraph in range(HEADLINE, len(document.paragraphs) + 1):
        text = document.text_of(paragraph)
        whole = fastened.prefix + fastened.exact + fastened.suffix
        at = text.find(whole)
        while at >= 0:
            if _fits(fastened, text, at + len(fastened.prefix)):
                yield paragraph, at + len(fastened.prefix)
            at = text.find(whole, at + 1)


def _fits(fastened: Anchor, text: str, start: int) -> bool:
    end = start + len(fastened.exact)
    return text[start:end] == fastened.exact and _context(text, start, end) == (fastened.prefix, fastened.suffix)


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
