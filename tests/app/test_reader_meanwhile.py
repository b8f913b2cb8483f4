"""What happens beside the reader: files edited, and notes that another program writes."""

import contextlib
from pathlib import Path

import pytest
from driving import WIDE, compared, said, settled
from handmade import OpenReader

from wirediff.app.app import WirediffApp
from wirediff.notes import Draft, NoteStore
from wirediff.pipeline import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, verb in (("one", "took"), ("two", "seized")):
        text = f"Army {verb} town\n\nThe army {verb} the border town of Qaim on Friday after days of fighting.\n"
        (folder / f"{name}.txt").write_text(f"{text}\nNobody was hurt, the governor of Anbar said on Saturday.\n")
    return folder


def editor(tmp_path: Path, script: str) -> str:
    """An editor that runs a script on the file it is given and writes down what it was called with."""
    file = tmp_path / "vim"
    file.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/called\n{script}\n')
    file.chmod(0o755)
    return str(file)


async def test_a_version_is_edited_at_its_line_and_compared_again_with_the_place_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, 'sed -i "s/Nobody was/Twelve people were/" "$2"'))
    app = WirediffApp([folder / "one.txt", folder / "two.txt"], Settings())
    monkeypatch.setattr(app, "suspend", contextlib.nullcontext)
    async with app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("G", "l", "E")
        await settled(pilot)
        screen = app.screen
        line, file = (tmp_path / "called").read_text().split()
        assert Path(file) == folder / "two.txt"
        assert (folder / "two.txt").read_text().splitlines()[int(line[1:]) - 1].startswith("Twelve people")
        versions = screen.desk.comparison.collation.versions
        assert "Twelve people were hurt" in versions[1].paragraphs[-1].text
        row, _ = screen.at_cursor()
        assert screen.desk.comparison.collation.rows[row].cells == ((2,), (2,))
        assert screen.desk.side == 1
        assert app.session.library.stories[0].documents[1] == versions[1]


async def test_a_missing_editor_and_a_missing_file_are_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    async with (app := WirediffApp([folder / "one.txt"], Settings())).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("E")
        (folder / "one.txt").unlink()
        await pilot.press("E")
        await settled(pilot)
        told = [notification.message for notification in app._notifications]
    assert any("/no/such/editor is not there" in message for message in told)
    assert any("one.txt is no file" in message for message in told)


async def test_where_no_terminal_can_be_lent_the_reader_says_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", editor(tmp_path, ""))
    async with (app := WirediffApp([folder / "one.txt"], Settings())).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("E")
        assert any("in a terminal only" in notification.message for notification in app._notifications)
        assert not (tmp_path / "called").exists()


async def test_notes_of_a_colleague_appear_while_the_story_is_open(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "a", *"mine", "ctrl+s")
        await settled(pilot)
        (mine,) = app.session.notes
        with NoteStore.open(app.session.paths[0], "colleague") as store:
            store.change(mine.id, verdict="error")
            store.add(Draft(text="theirs", story=screen.story.id, left=mine.left, right=mine.right))
        await app.recording.look()
        await settled(pilot)
        assert [note.text for note in screen.notes.differences[1]] == ["mine", "theirs"]
        assert "theirs" in said(app, "#said")
        assert not app.session.look()
