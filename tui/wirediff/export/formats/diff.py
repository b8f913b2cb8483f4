"""The plain texts as a unified diff, one paragraph a line, for the programs that read patches."""

import difflib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from wirediff.export.report import Report, StoryReport
from wirediff.model import Document
from wirediff.naming import tag, version_names
from wirediff.printable import inert

SUFFIX = ".diff"
MEANS = "a plain unified diff, one paragraph a line"


def render(report: Report) -> bytes:
    """The base of each story against each other version; two that say the same have no part in it."""
    folder = _common_folder([document.path for part in report.stories for document in part.documents])
    lines = [line for part in report.stories for line in _story(part, folder)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _story(part: StoryReport, folder: str) -> Iterator[str]:
    documents = part.documents
    names = version_names(documents)
    texts = [plain_lines(document) for document in documents]
    for other in range(1, len(documents)):
        yield from difflib.unified_diff(
            texts[0],
            texts[other],
            f"a/{_path(documents[0], folder)}",
            f"b/{_path(documents[other], folder)}",
            f"{tag(0)} {inert(names[0])}",
            f"{tag(other)} {inert(names[other])}",
            lineterm="",
        )


def plain_lines(document: Document) -> list[str]:
    """A version as lines: the headline where it has one, then a paragraph a line."""
    texts = [document.headline] if document.headline else []
    return [inert(text) for text in [*texts, *(paragraph.text for paragraph in document.paragraphs)]]


def _common_folder(paths: Sequence[str]) -> str:
    """The folder that all versions lie in, from which a patch names them; "" where there is none."""
    try:
        return os.path.commonpath([_whole(path).parent for path in paths])
    except ValueError:  # no versions, or on several drives
        return ""


def _whole(path: str) -> Path:
    """A path from the root, links left as they are."""
    return Path(os.path.normpath(Path.cwd() / path))


def _path(document: Document, folder: str) -> str:
    """The path behind the prefix that `patch -p1` and `git apply` take away: from the common folder, never a root."""
    path = os.path.relpath(_whole(document.path), folder) if folder else document.path
    return inert(path).lstrip("/")
