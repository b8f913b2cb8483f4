"""Documents made by hand, and the samples."""

from collections.abc import Callable

import pytest
from insight_samples import Samples

from wirediff.model import Document, Paragraph


@pytest.fixture(scope="session")
def make() -> Callable[..., Document]:
    """A document of some paragraphs, under a path; other fields by keyword."""

    def made(path: str, *paragraphs: str, **fields: str) -> Document:
        body = tuple(Paragraph(n, text) for n, text in enumerate(paragraphs, 1))
        return Document(path=path, id=path, reader="lines", paragraphs=body, **fields)  # type: ignore[arg-type]

    return made


@pytest.fixture(scope="session")
def samples() -> Samples:
    return Samples()


@pytest.fixture(scope="session")
def three_samples() -> Samples:
    """The two AFP reports and the one that rewrites both."""
    return Samples("001", "002", "004")
