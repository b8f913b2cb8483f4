"""What every test has: folders of a user who has nothing yet, so that no test sees or alters those of who runs it."""

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import settings

# The same examples in every run, however slow the machine, so that a change is judged by what it changed; to look for
# new ones: pytest --hypothesis-profile=explore.
settings.register_profile("settled", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile("settled")

_numbers = count()


@pytest.fixture(scope="session")
def nobodys(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def own_folders(nobodys: str) -> Iterator[None]:
    """Other folders for every test; they are made when something is first written to them."""
    home = f"{nobodys}/{next(_numbers)}"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CONFIG", "STATE", "CACHE"):
            patch.setenv(f"WIREDIFF_{name}", f"{home}/{name.lower()}")
        patch.setenv("XDG_DATA_HOME", f"{home}/data")
        yield
