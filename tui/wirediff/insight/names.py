"""Every name with its variants: who goes under several names in some documents, and what tells the names apart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from wirediff.glossary import Glossary
from wirediff.insight.families import Families, Link
from wirediff.insight.labels import Labelling, labellings
from wirediff.insight.links import links
from wirediff.insight.places import Place, listing
from wirediff.insight.sightings import Bearer, Sighting, look
from wirediff.kinds import Kind
from wirediff.model import Comparison, Document
from wirediff.text import fold_name

NameType = Literal["naming", "transliteration", "spelling", "label"]


class Variant(Struct, frozen=True):
    """One way in which somebody or something is named, and where. Typography and blanks do not tell variants apart."""

    text: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often it stands."""
        return len(self.places)


class NameEntry(Struct, frozen=True):
    """A name with its variants, the commonest first.

    `type` is what tells them apart most, `why` one sentence. `conflict`: they hold two expansions of one acronym.
    """

    name: str
    type: NameType
    why: str
    variants: tuple[Variant, ...]
    conflict: bool = False

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(variant.count for variant in self.variants)


def names(
    documents: Sequence[Document],
    glossary: Glossary,
    comparisons: Sequence[Comparison] = (),
    *,
    everything: bool = False,
) -> tuple[NameEntry, ...]:
    """The names in `documents` that have two variants or more: conflicts first, then the most frequent.

    `comparisons` of versions among the documents show which names stand in the same place. With `everything` names of
    one variant are listed too. A variant that differs from another only by the capital that opens a sentence makes no
    entry. The order of the documents does not matter. Linear in the text, quadratic in the names that share a word.
    """
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    seen = look(ordered, glossary)
    families = Families(links(seen, sorted(comparisons, key=_paths)))
    members: dict[Bearer, list[Sighting]] = defaultdict(list)
    for sighting in seen.sightings:
        members[families.head(sighting.bearer)].append(sighting)
    joined: dict[Bearer, list[Link]] = defaultdict(list)
    for link in families.taken:
        joined[families.head(link.one)].append(link)
    entries = [
        _entry(found, joined[head], glossary)
        for head, found in members.items()
        if len(_told_apart(found)) > 1 or everything
    ]
    entries += [_labelled(entity, found, glossary) for entity, found in labellings(comparisons, glossary).items()]
    return tuple(sorted(entries, key=lambda entry: (not entry.conflict, -entry.count, entry.name, entry.variants)))


def _paths(comparison: Comparison) -> list[str]:
    return [version.path for version in comparison.collation.versions]


def _told_apart(sightings: Iterable[Sighting]) -> set[str]:
    """The variants, without those that a sentence's capital makes of another, or that only shout an unknown name."""
    found = list(sightings)
    texts = {sighting.text for sighting in found if not sighting.opens}
    for sighting in found:
        if sighting.opens:
            small = sighting.text[:1].lower() + sighting.text[1:]
            texts.add(small if small in texts else sighting.text)
    quiet = {text.casefold() for text in texts if not text.isupper()}
    unknown = not any(sighting.bearer.entity for sighting in found)
    return {text for text in texts if not (unknown and text.isupper() and text.casefold() in quiet)}


def _entry(sightings: Sequence[Sighting], joined: Sequence[Link], glossary: Glossary) -> NameEntry:
    places: dict[str, list[Place]] = defaultdict(list)
    for sighting in sightings:
        places[sighting.text].append(sighting.place)
    conflicts = [link for link in joined if link.conflict]
    kind, why = _kind(sightings, joined, glossary)
    if conflicts:
        kind, why = "naming", conflicts[0].why
    return NameEntry(_name(sightings), kind, why, _variants(places), bool(conflicts))


def _labelled(entity: str, found: Sequence[Labelling], glossary: Glossary) -> NameEntry:
    """An entry for charged terms that stand where other versions name an entity."""
    places: dict[str, set[Place]] = defaultdict(set)
    for each in found:
        for text, place in (each.named, each.labelled):
            places[text].add(place)
    first = found[0]
    says = f" (it says that {first.says})" if first.says else ""
    why = (
        f"{glossary.cites(first.term)}: {first.labelled[0]} characterises{says} in {first.labelled[1].cited}, where "
        f"{first.named[1].cited} has {first.named[0]}"
    )
    return NameEntry(entity, "label", why, _variants(places))


def _variants(places: Mapping[str, Iterable[Place]]) -> tuple[Variant, ...]:
    variants = [Variant(text, tuple(sorted(found))) for text, found in places.items()]
    return tuple(sorted(variants, key=lambda variant: (-variant.count, variant.text)))


def _name(sightings: Sequence[Sighting]) -> str:
    """The entity's name, or else the longest way of naming it in full among the most frequent."""
    entities = [sighting.bearer.entity for sighting in sightings if sighting.bearer.entity]
    if entities:
        return entities[0]
    counts = Counter(sighting.text for sighting in sightings)
    full = [sighting for sighting in sightings if not (sighting.acronym or sighting.shortened)] or list(sightings)
    return min(full, key=lambda sighting: (-len(sighting.words), -counts[sighting.text], sighting.text)).text


def _kind(sightings: Sequence[Sighting], joined: Sequence[Link], glossary: Glossary) -> tuple[NameType, str]:
    """What tells the variants apart, by the most telling reason that there is."""
    texts = sorted({sighting.text for sighting in sightings})
    if len(texts) < 2:
        return "naming", "it goes under one name only"
    for reason in (_aliases, _learnt, _romanised, _linked, _shortened):
        found = reason(sightings, joined, glossary)
        if found:
            return found
    return "spelling", f"{listing(texts)} are spellings of one name"


Reason = tuple[NameType, str] | None


def _aliases(sightings: Sequence[Sighting], _: Sequence[Link], glossary: Glossary) -> Reason:
    """Names in the glossary that are more than a longer and a shorter form of each other."""
    aliases = sorted({sighting.alias for sighting in sightings if sighting.alias})
    if not any(_apart(one, other) for place, one in enumerate(aliases) for other in aliases[:place]):
        return None
    entity = next(sighting.bearer.entity for sighting in sightings if sighting.alias)
    return (
        "naming",
        f"{glossary.cites(entity)}: {listing(aliases)} are {'both' if len(aliases) == 2 else 'all'} {entity}",
    )


def _apart(one: str, other: str) -> bool:
    shorter, longer = sorted(({fold_name(word) for word in name.split()} for name in (one, other)), key=len)
    return not shorter <= longer


def _learnt(sightings: Sequence[Sighting], _: Sequence[Link], __: Glossary) -> Reason:
    return next((("naming", sighting.learnt) for sighting in sightings if sighting.learnt), None)


def _romanised(sightings: Sequence[Sighting], _: Sequence[Link], glossary: Glossary) -> Reason:
    forms: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.form:
            forms[sighting.alias].add(sighting.form)
    for alias, written in sorted(forms.items()):
        entity = next(sighting.bearer.entity for sighting in sightings if sighting.alias == alias)
        spelt = {form for form in written if not any(_is_part(other, form) for other in written)}
        if len({fold_name(form) for form in spelt}) > 1:
            why = f"{glossary.cites(entity)}: {listing(sorted(spelt))} are spellings of one name, {alias}"
            return "transliteration", why
        if len(spelt) < len(written):
            return "naming", f"{glossary.cites(entity)}: {listing(sorted(written))} are longer and shorter names"
    return None


def _is_part(shorter: str, longer: str) -> bool:
    """Whether a name stands inside a longer one ("al-Waleed", "al-Waleed crossing"): that is no romanisation of it."""
    return {fold_name(word) for word in shorter.split()} < {fold_name(word) for word in longer.split()}


def _linked(_: Sequence[Sighting], joined: Sequence[Link], __: Glossary) -> Reason:
    kinds: dict[Kind, NameType] = {Kind.TRANSLITERATION: "transliteration", Kind.SPELLING: "spelling"}
    return next(((name, link.why) for kind, name in kinds.items() for link in joined if link.kind is kind), None)


def _shortened(sightings: Sequence[Sighting], joined: Sequence[Link], glossary: Glossary) -> Reason:
    for sighting in sightings:
        if sighting.shortened and sighting.text != sighting.shortened:
            return "naming", f"{sighting.text} is a shorter form of {sighting.shortened} in the same document"
    for link in joined:
        if link.kind is Kind.NAMING:
            return "naming", link.why
    aliases = sorted({sighting.alias for sighting in sightings if sighting.alias})
    if len(aliases) > 1:
        entity = next(sighting.bearer.entity for sighting in sightings if sighting.alias)
        return "naming", f"{glossary.cites(entity)}: {listing(aliases)} are longer and shorter names of {entity}"
    return None
