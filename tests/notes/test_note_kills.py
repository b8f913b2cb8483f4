"""Programs that are killed while they write: what was acknowledged is there, and nothing is half there."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from wirediff.notes import NoteStore

# One process that has everything loaded forks the writers, so that a kill costs milliseconds and not a start. A writer
# tells each note through a pipe once the store has acknowledged it; it is killed at a random moment after some of
# these, or while it still opens the store. Every other writer writes three notes as one act.
_KILLER = """
import json, os, random, signal, sys, time
from pathlib import Path
from wirediff.notes import Draft, NoteStore

folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)

def write(turn, pipe):
    with NoteStore.open(folder, f"writer {turn}") as store:
        for number in range(10_000):
            if turn % 2:
                made = [store.add(Draft(text=f"{turn} {number}", story="s")).id]
            else:
                with store.together():
                    made = [store.add(Draft(text=f"{turn} {number} {part}", story="s")).id for part in range(3)]
            os.write(pipe, (" ".join(made) + "\\n").encode())

for turn in range(kills):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write(turn, writer)
        finally:
            os._exit(1)
    os.close(writer)
    told = b""
    awaited = chance.randrange(6)
    while told.count(b"\\n") < awaited:
        told += os.read(reader, 65536)
    time.sleep(chance.uniform(0, 0.005 if awaited else 0.015))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while piece := os.read(reader, 65536):
        told += piece
    os.close(reader)
    whole = told[: told.rfind(b"\\n") + 1].decode().split()
    print(json.dumps([os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, whole]), flush=True)
"""


def kill(folder: Path, kills: int, seed: int) -> list[tuple[int, list[str]]]:
    folder.mkdir(parents=True)
    command = [sys.executable, "-c", _KILLER, str(folder), str(kills), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return [(signal, told) for signal, told in map(json.loads, done.stdout.splitlines())]


def check(folder: Path, turns: list[tuple[int, list[str]]]) -> int:
    """Look at what is there after kills; how many notes were acknowledged."""
    acknowledged = {note for _, told in turns for note in told}
    assert {signal for signal, _ in turns} == {9}
    with NoteStore.open(folder) as store:
        notes = store.notes()
        assert store.remark == ""
        assert acknowledged <= {note.id for note in notes}
        acts = Counter((int(turn), number) for turn, number, *_ in (note.text.split() for note in notes))
    for (turn, _), count in acts.items():
        assert count == (1 if turn % 2 else 3)
    # What is there without having been told can only be the last act of each writer.
    assert len(notes) - len(acknowledged) <= 3 * len(turns)
    return len(acknowledged)


def test_every_acknowledged_note_outlives_the_killing_of_its_writer(tmp_path: Path) -> None:
    assert check(tmp_path / "stories", kill(tmp_path / "stories", 25, seed=1)) > 0


@pytest.mark.slow
def test_every_acknowledged_note_outlives_a_thousand_killings(tmp_path: Path) -> None:
    acknowledged = 0
    for part in range(20):
        folder = tmp_path / str(part)
        acknowledged += check(folder, kill(folder, 50, seed=part))
    assert acknowledged > 1000
