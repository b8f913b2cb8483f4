"""Titles before a name on one side and behind it on the other."""

import pytest

from tests.differ.cells import brief
from tests.differ.conftest import Differ

CROSSING = [
    # left sentence, right sentence, left mark, right mark
    (
        "It began, 7th Division Commander Maj. Gen. Karim Daoud said there.",
        "It began, Staff Major General Karim Daoud, the commander of the 7th Division, said there.",
        "7th Division Commander Maj. Gen. Karim Daoud",
        "Staff Major General Karim Daoud, the commander of the 7th Division,",
    ),
    (
        "Homs Mayor Karim Daoud left on Monday.",
        "Karim Daoud, the mayor of Homs, left on Monday.",
        "Homs Mayor Karim Daoud",
        "Karim Daoud, the mayor of Homs,",
    ),
    (
        "President Ann Ray met General Karim Daoud, the army chief, there.",
        "President Ann Ray met army chief General Karim Daoud there.",
        "General Karim Daoud, the army chief,",
        "army chief General Karim Daoud",
    ),
]


@pytest.mark.parametrize(("left", "right", "mark", "other"), CROSSING, ids=[each[2] for each in CROSSING])
def test_titles_that_cross_a_name_are_one_difference(
    differ: Differ, left: str, right: str, mark: str, other: str
) -> None:
    assert brief(differ(left, right)) == [("title", mark, other)]
    assert brief(differ(right, left)) == [("title", other, mark)]


def test_the_name_is_told_by_itself_where_it_differs_too(differ: Differ) -> None:
    found = brief(
        differ(
            "It began, 7th Division Commander Maj. Gen. Karim Daoud said there.",
            "It began, Staff Major General Karim Daud, the commander of the 7th Division, said there.",
        )
    )
    assert found == [
        ("title", "7th Division Commander Maj. Gen.", "Staff Major General"),
        ("transliteration", "Daoud", "Daud"),
        ("title", "", ", the commander of the 7th Division,"),
    ]


def test_who_speaks_to_whom_behind_the_titles_is_another_difference(differ: Differ) -> None:
    found = brief(
        differ(
            "Police spokesman Col. Karim Daoud told Reuters.",
            "Colonel Karim Daoud, a police spokesman, told AFP.",
        )
    )
    assert [kind for kind, _, _ in found] == ["title", "attribution"]


def test_a_title_that_does_not_cross_the_name_stays_a_small_mark(differ: Differ) -> None:
    found = brief(differ("They met Colonel Karim Daoud, the mayor, there.", "They met General Karim Daoud there."))
    assert found[0] == ("title", "Colonel", "General")
    assert "Karim Daoud" not in "".join(left + right for _, left, right in found)
