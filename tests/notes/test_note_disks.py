"""Disks that are full, and folders that cannot be written to."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from wirediff.errors import StoreError
from wirediff.notes import Draft, NoteStore

_WRITER = """
import json, resource, sys
from pathlib import Path
from wirediff.errors import StoreError
from wirediff.notes import Draft, NoteStore

store = NoteStore.open(Path(sys.argv[1]))
told = [store.add(Draft(text="before", story="s")).id]
limit = 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit * 10))
try:
    while True:
        told.append(store.add(Draft(text="x" * 3000, story="s")).id)
except StoreError as error:
    said = str(error)
there = [note.id for note in store.notes()]
resource.setrlimit(resource.RLIMIT_FSIZE, (limit * 10, limit * 10))
told.append(store.add(Draft(text="after", story="s")).id)
print(json.dumps([told, there, said]))
"""


def test_notes_that_no_longer_fit_are_refused_and_those_acknowledged_are_kept(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _WRITER, str(tmp_path)], capture_output=True, text=True, check=True)
    told, there, said = json.loads(done.stdout)
    assert len(told) > 10
    assert there == told[:-1]
    assert str(tmp_path / ".wirediff" / "notes.db") in said
    assert "nothing was recorded" in said
    with NoteStore.open(tmp_path) as store:
        assert store.remark == ""
        assert [note.id for note in store.notes()] == told


Remount = Callable[[str], None]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Remount]]:
    """A small disk of its own, and what mounts it anew with other options."""

    def mount(*options: str) -> None:
        subprocess.run(["mount", *options, str(folder)], capture_output=True, check=True)

    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        mount("-t", "tmpfs", "-o", "size=512k", "tmpfs")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no file system can be mounted here")
    try:
        yield folder, lambda options: mount("-o", f"remount,{options}")
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], capture_output=True, check=True)


def fill(folder: Path) -> Path:
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 1024)
    return filler


def test_on_a_full_disk_the_message_says_so_and_notes_go_on_once_there_is_room(disk: tuple[Path, Remount]) -> None:
    folder, _ = disk
    with NoteStore.open(folder) as store:
        kept = [store.add(Draft(text="before", story="s")).id]
        filler = fill(folder)

        def until_it_is_full() -> None:
            for _ in range(100):
                kept.append(store.add(Draft(text="x" * 2000, story="s")).id)

        with pytest.raises(StoreError, match="full; nothing was recorded and what was there is safe; make room and"):
            until_it_is_full()
        assert [note.id for note in store.notes()] == kept
        filler.unlink()
        kept.append(store.add(Draft(text="after", story="s")).id)
    with NoteStore.open(folder) as store:
        assert store.remark == ""
        assert [note.id for note in store.notes()] == kept


def test_a_disk_too_full_for_a_first_note_gets_none_and_no_damage(disk: tuple[Path, Remount]) -> None:
    folder, _ = disk
    filler = fill(folder)
    with NoteStore.open(folder) as store, pytest.raises(StoreError):
        store.add(Draft(text="x", story="s"))
    filler.unlink()
    with NoteStore.open(folder) as store:
        assert store.remark == ""
        store.add(Draft(text="x", story="s"))


def test_a_folder_that_becomes_read_only_keeps_its_notes_in_sight_and_takes_new_ones_elsewhere(
    disk: tuple[Path, Remount], tmp_path: Path
) -> None:
    folder, remount = disk
    (folder / ".wirediff").mkdir()
    with NoteStore.open(tmp_path) as store:
        store.add(Draft(text="before", story="s"))
        for tail in ("", "-wal"):  # as a crash leaves them: what was written last stands in the log only
            name = store.file.name + tail
            (folder / ".wirediff" / name).write_bytes(store.file.with_name(name).read_bytes())
    remount("ro")
    with NoteStore.open(folder) as store:
        assert "it cannot be written to" in store.remark
        assert [note.text for note in store.notes()] == ["before"]
        store.add(Draft(text="elsewhere", story="s"))
    remount("rw")
    with NoteStore.open(folder) as store:
        assert [note.text for note in store.notes()] == ["before", "elsewhere"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_in_a_folder_without_permission_notes_are_kept_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir(mode=0o500)
    with NoteStore.open(folder) as store:
        store.add(Draft(text="elsewhere", story="s"))
        assert "it cannot be written to" in store.remark
    with NoteStore.open(folder) as store:
        assert len(store.notes()) == 1
    assert list(folder.iterdir()) == []
