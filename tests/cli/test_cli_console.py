import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from wirediff.cli import console


class Screen(io.StringIO):
    def __init__(self, terminal: bool = True) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def put_up(monkeypatch: pytest.MonkeyPatch, terminal: bool = True) -> Screen:
    # In the test itself: pytest puts its own stderr in place between a fixture and the test.
    screen = Screen(terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


def test_what_is_quick_is_not_mentioned(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = put_up(monkeypatch)
    progress = console.Progress(quiet=False)
    with progress.working("reading"):
        progress(1, 2, "a.txt")
    assert screen.getvalue().replace("\r\x1b[K", "") == ""


def test_what_takes_a_while_says_how_far_it_is_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = put_up(monkeypatch)
    monkeypatch.setattr(console, "_PATIENCE", -1)
    progress = console.Progress(quiet=False)
    with progress.working("reading"):
        progress(1, 2, "a\x1b[31m.txt")
    assert "1/2 a␛[31m.txt" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(("quiet", "terminal"), [(True, True), (False, False)])
def test_there_is_no_progress_off_a_terminal_or_when_quiet(
    monkeypatch: pytest.MonkeyPatch, quiet: bool, terminal: bool
) -> None:
    screen = put_up(monkeypatch, terminal)
    monkeypatch.setattr(console, "_PATIENCE", -1)
    progress = console.Progress(quiet)
    with progress.working("reading"):
        progress(1, 2, "a.txt")
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("environment", "args", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({}, ["--json"], False),
    ],
)
def test_a_terminal_gets_colour_unless_it_is_not_wanted(
    folder: Path, environment: dict[str, str], args: list[str], coloured: bool
) -> None:
    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-m", "wirediff", "compare", "one.txt", "two.txt", *args]
    shown = b""
    with subprocess.Popen(command, stdout=theirs, env={"TERM": "xterm", **clean, **environment}):
        os.close(theirs)
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            shown += part
    os.close(ours)
    assert b"al-Abbadi" in shown
    assert (b"\x1b[" in shown) == coloured
