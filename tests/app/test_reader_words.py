import doctest

import pytest
from handmade import difference, document, side, story_of, two_compared
from msgspec import structs

from wirediff.app import action, legible, naming
from wirediff.app.layout import wrap
from wirediff.app.library.tallies import Tally
from wirediff.app.naming import day, days, headline, names, outlet
from wirediff.app.reading import narrowed
from wirediff.app.screens import jump
from wirediff.app.settings.themes import DEFAULT, Shelf
from wirediff.app.widgets.detail import difference_text, link_text
from wirediff.app.widgets.story_text import about
from wirediff.cli.show.comparison import differences_lines
from wirediff.kinds import Kind
from wirediff.model import Collation, Relation, Row, RowRelation, RunnerUp


@pytest.mark.parametrize("module", [action, legible, naming, narrowed, wrap, jump], ids=lambda module: module.__name__)
def test_the_examples_in_the_docstrings_hold(module) -> None:
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed


def test_the_name_of_a_version_is_inert() -> None:
    some = [document(name, source="Gaz\x1bette") for name in ("a", "b")]
    assert outlet(some[0]) == "Gaz␛ette"
    assert names(some) == ("Gaz␛ette (a)", "Gaz␛ette (b)")


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


def test_a_side_that_is_not_there_is_said_in_the_words_of_the_command_line() -> None:
    comparison = two_compared()
    addition = comparison.differences[3]
    said = difference_text(addition, comparison.collation, Shelf().read(DEFAULT).palette()).plain.splitlines()[2]
    assert said.startswith("nothing in V1  →  V2 ¶5 They")
    assert "nothing in V1 → V2 P5" in " ".join(differences_lines([addition], 200, False))


def test_a_link_says_how_strong_it_is_what_else_could_have_been_and_what_it_rests_on() -> None:
    row = two_compared().collation.rows[1]
    palette = Shelf().read(DEFAULT).palette()
    assert link_text(row, palette).plain == "\nlink 0.90\nnine words of ten"
    other = structs.replace(row, runner_up=RunnerUp(1, 4, 0, 3, 0.216))
    assert link_text(other, palette).plain == "\nlink 0.90; next best V1 ¶3 with V2 ¶4, 0.22\nnine words of ten"
    assert link_text(two_compared().collation.rows[4], palette).plain == ""


def test_words_are_quoted_without_the_blanks_at_their_ends() -> None:
    documents = document("one", "He left. "), document("two", "He went.")
    sides = side(0, documents, 1, " left. "), side(1, documents, 1, "went.")
    collation = Collation(documents, Relation.REWRITE, (Row(((1,), (1,)), RowRelation.EDITED),))
    said = difference_text(difference(0, Kind.WORDING, *sides), collation, Shelf().read(DEFAULT).palette())
    assert said.plain.splitlines()[2] == "V1 ¶1 left.  →  V2 ¶1 went."


def test_beside_the_list_a_kind_is_never_parted_from_its_letter_or_its_number() -> None:
    tally = Tally({Kind.TRANSLITERATION: 12, Kind.NAMING: 3}, 0)
    told = about(story_of(document("one", "Text.")), Shelf().read(DEFAULT).palette(), tally, 0)
    assert {"T›transliteration(12)", "N›naming(3)"} <= {*told.plain.split()}
