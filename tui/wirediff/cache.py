"""Comparisons of long versions kept on disk by what they were made of, so that opening a book again is instant.

The key is a hash of the versions' content, the rules, the corrections and this program's own files; the same in gives
the same out, so an entry is never stale. Short versions are not kept: comparing them takes less than looking them up.
A cache that cannot be read or written costs time and nothing else.
"""

import hashlib
import os
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from wirediff.errors import WriteError
from wirediff.export import save
from wirediff.model import Difference, Document, Relation, Row
from wirediff.text import word_count

WORTH_KEEPING = 20_000
"""Words, all versions together."""

LARGEST = 500_000_000
"""Bytes of the whole cache; past it the entries longest unused go."""


class Solved(Struct, frozen=True):
    """What a comparison came to, without the versions themselves."""

    relation: Relation
    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]


def remembered(versions: Sequence[Document], rules: Sequence[Struct], solve: Callable[[], Solved]) -> Solved:
    """What `solve` gives for these versions under these rules, from the cache if it was solved before."""
    if sum(word_count(version) for version in versions) < WORTH_KEEPING:
        return solve()
    entry = folder() / f"{_key(versions, rules)}.msgpack"
    try:
        solved = msgspec.msgpack.decode(entry.read_bytes(), type=Solved)
        os.utime(entry)
    except (OSError, msgspec.MsgspecError):
        solved = solve()
        _keep(entry, msgspec.msgpack.encode(solved))
    return solved


def folder() -> Path:
    """Where the entries lie: WIREDIFF_CACHE, or the user's cache folder."""
    import platformdirs

    return Path(os.environ.get("WIREDIFF_CACHE") or platformdirs.user_cache_path("wirediff")) / "comparisons"


def _key(versions: Sequence[Document], rules: Sequence[Struct]) -> str:
    digest = hashlib.sha256(_program())
    # A file's name may be no Unicode; its escapes are.
    named = [replace(version, path=ascii(version.path)) for version in versions]
    for part in (*named, *rules):
        packed = msgspec.msgpack.encode(part)
        digest.update(len(packed).to_bytes(8, "big") + packed)
    return digest.hexdigest()[:40]


@cache
def _program() -> bytes:
    """What changes whenever code or data of this package do: names, sizes and times of its files."""
    home = Path(__file__).parent
    seen = hashlib.sha256()
    for path in sorted(home.rglob("*")):
        if path.suffix in {".py", ".yaml", ".txt"}:
            facts = path.stat()
            seen.update(f"{path.relative_to(home)} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return seen.digest()


def _keep(entry: Path, packed: bytes) -> None:
    if len(packed) > LARGEST // 2:
        return
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        save(packed, entry, force=True)
        _trim(entry.parent)
    except (OSError, WriteError):
        return


def _trim(home: Path) -> None:
    """Remove the entries longest unused until the cache is within its bounds."""
    entries = sorted(((path.stat().st_mtime, path.stat().st_size, path) for path in home.iterdir()), reverse=True)
    total = 0
    for _, size, path in entries:
        total += size
        if total > LARGEST:
            path.unlink(missing_ok=True)
