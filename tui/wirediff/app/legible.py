"""Story text as the reader draws it: inert, and such that all who measure it come to the same width."""

import re

from wirediff.printable import inert

_NOTHING = "\u2060"  # the word joiner: no width, and nothing to join for a terminal, which does not shape letters
_EMOJI = "\u203c-\u3299\U0001f000-\U0001faff"
# A joiner outside an emoji makes rich's two ways of measuring differ by the character after it, and cutting such a
# text to a width ends in an IndexError. So does a variation selector that has nothing before it.
_STRAY = re.compile(f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])|(?:^|(?<=[\u200d\u2060]))\ufe0f+")


def legible(text: str) -> str:
    """`text` made inert, with zero-width joiners left only inside emoji. The result has the same length.

    >>> legible("a\\x1bb"), len(legible("ک\\u200dت"))
    ('a␛b', 3)
    """
    if text.isascii() and text.isprintable():  # as most text is, and of a whole page all is asked for
        return text
    safe = inert(text)
    if "\u200d" not in safe and "\ufe0f" not in safe:
        return safe
    return _STRAY.sub(lambda stray: _NOTHING * len(stray.group()), safe)
