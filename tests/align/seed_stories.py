"""The bodies of the sample stories, cut out by where they begin and end, so that no reader is under test here."""

from pathlib import Path

from wirediff.model import Document, Paragraph

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

BOUNDS = {
    "000": ("The ministry said the strikes", "Later, the troops"),
    "001": ("Iraqi forces said they recaptured", "IS is simultaneously"),
    "002": ("Iraqi forces on Friday (November", "Iraqi forces backed by coalition"),
    "003": ("Iraqi forces captured on Saturday", "The Britain-based"),
    "004": ("Iraqi forces on Friday entered", "The Hashed said Friday"),
}


def document(name: str, texts: list[str]) -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=f"{name}.txt", id=name, reader="lines", paragraphs=paragraphs)


def seed(number: str) -> Document:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    first, last = BOUNDS[number]
    start = next(n for n, line in enumerate(lines) if line.startswith(first))
    end = next(n for n, line in enumerate(lines) if n >= start and line.startswith(last))
    return document(number, lines[start : end + 1])
