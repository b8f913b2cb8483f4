"""How long each export takes for a long comparison: a made-up report, edited until it has 2,000 differences."""

import shutil
import tempfile
import time
from pathlib import Path

from growth import book
from quality import document

from wirediff.export import FORMATS, render
from wirediff.export.report import Report, StoryReport
from wirediff.model import Story, StoryVersion
from wirediff.pipeline import Settings, compare

DIFFERENCES = 2_000
PARAGRAPHS = 800
TRIES = 3


def long_report() -> Report:
    """A story of two long versions with DIFFERENCES differences."""
    left, right, _ = book(PARAGRAPHS)
    versions = document("left", left), document("right", right)
    comparison = compare(versions, Settings())
    assert len(comparison.differences) >= DIFFERENCES, len(comparison.differences)
    comparison = type(comparison)(comparison.collation, comparison.differences[:DIFFERENCES])
    story = Story("long", "", tuple(StoryVersion(version, 1.0) for version in versions))
    return Report((StoryReport.of(story, comparison),))


def opened(page: bytes) -> tuple[float, float] | None:
    """Seconds that a browser takes to open a page and to leave out one kind; None where there is no browser."""
    found = shutil.which("chromium")
    if found is None:
        return None
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        file = Path(folder) / "page.html"
        file.write_bytes(page)
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        tab = browser.new_page()
        times = []
        for _ in range(TRIES):
            start = time.perf_counter()
            tab.goto(file.as_uri())
            times.append(time.perf_counter() - start)
        start = time.perf_counter()
        tab.evaluate("document.querySelector('[name=kind]').click(); document.body.offsetHeight")
        filtered = time.perf_counter() - start
        browser.close()
    return min(times), filtered


def section() -> str:
    """The times as Markdown, against that of the plainest format."""
    report = long_report()
    lines = ["| format | time, json = 1 | KiB |", "|---|---|---|"]
    took: dict[str, float] = {}
    sizes: dict[str, int] = {}
    for name in FORMATS:
        render(report, name)  # loads what it needs
        times = []
        for _ in range(TRIES):
            start = time.perf_counter()
            sizes[name] = len(render(report, name))
            times.append(time.perf_counter() - start)
        took[name] = min(times)
    lines += [f"| `{name}` | {took[name] / took['json']:.1f} | {sizes[name] / 1024:,.0f} |" for name in FORMATS]
    browser = opened(render(report, "html"))
    slowest = max(took, key=lambda name: took[name])
    said = f"The slowest, `{slowest}`, took {took[slowest]:.1f} s here."
    if browser:
        said += f" The page opened in {browser[0]:.2f} s and was filtered in {browser[1]:.2f} s in Chromium."
    return "\n".join([f"## Exports of {DIFFERENCES:,} differences", "", *lines, "", said])
