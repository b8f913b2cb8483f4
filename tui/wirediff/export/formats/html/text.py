"""Text in HTML: whatever stands in a story comes out as just these characters."""

from html import escape

from wirediff.printable import inert


def shown(text: str) -> str:
    """`text` as it may stand in an element or in a quoted attribute: no tag, no entity, no control, no override."""
    return escape(inert(text))


def plural(count: int, one: str, many: str = "") -> str:
    """How many there are of something.

    >>> plural(2000, "difference")
    '2,000 differences'
    """
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def counted(count: int, partial: bool) -> str:
    """How many differences there are; of a part of them that is empty that it was a choice.

    >>> counted(0, True)
    'no differences chosen'
    """
    return "no differences chosen" if partial and not count else plural(count, "difference")
