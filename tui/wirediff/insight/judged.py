"""Differences seen in the light of what was judged: house style and what to ignore weigh little, errors much."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from wirediff.glossary import Glossary, Judged
from wirediff.insight.exchange import exchange
from wirediff.insight.ledger import outlet
from wirediff.insight.places import plain
from wirediff.kinds import Severity
from wirediff.model import Difference, Document

_WEIGHT = {"house style": Severity.COSMETIC, "error": Severity.SERIOUS, "ignore": Severity.COSMETIC}


def in_judgement(
    differences: Iterable[Difference], versions: Sequence[Document], glossary: Glossary
) -> tuple[Difference, ...]:
    """The differences, with those that a judgement of the glossary holds for weighed by it.

    House style and what is to be ignored become cosmetic, an error serious; `why` says so first. Of several judgements
    the narrowest holds, then the first. Linear in the differences.
    """
    if not glossary.judged:
        return tuple(differences)
    by_sides = _by_sides(glossary.judged)
    weighed = []
    for difference in differences:
        judged = _holding(difference, versions, by_sides)
        if judged is not None:
            why = f"{judged.verdict} ({glossary.title}: {scope_of(judged)}): {difference.why}"
            difference = replace(difference, severity=_WEIGHT[judged.verdict], why=why)
        weighed.append(difference)
    return tuple(weighed)


def holds(judged: Judged, difference: Difference, versions: Sequence[Document]) -> bool:
    """Whether a judgement speaks of this difference between two of `versions`."""
    return _holding(difference, versions, _by_sides([judged])) is not None


def scope_of(judged: Judged) -> str:
    """Where a judgement holds, in words."""
    if judged.between:
        return f"between {judged.between[0]} and {judged.between[1]}"
    return f"at {judged.outlet}" if judged.outlet else "everywhere"


_BySides = Mapping[frozenset[str], Sequence[Judged]]


def _by_sides(judged: Iterable[Judged]) -> _BySides:
    """Judgements by the two texts they speak of, the narrowest scope first."""
    found: dict[frozenset[str], list[Judged]] = defaultdict(list)
    for each in judged:
        one, other = plain(each.one), plain(each.other)
        found[frozenset({one, other} if one != other else {each.one, each.other})].append(each)
    return {sides: sorted(group, key=_width) for sides, group in found.items()}


def _width(judged: Judged) -> int:
    return 0 if judged.between else 1 if judged.outlet else 2


def _holding(difference: Difference, versions: Sequence[Document], by_sides: _BySides) -> Judged | None:
    found = exchange(difference)
    if found is None or difference.left is None or difference.right is None:
        return None
    left, right = versions[difference.left.version], versions[difference.right.version]
    return next(
        (
            judged
            for judged in by_sides.get(frozenset({found.left.text, found.right.text}), ())
            if judged.kind in {None, found.kind} and _in_scope(judged, left, right)
        ),
        None,
    )


def _in_scope(judged: Judged, left: Document, right: Document) -> bool:
    if judged.between:
        one, other = judged.between
        return (_is(left, one) and _is(right, other)) or (_is(left, other) and _is(right, one))
    return not judged.outlet or _is(left, judged.outlet) or _is(right, judged.outlet)


def _is(document: Document, name: str) -> bool:
    """Whether a document is meant: by its outlet, its path, or the end of its path."""
    return name in {outlet(document), document.agency, document.path} or document.path.endswith(f"/{name}")
