from wirediff.glossary import Glossary
from wirediff.model import Document, Paragraph
from wirediff.stories import group


def document(path: str, *paragraphs: str, **fields: str) -> Document:
    numbered = tuple(Paragraph(n, text, n) for n, text in enumerate(paragraphs, 1))
    return Document(path=path, id=path, reader="text", paragraphs=numbered, **fields)


def test_two_versions_of_a_report_are_one_story_and_another_report_is_not() -> None:
    stories = group(
        [
            document("a", "A ferry with forty people on board sank off Lesbos on Monday, the coast guard said."),
            document("b", "A ferry with forty people on board sank off Lesbos, the coast guard said on Monday."),
            document("c", "Shares in Tokyo closed higher as exporters welcomed the weaker yen."),
        ],
        Glossary(),
    )
    assert sorted(sorted(d.path for d in story.documents) for story in stories) == [["a", "b"], ["c"]]
    pair = next(story for story in stories if len(story.versions) == 2)
    assert pair.versions[0].shared == 1.0
    assert 0.7 < pair.versions[1].shared < 1.0
