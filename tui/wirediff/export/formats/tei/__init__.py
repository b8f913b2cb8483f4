"""TEI P5 with a parallel-segmented apparatus: every version a witness whose text can be read out again."""

from wirediff.export.formats.tei.document import tei
from wirediff.export.report import Report

SUFFIX = ".xml"
MEANS = "TEI P5 with an apparatus, for editions"


def render(report: Report) -> bytes:
    """The report as one TEI document, or as a corpus of several where it has several stories."""
    return tei(report).encode("utf-8")
