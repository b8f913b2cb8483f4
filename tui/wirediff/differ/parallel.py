"""The rows of a very long collation shared out among processes: rows are independent, so this changes nothing else."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

import msgspec

from wirediff.collecting import collect_seldom
from wirediff.differ.rows import differences_of_rows
from wirediff.glossary import Glossary
from wirediff.model import Collation, Difference

_ROWS_A_TASK = 1_000

_DECODER = msgspec.msgpack.Decoder(list[Difference])
_at_work: dict[str, tuple[Collation, Glossary]] = {}


def in_processes(collation: Collation, glossary: Glossary) -> list[Difference]:
    """The differences of all rows, in order.

    Processes are spawned, never forked: the reader calls this from a thread. What goes to and fro is msgpack, several
    times faster than pickles of as many small values.
    """
    rows = len(collation.rows)
    starts = range(0, rows, _ROWS_A_TASK)
    with ProcessPoolExecutor(
        max_workers=min(os.cpu_count() or 1, len(starts)),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_take_up,
        initargs=(msgspec.msgpack.encode(collation), msgspec.msgpack.encode(glossary)),
    ) as pool:
        parts = pool.map(_part, starts, (min(start + _ROWS_A_TASK, rows) for start in starts))
        return [difference for part in parts for difference in _DECODER.decode(part)]


def _take_up(collation: bytes, glossary: bytes) -> None:
    """In a new process: keep what every task needs."""
    collect_seldom()
    _at_work["now"] = (
        msgspec.msgpack.decode(collation, type=Collation),
        msgspec.msgpack.decode(glossary, type=Glossary),
    )


def _part(first: int, last: int) -> bytes:
    collation, glossary = _at_work["now"]
    return msgspec.msgpack.encode(differences_of_rows(collation, first, last, glossary))
