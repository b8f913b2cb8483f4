"""Runs every benchmark and writes docs/benchmarks.md. Times are ratios of one run, so machines can be compared."""

import platform
import sys
from pathlib import Path

import anchors
import differing
import exports
import growth
import peers
import reader

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
INTRODUCTION = """# Benchmarks

Written by `make bench`. Times are ratios within one run; accuracy is against answers given by hand (the sample
stories, with which the thresholds were chosen) or known by construction. `benchmarks/quality.py` and
`benchmarks/stories.py` score larger sets that are not part of this repository.
"""

SECTIONS = (peers.section, differing.section, growth.section, exports.section, reader.section, anchors.section)


def main() -> None:
    parts = [INTRODUCTION.strip()]
    for section in SECTIONS:
        parts.append(section())
        print(parts[-1], end="\n\n", flush=True)
    parts.append(f"Run on CPython {platform.python_version()}, {platform.system()} {platform.machine()}.")
    PAGE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(f"wrote {PAGE}", file=sys.stderr)


if __name__ == "__main__":
    main()
