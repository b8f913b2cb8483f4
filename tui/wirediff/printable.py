"""Story text is hostile until made inert: the one place that decides what may reach a terminal.

The mapping is one code point to one code point, so offsets into the text stay offsets into what is shown.
"""

import re

# C0 controls have pictures of their own; C1, bidi overrides and isolates, and stray line separators have none.
_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_NO_PICTURE = [
    *range(0x80, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0x200E,
    0x200F,
    0x061C,
    0x2028,
    0x2029,
]
_NO_PICTURE += [0xFEFF, *range(0xFFF9, 0xFFFC)]
_INERT = _PICTURES | dict.fromkeys(_NO_PICTURE, 0xFFFD) | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_UNSAFE = re.compile("[" + "".join(re.escape(chr(code)) for code in _INERT) + "]")


def inert(text: str) -> str:
    r"""`text` with every control, bidi override and lone surrogate replaced by one visible character.

    The result has the same length, holds no newline or tab, and is safe to write to a terminal.

    >>> inert("a\x1b[31mb")
    'a␛[31mb'
    """
    if not _UNSAFE.search(text):
        return text
    return text.translate(_INERT)
