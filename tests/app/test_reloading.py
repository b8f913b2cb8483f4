"""Files that change on the disk while they are read."""

import os
from hashlib import sha256
from pathlib import Path

from driving import settled
from handmade import document
from msgspec import structs

from wirediff.app.app import WirediffApp
from wirediff.app.library.changes import Watch
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.settings import Settings

TEXT = """Troops retake the crossing

Forces retook the crossing on Friday, the government said in a statement.

Prime Minister Haider al-Abadi congratulated the armed forces in Baghdad.

The desert along the border is wide and empty, and the road is long.
"""


def written(path: Path, text: str) -> None:
    """Write a file, at a time that no other writing has."""
    before = path.stat().st_mtime_ns if path.exists() else 10**18
    path.write_text(text)
    os.utime(path, ns=(before + 10**9, before + 10**9))


def test_a_change_is_told_once_and_only_when_the_writing_has_ended(tmp_path: Path) -> None:
    path, watch = tmp_path / "one.txt", Watch()
    written(path, "old")
    version = structs.replace(document("one"), path=str(path), id=sha256(b"old").hexdigest()[:16])
    assert [watch.look([version]) for _ in range(2)] == [[], []]
    written(path, "ne")
    assert watch.look([version]) == []
    written(path, "new")
    assert [watch.look([version]) for _ in range(3)] == [[], [str(path)], []]
    written(path, "old")
    assert [watch.look([version]) for _ in range(2)] == [[], []]
    path.unlink()
    assert [watch.look([version]) for _ in range(2)] == [[], []]


async def test_f5_reads_what_has_changed_and_keeps_the_place(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    written(one, TEXT)
    written(two, TEXT.replace("al-Abadi", "al-Abbadi"))
    app = WirediffApp([one, two], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CompareScreen)
        view = screen.query_one(CollationView)
        await pilot.press("n")
        before, kept = screen.at_cursor(), screen.story.documents[0]
        for _ in range(2):
            await app.reloading.look()
        written(two, TEXT.replace("al-Abadi", "al-Ebadi"))
        for _ in range(2):
            await app.reloading.look()
        await pilot.pause()
        assert any("two.txt changed" in notice.message for notice in app._notifications)
        await pilot.press("f5")
        await settled(pilot)
        assert any("al-Ebadi" in view.render_line(y).text for y in range(view.size.height))
        assert screen.at_cursor()[0] == before[0]
        assert screen.story.documents[0] is kept
