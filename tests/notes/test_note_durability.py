"""Writers that are killed in the middle of their work, in processes of their own."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wirediff.notes import NoteStore

_WRITER = """
import sys
from pathlib import Path
from wirediff.notes import Draft, NoteStore
store = NoteStore.open(Path(sys.argv[1]), sys.argv[2])
while True:
    print(store.add(Draft(text="a note", story="s")).id, flush=True)
"""


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_two_writers_are_killed(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for _ in range(4):
        writers = [
            subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), name], stdout=subprocess.PIPE, text=True)
            for name in ("ann", "bob")
        ]
        for writer in writers:
            assert writer.stdout is not None
            for _ in range(15):
                acknowledged.append(writer.stdout.readline().strip())
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        for writer in writers:
            rest, _ = writer.communicate()
            # A kill can cut the last line short; what was cut was not told to anybody.
            acknowledged += [line.rstrip("\n") for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    with NoteStore.open(tmp_path) as store:
        assert store.remark == ""
        assert set(acknowledged) <= {note.id for note in store.notes()}
        assert len(acknowledged) >= 4 * 2 * 15


_OPENER = """
import sys
from pathlib import Path
from wirediff.notes import Draft, NoteStore
sys.stdin.readline()
with NoteStore.open(Path(sys.argv[1])) as store:
    store.add(Draft(text="a note", story="s"))
"""


@pytest.mark.slow
def test_programs_that_make_a_database_at_the_same_moment_all_get_their_note_in(tmp_path: Path) -> None:
    for turn in range(5):
        folder = tmp_path / str(turn)
        folder.mkdir()
        openers = [
            subprocess.Popen([sys.executable, "-c", _OPENER, str(folder)], stdin=subprocess.PIPE, text=True)
            for _ in range(6)
        ]
        for opener in openers:
            assert opener.stdin is not None
            opener.stdin.write("go\n")
            opener.stdin.flush()
        for opener in openers:
            opener.communicate()
            assert opener.returncode == 0
        with NoteStore.open(folder) as store:
            assert len(store.notes()) == len(openers)
