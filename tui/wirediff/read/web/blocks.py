"""The visible text of a page as blocks, in the order of the page, each with where on the page it stands."""

import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from wirediff.read.paragraphs import blocks as text_blocks

_LINES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
LINES = frozenset(_LINES.split(" "))
"""Elements that stand on lines of their own; all others run on in the line they are in."""

_NEVER_SHOWN = (
    "script style noscript template svg math iframe object embed canvas audio video head title button select option"
    " textarea input datalist map area progress meter"
)
_UNSEEN = frozenset(_NEVER_SHOWN.split(" "))
_UNSEEN_CLASS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|is-hidden|d-none|hidden)(?:\s|$)"
)
# what opens over a name when the pointer rests on it
_UNSEEN_POPUP = re.compile(
    r"(?:rollover|tooltip|popover|hover-?card|popup)[\w-]*-(?:block|content|body|inner|panel|card)\b"
)
_POPUPS = ",".join(f"[class*={word}]" for word in ("rollover", "tooltip", "popover", "hover", "popup"))
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; a no-break space is text
_ENDED = re.compile(r"[.!?…。！？؟।]['\"’”»)\]]*\s*$")
_REGION_DEPTH = 40  # elements; hostile pages nest thousands
_CELLS = frozenset({"td", "th"})


class WebBlock(Struct, frozen=True):
    """Text of one block. `tag` is the element it lies in, `linked` the share (0 to 1) of it that is links.

    `region` are the elements, classes and ids around it, innermost last, in lower case and divided by blanks; `around`
    is the region of the element that holds its own; `row` tells the cells of one table row, 0 elsewhere.
    """

    text: str
    tag: str
    linked: float = 0.0
    region: str = ""
    around: str = ""
    row: int = 0

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return len(self.tag) == 2 and self.tag[0] == "h" and self.tag[1].isdigit()


def visible_blocks(root: Any) -> list[WebBlock]:
    """The blocks under a selectolax node, without what a browser would not show; linear in the size of the page.

    Two line breaks in a row, and one after the end of a sentence, divide blocks as paragraphs do; cells of a table
    row with a line of text each are one block.
    """
    found: list[WebBlock] = []
    for block in _Walk().blocks(root):
        if block.row and found and found[-1].row == block.row:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\t{block.text}")
        else:
            found.append(block)
    return found


def drop_popups(tree: Any) -> bool:
    """Take what opens over a name when pointed at out of a selectolax tree; whether there was any.

    Extractors that know no styles would print it in the middle of the sentence.
    """
    popups = [node for node in tree.css(_POPUPS) if _UNSEEN_POPUP.search((node.attributes.get("class") or "").lower())]
    for node in popups:
        node.decompose()
    return bool(popups)


class _Walk:
    """A walk over the tree without recursion: hostile pages nest deeper than Python's stack."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0
        self._path: list[tuple[Any, str]] = []  # open block elements with their region
        self._links = 0
        self._breaks = 0

    def blocks(self, root: Any) -> Iterator[WebBlock]:
        top = root.mem_id  # nodes compare by their markup, which costs the whole subtree
        node: Any = root
        while node is not None:
            tag = node.tag
            entered = False
            if tag == "-text":
                self._add(node.text_content or "")
            elif tag == "br":
                yield from self._break()
            elif tag is not None and not tag.startswith("-") and not _unseen(node, tag):
                entered = True
                yield from self._enter(node, tag)
            child = node.child if entered else None
            if child is not None:
                node = child
                continue
            if entered:
                yield from self._leave(tag)
            while node is not None and node.mem_id != top and node.next is None:
                node = node.parent
                if node is not None:
                    yield from self._leave(node.tag)
            node = node.next if node is not None and node.mem_id != top else None
        yield from self._flush()

    def _enter(self, node: Any, tag: str) -> Iterator[WebBlock]:
        if tag in LINES:
            yield from self._flush()
            self._path.append((node, _signs(node, tag)))
        self._links += tag == "a"

    def _add(self, text: str) -> None:
        if not text:
            return
        self._pieces.append(text)
        if text.strip():
            self._breaks = 0
            if self._links:
                self._linked += len(text.strip())

    def _break(self) -> Iterator[WebBlock]:
        self._breaks += 1
        if self._in_pre():
            self._pieces.append("\n")
        elif self._breaks > 1 or _ENDED.search("".join(self._pieces[-3:])[-12:]):
            yield from self._flush()
        else:
            self._pieces.append(" ")

    def _leave(self, tag: str) -> Iterator[WebBlock]:
        if tag == "a":
            self._links -= 1
        elif tag in LINES:
            yield from self._flush()
            if self._path:
                self._path.pop()

    def _in_pre(self) -> bool:
        return bool(self._path) and self._path[-1][0].tag == "pre"

    def _flush(self) -> Iterator[WebBlock]:
        raw, linked = "".join(self._pieces), self._linked
        self._pieces.clear()
        self._linked = self._breaks = 0
        if not raw.strip():
            return
        element = self._path[-1][0] if self._path else None
        tag = element.tag if element is not None else "body"
        around = " ".join(signs for _, signs in self._path[-_REGION_DEPTH:-1])
        region = f"{around} {self._path[-1][1]}" if self._path else ""
        texts = [block.text for block in text_blocks(raw)] if tag == "pre" else [_BLANKS.sub(" ", raw).strip()]
        row = element.parent.mem_id if element is not None and tag in _CELLS and element.parent is not None else 0
        for text in texts:
            share = min(1.0, linked / len(raw.strip()))
            yield WebBlock(text, tag, share, region, around, row if len(text) <= 200 else 0)


def _unseen(node: Any, tag: str) -> bool:
    if tag in _UNSEEN:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    classes = (attributes.get("class") or "").lower()
    return (
        "hidden" in attributes
        or _UNSEEN_CLASS.search(classes) is not None
        or _UNSEEN_STYLE.search(attributes.get("style") or "") is not None
    )


def _signs(node: Any, tag: str) -> str:
    attributes = node.attributes
    named = " ".join(
        filter(None, (attributes.get(name) for name in ("class", "id", "itemprop", "role", "data-component")))
    )
    return f"{tag} {named.lower()}" if named else tag
