"""The line of all versions: shown from three on, with their differences, and a click brings one into view."""

import pytest
from driving import compared
from handmade import difference, document, side, story_of
from rich.style import Style

from wirediff import pipeline
from wirediff.app.app import WirediffApp
from wirediff.app.settings.themes import Shelf
from wirediff.app.widgets.strip import VersionStrip
from wirediff.kinds import Kind
from wirediff.model import Collation, Comparison, Reading, Relation, Row, RowRelation
from wirediff.settings import Settings


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path) -> WirediffApp:
    documents = tuple(document(f"d{n}", f"It was IS{n}.", headline="It was so") for n in range(5))
    found = tuple(
        difference(0, Kind.NAMING, side(0, documents, 1, "IS0"), side(n, documents, 1, f"IS{n}"), n)
        for n in range(2, 5)
    )
    rows = (Row(((1,),) * 5, RowRelation.EDITED),)
    comparison = Comparison(Collation(documents, Relation.SAME_REPORT, rows), found)
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading(documents))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: (story_of(*documents),))
    monkeypatch.setattr(pipeline, "compare", lambda *_: comparison)
    (tmp_path / "one.txt").write_text("text")
    return WirediffApp([tmp_path], Settings())


async def test_versions_out_of_sight_are_named_with_their_differences_and_a_click_shows_one(app: WirediffApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        screen = await compared(pilot)
        strip = screen.query_one(VersionStrip)
        assert (
            strip.render_line(0).text.strip() == "[V1 base]  V2 0  [V3 1]  V4 1   V5 1"
        )  # it opens at the first difference
        await pilot.click(VersionStrip, offset=(strip.render_line(0).text.index("V4"), 0))
        await pilot.pause()
        assert strip.render_line(0).text.strip() == "[V1 base]  V2 0   V3 1  [V4 1]  V5 1"
        assert screen.desk.side == 3


def test_two_versions_need_no_line() -> None:
    strip = VersionStrip(Shelf().read("dark").palette())
    strip.show(strip.palette, {1: 3}, (0, 1), 0)
    assert not strip.display


@pytest.mark.parametrize("chosen", [0, 5, 11])
async def test_in_a_short_line_the_side_in_use_stays_in_sight_and_every_cell_is_its_own(
    app: WirediffApp, chosen: int
) -> None:
    async with app.run_test(size=(40, 30)) as pilot:
        screen = await compared(pilot)
        strip = screen.query_one(VersionStrip)
        strip.show(strip.palette, dict.fromkeys(range(1, 12), 3), (0, chosen), chosen)
        drawn = strip.render_line(0)
        assert drawn.cell_length == strip.size.width == 40
        place = drawn.text.index(f"[V{chosen + 1} ")
        assert strip.version_at(place) == chosen
        assert strip.version_at(0) is None
        reversed_text = [text for text, style, _ in drawn if (style or Style()).reverse]
        assert len(reversed_text) == 1
        assert reversed_text[0].startswith(f"[V{chosen + 1} ")
