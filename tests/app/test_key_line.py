"""The last line of the screen: whole items, and those first without which one is lost."""

from pathlib import Path

import pytest
from driving import collated, said, settled
from handmade import OpenReader
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets._footer import FooterKey

from wirediff.app.app import WirediffApp
from wirediff.app.widgets.key_line import Hint, KeyLine, fitting
from wirediff.settings import Settings


def keys(app: WirediffApp) -> list[str]:
    return [key.action for key in app.screen.query_one(KeyLine).query(FooterKey)]


@given(st.lists(st.tuples(st.integers(1, 20), st.booleans()), max_size=12), st.integers(0, 120))
def test_what_is_kept_fits_and_nothing_goes_before_what_is_needed(items: list[tuple[int, bool]], room: int) -> None:
    widths, needed = [width for width, _ in items], [need for _, need in items]
    kept = fitting(widths, needed, room)
    assert kept == sorted(kept)
    assert sum(widths[place] for place in kept) <= room
    if sum(widths[place] for place, need in enumerate(needed) if need) <= room:
        assert {place for place, need in enumerate(needed) if need} <= {*kept}


@pytest.mark.parametrize("width", [80, 60, 40])
async def test_keys_stand_whole_or_not_at_all_and_the_way_out_stays(reader: OpenReader, width: int) -> None:
    async with (app := reader()).run_test(size=(width, 24)) as pilot:
        await collated(pilot)
        await settled(pilot)
        line = app.screen.query_one(KeyLine)
        assert {"help", "back"} <= {action.removeprefix("app.") for action in keys(app)}
        assert all(key.region.right <= line.region.right for key in line.query(FooterKey))
        hint = app.screen.query_one(Hint).render().plain
        assert hint.startswith("? shows all keys")
        assert not hint.endswith("…")


async def test_at_eighty_columns_the_filter_is_still_named(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(80, 24)) as pilot:
        await collated(pilot)
        await settled(pilot)
        assert {"step(1)", "accept", "note", "export", "form", "filter"} <= {*keys(app)}


async def test_an_empty_folder_says_what_was_found_and_offers_only_keys_that_work(tmp_path: Path) -> None:
    async with (app := WirediffApp([tmp_path], Settings())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app, "#empty").startswith(f"{tmp_path}: it is empty.")
        assert "not read" not in said(app, "#status")
        assert said(app, "#status") == "0 stories, 0 versions"
        assert not {"open", "gather", "search", "export", "order"} & {*keys(app)}


async def test_a_story_of_one_version_offers_no_other_version_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Bridge opens\n\nTraffic crossed the new bridge for the first time.\n")
    async with (app := WirediffApp([tmp_path], Settings())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "version(1)" not in keys(app)
        await pilot.press("l")
        await pilot.pause()
        assert [notice.message for notice in app._notifications] == ["This story has one version only."]
