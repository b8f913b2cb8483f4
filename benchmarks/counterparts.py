"""What the alignment adds to finding notes again: one version is edited, and the other end of the note stands still."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

from anchors import A_VERSION, judged, made_up_texts, seed_texts, spans
from edits import Char, Editor, Sentence, Text, document, laid_out, numbers, where, written

from wirediff.align import collate
from wirediff.glossary import builtin
from wirediff.model import Anchor, Document, Note, Row, Side
from wirediff.notes import Found, anchor, refind, standing

VERSIONS = 400
_REWORDED = 0.15
"""The part of its words that another desk writes otherwise."""


class _LossyEditor(Editor):
    """Takes sentences out of their place more often than it mistypes them, and rewords what it leaves there."""

    def __init__(self, text: Text, chance: random.Random) -> None:
        super().__init__(text, chance)
        moves = [self.move_sentence, self.add_paragraph_look_alike, self.drop_and_leave_look_alike, self.split]
        self._ways = [*self._ways, *moves, self.reword, self.reword, self.reword]

    def reword(self) -> None:
        """Some sentences of a paragraph in other words."""
        paragraph = self._chance.randrange(len(self.text))
        self.text[paragraph] = [reworded(sentence, self._chance) for sentence in self.text[paragraph]]


def reworded(sentence: Sentence, chance: random.Random) -> Sentence:
    """A sentence in which some words are left out, or stand where another one was."""
    words = written(sentence).split(" ")
    made: Sentence = []
    begin = 0
    for at, word in enumerate(words):
        end = begin + len(word) + (at < len(words) - 1)
        if at in {0, len(words) - 1} or chance.random() >= _REWORDED:
            made += sentence[begin:end]
        elif chance.random() < 0.5:
            made += [Char(char) for char in f"{chance.choice(words).strip('.,')} "]
        begin = end
    return made


def measure(texts: Sequence[Sequence[str]], versions: int = VERSIONS, seed: int = 1) -> Counter[str]:
    """Counts over ends of notes whose place the words alone do not tell, with the alignment asked; see `section`."""
    chance = random.Random(seed)
    counts: Counter[str] = Counter()
    for _ in range(versions):
        first = laid_out(chance.choice(texts))
        other = [[reworded(sentence, chance) for sentence in paragraph] for paragraph in first]
        second = [[sentence[:] for sentence in paragraph] for paragraph in first]
        editor = _LossyEditor(second, chance)
        for _ in range(A_VERSION):
            editor.edit()
        before, answer, after = (
            document(first, "first"),
            document(other, "other", "other.txt"),
            document(second, "second"),
        )
        rows = _rows(after, answer)
        for number, start, end in spans(first, chance):
            made = anchor(before, Side(0, number, start, end, ""))
            if isinstance(refind(made, after), Found) or not (
                there := where(other, numbers(first, number, start, end))
            ):
                continue
            theirs = anchor(answer, Side(1, there.paragraph, there.start, there.end, ""))
            counts.update(_with_alignment(made, theirs, (after, answer), rows, first, second))
    return counts


def _rows(after: Document, answer: Document) -> Callable[[], Sequence[Row]]:
    found: list[Sequence[Row]] = []

    def rows() -> Sequence[Row]:
        if not found:
            found.append(collate((after, answer), builtin()).rows)
        return found[0]

    return rows


def _with_alignment(
    made: Anchor,
    theirs: Anchor,
    versions: Sequence[Document],
    rows: Callable[[], Sequence[Row]],
    first: Text,
    second: Text,
) -> list[str]:
    note = Note(id="n", text="", story="s", created="", modified="", left=made, right=theirs)
    alone, both = refind(made, versions[0]), standing(note, versions, rows)[0].outcome
    assert both is not None
    said = judged(made, both, first, second)
    return [*said, *(f"{each} by words" for each in judged(made, alone, first, second) if each.endswith("offered"))]


def section(versions: int = VERSIONS) -> str:
    """The figures as Markdown."""
    lines = [
        "| texts | words stand, place unsure | found | found or offered | offered without it | wrong place |",
        "|---|---|---|---|---|---|",
    ]
    for name, texts in (("sample stories", seed_texts()), ("made-up reports, all sentences alike", made_up_texts())):
        counts = measure(texts, versions)
        kept, right = counts["kept"] or 1, counts["kept: right"]
        either = (right + counts["kept: offered"]) / kept
        alone = counts["kept: offered by words"] / kept
        lines.append(f"| {name} | {kept:,} | {right / kept:.1%} | {either:.1%} | {alone:.1%} | {counts['wrong']} |")
    said = [
        "Where one version is edited more roughly, whole paragraphs reworded among it, and the words of a note do not",
        "tell its place any more, the other version, which another desk wrote and nobody has touched since, is asked",
        f"through the alignment ({versions:,} versions of each set, the notes on which the words decide left out).",
    ]
    return "\n".join(["## Notes found through the alignment", "", *lines, "", "\n".join(said)])


if __name__ == "__main__":
    print(section())
