"""A name inside a longer one."""

from wirediff.glossary import Entity, Glossary
from wirediff.insight.names import names
from wirediff.model import Document, Paragraph


def test_a_name_inside_a_longer_one_is_no_romanisation_of_it() -> None:
    rules = Glossary(entities=(Entity("al-Waleed", "place", spellings=("al-Walid", "al-Waleed crossing")),))
    text = "Troops held al-Waleed. They took the al-Waleed crossing."
    (entry,) = names((Document(path="a", id="a", reader="text", paragraphs=(Paragraph(1, text),)),), rules)
    assert entry.type == "naming"
    other = Document(path="b", id="b", reader="text", paragraphs=(Paragraph(1, text + " They left al-Walid."),))
    (entry,) = names((other,), rules)
    assert (entry.type, entry.why) == (
        "transliteration",
        "glossary: al-Waleed and al-Walid are spellings of one name, al-Waleed",
    )
