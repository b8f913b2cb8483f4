"""The command called in this process, with a reader that only remembers what it was opened on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import ONE, TWO, Opened, Result

from wirediff.cli import run


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def call(opened: Opened, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Result]:
    def called(*args: object) -> Result:
        capfdbinary.readouterr()
        code = run(opened, [str(arg) for arg in args])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode("utf-8"), err.decode("utf-8"))

    return called


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions and a hostile one, in the current folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("WIREDIFF_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("WIREDIFF_AUTHOR", "desk")
    monkeypatch.setenv("COLUMNS", "100")
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / "one.txt").write_text(ONE, encoding="utf-8")
    (stories / "two.txt").write_text(TWO, encoding="utf-8")
    monkeypatch.chdir(stories)
    return stories
