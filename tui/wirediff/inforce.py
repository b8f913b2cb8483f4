"""What `wirediff config show` prints: a rule in force, and where it came from."""

from dataclasses import dataclass

BUILT_IN = "built in"
"""The source of what ships with the package."""


@dataclass(frozen=True, slots=True)
class InForce:
    """One rule: the part it belongs to, its name, its value, and its source: a file, an option, or BUILT_IN."""

    part: str
    name: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules in force, and what was wrong with files that cannot be used, in one line each."""

    rules: tuple[InForce, ...]
    faults: tuple[str, ...] = ()
