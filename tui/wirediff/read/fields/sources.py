"""Lines that name where a report came from: "Source: …", "Other reports by …"."""

import re

from wirediff.read.fields.bylines import agency_in

_SOURCE = re.compile(
    r"\(?(?:source|quelle|fuente|fonte|المصدر)(?P<many>s?)\s?[:|]\s*(?P<name>[^()]{2,80}?)\)?\.?$", re.IGNORECASE
)
_MORE = re.compile(
    r"(?:other|more|all) (?:reports|stories|articles|news|posts) (?:by|from) (?P<name>.{2,60})$", re.IGNORECASE
)
_LONGEST = 5  # words; "Sources: Sox may not be out of chase" is a headline


def source_line(text: str) -> str | None:
    """Whom a line like "Source: AFP" names, None for other lines; several sources must include an agency.

    >>> source_line("Source: Daily Example"), source_line("Sources: Minister to resign")
    ('Daily Example', None)
    """
    match = _SOURCE.match(text.strip()) if len(text) < 120 else None
    if match is None or len(match["name"].split()) > _LONGEST:
        return None
    name = match["name"].strip()
    return name if not match["many"] or agency_in(name) else None


def outlet_of_more(text: str) -> str | None:
    """The outlet in a link to its other reports ("Other reports by Daily Example"), None for other lines."""
    match = _MORE.match(text.strip(" :.»›→")) if len(text) < 120 else None
    return match["name"].strip() if match and match["name"][0].isupper() else None
