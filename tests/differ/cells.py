"""Documents and rows made by hand, and differences told in short."""

from wirediff.model import Collation, Difference, Document, Paragraph, Relation, Row, RowRelation


def document(*texts: str, published: str | None = "2017-11-04", headline: str = "") -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    name = " ".join(texts)[:20]
    return Document(
        path=f"{name}.txt", id=name, reader="text", paragraphs=paragraphs, published=published, headline=headline
    )


def one_row(left: Document, right: Document) -> Collation:
    """Both documents as a single row, whatever they say."""
    cells = (
        tuple(paragraph.n for paragraph in left.paragraphs),
        tuple(paragraph.n for paragraph in right.paragraphs),
    )
    return Collation((left, right), Relation.SAME_REPORT, (Row(cells, RowRelation.EDITED),))


def brief(found: tuple[Difference, ...]) -> list[tuple[str, str, str]]:
    """Kind, left text and right text of each difference, trimmed."""
    return [
        (d.kind.value, d.left.text.strip() if d.left else "", d.right.text.strip() if d.right else "") for d in found
    ]
