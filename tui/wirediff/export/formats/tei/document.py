"""The TEI document around the passages: header, witnesses, the kinds as a taxonomy."""

from collections.abc import Iterator, Sequence

from wirediff.export.formats.tei.notes import Notes, conclusions
from wirediff.export.formats.tei.passages import Passages
from wirediff.export.report import Report, StoryReport
from wirediff.export.xmltext import element, text
from wirediff.kinds import KINDS, Severity
from wirediff.naming import language, version_names

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
        lines = [*_story(report.stories[0], "", _encoding(report), f' xmlns="{_SPACE}"')]
    elif report.stories:
        lines = [f'<teiCorpus xmlns="{_SPACE}">', *_header("Versions compared", encoding=_encoding(report))]
        for number, part in enumerate(report.stories):
            lines += _story(part, f"s{number + 1}.", [])
        lines.append("</teiCorpus>")
    else:
        lines = [f'<TEI xmlns="{_SPACE}">', *_header("Versions compared")]
        lines.append("<text><body><p/></body></text></TEI>")
    return "\n".join([_OPEN, *lines]) + "\n"


def _story(part: StoryReport, prefix: str, encoding: Sequence[str], space: str = "") -> Iterator[str]:
    passages = Passages(part, prefix)
    spoken = language(part.documents[0])
    yield f"<TEI{space}>"
    title = part.story.headline or "Without a headline"
    yield from _header(title, _witnesses(part, passages), passages.notes, [*encoding, *_languages(part, passages)])
    yield f'<text xml:lang="{spoken}"><body>' if spoken else "<text><body>"
    yield from passages.lines()
    yield "</body></text>"
    yield "</TEI>"


def _header(
    title: str, witnesses: Sequence[str] = (), notes: Notes | None = None, encoding: Sequence[str] = ()
) -> Iterator[str]:
    yield "<teiHeader><fileDesc>"
    yield element("titleStmt", element("title", text(title)) + (notes.statements() if notes else ""))
    yield element("publicationStmt", element("p", "Made by wirediff from the files that the witnesses name."))
    if notes and notes.homeless:
        yield element("notesStmt", "".join(map(notes.element, notes.homeless)))
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
        named = {"xml_id": passages.sigil(number), "n": str(number + 1), "xml_lang": language(document)}
        made.append(element("witness", ", ".join(said), **named))
    return made


def _languages(part: StoryReport, passages: Passages) -> Iterator[str]:
    """The languages, each with the witnesses that are in it."""
    found: dict[str, list[str]] = {}
    for number, document in enumerate(part.documents):
        if named := language(document):
            found.setdefault(named, []).append(passages.sigil(number))
    if found:
        used = (element("language", text(" ".join(sigils)), ident=each) for each, sigils in found.items())
        yield element("profileDesc", element("langUsage", "".join(used)))


def _encoding(report: Report) -> list[str]:
    notes = [note for part in report.stories for note in part.notes]
    concluded = [_category(name, means) for name, means in conclusions(notes).items()]
    kinds = [_category(f"kind.{spec.kind}", spec.means) for spec in KINDS.values()]
    weights = [_category(f"severity.{severity}", means) for severity, means in _SEVERITIES.items()]
    taxonomies = element("taxonomy", "".join(kinds), xml_id="kinds")
    taxonomies += element("taxonomy", "".join(weights), xml_id="severities")
    taxonomies += element("taxonomy", "".join(concluded), xml_id="conclusions")
    variants = element("variantEncoding", method="parallel-segmentation", location="internal")
    return [element("encodingDesc", variants + element("classDecl", taxonomies))]


def _category(name: str, means: str) -> str:
    return element("category", element("catDesc", text(means)), xml_id=name)
