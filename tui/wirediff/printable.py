"""Story text is hostile until made inert: the one place that decides what may reach a terminal.

The mapping is one code point to one code point, so offsets into the text stay offsets into what is shown.
"""

import re

# C0 controls have pictures of their own; C1, bidi overrides and isolates, and stray line separators have none.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_NO_PICTURE = (
    (0x80, 0x9F),
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x2069),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
)
_INERT = _PICTURES | {code: 0xFFFD for first, last in _NO_PICTURE for code in range(first, last + 1)}
# Ranges, since a class of single characters takes milliseconds to compile, which every command would wait for.
_UNSAFE = re.compile("[\\x00-\\x1f\\x7f" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _NO_PICTURE) + "]")


def inert(text: str) -> str:
    r"""`text` with every control, bidi override and lone surrogate replaced by one visible character.

    The result has the same length, holds no newline or tab, and is safe to write to a terminal.

    >>> inert("a\x1b[31mb")
    'a␛[31mb'
    """
    if not _UNSAFE.search(text):
        return text
    return text.translate(_INERT)
