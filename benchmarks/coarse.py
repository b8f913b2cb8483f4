"""Edits that go through a whole text, or through whole paragraphs, mixed with the worst of the fine ones."""

import random
import re

from edits import Char, Editor, Sentence, Text, origin, plain, written

_CAPITALISED = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][a-zà-ÿ]{4,}\b")
_QUOTES = {'"': "”", "'": "’", "“": '"', "”": '"', "’": "'", "‘": "'", "„": '"', "–": "-", "—": "-"}


class CoarseEditor(Editor):
    """Edits as a desk makes them that takes a text over: orders paragraphs anew, and writes in its own style."""

    def __init__(self, text: Text, chance: random.Random) -> None:
        super().__init__(text, chance)
        self._ways = [
            self.drop_paragraph,
            self.swap_paragraphs,
            self.swap_paragraphs,
            self.paste_paragraph,
            self.paste_paragraph,
            self.repunctuate,
            self.respell_name,
            self.respell_name,
            self.mistype,
            self.mistype,
            self.add_paragraph_look_alike,
            self.drop_and_leave_look_alike,
        ]

    def swap_paragraphs(self) -> None:
        one, other = (self._chance.randrange(len(self.text)) for _ in range(2))
        self.text[one], self.text[other] = self.text[other], self.text[one]

    def paste_paragraph(self) -> None:
        """A paragraph stands twice, word for word."""
        paragraph = self._chance.choice(self.text)
        copy = [[Char(each.char, None, origin(each)) for each in sentence] for sentence in paragraph]
        self.text.insert(self._chance.randrange(len(self.text) + 1), copy)

    def repunctuate(self) -> None:
        """Quotation marks and dashes of another style, everywhere; some commas go, and some come before "and".

        A mark of another style is still the mark that it was, and keeps its number.
        """
        for paragraph in self.text:
            for at, sentence in enumerate(paragraph):
                paragraph[at] = self._repunctuated(sentence)

    def _repunctuated(self, sentence: Sentence) -> Sentence:
        made: Sentence = []
        for each, following in zip(sentence, [*sentence[1:], Char(" ")], strict=True):
            if each.char == "," and following.char == " " and self._chance.random() < 0.3:
                continue
            made.append(each._replace(char=_QUOTES.get(each.char, each.char)))
        at = written(made).find(" and ")
        if at > 0 and made[at - 1].char.isalnum() and self._chance.random() < 0.3:
            made.insert(at, Char(","))
        return made

    def respell_name(self) -> None:
        """A name is written in another way wherever it stands: with a letter doubled, or one less."""
        paragraph, place = self._some()
        if not (name := self._find(_CAPITALISED, self.text[paragraph][place])):
            return
        old = name.group()
        at = self._chance.randrange(1, len(old) - 1)
        pattern = re.compile(rf"\b{old}\b")
        doubled = self._chance.random() < 0.5
        for sentence in (sentence for each in self.text for sentence in each):
            for found in reversed(list(pattern.finditer(written(sentence)))):
                if doubled:
                    sentence[found.start() + at : found.start() + at] = plain(old[at])
                else:
                    del sentence[found.start() + at]
