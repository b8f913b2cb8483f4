"""One file, read: bytes, the reader for them, the cleaner."""

from codecs import BOM_UTF8
from hashlib import sha256
from pathlib import Path

from wirediff.errors import ReadError
from wirediff.model import Document
from wirediff.read.clean import clean
from wirediff.read.registry import AUTO, choose
from wirediff.read.source import load


def read_file(path: Path, reader: str = AUTO) -> tuple[Document, ...]:
    """The reports in a file, mostly one.

    `reader` is a name in READERS, or "auto". Raises ReadError with one clear line for a file that cannot be read or
    holds no report, UsageError for a reader that does not exist.
    """
    chosen = choose(reader, path, b"") if reader != AUTO else None
    data = load(path)
    if not data.removeprefix(BOM_UTF8).strip():
        raise ReadError(str(path), f"{path}: is empty", "there is nothing to read in it")
    chosen = chosen or choose(AUTO, path, data)
    raws = chosen.read(data, path)
    documents = []
    for index, raw in enumerate(raws):
        content = data if len(raws) == 1 else data + index.to_bytes(4, "big")
        documents.append(clean(raw, path=str(path), identity=sha256(content).hexdigest()[:16], reader=chosen.name))
    if not documents or not any(_holds_text(document) for document in documents):
        raise ReadError(str(path), f"{path}: no report found in it", "try --reader lines, or save the report as text")
    return tuple(documents)


def _holds_text(document: Document) -> bool:
    left = any(item.reason not in {"empty", "separator"} for item in document.left_out)
    return bool(document.paragraphs or document.headline or left)
