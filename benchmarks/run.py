"""Runs every benchmark and writes docs/benchmarks.md. Times are ratios of one run, so machines can be compared.

python benchmarks/run.py [NAME ...]    runs these alone, and puts their sections in the place of the old ones
"""

import importlib
import platform
import re
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
INTRODUCTION = """# Benchmarks

Written by `make bench`. Times are ratios within one run; accuracy is against answers given by hand (the sample
stories, with which the thresholds were chosen) or known by construction. `benchmarks/quality.py` and
`benchmarks/stories.py` score larger sets that are not part of this repository.
"""

NAMES = ("peers", "differing", "growth", "exports", "reader", "anchors", "counterparts")


def main(names: list[str]) -> None:
    if unknown := set(names).difference(NAMES):
        sys.exit(f"there is no benchmark {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if len(names) != 1:  # each in a process of its own: the memory of one is not to count for another
        for name in names or NAMES:
            subprocess.run([sys.executable, __file__, name], check=True)
        return
    parts = dict(sections(PAGE.read_text(encoding="utf-8")))
    part = importlib.import_module(names[0]).section().strip()
    parts[part.splitlines()[0]] = part
    print(part, end="\n\n", flush=True)
    ending = f"Run on CPython {platform.python_version()}, {platform.system()} {platform.machine()}."
    PAGE.write_text("\n\n".join([INTRODUCTION.strip(), *parts.values(), ending]) + "\n", encoding="utf-8")
    print(f"wrote {PAGE}", file=sys.stderr)


def sections(page: str) -> list[tuple[str, str]]:
    """The sections of a page that was written before, each with its title, in their order."""
    body = page.rpartition("\n\nRun on ")[0]
    found = re.split(r"^(?=## )", body, flags=re.MULTILINE)[1:]
    return [(each.splitlines()[0], each.strip()) for each in found]


if __name__ == "__main__":
    main(sys.argv[1:])
