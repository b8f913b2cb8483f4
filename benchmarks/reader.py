"""The reader's speed: its first paint and a long comparison, against a minimal Textual application in the same run."""

import asyncio
import fcntl
import os
import pty
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wirediff.model import Comparison

ROWS = 50_000
ROUNDS = 7
SCROLLED = 300
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


class Opened(NamedTuple):
    """Seconds until the first of many aligned rows can be read, until all have their lines, and what of that is the
    processor's; and those that each of many scrolled lines takes."""

    shown: float
    whole: float
    worked: float
    lines: list[float]


async def long_comparison(rows: int) -> Opened:
    """Open so many aligned rows, and scroll in them."""
    from wirediff.app.app import WirediffApp
    from wirediff.app.widgets.collation_view import CollationView
    from wirediff.model import Story, StoryVersion
    from wirediff.settings import Settings

    comparison = synthetic(rows)
    story = Story("long", "Long", tuple(StoryVersion(each, 1.0) for each in comparison.collation.versions))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "one.txt").write_text("One paragraph.\n")
        (Path(folder) / "two.txt").write_text("Another, of another day.\n")
        app = WirediffApp([Path(folder)], Settings())
        async with app.run_test(size=SIZE) as pilot:
            await app.workers.wait_for_complete()
            app.session.compare = lambda _: comparison  # what is measured begins after the alignment
            begun, before = time.perf_counter(), time.process_time()
            app.opening.open(story)
            while not [view for view in app.screen.query(CollationView) if view.page is not None]:
                await asyncio.sleep(0.005)
            app.screen._on_timer_update()  # draws the first rows; the pilot's pause would wait for all
            shown = time.perf_counter() - begun
            view = app.screen.query_one(CollationView)
            while view.page.only is not None:
                await asyncio.sleep(0.005)
            await pilot.pause()
            whole, worked = time.perf_counter() - begun, time.process_time() - before
            times = []
            for step in range(SCROLLED):
                if step % 100 == 0:
                    view.scroll_to(y=view.page.height * (step // 100 + 1) // 5, animate=False)
                    await pilot.pause()
                begun = time.perf_counter()
                view.action_line(1)
                app.screen._on_timer_update()  # draws what has changed, which the application does at its next tick
                times.append(time.perf_counter() - begun)
                await asyncio.sleep(0)
    return Opened(shown, whole, worked, times)


def synthetic(rows: int) -> "Comparison":
    """Two versions of so many paragraphs, a name spelt otherwise in every row and a date in every tenth."""
    from wirediff.kinds import KINDS, Kind
    from wirediff.model import (
        Collation,
        Comparison,
        Difference,
        Document,
        Paragraph,
        Relation,
        Row,
        RowRelation,
        Side,
    )

    text = "Prime Minister Haider {} released a statement on {} congratulating the armed forces for entering town {}."
    words = (("al-Abadi", "Friday"), ("al-Abbadi", "Friday (November 3rd)"))
    versions = []
    for name, (person, day) in zip(("one", "two"), words, strict=True):
        each = (text.format(person, day if n % 10 == 0 else "Friday", n) for n in range(1, rows + 1))
        body = tuple(Paragraph(n, paragraph) for n, paragraph in enumerate(each, 1))
        versions.append(Document(path=f"{name}.txt", id=name, reader="text", headline=name, paragraphs=body))

    def difference(row: int, kind: Kind, pair: tuple[str, str]) -> Difference:
        sides = []
        for version, document in enumerate(versions):
            start = document.text_of(row + 1).index(pair[version])
            sides.append(Side(version, row + 1, start, start + len(pair[version]), pair[version]))
        return Difference(row, kind, KINDS[kind].severity, "made for measuring", sides[0], sides[1])

    found = []
    for row in range(rows):
        found.append(difference(row, Kind.TRANSLITERATION, (words[0][0], words[1][0])))
        if (row + 1) % 10 == 0:
            found.append(difference(row, Kind.DATETIME, (words[0][1], words[1][1])))
    aligned = tuple(Row(((n,), (n,)), RowRelation.EDITED, score=0.9) for n in range(1, rows + 1))
    return Comparison(Collation(tuple(versions), Relation.SAME_REPORT, aligned), tuple(found))


def apart(what: str) -> str:
    """What this file prints when it is asked for one figure, in a process of its own."""
    command = [sys.executable, __file__, what]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def figure(what: str) -> None:
    """Print one figure: memory in MiB, or times in seconds."""
    rows = 2 if what == "memory-empty" else ROWS
    opened = asyncio.run(long_comparison(rows))
    times = opened.lines
    if what.startswith("memory"):
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        print(*opened[:3], statistics.median(times), statistics.quantiles(times, n=20)[-1])


def section() -> str:
    """The part of the page on the reader."""
    python = sys.executable
    empty = best(lambda: run_time([python, "-c", "pass"]))
    helped = best(lambda: run_time([python, "-m", "wirediff", "--help"]))
    minimal = best(lambda: first_paint([python, "-c", MINIMAL], "PAINTED"))
    painted = best(lambda: first_paint([python, "-m", "wirediff", str(SEEDS)], "wirediff"))
    shown, whole, worked, line, slow_line = min(tuple(map(float, apart("times").split())) for _ in range(3))
    memory = float(apart("memory"))
    return f"""## The reader

| what | against | ratio | here |
|---|---|---|---|
| `wirediff --help` | `python -c pass` | {helped / empty:.1f} | {helped * 1000:.0f} ms |
| first picture, on the samples | a minimal Textual application's | {painted / minimal:.1f} | {painted * 1000:.0f} ms |
| the first of {ROWS:,} aligned rows are on the screen | the same | {shown / minimal:.1f} | {shown:.2f} s |
| all of them have their lines | the same | {whole / minimal:.1f} | {whole:.2f} s |
| processor time of that | the same | {worked / minimal:.1f} | {worked:.2f} s |
| a line scrolled among them, median | the same | {line / minimal:.3f} | {line * 1000:.1f} ms |
| a line scrolled among them, 95 of 100 are faster | the same | {slow_line / minimal:.3f} | {slow_line * 1000:.1f} ms |
| memory of the whole program with them | | | {memory:.0f} MiB |

The rows are made by hand: two columns, a difference in each and a second in every tenth. What holds their text and
their differences is in the memory too. Each figure is the best of several runs; times
are by the clock, so other work on the machine is in them, but for the processor's."""


if __name__ == "__main__":
    figure(sys.argv[1])
