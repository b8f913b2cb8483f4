"""Driving the reader in tests: waiting for its work, opening the first story, reading what is shown."""

from contextlib import suppress

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.roll import Roll

WIDE = (120, 40)


async def settled(pilot: Pilot[None]) -> None:
    """Until nothing is read or compared any more, and what came of it is shown.

    What is shown can set new work going, which is waited for too; work that gave way to newer is done.
    """
    working = True
    while working:
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        working = any(not worker.is_finished for worker in pilot.app.workers)


async def compared(pilot: Pilot[None]) -> CompareScreen:
    """The first story, opened from the list."""
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, CompareScreen)
    return screen


async def collated(pilot: Pilot[None]) -> CollationView:
    """The text of the first story, opened from the list."""
    return (await compared(pilot)).query_one(CollationView)


def struck(app: WirediffApp, *keys: str) -> None:
    """Keys that come in one burst, as a terminal sends what was typed while the reader was busy: nothing waits."""
    for key in keys:
        app.post_message(events.Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None))


def said(app: WirediffApp, selector: str) -> str:
    """The text of a part of the screen."""
    return str(app.screen.query_one(selector, Static).visual)


def lines(app: WirediffApp) -> list[str]:
    """What the text's part of the screen shows, or a list's."""
    view = app.screen.query_one(Roll if app.screen.query(Roll) else CollationView)
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def listed(app: WirediffApp) -> list[str]:
    """The entries of the list on the screen, as far as they are in view."""
    return [line for line in lines(app) if line]
