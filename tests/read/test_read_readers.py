"""Readers: that adding one is adding a file, and that none of them slows the start."""

import doctest
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import wirediff.read
from wirediff.read.clean import clean
from wirediff.read.contract import Block, Raw, Reader
from wirediff.read.registry import READERS, claimant

DOCS = Path(__file__).parents[2] / "docs" / "reading.md"


def test_the_example_of_the_documentation_is_a_working_reader() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    module: dict[str, object] = {}
    exec(compile(code, str(DOCS), "exec"), module)
    reader = module["READER"]
    assert isinstance(reader, Reader)
    (raw,) = reader.read(b"# River rises\n\nThe old harbour is under water, the mayor says.\n", Path("story.md"))
    found = clean(raw, path="story.md", identity="0", reader=reader.name)
    assert (found.headline, [p.line for p in found.paragraphs]) == ("River rises", [3])


def test_every_reader_is_named_and_described_in_the_documentation() -> None:
    table = DOCS.read_text(encoding="utf-8")
    for name, reader in READERS.items():
        assert f"| `{name}` |" in table
        assert all(f"`{ending}`" in table for ending in reader.endings)


def test_no_two_readers_claim_one_ending() -> None:
    endings = [ending for reader in READERS.values() for ending in reader.endings]
    assert len(endings) == len(set(endings))
    assert all(claimant(f"story{ending.upper()}") is not None for ending in endings)


def test_a_format_that_marks_its_body_up_keeps_its_short_lines() -> None:
    blocks = (Block("River rises", role="headline"), Block("World"), Block("The harbour is under water."), Block("So"))
    found = clean(Raw(blocks=blocks, marked_up=True), path="x", identity="0", reader="x")
    assert found.headline == "River rises"
    assert [paragraph.text for paragraph in found.paragraphs] == ["World", "The harbour is under water.", "So"]


def test_reading_text_loads_no_heavy_library() -> None:
    code = (
        "import sys; from pathlib import Path; from wirediff.read import gather, READERS; gather([Path('.')]);"
        "print([name for name in ('trafilatura', 'lxml', 'selectolax', 'yaml', 'sentencex') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "name", [module.name for module in pkgutil.walk_packages(wirediff.read.__path__, "wirediff.read.")]
)
def test_the_examples_in_docstrings_hold(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
