"""A Word document with tracked changes: accept them all and it is the other version, reject them and it is the base."""

from wirediff.export.formats.docx.document import Document
from wirediff.export.formats.docx.package import packed
from wirediff.export.report import Report

SUFFIX = ".docx"
MEANS = "tracked changes with comments, for word processors"


def render(report: Report) -> bytes:
    """The report as Office Open XML (ECMA-376, transitional): a section for each story and each pair of versions."""
    document = Document(report)
    return packed(document.body(), document.comments.written())
