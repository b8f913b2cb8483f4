"""Ranks and offices in short and in full, and whether they are still held."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ

IN_SHORT = [
    ("Cpl.", "Corporal"),
    ("Adm.", "Admiral"),
    ("Brig. Gen.", "Brigadier General"),
    ("Rep.", "Representative"),
    ("Prof.", "Professor"),
    ("Rev.", "Reverend"),
    ("Det. Sgt.", "Detective Sergeant"),
    ("Msgr.", "Monsignor"),
    ("Bishop", "Archbishop"),
    ("Coach", "Captain"),
    ("Interior Minister", "Minister of the Interior"),
    ("spokesman", "spokeswoman"),
]


@pytest.mark.parametrize(("one", "other"), IN_SHORT, ids=[each[0] for each in IN_SHORT])
def test_two_forms_of_a_rank_or_office_before_one_name_are_a_title(differ: Differ, one: str, other: str) -> None:
    found = brief(differ(f"They met {one} Karim Daoud there.", f"They met {other} Karim Daoud there."))
    assert found == [("title", one, other)]


@pytest.mark.parametrize(
    ("left", "right", "mark", "other"),
    [
        ("The mayor of Homs, Ann Ray, left.", "The former mayor of Homs, Ann Ray, left.", "", "former"),
        ("Ann Ray, the acting prime minister, left.", "Ann Ray, the prime minister, left.", "acting", ""),
        ("They met the caretaker premier.", "They met the outgoing premier.", "caretaker", "outgoing"),
        ("They met ex-mayor Ann Ray.", "They met mayor Ann Ray.", "ex-mayor", "mayor"),
    ],
)
def test_whether_an_office_is_still_held_is_a_title(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("title", mark, other)]


def test_a_short_form_of_an_office_is_no_other_source(differ: Differ) -> None:
    assert brief(differ("The Gov. said so.", "The Governor said so.")) == [("title", "Gov.", "Governor")]


def test_a_former_thing_has_no_office(differ: Differ) -> None:
    assert brief(differ("It was a former school.", "It was a school."))[0][0] != "title"


def test_two_words_for_an_office_without_a_name_are_no_title(differ: Differ) -> None:
    assert brief(differ("A lawmaker left the hall.", "A legislator left the hall."))[0][0] != "title"
