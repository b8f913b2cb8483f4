"""A file's bytes, or one clear line about why they cannot be had."""

from pathlib import Path

from wirediff.errors import ReadError

LARGEST = 20_000_000
"""Bytes. The longest wire reports stay under 100 kB; what is larger than this is an archive or no text."""

_SAMPLE = 65_536
_BINARY_SHARE = 0.05  # a stray control in a story stays under 1 %; compressed data has 10 %, programs 30 %
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\b\x1b")
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
)
_MARKED = (b"\xff\xfe", b"\xfe\xff")


def load(path: Path) -> bytes:
    """The bytes of a regular file of at most LARGEST bytes. Raises ReadError, one line, for anything else."""
    try:
        if path.is_dir():
            raise ReadError(str(path), f"{path}: is a folder", "name a file in it")
        if not path.exists():
            raise ReadError(str(path), f"{path}: no such file", "check the path")
        if not path.is_file():
            raise ReadError(str(path), f"{path}: is no regular file", "save its content to a file first")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        what = (getattr(error, "strerror", None) or str(error)).lower()
        raise ReadError(str(path), f"{path}: cannot be read: {what}", "check the path and its permissions") from error
    if len(data) > LARGEST:
        megabytes = LARGEST // 1_000_000
        raise ReadError(str(path), f"{path}: larger than {megabytes} MB, no single report", "split it into reports")
    return data


def what_binary(data: bytes) -> str | None:
    """What the bytes are if they are no text ("a PDF", "binary data"); None for text, stray controls and all."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    sample = data[:_SAMPLE]
    if sample.startswith(_MARKED):
        return None
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > max(1, len(sample) * _BINARY_SHARE) else None
