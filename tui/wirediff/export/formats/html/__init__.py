"""A page by itself: the versions side by side with their differences, to be read in a browser, printed and sent on."""

from wirediff.export.formats.html.page import page
from wirediff.export.report import Report

SUFFIX = ".html"
MEANS = "a page to read, print and send on"


def render(report: Report) -> bytes:
    """The report as one HTML file that asks for nothing else, and works with JavaScript and without."""
    return page(report).encode("utf-8")
