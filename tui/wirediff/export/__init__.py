"""A report as bytes in one of several formats, and the JSON shapes that the command line shares with them."""

from wirediff.export.registry import FORMATS, Format, format_named, render, shows_findings
from wirediff.export.save import check, save

__all__ = ["FORMATS", "Format", "check", "format_named", "render", "save", "shows_findings"]
