"""The shapes of `names --json`, `ledger --json`, `facts --json` and `glossary show --json`."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import to_builtins

from wirediff.export.payload import Payload, errors
from wirediff.glossary import Glossary
from wirediff.insight.facts import Fact
from wirediff.insight.judge import Touched
from wirediff.insight.ledger import Ledger, Substitution
from wirediff.insight.names import NameEntry
from wirediff.insight.places import Place
from wirediff.model import Failure, Story


def names_payload(entries: Iterable[NameEntry], failures: Sequence[Failure] = ()) -> Payload:
    """`names --json`: names with their variants and where these stand."""
    return {"names": [_name(entry) for entry in entries], "errors": errors(failures)}


def ledger_payload(substitutions: Iterable[Substitution], failures: Sequence[Failure] = ()) -> Payload:
    """`ledger --json`: substitutions with their places."""
    return {"substitutions": [_substitution(each) for each in substitutions], "errors": errors(failures)}


def ledgers_payload(ledgers: Iterable[Ledger], failures: Sequence[Failure] = ()) -> Payload:
    """`ledger --by ... --json`: the same, each substitution with whom it stands between."""
    parts = [{**_substitution(each), "between": list(part.between)} for part in ledgers for each in part.substitutions]
    return {"substitutions": parts, "errors": errors(failures)}


def preview_payload(touched: Iterable[Touched], failures: Sequence[Failure] = ()) -> Payload:
    """`ledger --judge ... --json`: the places that a judgement touches."""
    places = [
        {
            "left": _place(each.left),
            "right": _place(each.right),
            "before": each.before.value,
            "after": each.after.value,
        }
        for each in touched
    ]
    return {"touched": places, "errors": errors(failures)}


def facts_payload(found: Iterable[tuple[Story, Fact]], failures: Sequence[Failure] = ()) -> Payload:
    """`facts --json`: facts with what each version states, and the story they belong to."""
    return {"facts": [_fact(*each) for each in found], "errors": errors(failures)}


def glossary_payload(glossary: Glossary) -> Payload:
    """A glossary in the shape of its file, parts that are empty left out."""
    payload: Payload = _filled(to_builtins(glossary))
    payload.pop("cited", None)
    return payload


def _name(entry: NameEntry) -> Payload:
    variants = [
        {"text": variant.text, "count": variant.count, "places": [_place(place) for place in variant.places]}
        for variant in entry.variants
    ]
    return {
        "name": entry.name,
        "type": entry.type,
        "why": entry.why,
        "variants": variants,
        "conflict": entry.conflict,
    }


def _substitution(each: Substitution) -> Payload:
    return {
        "from": each.one,
        "to": each.other,
        "kind": each.kind.value,
        "count": each.count,
        "from_paths": list(each.one_paths),
        "to_paths": list(each.other_paths),
        "places": [{"from": _place(one), "to": _place(other)} for one, other in each.places],
    }


def _fact(story: Story, fact: Fact) -> Payload:
    return {
        "about": fact.about,
        "kind": fact.kind,
        "values": [{**_place(value.place), "text": value.text} for value in fact.values],
        "agree": fact.agree,
        "story": story.id,
    }


def _place(place: Place) -> Payload:
    return {"path": place.path, "paragraph": place.paragraph, "start": place.start, "end": place.end}


def _filled(value: Any) -> Any:
    """A value without the parts of it that hold nothing."""
    if isinstance(value, dict):
        return {key: _filled(part) for key, part in value.items() if part}
    return [_filled(part) for part in value] if isinstance(value, (list, tuple)) else value
