"""The reader's speed: its first paint and a long comparison, against a minimal Textual application in the same run."""

import asyncio
import fcntl
import os
import pty
import select
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path

ROWS = 50_000
ROUNDS = 7
SIZE = (120, 40)
SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("PAINTED")
Minimal().run()
"""


def first_paint(command: list[str], marker: str) -> float:
    """Seconds from the start of a program in a terminal of its own until it has written some text."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", SIZE[1], SIZE[0], 0, 0))
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"TERM": "xterm-256color", "XDG_STATE_HOME": home, "XDG_CONFIG_HOME": home}
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)
        try:
            seen = b""
            while marker.encode() not in seen:
                if not select.select([master], [], [], 20)[0]:
                    raise TimeoutError(f"{command} never wrote {marker}")
                seen += os.read(master, 65536)
            return time.perf_counter() - begun
        finally:
            process.kill()
            process.wait()
            os.close(master)


def run_time(command: list[str]) -> float:
    """Seconds that a program runs."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def best(measure: Callable[[], float], rounds: int = ROUNDS) -> float:
    """The least of several times: what else the machine does only ever adds."""
    return min(measure() for _ in range(rounds))


async def paint_minimal() -> float:
    """Seconds until a minimal application has drawn itself inside this process."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Minimal(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("PAINTED")

    begun = time.perf_counter()
    async with Minimal().run_test(size=SIZE) as pilot:
        await pilot.pause()
        return time.perf_counter() - begun


async def long_comparison() -> tuple[float, list[float]]:
    """Seconds until `ROWS` aligned rows are on the screen, and those that each of many scrolled lines takes."""
    from wirediff.app.screens.compare import CompareScreen
    from wirediff.app.widgets.collation_view import CollationView
    from wirediff.model import Story, StoryVersion

    comparison, opened = synthetic(ROWS), 0.0
    story = Story("long", "Long", tuple(StoryVersion(each, 1.0) for each in comparison.collation.versions))
    async with reader_without_stories().run_test(size=SIZE) as pilot:
        app = pilot.app
        app.session.compare = lambda _: comparison  # what is measured begins after the alignment
        begun = time.perf_counter()
        app.push_screen(CompareScreen(story))
        while not isinstance(app.screen, CompareScreen) or app.screen.query_one(CollationView).page is None:
            await asyncio.sleep(0.002)
        await pilot.pause()
        opened = time.perf_counter() - begun
        view = app.screen.query_one(CollationView)
        times = []
        for step in range(300):
            if step % 100 == 0:
                view.scroll_to(y=view.page.height * (step // 100 + 1) // 5, animate=False)
                await pilot.pause()
            begun = time.perf_counter()
            view.action_line(1)
            await asyncio.sleep(0)
            await pilot.pause()
            times.append(time.perf_counter() - begun)
    return opened, times


def reader_without_stories() -> "WirediffApp":  # noqa: F821
    from wirediff.app.app import WirediffApp
    from wirediff.pipeline import Settings

    folder = Path(tempfile.mkdtemp())
    (folder / "one.txt").write_text("One paragraph.\n")
    return WirediffApp([folder], Settings())
