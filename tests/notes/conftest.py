"""What the tests of this room share: a user's data folder of their own, and a signature."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def data_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("XDG_DATA_HOME", str(home))
    monkeypatch.setenv("WIREDIFF_CONFIG", str(home / "config"))
    monkeypatch.setenv("WIREDIFF_AUTHOR", "desk")
    return home
