"""One version alone, as it was read, with what was left out standing dim in its place."""

from wirediff.app.layout.sheet import Passage, Sheet, SheetRow, Tone
from wirediff.app.legible import legible
from wirediff.model import Document


def alone(document: Document) -> Sheet:
    """A sheet of one column: headline, standfirst, paragraphs, and each left-out line where its source has it.

    Where the source has no lines, what was left out follows the text.
    """
    pieces: list[tuple[float, Passage]] = []
    last = 0.0
    for paragraph in document.paragraphs:
        last = float(paragraph.line) if paragraph.line is not None else last
        passage = Passage(legible(paragraph.text), str(paragraph.n), Tone.BODY, 0, paragraph.n)
        pieces.append((last, passage))
    end = float("inf")
    for piece in document.left_out:
        if piece.text.strip():
            line = float(piece.line) if piece.line is not None else end
            pieces.append((line, Passage(f"{legible(piece.text)}  [{piece.reason}]", "–", Tone.LEFT_OUT)))
    pieces.sort(key=lambda piece: piece[0])
    above = [Passage(legible(document.headline) or "(no headline)", "", Tone.HEADLINE, 0, 0)]
    if document.standfirst:
        above.append(Passage(legible(document.standfirst), "", Tone.CAPTION, 0))
    above += [Passage(legible(caption), "", Tone.CAPTION, 0) for caption in document.captions]
    rows = [
        SheetRow((tuple(above),)),
        *(SheetRow(((passage,),), range(n, n + 1)) for n, (_, passage) in enumerate(pieces)),
    ]
    return Sheet(tuple(rows), ((0,),))
