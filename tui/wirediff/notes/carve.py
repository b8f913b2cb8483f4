"""Rows found in the pages of an SQLite file one by one, where the file as a whole can no longer be opened.

After the description of the format at https://www.sqlite.org/fileformat2.html: the leaves of tables are pages of their
own kind and hold whole rows, so each sound one can be read without those that lead to it.
"""

from collections.abc import Iterator
from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_USUAL = 4096
"""Bytes of a page in the files that this program makes."""
_LEAF = 0x0D
_WAL_HEADER, _FRAME_HEADER = 32, 24


def carved(file: Path) -> Iterator[tuple[bytes, ...]]:
    """The texts of each row in the leaves of any table, in bytes and in no particular order.

    The log beside the file is taken in. Rows may be stale or garbled: whoever takes them has to look at them. Linear in
    the size of the file. Raises OSError.
    """
    data = file.read_bytes()
    size = int.from_bytes(data[16:18]) if data.startswith(_MAGIC) else _USUAL
    if size < 512 or size & (size - 1):
        size = _USUAL
    pages = {place // size + 1: data[place : place + size] for place in range(0, len(data), size)}
    log = file.with_name(f"{file.name}-wal")
    if log.exists():
        pages.update(_logged(log.read_bytes(), size))
    for number, page in pages.items():
        begin = 100 if number == 1 else 0
        if len(page) == size and page[begin] == _LEAF:
            yield from _rows(page, begin, pages)


def _logged(log: bytes, size: int) -> dict[int, bytes]:
    """The pages in a log, as the last transaction that was finished left them."""
    salt = log[16:24]
    pages: dict[int, bytes] = {}
    begun: dict[int, bytes] = {}
    for place in range(_WAL_HEADER, len(log) - size - _FRAME_HEADER + 1, size + _FRAME_HEADER):
        head = log[place : place + _FRAME_HEADER]
        if head[8:16] != salt:
            break
        begun[int.from_bytes(head[:4])] = log[place + _FRAME_HEADER : place + _FRAME_HEADER + size]
        if int.from_bytes(head[4:8]):
            pages.update(begun)
            begun = {}
    return pages


def _rows(page: bytes, begin: int, pages: dict[int, bytes]) -> Iterator[tuple[bytes, ...]]:
    for index in range(int.from_bytes(page[begin + 3 : begin + 5])):
        pointer = begin + 8 + 2 * index
        try:
            record = _record(page, int.from_bytes(page[pointer : pointer + 2]), pages)
            yield tuple(_texts(record))
        except (IndexError, KeyError):
            continue


def _record(page: bytes, at: int, pages: dict[int, bytes]) -> bytes:
    """The payload of a cell, with what spilled over to other pages. Raises IndexError and KeyError where it cannot."""
    length, at = _varint(page, at)
    _, at = _varint(page, at)
    usable = len(page)
    most, least = usable - 35, (usable - 12) * 32 // 255 - 23
    if length <= most:
        return page[at : at + length]
    fitting = least + (length - least) % (usable - 4)
    here = fitting if fitting <= most else least
    record = bytearray(page[at : at + here])
    following = int.from_bytes(page[at + here : at + here + 4])
    for _ in range(len(pages)):  # a chain that is damaged may run in a circle
        if len(record) >= length:
            break
        record += pages[following][4:]
        following = int.from_bytes(pages[following][:4])
    return bytes(record[:length])


def _texts(record: bytes) -> Iterator[bytes]:
    """The columns of a record that hold text. Raises IndexError where it is cut short."""
    end, at = _varint(record, 0)
    place = end
    while at < end:
        kind, at = _varint(record, at)
        length = (kind - 12) // 2 if kind >= 12 else (0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0)[kind]
        if place + length > len(record):
            raise IndexError(place)
        if kind >= 13 and kind % 2:
            yield record[place : place + length]
        place += length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, seven bits each and eight in the ninth, and where it ends."""
    value = 0
    for _ in range(8):
        byte = data[at]
        at += 1
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at
    return value << 8 | data[at], at + 1
