"""Keys struck at random, over every screen: the reader must not fall over, and no note may be lost or altered by it."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest
from driving import settled
from textual.events import Key, MouseDown, MouseUp
from textual.keys import _character_to_key
from textual.pilot import Pilot

from wirediff.app.app import WirediffApp
from wirediff.app.keys import ACTIONS
from wirediff.notes import Draft, NoteStore, notes_folder
from wirediff.pipeline import Settings

SIZES = [(80, 24), (120, 40), (60, 20), (200, 50), (40, 10)]
KEYS = [*sorted({key for action in ACTIONS for key in action.keys.split()}), *"abcxyz ABC'(é&", "ctrl+u", "ctrl+w"]
WAYS = [
    key for key in ("enter", "escape", "tab", "down", "n", "A", "S", "F", "m", "L", "o", "ctrl+p") for _ in range(4)
]
"""What leads elsewhere, so that all screens are visited; the rest of the keys is struck as evenly."""

REPORT = """Troops retake the crossing

Prime Minister Haider {name} said on Friday that {count} fighters had left the border town of Al-Qaim.

Government troops entered the town in the morning after {strikes}, the army said in a statement on Friday.

The operation began last week with {strikes} along the Euphrates river near the border with Syria.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three versions of one report and a report of something else; exports go into the test's own folder."""
    for variable in ("CACHE", "CONFIG", "STATE"):
        monkeypatch.setenv(f"WIREDIFF_{variable}", str(tmp_path / variable.lower()))
    for variable in ("VISUAL", "EDITOR"):
        monkeypatch.setenv(variable, "true")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")
    folder = tmp_path / "stories"
    folder.mkdir()
    versions = [("al-Abadi", "1,500", "air strikes"), ("al-Abbadi", "2,500", "airstrikes"), ("Abadi", "some", "raids")]
    for number, (name, count, strikes) in enumerate(versions):
        (folder / f"{number}.txt").write_text(REPORT.format(name=name, count=count, strikes=strikes))
    (folder / "storm.txt").write_text("Storm floods harbour\n\nHeavy rain flooded the harbour of the city on Monday.\n")
    return folder


async def strike(pilot: Pilot[None], rng: random.Random, visited: Counter[str]) -> None:
    """Some keys, and now and then a click or another size of the terminal."""
    app = pilot.app
    chance = rng.random()
    if chance < 0.03:
        await pilot.resize_terminal(*rng.choice(SIZES))
    elif chance < 0.1:
        at = {"x": rng.randrange(app.size.width), "y": rng.randrange(app.size.height)}
        for event in (MouseDown, MouseUp):
            app.screen._forward_event(
                event(None, **at, delta_x=0, delta_y=0, button=1, shift=False, meta=False, ctrl=False)
            )
    for key in rng.choices(KEYS + WAYS, k=20):
        # Sent as a terminal sends them: the pilot's own way waits after each until the machine is idle.
        app._driver.send_message(Key(_character_to_key(key) if len(key) == 1 else key, key if len(key) == 1 else None))
        await asyncio.sleep(0.002)
    await pilot.pause(0)
    visited[type(app.screen).__name__] += 1


async def walked(folder: Path, keys: int, seed: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Strike so many keys; gives how often each screen was seen. What is on the disk must only ever grow."""

    async def stay(_: WirediffApp) -> None:
        """The walk is not to end before its time."""

    monkeypatch.setattr(WirediffApp, "action_quit", stay)
    rng = random.Random(seed)
    visited: Counter[str] = Counter()
    app = WirediffApp([folder], Settings(), config=folder.parent / "config", state=folder.parent / "state")
    with NoteStore.open(notes_folder([folder]), "desk") as store:
        for number in range(5):
            store.add(Draft(text=f"Written before, number {number}.", story="x"))
        recorded: list[object] = list(store.exchanged())
    async with app.run_test(size=SIZES[0]) as pilot:
        app.animation_level = "none"
        await settled(pilot)
        for burst in range(keys // 20):
            await strike(pilot, rng, visited)
            if burst % 10 == 9:
                await settled(pilot)
                events = app.session.store.exchanged()
                assert events[: len(recorded)] == recorded
                recorded = list(events)
        await settled(pilot)
        seen = app.session.store.notes()
        assert app._exception is None
    with NoteStore.open(notes_folder([folder])) as again:
        assert again.notes() == seen
        assert again.exchanged()[: len(recorded)] == recorded
    assert {path.name for path in folder.iterdir()} >= {"0.txt", "1.txt", "2.txt", "storm.txt"}
    return visited


async def test_a_few_hundred_random_keys_do_no_harm(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visited = await walked(folder, 400, 1, monkeypatch)
    assert len(visited) >= 4, visited


@pytest.mark.slow
async def test_ten_thousand_random_keys_over_every_screen_do_no_harm(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited = await walked(folder, 10_000, 20171103, monkeypatch)
    assert len(visited) >= 12, visited
