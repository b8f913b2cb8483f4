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
from wirediff.app.widgets.heads import Heads
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


def shown_messages(app: WirediffApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_a_file_that_is_gone_is_told_marked_and_never_called_unchanged(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    written(one, TEXT)
    written(two, TEXT.replace("al-Abadi", "al-Abbadi"))
    app = WirediffApp([one, two], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await app.reloading.look()
        one.unlink()
        await app.reloading.look()
        await pilot.pause()
        assert shown_messages(app) == ["one.txt is gone; its text stays as read"]
        heads = app.screen.query_one(Heads)
        assert " gone:" in heads.render_line(0).text
        await pilot.press("f5")
        await settled(pilot)
        assert shown_messages(app) == ["one.txt is gone; its text stays as read"]
        written(one, TEXT)
        await app.reloading.look()
        await pilot.pause()
        assert " gone:" not in heads.render_line(0).text


async def test_offers_do_not_stack_and_f5_says_what_was_read_again(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    written(one, TEXT)
    written(two, TEXT.replace("al-Abadi", "al-Abbadi"))
    app = WirediffApp([one, two], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        for name in ("al-Ebadi", "al-Ibadi"):
            await app.reloading.look()
            written(two, TEXT.replace("al-Abadi", name))
            for _ in range(2):
                await app.reloading.look()
            await pilot.pause()
        assert len(shown_messages(app)) == 1
        assert " changed:" in app.screen.query_one(Heads).render_line(0).text
        await pilot.press("f5")
        await settled(pilot)
        assert shown_messages(app) == ["read again: two.txt"]


async def test_the_story_list_keeps_its_story_when_the_base_is_read_again(tmp_path: Path) -> None:
    written(tmp_path / "0.txt", "Bridge opens\n\nTraffic crossed the new bridge over the river for the first time.\n")
    written(tmp_path / "1.txt", "Harvest fails\n\nFarmers lost their wheat after months of drought in the north.\n")
    written(tmp_path / "2.txt", "Court rules\n\nJudges acquitted three officials who had been accused of fraud.\n")
    app = WirediffApp([tmp_path], Settings())
    async with app.run_test(size=(120, 30)) as pilot:
        await settled(pilot)
        await pilot.press("end", "space")
        chosen = app.stories._chosen()
        assert chosen is not None
        assert len(app.stories.listed) > 1
        base = Path(chosen.documents[0].path)
        await app.reloading.look()
        written(base, base.read_text() + "\nOne more paragraph.\n")
        for _ in range(2):
            await app.reloading.look()
        await pilot.press("f5")
        await settled(pilot)
        now = app.stories._chosen()
        assert now is not None
        assert now.documents[0].path == str(base)
        assert now.documents[0].id != chosen.documents[0].id
        assert len(app.stories._marked & {(str(base), now.documents[0].id)}) == 1
