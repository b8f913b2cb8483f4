"""What the desk knows beforehand: entities with their names, charged terms, and severities it wants otherwise."""

from wirediff.glossary.find import ChargedUse, Mention
from wirediff.glossary.load import builtin, doubts, load
from wirediff.glossary.schema import Alias, Charged, Entity, Glossary, Judged, Verdict

__all__ = [
    "Alias",
    "Charged",
    "ChargedUse",
    "Entity",
    "Glossary",
    "Judged",
    "Mention",
    "Verdict",
    "builtin",
    "doubts",
    "load",
]
