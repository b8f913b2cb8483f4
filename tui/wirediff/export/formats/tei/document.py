"""The TEI document around the passages: header, witnesses, the kinds as a taxonomy."""

from collections.abc import Iterator, Sequence

from wirediff.export.formats.tei.passages import Passages, note_text
from wirediff.export.report import Report, StoryReport
from wirediff.export.xmltext import element, text
from wirediff.kinds import KINDS, Severity
from wirediff.model import Note
from wirediff.naming import version_names

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = "http://www.tei-c.org/ns/1.0"
_SEVERITIES = {
    Severity.COSMETIC: "changes nothing that is said",
    Severity.NOTABLE: "worth knowing",
    Severity.SERIOUS: "changes what is said",
}


def tei(report: Report) -> str:
    """The whole document. Its elements are spaced so that blanks are added in no text."""
    if len(report.stories) == 1:
        lines = [*_story(report.stories[0], "", _encoding(), f' xmlns="{_SPACE}"')]
    elif report.stories:
        lines = [f'<teiCorpus xmlns="{_SPACE}">', *_header("Versions compared", [], (), _encoding())]
        for number, part in enumerate(report.stories):
            lines += _story(part, f"s{number + 1}.", [])
        lines.append("</teiCorpus>")
    else:
        lines = [f'<TEI xmlns="{_SPACE}">', *_header("Versions compared", [], (), [])]
        lines.append("<text><body><p/></body></text></TEI>")
    return "\n".join([_OPEN, *lines]) + "\n"


def _story(part: StoryReport, prefix: str, encoding: Sequence[str], space: str = "") -> Iterator[str]:
    passages = Passages(part, prefix)
    about = {note.id for notes in part.on_differences for note in notes}
    general = [note for note in part.notes if note.id not in about]
    yield f"<TEI{space}>"
    yield from _header(part.story.headline or "Without a headline", _witnesses(part, passages), general, encoding)
    yield "<text><body>"
    yield from passages.lines()
    yield "</body></text>"
    yield "</TEI>"


def _header(title: str, witnesses: Sequence[str], notes: Sequence[Note], encoding: Sequence[str]) -> Iterator[str]:
    yield "<teiHeader><fileDesc>"
    yield element("titleStmt", element("title", text(title)))
    yield element("publicationStmt", element("p", "Made by wirediff from the files that the witnesses name."))
    if notes:
        yield element("notesStmt", "".join(element("note", note_text(note), type="comment") for note in notes))
    described = element("listWit", "".join(witnesses)) if witnesses else element("p", "The versions of each text.")
    yield element("sourceDesc", described)
    yield "</fileDesc>"
    yield from encoding
    yield "</teiHeader>"


def _witnesses(part: StoryReport, passages: Passages) -> list[str]:
    names = version_names(part.documents)
    made = []
    for number, document in enumerate(part.documents):
        said = [text(names[number]), element("idno", text(document.path), type="path")]
        if document.published:
            said.append(element("date", text(document.published)))
        made.append(element("witness", ", ".join(said), xml_id=passages.sigil(number), n=str(number + 1)))
    return made


def _encoding() -> list[str]:
    kinds = [_category(f"kind.{spec.kind}", spec.means) for spec in KINDS.values()]
    weights = [_category(f"severity.{severity}", means) for severity, means in _SEVERITIES.items()]
    taxonomies = element("taxonomy", "".join(kinds), xml_id="kinds")
    taxonomies += element("taxonomy", "".join(weights), xml_id="severities")
    variants = element("variantEncoding", method="parallel-segmentation", location="internal")
    return [element("encodingDesc", variants + element("classDecl", taxonomies))]


def _category(name: str, means: str) -> str:
    return element("category", element("catDesc", text(means)), xml_id=name)
