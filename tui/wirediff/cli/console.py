"""The two streams: data goes to stdout, whatever is said about it to stderr."""

import os
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from wirediff.errors import WriteError
from wirediff.printable import inert

_PATIENCE = 1.0
"""Seconds that something may take before it is mentioned."""


class ClosedPipeError(Exception):
    """Nobody reads stdout any more, as after `| head`: time to stop, and no fault."""


def out(data: str | bytes) -> None:
    """Write data to stdout, text as UTF-8 whatever the locale. Raises ClosedPipeError and WriteError."""
    if sys.stdout is None:
        return
    with _ends():
        sys.stdout.flush()
        sys.stdout.buffer.write(data.encode("utf-8", "replace") if isinstance(data, str) else data)
        sys.stdout.buffer.flush()


def out_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout as they are made, so that the first are there before the last. Raises as `out` does."""
    if sys.stdout is None:
        return
    with _ends():
        sys.stdout.flush()
        for line in lines:
            sys.stdout.buffer.write(f"{line}\n".encode("utf-8", "replace"))
        sys.stdout.buffer.flush()


def finish() -> None:
    """Write what is still held back. Raises ClosedPipeError and WriteError."""
    if sys.stdout is not None:
        with _ends():
            sys.stdout.flush()


@contextmanager
def _ends() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        _let_go()
        raise ClosedPipeError from error
    except OSError as error:
        _let_go()
        raise WriteError(f"the output cannot be written: {(error.strerror or str(error)).lower()}") from error


def _let_go() -> None:
    # The interpreter flushes stdout once more when it ends, and would complain then.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def complain(message: str) -> None:
    """One line on stderr: what went wrong."""
    if sys.stderr is not None:
        print(f"wirediff: {inert(message)}", file=sys.stderr)


def remark(message: str, quiet: bool) -> None:
    """One line on stderr that is good to know; nothing when `quiet`."""
    if message and not quiet:
        complain(message)


def width() -> int:
    """How many cells a line of output has: those of the terminal or of COLUMNS, 100 where there is neither."""
    import shutil  # with its archives it would make `--help` wait

    return max(20, shutil.get_terminal_size((100, 24)).columns)


def at_a_terminal() -> bool:
    """Whether a person sits at both ends: what the reader needs."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def to_a_terminal() -> bool:
    """Whether what is printed is seen by a person as it comes."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured(choice: str) -> bool:
    """Whether stdout gets colour: `choice` is "always", "never" or "auto".

    "auto" means a terminal, unless NO_COLOR is set (https://no-color.org) or the terminal is a dumb one.
    """
    if choice == "auto":
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return to_a_terminal() and not plain
    return choice == "always"


class Progress:
    """A line on stderr that says how far something is: only on a terminal, and only once it takes a while."""

    def __init__(self, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._start = time.monotonic()

    def __call__(self, done: int, total: int, name: str) -> None:
        """`done` of `total`, and `name` is at hand."""
        if self._shown and time.monotonic() - self._start > _PATIENCE:
            self._line(f"{done}/{total} {inert(name)}")

    @contextmanager
    def working(self, what: str) -> Iterator[None]:
        """Says `what` while the block lasts, when it lasts; leaves no trace behind."""
        timer = threading.Timer(_PATIENCE, self._line, (f"{what} …",))
        timer.daemon = True
        if self._shown:
            timer.start()
        try:
            yield
        finally:
            timer.cancel()
            if self._shown:
                timer.join()  # else its line could come after it is taken away
                self._line("")

    def _line(self, text: str) -> None:
        sys.stderr.write(f"\r\x1b[K{text[: width() - 1]}")
        sys.stderr.flush()
