"""Everything in the terms of the JSON contract, for programs."""

from wirediff.export.jsontext import dump
from wirediff.export.payload import report_payload
from wirediff.export.report import Report

SUFFIX = ".json"
MEANS = "everything, for programs"


def render(report: Report) -> bytes:
    """The report as one JSON object; docs/command-line.md describes it."""
    return dump(report_payload(report))
