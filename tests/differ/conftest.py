"""What the tests of the differ share: two texts in, their differences out."""

from collections.abc import Callable

import pytest

from tests.differ.cells import document, one_row
from wirediff.differ import differences
from wirediff.glossary import Glossary, builtin
from wirediff.model import Difference

Differ = Callable[..., tuple[Difference, ...]]


@pytest.fixture(scope="session")
def differ() -> Differ:
    """The differences between two paragraphs, or between two lists of paragraphs laid in one row."""

    def run(left: str | list[str], right: str | list[str], glossary: Glossary | None = None) -> tuple[Difference, ...]:
        one = document(*([left] if isinstance(left, str) else left))
        other = document(*([right] if isinstance(right, str) else right))
        return differences(one_row(one, other), glossary or builtin())

    return run
