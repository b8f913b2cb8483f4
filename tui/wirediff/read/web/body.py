"""Which blocks of a page are the report.

trafilatura (Barbaresi 2021, doi 10.18653/v1/2021.acl-demo.15) says which text is the article's; the page's own
`articleBody` overrules it where it is plausible. Both say it as text; the blocks that hold that text keep the page's
paragraphs, order and wording.
"""

import logging
import re
from collections.abc import Callable, Sequence, Set
from functools import cache
from typing import Any, NamedTuple

from wirediff.read.clean.furniture import known_as
from wirediff.read.web.blocks import WebBlock

LEAST_BODY = 250
"""Letters from which an `articleBody` may be a whole report; shorter ones are teasers."""

_PLAUSIBLE = 0.6  # of what trafilatura found; an articleBody with less is cut short
_COVERED = 0.8  # of the text that the blocks must hold, or the page shows it in another way than it is read
_LEAST_RUN = 25  # letters; shorter blocks must be a paragraph of the text, since a word stands in any text
_CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")
_LINKED = 0.9  # share of link text from which a line is a link and not a sentence with one
_SENTENCE = 0.5  # share of link text that a sentence of the body stays under
_LONG_RUN = 60  # letters
_ALIKE = 0.8  # share of word triples
_FILLING = frozenset({"p", "h2", "h3", "h4", "blockquote"})
_WORD = re.compile(r"\w+")
_OPENING = frozenset({"p", "head", "item", "quote", "cell", "lb", "list", "table", "row", "code"})
_NOT_LETTERS = re.compile(r"[\W_]+")


class Body(NamedTuple):
    """The indexes of the blocks that are body, or, where the blocks do not hold the text, its paragraphs."""

    blocks: list[int]
    texts: list[str]


def find_body(blocks: Sequence[WebBlock], markup: str, article_body: str | None, headline: str) -> Body:
    """The body of a page given its blocks, its markup, its headline, and its `articleBody` if it states one."""
    title = _letters(headline)
    extracted = [text for text in _extracted(markup) if _letters(text) != title]
    stated = [line.strip() for line in (article_body or "").splitlines() if line.strip()]
    if _plausible(stated, extracted):
        held = _holding(blocks, stated)
        if _coverage(blocks, held, stated) >= _COVERED:
            return Body(_trimmed(blocks, _filled(blocks, held)), [])
        if len(_letters("".join(stated))) > 2 * len(_letters("".join(extracted))):
            return Body([], stated)
    held = _holding(blocks, extracted)
    if extracted and _coverage(blocks, held, extracted) < _COVERED:
        return Body([], extracted)
    return Body(_trimmed(blocks, _filled(blocks, held or _running(blocks))), [])


def _extracted(markup: str) -> list[str]:
    """The paragraphs that trafilatura finds; none where it finds nothing."""
    from lxml import etree

    extract = _extractor()
    xml = extract(markup, output_format="xml", include_comments=False, favor_precision=True, deduplicate=False)
    if not xml:
        return []

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=True)
    main = etree.fromstring(xml.encode(), parser).find("main")
    return [] if main is None else _leaves(main)


@cache
def _extractor() -> Callable[..., str | None]:
    """trafilatura's `extract`, kept from writing remarks about odd pages over the terminal."""
    from trafilatura import extract  # 0.4 s to import

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    found: Callable[..., str | None] = extract
    return found


def _leaves(main: Any) -> list[str]:
    """The texts of trafilatura's XML, one for each element that holds text of its own; `lb` is a line break."""
    from lxml import etree

    texts = [""]
    for event, element in etree.iterwalk(main, events=("start", "end")):
        if element.tag in _OPENING:
            texts.append("")
        texts[-1] += (element.text if event == "start" else element.tail) or ""
    return [text.strip() for text in texts if text.strip()]


def _plausible(stated: Sequence[str], extracted: Sequence[str]) -> bool:
    letters = len(_letters("".join(stated)))
    if letters < LEAST_BODY or _CUT_SHORT.search(stated[-1]):
        return False
    return letters >= _PLAUSIBLE * len(_letters("".join(extracted)))


def _holding(blocks: Sequence[WebBlock], texts: Sequence[str]) -> list[int]:
    """The blocks whose text stands in the texts.

    Short ones must be a text of their own, longer ones may stand anywhere, and long ones count when most of their
    word triples do: extraction drops links out of sentences.
    """
    whole = _letters("".join(texts))
    single = {_letters(text) for text in texts}
    triples = {triple for text in texts for triple in _triples(text)}

    def held(text: str) -> bool:
        letters = _letters(text)
        if letters in single or (len(letters) >= _LEAST_RUN and letters in whole):
            return bool(letters)
        return len(letters) >= _LONG_RUN and _share(_triples(text), triples) >= _ALIKE

    return [index for index, block in enumerate(blocks) if held(block.text)]


def _triples(text: str) -> list[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return list(zip(words, words[1:], words[2:], strict=False))


def _share(found: Sequence[tuple[str, ...]], known: Set[tuple[str, ...]]) -> float:
    return sum(triple in known for triple in found) / len(found) if found else 0.0


def _coverage(blocks: Sequence[WebBlock], held: Sequence[int], texts: Sequence[str]) -> float:
    """The share of the texts' letters that the blocks hold; a text printed twice counts once."""
    whole = len(_letters("".join(texts)))
    letters = {_letters(blocks[index].text) for index in held}
    return sum(map(len, letters)) / whole if whole else 0.0


def _filled(blocks: Sequence[WebBlock], held: list[int]) -> list[int]:
    """The body with what stands between two blocks of it, in the same element as they, and is no link or furniture.

    Extraction for precision takes crossheads, quotations and now and then a paragraph out of the middle of a report.
    Preformatted text is body as a whole or not at all.
    """
    around = {blocks[index].around for index in held if blocks[index].tag == "p"}
    typed = {blocks[index].region for index in held if blocks[index].tag == "pre"}
    gaps = range(held[0], held[-1]) if held else range(0)
    inside = (index for index in gaps if _container(blocks[index]) in around and _may_fill(blocks[index]))
    whole = (index for index, block in enumerate(blocks) if block.tag == "pre" and block.region in typed)
    return sorted(set(held).union(inside, whole))


def _container(block: WebBlock) -> str:
    """The element a block stands in; a quotation's is the one the quotation stands in."""
    return block.around.partition(" blockquote")[0]


def _may_fill(block: WebBlock) -> bool:
    return block.tag in _FILLING and block.linked < _SENTENCE and known_as(block.text) is None


def _trimmed(blocks: Sequence[WebBlock], held: Sequence[int]) -> list[int]:
    """Body without lines that are but a link and without headings that nothing follows."""
    kept = [index for index in held if blocks[index].linked < _LINKED or len(blocks[index].text) > 200]
    while kept and blocks[kept[-1]].heading:
        kept.pop()
    return kept


def _running(blocks: Sequence[WebBlock]) -> list[int]:
    """Blocks of running text outside navigation, for pages that trafilatura finds nothing in."""
    return [
        index
        for index, block in enumerate(blocks)
        if len(block.text) >= 80
        and block.linked < 0.5
        and not re.search(r"\b(?:nav|footer|aside|comment)", block.region)
    ]


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold())
