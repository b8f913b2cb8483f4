"""Facts: what a figure without a noun counts, and who says what is quoted."""

from wirediff.glossary import builtin
from wirediff.insight.facts import Fact, facts
from wirediff.model import Document, Paragraph


def document(path: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    return Document(path=path, id=path, reader="text", paragraphs=paragraphs, published="2017-11-04", language="en")


def found(*documents: Document) -> dict[str, Fact]:
    return {fact.values[0].text: fact for fact in facts(documents, builtin(), everything=True)}


def test_a_figure_without_a_noun_counts_what_stands_nearest() -> None:
    one = document("a", "The ferry was licensed to carry 480 passengers. More than 600 were on board when it sank.")
    other = document("b", "The ferry, licensed to carry 480, had more than 610 passengers on board when it sank.")
    stated = found(one, other)
    assert [value.place.path for value in stated["480"].values] == ["a", "b"]
    assert stated["480"].agree
    assert [value.text for value in stated["More than 600"].values] == ["More than 600", "more than 610"]


def test_a_speaker_is_the_name_beside_the_office_or_the_one_a_pronoun_stands_for() -> None:
    stated = found(
        document("a", 'Its director, Jonas Velt, said: "We are deeply sorry for this."'),
        document("b", 'Maria Holm heads the inquiry. "We will look into every detail," she said.'),
        document("c", 'Maria Holm met Jonas Velt. "It was a very long night," she said.'),
    )
    assert [fact.about.partition(":")[0] for fact in stated.values()] == ["Jonas Velt", "Maria Holm", "she"]


def test_words_that_are_denied_are_no_words_that_are_said() -> None:
    stated = facts(
        (
            document("a", 'The company denied it was "a floating coffin for the poor".'),
            document("b", 'Critics said it was "a floating coffin for the poor".'),
        ),
        builtin(),
        everything=True,
    )
    assert [fact.about.partition(":")[0] for fact in stated] == ["The company denied", "Critics"]
