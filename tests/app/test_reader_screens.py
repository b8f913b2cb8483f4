"""The main screens at three sizes, in colours of ours, in the terminal's and in none, compared with what they were.

`pytest --snapshot-update` takes new ones after a look; the pictures are text and can be read.
"""

import pytest
from driving import settled
from handmade import OpenReader
from pictured import Screens, pictured
from syrupy.assertion import SnapshotAssertion

from wirediff.app.settings.preferences import Preferences, remember

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("look", ["dark", "light", "ansi", "NO_COLOR"])
async def test_the_list_and_the_comparison_look_as_they_did(
    look: str, reader: OpenReader, snapshot: SnapshotAssertion, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if look == "NO_COLOR":
        monkeypatch.setenv("NO_COLOR", "1")
    remember(tmp_path / "state", Preferences(theme="dark" if look == "NO_COLOR" else look, hinted=True))
    kept = snapshot.use_extension(Screens)
    async with (app := reader(state=tmp_path / "state")).run_test(size=SIZES[0]) as pilot:
        app.animation_level = "none"
        await settled(pilot)
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert pictured(app) == kept(name=f"list {look} {width}x{height}")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("n", "n")
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert pictured(app) == kept(name=f"comparison {look} {width}x{height}")


@pytest.mark.parametrize("view", ["list", "comparison"])
async def test_without_colour_no_colour_is_sent(view: str, reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        if view == "comparison":
            await pilot.press("enter")
            await settled(pilot)
            await pilot.press("n", "n")
            await settled(pilot)
        legend = pictured(app).rpartition("\n\n")[2].splitlines()
        assert len(legend) >= 2
        assert all(line.endswith("default on default") for line in legend)
        assert any("reverse" in line for line in legend) == (view == "comparison")
