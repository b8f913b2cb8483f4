"""Draws the pictures of the README and of docs/reader.md: the reader on the sample stories, as SVG.

Run by `make pictures`. The notes and choices of whoever runs it stay out of them: everything is kept in a folder that
is thrown away.
"""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot
from textual.worker_manager import WorkerManager

from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.settings.preferences import Preferences, remember
from wirediff.kinds import Kind
from wirediff.pipeline import Settings
from wirediff.resources import shipped

PICTURES = Path(__file__).parent / "pictures"

Walk = Callable[[Pilot[None]], Awaitable[None]]


async def draw(name: str, size: tuple[int, int], walk: Walk, theme: str = "dark") -> None:
    """Walk through the reader at a size, and keep what its screen shows in the end."""
    with tempfile.TemporaryDirectory() as scratch:
        stories, state = Path(scratch) / "iraq", Path(scratch) / "state"
        stories.mkdir()
        for story in shipped("seeds").glob("*.txt"):
            shutil.copy(story, stories)
        remember(state, Preferences(theme=theme, hinted=True))
        app = WirediffApp([stories], Settings(), state=state)
        async with app.run_test(size=size) as pilot:
            await settled(app.workers, pilot)
            await walk(pilot)
            await settled(app.workers, pilot)
            PICTURES.mkdir(exist_ok=True)
            app.save_screenshot(f"{name}.svg", str(PICTURES))


async def settled(workers: WorkerManager, pilot: Pilot[None]) -> None:
    """Wait until nothing is being read or compared."""
    await workers.wait_for_complete()
    await pilot.pause()


async def opened(pilot: Pilot[None]) -> None:
    """Open the story that has several versions."""
    app = pilot.app
    assert isinstance(app, WirediffApp)
    app.opening.open(max(app.session.library.stories, key=lambda story: len(story.versions)))
    await pilot.pause()
    await settled(app.workers, pilot)
    assert isinstance(app.screen, CompareScreen)


async def at_difference(pilot: Pilot[None]) -> None:
    """Two versions side by side, the cursor on a name with a note."""
    await opened(pilot)
    await pilot.press("v", "j", "j", "space", "j", "space", "enter")
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    assert screen.desk is not None
    kinds = [screen.desk.comparison.differences[index].kind for index in screen.desk.seen]
    await pilot.press(*["n"] * (kinds.index(Kind.TRANSLITERATION) + 1))


async def annotated(pilot: Pilot[None]) -> None:
    """The same, with a note."""
    await at_difference(pilot)
    await pilot.press("a", *"Our spelling is al-Abadi.", "tab", "down", "down", "space", "ctrl+s")


async def in_one_column(pilot: Pilot[None]) -> None:
    """The same, for a small terminal."""
    await at_difference(pilot)


async def noting(pilot: Pilot[None]) -> None:
    """A note being written."""
    await at_difference(pilot)
    await pilot.press("a", *"Ask the desk which spelling is ours.")


async def facts(pilot: Pilot[None]) -> None:
    """What the versions of a story say of one thing."""
    await opened(pilot)
    await pilot.press("F")


async def main() -> None:
    """Draw every picture, under the same name and at whatever time."""
    os.environ["WIREDIFF_AUTHOR"] = "desk"
    await draw("compare", (130, 36), annotated)
    await draw("light", (130, 36), annotated, theme="light")
    await draw("small", (80, 24), in_one_column)
    await draw("note", (110, 32), noting)
    await draw("facts", (130, 30), facts)


if __name__ == "__main__":
    asyncio.run(main())
