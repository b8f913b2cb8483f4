"""What a note may conclude and where it may stand: the two tables that the reader, the commands and the docs share."""

from types import MappingProxyType

VERDICTS = MappingProxyType(
    {
        "error": "one version is wrong",
        "house-style": "the outlets write it differently, and both are right",
        "update": "the later version knows more",
        "acceptable": "a change that leaves the meaning as it was",
        "unsure": "somebody has to look again",
    }
)
"""What a note may conclude, with what each conclusion means."""

STATUSES = MappingProxyType({"open": "still to be dealt with", "resolved": "dealt with"})
"""Where a note may stand."""
