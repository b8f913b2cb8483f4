"""Versions edited at random, with the truth about every character: where it is now, or that it is gone.

Nothing here knows how places are found again. A character of the first version has its number for as long as it
lives; what an edit puts in has none. A look-alike is a copy with one word changed, and its characters have no numbers:
whoever takes it for the original is wrong. Sentences that are copied word for word with their paragraph say what they
are copies of: once the original is gone, such a copy cannot be told from a sentence that was moved.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from wirediff.model import Document, Paragraph

_SENTENCE = re.compile(r"""(?<=[.!?])["'”’]?\s+(?=["'“‘]?[A-ZÀ-Þ])""")
_NUMBER = re.compile(r"\d+")
_LOWER = re.compile(r"\b[a-zà-ÿ]{5,}\b")
_NAME = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")
_ADDED = [
    "Officials gave no further details on {}.",
    "It was not clear on {} what would follow.",
    "Residents of the area told of a calm {}.",
    "A spokesman is to speak to reporters on {}.",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


class Char(NamedTuple):
    char: str
    number: int | None = None
    copy_of: int | None = None


Sentence = list[Char]
Text = list[list[Sentence]]
"""Paragraphs of sentences of characters."""


class Where(NamedTuple):
    """Where the characters of a span are now: a paragraph, its part from the first to the last of them, how many."""

    paragraph: int
    start: int
    end: int
    left: int


def laid_out(texts: Sequence[str]) -> Text:
    """Paragraphs with every character numbered."""
    number = 0
    text: Text = []
    for paragraph in texts:
        sentences: list[Sentence] = []
        for part in _SENTENCE.split(" ".join(paragraph.split())):
            sentences.append([Char(char, number + at) for at, char in enumerate(part)])
            number += len(part)
        text.append(sentences)
    return text


def written(sentence: Sentence) -> str:
    return "".join(each.char for each in sentence)


def plain(sentence: str) -> Sentence:
    return [Char(char) for char in sentence]


def _joined(paragraph: list[Sentence]) -> Sentence:
    joined: Sentence = []
    for sentence in paragraph:
        joined += [Char(" "), *sentence] if joined else sentence
    return joined


def document(text: Text, id: str, path: str = "edited.txt") -> Document:
    texts = [written(_joined(paragraph)) for paragraph in text]
    paragraphs = tuple(Paragraph(number, each) for number, each in enumerate(texts, 1))
    return Document(path=path, id=id, reader="lines", paragraphs=paragraphs, language="en")


def numbers(text: Text, paragraph: int, start: int, end: int) -> list[int]:
    """The numbers of the characters in a span, without the blanks between sentences."""
    return [each.number for each in _joined(text[paragraph - 1])[start:end] if each.number is not None]


def copied(text: Text, paragraph: int, start: int, end: int) -> list[int]:
    """What the characters in a span are copies of."""
    return [each.copy_of for each in _joined(text[paragraph - 1])[start:end] if each.copy_of is not None]


def neighbours_left(first: Text, second: Text, paragraph: int, original: int) -> int:
    """How much of what stood beside a paragraph of the first text stands beside one of the second: 2 points a side.

    One point is for what has come up to one paragraph off. `original` is the number of the paragraph in the first
    text. The ends of a text count as what stands there.
    """
    home = {each.number: at for at, text in enumerate(first, 1) for sentence in text for each in sentence}

    def there(number: int) -> set[int]:
        if not 1 <= number <= len(second):
            return {0 if number < 1 else len(first) + 1}
        return {home[origin(each)] for each in _joined(second[number - 1]) if origin(each) is not None}

    def beside(step: int) -> int:
        one, two = there(paragraph + step), there(paragraph + 2 * step)
        if original + step in one:
            return 2
        return int(original + 2 * step in one or not {original + step, original + 2 * step}.isdisjoint(two))

    return beside(-1) + beside(1)


def origin(char: Char) -> int | None:
    """The number of a character, or of the one it is a copy of."""
    return char.copy_of if char.number is None else char.number


def where(text: Text, span: Sequence[int]) -> Where | None:
    """Where the characters of a span are; None where none of them is left, or they are in several paragraphs."""
    sought = set(span)
    found = []
    for number, paragraph in enumerate(text, 1):
        places = [at for at, each in enumerate(_joined(paragraph)) if each.number in sought]
        if places:
            found.append(Where(number, places[0], places[-1] + 1, len(places)))
    return found[0] if len(found) == 1 else None


class Editor:
    """Edits a text in place, each time in another way."""

    def __init__(self, text: Text, chance: random.Random) -> None:
        self.text = text
        self._chance = chance
        self._ways: list[Callable[[], None]] = [
            *(self.mistype,) * 3,
            self.move_sentence,
            self.split,
            self.merge,
            self.add_look_alike,
            self.add_paragraph_look_alike,
            self.change_number,
            self.drop_paragraph,
            self.drop_sentence,
            self.add_paragraph,
            self.drop_and_leave_look_alike,
        ]

    def edit(self) -> None:
        self._chance.choice(self._ways)()

    def _some(self) -> tuple[int, int]:
        paragraph = self._chance.randrange(len(self.text))
        return paragraph, self._chance.randrange(len(self.text[paragraph]))

    def _find(self, pattern: re.Pattern[str], sentence: Sentence) -> re.Match[str] | None:
        found = list(pattern.finditer(written(sentence)))
        return self._chance.choice(found) if found else None

    def mistype(self) -> None:
        """A letter too few, too many, wrong, or two that change places, in some word."""
        paragraph, place = self._some()
        sentence = self.text[paragraph][place]
        if not (word := self._find(_LOWER, sentence)):
            return
        at = self._chance.randrange(word.start() + 1, word.end() - 2)
        match self._chance.randrange(4):
            case 0:
                del sentence[at]
            case 1:
                sentence.insert(at, Char(self._chance.choice("aeinrst")))
            case 2:
                sentence[at] = Char(self._chance.choice("bcdfgkmp"))
            case 3:
                sentence[at], sentence[at + 1] = sentence[at + 1], sentence[at]

    def move_sentence(self) -> None:
        paragraph, place = self._some()
        if len(self.text[paragraph]) < 2:
            return
        sentence = self.text[paragraph].pop(place)
        self.text[self._chance.randrange(len(self.text))].append(sentence)

    def split(self) -> None:
        paragraph, place = self._some()
        if place:
            whole = self.text[paragraph]
            self.text[paragraph : paragraph + 1] = [whole[:place], whole[place:]]

    def merge(self) -> None:
        if len(self.text) > 2:
            paragraph = self._chance.randrange(len(self.text) - 1)
            self.text[paragraph : paragraph + 2] = [self.text[paragraph] + self.text[paragraph + 1]]

    def _look_alike(self, sentence: Sentence) -> Sentence | None:
        """A copy with a number, a name or a word changed."""
        ways = [(_NUMBER, self._other_number), (_NAME, lambda _: "Verhoeven"), (_LOWER, lambda _: "certain")]
        self._chance.shuffle(ways)
        text = written(sentence)
        for pattern, other in ways:
            if (found := self._find(pattern, sentence)) and (word := other(found.group())) != found.group():
                return plain(text[: found.start()] + word + text[found.end() :])
        return None

    def _other_number(self, number: str) -> str:
        return str(int(number) + self._chance.randint(1, 90))

    def add_look_alike(self) -> None:
        paragraph, place = self._some()
        if (copy := self._look_alike(self.text[paragraph][place])) and (goal := self._far_from(paragraph)) is not None:
            self.text[goal].insert(self._chance.randrange(len(self.text[goal]) + 1), copy)

    def _far_from(self, paragraph: int) -> int | None:
        """A paragraph that is not beside another: what takes the very place of a passage is an edit of it."""
        places = [at for at in range(len(self.text)) if abs(at - paragraph) > 1]
        return self._chance.choice(places) if places else None

    def add_paragraph_look_alike(self) -> None:
        paragraph, place = self._some()
        copy = self._look_alike(self.text[paragraph][place])
        if copy and (goal := self._far_from(paragraph)) is not None:
            others = [[Char(at.char, None, at.number) for at in each] for each in self.text[paragraph]]
            self.text.insert(goal + (goal > paragraph), [*others[:place], copy, *others[place + 1 :]])

    def drop_and_leave_look_alike(self) -> None:
        """The worst: the passage is gone, and something like it stands elsewhere."""
        paragraph, place = self._some()
        copy = self._look_alike(self.text[paragraph][place])
        goal = self._far_from(paragraph)
        if copy and goal is not None and len(self.text[paragraph]) > 1:
            self.text[goal].insert(self._chance.randrange(len(self.text[goal]) + 1), copy)
            del self.text[paragraph][place]

    def change_number(self) -> None:
        paragraph, place = self._some()
        sentence = self.text[paragraph][place]
        if found := self._find(_NUMBER, sentence):
            sentence[found.start() : found.end()] = plain(self._other_number(found.group()))

    def drop_paragraph(self) -> None:
        if len(self.text) > 4:
            del self.text[self._chance.randrange(len(self.text))]

    def drop_sentence(self) -> None:
        paragraph, place = self._some()
        if len(self.text[paragraph]) > 1:
            del self.text[paragraph][place]

    def add_paragraph(self) -> None:
        said = self._chance.choice(_ADDED).format(self._chance.choice(_DAYS))
        self.text.insert(self._chance.randrange(len(self.text) + 1), [plain(said)])
