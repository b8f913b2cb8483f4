"""A few whole screens, compared with what they were; `pytest --snapshot-update` takes new ones after a look."""

from collections.abc import Callable
from pathlib import Path

from driving import settled
from handmade import OpenReader
from textual.pilot import Pilot
from textual.widgets import TextArea

from wirediff.app.settings.preferences import Preferences, remember

SnapCompare = Callable[..., bool]


def walk(*keys: str) -> Callable[[Pilot[None]], object]:
    """Press keys, waiting after each for what it set going; a text field's cursor stands still."""

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.animation_level = "none"
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)
        for area in pilot.app.screen.query(TextArea):
            area.cursor_blink = False
        await settled(pilot)

    return run


def test_side_by_side_at_a_difference(snap_compare: SnapCompare, reader: OpenReader) -> None:
    assert snap_compare(reader(), terminal_size=(110, 30), run_before=walk("enter", "n", "n"))


def test_in_one_column_on_a_small_terminal(snap_compare: SnapCompare, reader: OpenReader) -> None:
    assert snap_compare(reader(), terminal_size=(80, 24), run_before=walk("enter", "n", "n", "n"))


def test_the_list_of_stories_in_the_light_theme(snap_compare: SnapCompare, reader: OpenReader, tmp_path: Path) -> None:
    remember(tmp_path / "state", Preferences(theme="light"))
    assert snap_compare(reader(state=tmp_path / "state"), terminal_size=(110, 24), run_before=walk())


def test_a_note_being_written(snap_compare: SnapCompare, reader: OpenReader) -> None:
    assert snap_compare(reader(), terminal_size=(90, 30), run_before=walk("enter", "n", "n", "a", *"ours"))
