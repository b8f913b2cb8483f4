"""What all versions together show: names with their variants, substitutions that recur, facts side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wirediff.export.markup import plain
from wirediff.export.report import Findings
from wirediff.insight.facts import Fact
from wirediff.insight.ledger import Substitution
from wirediff.insight.names import NameEntry
from wirediff.insight.places import Place
from wirediff.model import HEADLINE, Document
from wirediff.naming import tag

_RECURS = 2
"""So often a substitution stands before it counts as a habit."""


def findings_lines(findings: Findings, documents: Sequence[Document]) -> Iterator[str]:
    """The sections that have something in them."""
    tags = {document.path: tag(number) for number, document in enumerate(documents)}
    if findings.names:
        yield from ("", f"### Names under several forms ({len(findings.names)})", "")
        for entry in findings.names:
            yield from _name(entry, tags)
    recurring = [each for each in findings.ledger if each.count >= _RECURS]
    if recurring:
        yield from ("", f"### Substitutions that recur ({len(recurring)})", "")
        yield from ("| times | one says | another says | kind |", "|---:|---|---|---|")
        yield from (_substitution(each, tags) for each in recurring)
    if findings.facts:
        yield from ("", f"### Facts ({len(findings.facts)})", "")
        yield f"| | fact | {' | '.join(tags.values())} |"
        yield f"|---|---|{'---|' * len(tags)}"
        yield from (_fact(fact, tags) for fact in findings.facts)


def _name(entry: NameEntry, tags: Mapping[str, str]) -> Iterator[str]:
    conflict = ", conflict" if entry.conflict else ""
    yield f"- {plain(entry.name)} ({entry.type}{conflict}): {plain(entry.why)}"
    for variant in entry.variants:
        yield f"  - {plain(variant.text)}, {variant.count}: {_cited(variant.places, tags)}"


def _substitution(each: Substitution, tags: Mapping[str, str]) -> str:
    sides = zip((each.one, each.other), zip(*each.places, strict=True), strict=True)
    cells = (f"{plain(said)} ({_cited(places, tags)})" for said, places in sides)
    return f"| {each.count} | {' | '.join(cells)} | {each.kind} |"


def _fact(fact: Fact, tags: Mapping[str, str]) -> str:
    """A row of the table: what each version states, and a sign where they do not state the same."""
    cells = []
    for path in tags:
        said = [value for value in fact.values if value.place.path == path]
        cells.append("; ".join(f"{plain(value.text)} ({_where(value.place)})" for value in said))
    return f"| {'' if fact.agree else '≠'} | {fact.kind}: {plain(fact.about)} | {' | '.join(cells)} |"


def _cited(places: Iterable[Place], tags: Mapping[str, str]) -> str:
    """Places by version: "V1 P2, P5; V2 headline"."""
    found: dict[str, dict[str, None]] = {version: {} for version in tags.values()}
    for place in places:
        found[tags[place.path]][_where(place)] = None
    return "; ".join(f"{version} {', '.join(numbers)}" for version, numbers in found.items() if numbers)


def _where(place: Place) -> str:
    return "headline" if place.paragraph == HEADLINE else f"P{place.paragraph}"
