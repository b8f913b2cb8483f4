"""How much a difference weighs: the table, the glossary's overrides, and what the context adds."""

from wirediff.glossary import Glossary
from wirediff.kinds import KINDS, Kind, Severity

_INSIDE_QUOTES = frozenset(
    {Kind.NUMBER, Kind.CLAIM, Kind.NAMING, Kind.CONTENT, Kind.WORDING, Kind.ORDER, Kind.DATETIME}
)


def severity(kind: Kind, also: tuple[Kind, ...], glossary: Glossary) -> Severity:
    """The severity of a difference of `kind` that carries `also`.

    A glossary's word is final. Otherwise the table's, raised to serious where words change inside a quotation, and to
    notable where only their case or spelling does, or where other wording carries another kind along.
    """
    if kind in glossary.severities:
        return glossary.severities[kind]
    base = KINDS[kind].severity
    if Kind.QUOTE in also:
        if kind in _INSIDE_QUOTES:
            return Severity.SERIOUS
        if kind in {Kind.CAPITALISATION, Kind.SPELLING}:
            return Severity.NOTABLE
    if kind is Kind.WORDING and also:
        return max(base, Severity.NOTABLE, key=lambda severity: severity.rank)
    return base
