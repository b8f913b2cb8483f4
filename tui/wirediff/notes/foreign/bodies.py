"""What an annotation says: its bodies, in the forms in which programs write them."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from wirediff.kinds import Kind
from wirediff.notes.foreign.annotation import Fault, JsonObject
from wirediff.notes.foreign.targets import listed
from wirediff.verdicts import WORD

_BLOCKS = {"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre"}
LONGEST_TAG = 60
"""Characters of a tag."""

_UNSAID = {"script", "style", "template", "head"}


class Said(NamedTuple):
    """What the bodies of an annotation come to."""

    text: str
    tags: tuple[str, ...]
    verdict: str | None
    kind: Kind | None


def said(raw: JsonObject, place: str, fault: Fault) -> Said:
    """What an annotation says. A tag is told by its purpose; conclusions that are no word of ours are tags too."""
    texts: list[str] = []
    tags: list[str] = []
    verdict: str | None = None
    kind: Kind | None = None
    for value, purposes in _pieces(raw, place, fault):
        if "assessing" in purposes and verdict is None and WORD.fullmatch(value):
            verdict = value
        elif "classifying" in purposes and kind is None and value in [*Kind]:
            kind = Kind(value)
        else:
            (tags if purposes & {"tagging", "classifying", "assessing"} else texts).append(value)
    # What is longer than a line is no tag in our lists and exports, and is kept with the text.
    tags = [*tags, *_tags(raw, place, fault)]
    texts += (tag for tag in tags if not _is_tag(tag))
    tags = [tag for tag in tags if _is_tag(tag)]
    if not texts:
        texts = [f"({_motivation(raw)})"]
    return Said("\n\n".join(texts), tuple(dict.fromkeys(tags)), verdict, kind)


def _is_tag(value: str) -> bool:
    return len(value) <= LONGEST_TAG and len(value.splitlines()) == 1


def _pieces(raw: JsonObject, place: str, fault: Fault) -> Iterator[tuple[str, set[str]]]:
    """The texts of the bodies that are not empty, and what each is there for."""
    for name in ("bodyValue", "text"):  # the model's short form, and that of Hypothesis
        if (value := raw.get(name)) is not None:
            if not isinstance(value, str):
                raise fault(f"{place}.{name}", "text has to stand here")
            if value.strip():
                yield value.strip(), set()
    body = raw.get("body", raw.get("hasBody"))
    for index, each in enumerate(listed(body, f"{place}.body", fault)):
        where = f"{place}.body[{index}]" if isinstance(body, list) else f"{place}.body"
        value, purposes = _piece(each, where, fault)
        if value.strip():
            yield value.strip(), purposes


def _piece(body: Any, place: str, fault: Fault) -> tuple[str, set[str]]:
    if isinstance(body, str):
        return body, set()
    if not isinstance(body, dict):
        raise fault(place, "text or an object has to stand here")
    purpose = body.get("purpose", body.get("motivation", []))
    purposes = {str(each).rpartition(":")[2] for each in (purpose if isinstance(purpose, list) else [purpose])}
    if str(body.get("type", body.get("@type", ""))).rpartition(":")[2] == "Tag":
        purposes.add("tagging")
    for name in ("value", "chars", "rdf:value", "source", "id", "@id"):
        value = body.get(name)
        if isinstance(value, dict):  # a source with an address of its own, or a value with its language
            value = next((value[each] for each in ("@value", "label", "id", "@id") if each in value), None)
        if value is None:
            continue
        if not isinstance(value, str):
            raise fault(f"{place}.{name}", "text has to stand here")
        return plain(value) if "html" in str(body.get("format", "")) else value, purposes
    return "", purposes


def _tags(raw: JsonObject, place: str, fault: Fault) -> list[str]:
    tags = raw.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise fault(f"{place}.tags", "a list of texts has to stand here")
    return [tag.strip() for tag in tags if tag.strip()]


def _motivation(raw: JsonObject) -> str:
    motivation = raw.get("motivation", raw.get("motivatedBy"))
    motivation = motivation[0] if isinstance(motivation, list) and motivation else motivation
    return motivation.rpartition(":")[2] if isinstance(motivation, str) and motivation else "highlighting"


def plain(markup: str) -> str:
    """HTML as the text that is read in it: a line for each block, nothing of scripts and styles."""
    reader = _Plain()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unsaid = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unsaid += tag in _UNSAID
        self.pieces.append("\n" * (tag in _BLOCKS))

    def handle_endtag(self, tag: str) -> None:
        self._unsaid = max(0, self._unsaid - (tag in _UNSAID))
        self.pieces.append("\n" * (tag in _BLOCKS))

    def handle_data(self, data: str) -> None:
        if not self._unsaid:
            self.pieces.append(" ".join(data.split("\n")))
