"""The bar beside the text: the gravest difference of each part, and which part is in view, with or without colour."""

import pytest
from driving import collated
from handmade import OpenReader

from wirediff.app.layout.lights import Light
from wirediff.app.settings.themes import Shelf
from wirediff.app.widgets.overview import GLYPHS, Overview


@pytest.mark.parametrize("theme", ["dark", "ansi"])
def test_what_is_in_view_and_what_is_lit_look_different_in_every_theme(theme: str) -> None:
    palette = Shelf().read(theme).palette()
    looks = {(style.bgcolor, style.reverse) for style in (palette.part(seen, lit=False) for seen in (False, True))}
    assert len(looks) == 2
    for seen in (False, True):
        assert palette.part(seen, lit=True) != palette.part(seen, lit=False)
    assert palette.part(False, lit=True).color == palette.light(Light.MATCH).color


async def test_a_cell_shows_the_gravest_difference_of_the_rows_that_begin_there(reader: OpenReader) -> None:
    async with reader().run_test(size=(120, 20)) as pilot:
        view = await collated(pilot)
        bar = pilot.app.screen.query_one(Overview)
        drawn = "".join(bar.render_line(y).text for y in range(bar.size.height))
        differences = view.painter.differences
        wanted = [" "] * bar.size.height
        for row, item in enumerate(view.page.sheet.rows):
            for each in sorted((differences[index].severity for index in item.differences), key=lambda one: one.rank):
                total = max(view.page.height, bar.size.height)
                lines = [
                    range(y * total // bar.size.height, (y + 1) * total // bar.size.height) for y in range(len(wanted))
                ]
                place = next(y for y, part in enumerate(lines) if view.page.top(row) in part)
                wanted[place] = max(wanted[place], GLYPHS[each], key=[" ", *GLYPHS.values()].index)
        assert drawn == "".join(wanted)
