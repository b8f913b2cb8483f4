"""XML put together from strings, with whatever stands in a story as just these characters."""

from collections.abc import Iterable
from html import escape

from wirediff.export.segments import xml_text


def text(content: str) -> str:
    """Characters as the content of an element, or in an attribute."""
    return escape(xml_text(content))


def element(name: str, content: str = "", **attributes: str) -> str:
    """An element. `content` is markup already; attributes are text, an empty one is left out, and `xml_id` is xml:id.

    >>> element("rdg", text("<b>"), wit="#V2", type="")
    '<rdg wit="#V2">&lt;b&gt;</rdg>'
    """
    given = "".join(f' {key.replace("_", ":")}="{text(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def pointers(names: Iterable[str]) -> str:
    """References to elements by their xml:id, each once."""
    return " ".join(f"#{name}" for name in dict.fromkeys(names))
