"""How much a difference weighs: the table, the glossary's overrides, and what the context adds."""

from wirediff.glossary import Glossary
from wirediff.kinds import KINDS, Kind, Severity

_INSIDE_QUOTES = frozenset(
    {Kind.NUMBER, Kind.CLAIM, Kind.NAMING, Kind.CONTENT, Kind.WORDING, Kind.ORDER, Kind.DATETIME}
)
# A block of these kinds is no lighter than the gravest that it carries.
_CARRIERS = frozenset({Kind.WORDING, Kind.CONTENT})


def severity(kind: Kind, also: tuple[Kind, ...], glossary: Glossary) -> Severity:
    """The severity of a difference of `kind` that carries `also`.

    A glossary's word on the kind is final. Otherwise the table's, raised to serious where words change inside a
    quotation or a name is exchanged together with a claim ("he", "she"), to notable where only case or spelling does,
    and to the gravest that a rewritten or one-sided block carries; other wording that carries anything is notable at
    least.
    """
    if kind in glossary.severities:
        return glossary.severities[kind]
    base = KINDS[kind].severity
    if Kind.QUOTE in also:
        if kind in _INSIDE_QUOTES:
            return Severity.SERIOUS
        if kind in {Kind.CAPITALISATION, Kind.SPELLING}:
            return Severity.NOTABLE
    if kind is Kind.NAMING and Kind.CLAIM in also:
        return Severity.SERIOUS
    if kind in _CARRIERS and also:
        # Where all words of other wording are answered, a figure in it is the same one in another measure.
        answered = Kind.CONTENT not in (kind, *also)
        weighed = [each for each in also if not (answered and each is Kind.NUMBER)]
        carried = (glossary.severities.get(each, KINDS[each].severity) for each in weighed)
        return max(base, Severity.NOTABLE, *carried, key=lambda severity: severity.rank)
    return base
