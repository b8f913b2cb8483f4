"""What an annotation is about: its targets and their selectors, in the forms in which programs write them."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from wirediff.notes.foreign.annotation import Fault, JsonObject, Target

_MOST = 100
"""Targets of an annotation, selectors of a target, and refinements of a selector; nobody writes that many."""


def targets(raw: Any, place: str, fault: Fault, source: str | None = None) -> Iterator[Target]:
    """The targets in the value of `target`: an address, an object, or a list of these.

    `source` is what the annotation as a whole is about, for targets that do not say it.
    """
    for index, each in enumerate(listed(raw, place, fault)):
        where = f"{place}[{index}]" if isinstance(raw, list) else place
        if isinstance(each, str):
            yield Target(source=each)
        elif isinstance(each, dict):
            found = _of_selectors(each.get("selector", each.get("hasSelector", [])), f"{where}.selector", fault)
            # An object without a source is one by itself, told by its own address; a mere id of the target is none.
            own = _address(each.get("source", each.get("hasSource"))) or (_address(each) if found.whole else None)
            document = each.get("wirediff:document", "")
            yield replace(found, source=own or source, document=document if isinstance(document, str) else "")
        else:
            raise fault(where, "an address or an object has to stand here")


def listed(raw: Any, place: str, fault: Fault) -> list[Any]:
    """A value that may stand alone or in a list, as a list. Raises what `fault` makes for far too long a list."""
    if isinstance(raw, dict) and isinstance(raw.get("items"), list) and "selector" not in raw:
        raw = raw["items"]  # a Choice, a List or a Composite, each of whose items is meant
    items = raw if isinstance(raw, list) else [] if raw is None else [raw]
    if len(items) > _MOST:
        raise fault(place, f"there are {len(items):,} of them, and {_MOST} is the most")
    return items


def _address(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((each for name in ("id", "@id") if isinstance(each := value.get(name), str)), None)
    return None


def _of_selectors(raw: Any, place: str, fault: Fault) -> Target:
    """The words that some selectors lead to; they are several ways to one place, so each may add what others lack."""
    found = Target()
    for index, each in enumerate(listed(raw, place, fault)):
        where = f"{place}[{index}]" if isinstance(raw, list) else place
        if isinstance(each, Mapping):
            one = _selected(each, where, fault)
            if one.exact and not found.exact:
                found = replace(found, exact=one.exact, prefix=one.prefix, suffix=one.suffix)
            if one.start is not None and found.start is None:
                found = replace(found, start=one.start, end=one.end)
        elif not isinstance(each, str):  # an address of a selector, which cannot be followed
            raise fault(where, "a selector has to stand here")
    return found


def _selected(selector: Mapping[str, Any], place: str, fault: Fault) -> Target:
    """What a selector chooses after all its refinements, each of which chooses within what the last one has chosen."""
    chosen = Target()
    for _ in range(_MOST):
        chosen = _refined(chosen, _by_itself(selector, place, fault))
        further = selector.get("refinedBy")
        further = further[0] if isinstance(further, list) and further else further
        if not isinstance(further, Mapping):
            return chosen
        selector, place = further, f"{place}.refinedBy"
    raise fault(place, f"it is refined more than {_MOST} times")


def _by_itself(selector: Mapping[str, Any], place: str, fault: Fault) -> Target:
    if isinstance(selector.get("startSelector"), Mapping) and isinstance(selector.get("endSelector"), Mapping):
        return _range(selector, place, fault)
    return Target(
        exact=_text(selector, "exact", place, fault),
        prefix=_text(selector, "prefix", place, fault),
        suffix=_text(selector, "suffix", place, fault),
        start=_offset(selector, "start", place, fault),
        end=_offset(selector, "end", place, fault),
    )


def _range(selector: Mapping[str, Any], place: str, fault: Fault) -> Target:
    """From one place up to another: by offsets, as words in between are not told."""
    start, end = (_by_itself(selector[name], f"{place}.{name}", fault) for name in ("startSelector", "endSelector"))
    return Target(start=start.start, end=end.start if start.start is not None else None)


def _refined(outer: Target, inner: Target) -> Target:
    if inner.exact:
        before, found, after = outer.exact.partition(inner.exact)
        if not found:
            return inner
        return replace(inner, prefix=inner.prefix or outer.prefix + before, suffix=inner.suffix or after + outer.suffix)
    if inner.start is None:
        return outer
    if outer.exact and inner.end is not None and inner.start < inner.end <= len(outer.exact):
        start, end = inner.start, inner.end
        before, words, after = outer.exact[:start], outer.exact[start:end], outer.exact[end:]
        return Target(exact=words, prefix=outer.prefix + before, suffix=after + outer.suffix)
    if outer.start is not None:
        last = None if inner.end is None else outer.start + inner.end
        return Target(start=outer.start + inner.start, end=last)
    return inner


def _text(selector: Mapping[str, Any], name: str, place: str, fault: Fault) -> str:
    value = selector.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise fault(f"{place}.{name}", "text has to stand here")
    return value


def _offset(selector: Mapping[str, Any], name: str, place: str, fault: Fault) -> int | None:
    value = selector.get(name)
    if value is None or not str(selector.get("type", selector.get("@type", ""))).endswith("TextPositionSelector"):
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise fault(f"{place}.{name}", "an offset has to stand here, a whole number from 0")
    return value


def of_reply(raw: JsonObject, known: Mapping[str, tuple[Target, ...]]) -> tuple[Target, ...]:
    """What the annotation is about that this one answers; nothing where that is not in the file."""
    references = raw.get("references")
    for name in reversed(references if isinstance(references, list) else []):
        if isinstance(name, str) and name in known:
            return known[name]
    return ()
