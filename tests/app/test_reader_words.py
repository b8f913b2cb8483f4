import doctest

import pytest
from handmade import document

from wirediff.app import keys, legible, naming
from wirediff.app.layout import wrap
from wirediff.app.naming import day, days, headline, outlet


@pytest.mark.parametrize("module", [keys, legible, naming, wrap], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_hold(module) -> None:
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed


def test_a_version_is_called_by_its_source_else_its_agency_else_its_file() -> None:
    assert outlet(document("a", source="Gazette", agency="AFP")) == "Gazette"
    assert outlet(document("a", agency="AFP", version="UPDATE 2")) == "AFP UPDATE 2"
    assert outlet(document("folder/a")) == "a.txt"


def test_a_version_without_a_headline_is_headed_by_its_beginning() -> None:
    assert headline(document("a", "Something happened.")) == "Something happened."
    assert headline(document("a")) == "(no text)"


def test_days_are_given_from_first_to_last() -> None:
    dated = [document("a", published=when) for when in ("2017-11-04", "2017-11-03", "2017-11-04")]
    assert days(dated) == "3 Nov 2017 – 4 Nov 2017"
    assert days(dated[:1]) == "4 Nov 2017"
    assert days([document("a")]) == ""


def test_a_date_that_is_none_is_left_as_it_is() -> None:
    assert day("early \x1b2017") == "early ␛2017"
