"""Names, ledgers and facts as people read them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from wirediff.cli.show.ink import story_text, wrap
from wirediff.insight.facts import Fact
from wirediff.insight.judge import Touched
from wirediff.insight.ledger import Ledger, Substitution
from wirediff.insight.names import NameEntry
from wirediff.insight.places import Place
from wirediff.model import HEADLINE, Story
from wirediff.printable import inert


def names_text(entries: Iterable[NameEntry], width: int) -> str:
    """Each name, why its variants are one, and each variant with its count and places."""
    return "\n".join("".join(f"{text}\n" for text in _name(entry, width)) for entry in entries)


def ledger_text(substitutions: Sequence[Substitution], width: int) -> str:
    """Each substitution with its count, kind and places."""
    return "".join(f"{text}\n" for each in substitutions for text in _substitution(each, width))


def ledgers_text(ledgers: Sequence[Ledger], width: int) -> str:
    """The same under a heading for every two outlets or documents."""
    return "\n".join(f"{inert(' / '.join(part.between))}\n{ledger_text(part.substitutions, width)}" for part in ledgers)


def preview_text(touched: Sequence[Touched], width: int) -> str:
    """Each place that a judgement touches, with what becomes of its severity."""
    lines: list[str] = []
    for each in touched:
        change = f"{each.before} → {each.after}" if each.before != each.after else f"{each.before} as before"
        lines += _hanging("  ", f"{each.left.cited} / {each.right.cited}: {change}", width)
    return "".join(f"{text}\n" for text in lines)


def facts_text(found: Sequence[tuple[Story, Fact]], width: int) -> str:
    """The facts of each story; under each what the versions state, with where."""
    parts = []
    for _, group in groupby(found, key=lambda item: item[0].id):
        members = list(group)
        heading = inert(members[0][0].headline) or "without a headline"
        lines = [heading, *(text for _, fact in members for text in _fact(fact, width))]
        parts.append("".join(f"{text}\n" for text in lines))
    return "\n".join(parts)


def _name(entry: NameEntry, width: int) -> Iterator[str]:
    conflict = " · conflict" if entry.conflict else ""
    yield f"{inert(entry.name)}  [{entry.type}{conflict}]"
    yield from _hanging("  ", entry.why, width)
    for variant in entry.variants:
        yield from _hanging(f"  {variant.count:>4}  ", f"{variant.text} — {_cited(variant.places)}", width)


def _substitution(each: Substitution, width: int) -> Iterator[str]:
    yield f"{each.count:>4}  {inert(each.one)} → {inert(each.other)}  [{each.kind}]"
    for text, places in (
        (each.one, [one for one, _ in each.places]),
        (each.other, [other for _, other in each.places]),
    ):
        yield from _hanging("      ", f"{text} — {_cited(places)}", width)


def _fact(fact: Fact, width: int) -> Iterator[str]:
    yield from _hanging("  ", f"{fact.kind}: {fact.about}{'' if fact.agree else ' — not the same'}", width)
    texts: dict[str, list[Place]] = {}
    for value in fact.values:
        texts.setdefault(value.text, []).append(value.place)
    for text, places in texts.items():
        yield from _hanging("      ", f"{text} — {_cited(places)}", width)


def _cited(places: Iterable[Place]) -> str:
    """Places by document: "a.txt P2, P5; b.txt headline"."""
    found: dict[str, dict[str, None]] = {}
    for place in places:
        where = "headline" if place.paragraph == HEADLINE else f"P{place.paragraph}"
        found.setdefault(place.path, {})[where] = None
    return "; ".join(f"{path} {', '.join(numbers)}" for path, numbers in found.items())


def _hanging(label: str, text: str, width: int) -> Iterator[str]:
    for content in wrap([story_text(text)], max(10, width - len(label))):
        yield f"{label}{content.written(False)}".rstrip(" ")
        label = " " * len(label)
