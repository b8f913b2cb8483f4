"""From a place in a text to the row and the difference that hold it."""

import pytest
from driving import WIDE, settled
from handmade import OpenReader, two_compared

from wirediff.app.reading.desk import Filter
from wirediff.app.reading.places import spot
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.insight.places import Place as Span
from wirediff.kinds import Severity


@pytest.mark.parametrize(
    ("spans", "found"),
    [
        ([Span("one.txt", 2, 21, 25)], (1, 1)),
        ([Span("two.txt", 3, 22, 24), Span("one.txt", 2, 22, 24)], (1, 1)),
        ([Span("one.txt", 3, 0, 2), Span("two.txt", 4, 0, 4)], (2, 2)),
        ([Span("one.txt", 3, 5, 9)], (2, None)),
        ([Span("two.txt", 2, 0, 3)], (3, None)),
        ([Span("two.txt", 5, 8, 9)], (4, 3)),
        ([Span("one.txt", 0, 0, 3)], (None, None)),
        ([Span("one.txt", 0, 7, 13)], (None, 0)),
        ([Span("elsewhere.txt", 1, 0, 3)], (None, None)),
        ([Span("one.txt", 99, 0, 3)], (None, None)),
        ([], (None, None)),
    ],
)
def test_a_place_leads_to_its_difference_or_else_to_its_row(spans: list[Span], found: tuple[object, object]) -> None:
    assert spot(two_compared(), spans) == found


async def test_a_story_opens_at_the_place_that_is_asked_for(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        app.opening.open(app.session.library.stories[0], at=lambda made: spot(made, [Span("two.txt", 4, 0, 4)]))
        await settled(pilot)
        assert app.screen.at_cursor() == (2, 2)


async def test_a_difference_that_is_filtered_away_is_seen_again_when_asked_for(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        await pilot.press("o", "3", "escape")
        await settled(pilot)
        assert screen.desk.filter.least is Severity.SERIOUS
        screen.visit(lambda made: spot(made, [Span("two.txt", 3, 22, 24)]))
        await settled(pilot)
        assert screen.at_cursor() == (1, 1)
        assert screen.desk.filter == Filter()
