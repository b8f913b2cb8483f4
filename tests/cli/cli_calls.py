"""What the tests of the command line share: stories, the outcome of a call, and the command as a process."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from wirediff.pipeline import Settings

ONE = """Troops retake the crossing

Prime Minister Haider al-Abadi said on Friday that 1,500 fighters had left the border town of Al-Qaim.

Government troops entered the town in the morning and met little resistance, the army said in a statement.

The operation began last week with air strikes along the Euphrates river near the border with Syria.
"""
TWO = """Troops seize the crossing

Prime Minister Haider al-Abbadi said on Friday that 2,500 fighters had left the border town of al-Qaim.

Government troops entered the town in the morning and met little resistance, the army said in a statement.

The operation began last month with airstrikes along the Euphrates river near the border with Syria.
"""
HOSTILE = """Troops \x1b[31mretake\x1b[0m [bold]the[/bold] crossing

Prime Minister \x1b]8;;http://x\x07Haider\u202e al-Abadi said\x9b2J on Friday that 1,500 [red]fighters[/red] had left.

Government troops entered {the} town <b>in</b> the *morning* and met `little` resistance, the army said.\u2028Yes.
"""


class Result(NamedTuple):
    code: int
    out: str
    err: str


class Opened(list[tuple[Sequence[Path], Settings]]):
    def __call__(self, paths: Sequence[Path], settings: Settings) -> int:
        self.append((paths, settings))
        return 0


def process(*args: object, **how: object) -> subprocess.CompletedProcess[bytes]:
    """The real command in a process of its own."""
    environment = {**os.environ, **how.pop("env", {})}  # type: ignore[dict-item]
    command = [sys.executable, "-m", "wirediff", *map(str, args)]
    return subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False, **how)  # type: ignore[call-overload,no-any-return]
