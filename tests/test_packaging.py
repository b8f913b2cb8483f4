"""What is shipped: the code and the sample stories, and nothing that somebody kept beside them."""

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

_TOP = Path(__file__).parents[1]
_PRIVATE = (
    "seeds/.wirediff/notes.db",
    "seeds/mine.txt",
    "seeds/.001.txt.swp",
    "themes/.wirediff/notes.db",
    "themes/mine.yaml",
)


@pytest.fixture(scope="module")
def dirty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree in which somebody has worked: with notes, a story and a theme of their own."""
    tree = tmp_path_factory.mktemp("dirty")
    for name in ("tui", "seeds", "themes", ".ci"):
        shutil.copytree(_TOP / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", ".wirediff"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "Makefile", "constraints.txt", ".gitignore"):
        shutil.copy(_TOP / name, tree)
    for name in _PRIVATE:
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).write_text("private", encoding="utf-8")
    return tree


def shipped_files() -> set[str]:
    stories = {f"seeds/{path.name}" for path in (_TOP / "seeds").glob("00*.txt")}
    assert len(stories) == 5
    themes = ("dark", "light", "high-contrast", "deutan-protan", "tritan", "ansi")
    return stories | {f"themes/{name}.yaml" for name in themes}


def test_a_wheel_from_a_tree_with_notes_holds_the_samples_and_themes_and_nothing_else(
    dirty: Path, tmp_path: Path
) -> None:
    (wheel,) = WheelBuilder(str(dirty)).build(directory=str(tmp_path), versions=["standard"])
    names = {name.removeprefix("wirediff/") for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in names if name.startswith(("seeds/", "themes/"))} == shipped_files()
    assert {
        "py.typed",
        "app/wirediff.tcss",
        "app/serving/page.html",
        "app/serving/page.js",
        "data/glossary/world.yaml",
    } <= names


def test_an_sdist_holds_what_the_checks_need_and_nothing_private(dirty: Path, tmp_path: Path) -> None:
    (sdist,) = SdistBuilder(str(dirty)).build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in names if name.startswith(("seeds/", "themes/"))} == shipped_files()
    assert {".ci/run", ".ci/package", ".ci/constraints", "Makefile", "constraints.txt", "pyproject.toml"} <= names
