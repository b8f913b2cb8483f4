from hypothesis import given
from hypothesis import strategies as st

from wirediff.export.formats.docx.script import Unit, script
from wirediff.model import Row, RowRelation

_CELLS = st.lists(st.integers(1, 6), max_size=3, unique=True).map(lambda cell: tuple(sorted(cell)))
_ROWS = st.lists(
    st.builds(lambda left, right, moved: Row((left, right), RowRelation.EDITED, moved), _CELLS, _CELLS, st.booleans()),
    max_size=8,
)


@given(_ROWS)
def test_every_paragraph_stands_once_in_the_order_of_its_version_whatever_the_rows_are(rows: list[Row]) -> None:
    units = script(rows, 1, (6, 6))
    assert [number for unit in units for number in unit.left] == [1, 2, 3, 4, 5, 6]
    assert [number for unit in units for number in unit.right] == [1, 2, 3, 4, 5, 6]
    assert all(unit.left or unit.right for unit in units)


@given(st.permutations(range(1, 8)))
def test_as_many_rows_stay_together_as_can_in_both_orders(order: list[int]) -> None:
    rows = [Row(((left,), (right,)), RowRelation.EDITED) for left, right in enumerate(order, 1)]
    kept = [unit.right[0] for unit in script(rows, 1, (7, 7)) if unit.left and unit.right]
    assert kept == sorted(kept)
    longest = [1] * 7
    for place in range(7):
        longest[place] += max((longest[before] for before in range(place) if order[before] < order[place]), default=0)
    assert len(kept) == max(longest)


def test_a_split_stays_one_unit_and_a_moved_paragraph_goes_and_comes() -> None:
    rows = [
        Row(((1,), (1, 2)), RowRelation.SPLIT),
        Row(((2,), (4,)), RowRelation.SAME, moved=True),
        Row(((3,), (3,)), RowRelation.SAME),
    ]
    assert script(rows, 1, (3, 4)) == [Unit((1,), (1, 2)), Unit((2,), ()), Unit((3,), (3,)), Unit((), (4,))]
