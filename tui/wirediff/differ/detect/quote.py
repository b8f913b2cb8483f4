"""quote: quoted words differ, or stand in quotation marks on one side only."""

from wirediff.differ.detect.quotation import counterpart, is_scare, moves_words_into_quotes
from wirediff.differ.scene import Half, Scene
from wirediff.text import Quotation


def detect(scene: Scene) -> str | None:
    """A change inside a quotation, words moved into or out of quotation marks, or a quotation on one side only."""
    left, right = scene.halves
    alone = _alone(scene)
    if alone:
        return alone
    if scene.two_sided and left.quoted and right.quoted:
        return f"quoted words differ: “{left.shown}” and “{right.shown}”"
    only = scene.only
    if only is not None and only.quoted:
        return f"quoted words stand on one side only: “{only.shown}”"
    if moves_words_into_quotes(scene):
        return "the words stand in quotation marks on one side only"
    return None


def introduced(scene: Scene) -> bool:
    """Whether one side alone has a colon or a comma and a whole quotation behind it, and no other words."""
    half = scene.only
    if half is None or half.units[0].text not in {":", ","}:
        return False
    return any(
        quote.start <= half.words[0].start and half.words[-1].end <= quote.end <= half.end
        for quote in half.touching(half.passage.quotations)
    )


def _alone(scene: Scene) -> str | None:
    if scene.of_quotations and scene.two_sided:
        return f"another quotation: {scene.left.shown} on one side, {scene.right.shown} on the other"
    for half, other in scene.each_way():
        for quote in half.touching(half.passage.quotations):
            whole = half.start <= quote.start and quote.end <= half.end
            if (
                whole
                and not is_scare(quote, half.passage, other.passage)
                and counterpart(half.passage, quote, other.passage) is None
            ):
                return f"a quotation stands on one side only: {_cited(half, quote)}"
    return None


def _cited(half: Half, quote: Quotation) -> str:
    text = half.passage.text[quote.inner_start : quote.inner_end]
    return f"“{text}”" if len(text) <= 60 else f"“{text[:28]} … {text[-28:]}”"
