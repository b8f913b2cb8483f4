"""Plain text: decoding, lines, paragraphs, and that nothing of a source vanishes."""

import os
import string
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.errors import ReadError, UsageError
from wirediff.model import Document
from wirediff.read import READERS, read_file
from wirediff.read.clean import clean
from wirediff.read.contract import Raw
from wirediff.read.decode import MOST_LINES, decode, guessed
from wirediff.read.paragraphs import blocks
from wirediff.read.source import LARGEST

LEAD = "Flood waters on Monday reached the old harbour of the town, the mayor's office said in a statement."
SECOND = "About two thousand people have left their houses since the weekend, according to the regional government."
THIRD = "Engineers expect the river to crest on Wednesday, when rain is forecast for the whole of the upper valley."
BODY = [LEAD, SECOND, THIRD]


def document(tmp_path: Path, text: str | bytes, reader: str = "auto", name: str = "story.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (found,) = read_file(path, reader)
    return found


def texts(found: Document) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def test_blank_lines_divide_paragraphs_and_each_knows_its_source_line(tmp_path: Path) -> None:
    found = document(tmp_path, "River rises in the valley\n\n" + "\n\n".join(BODY) + "\n")
    assert found.headline == "River rises in the valley"
    assert [(p.n, p.text, p.line) for p in found.paragraphs] == [(1, LEAD, 3), (2, SECOND, 5), (3, THIRD, 7)]


def test_long_lines_without_blank_lines_between_are_a_paragraph_each(tmp_path: Path) -> None:
    found = document(tmp_path, "\n".join(["River rises in the valley", *BODY]))
    assert texts(found) == BODY


@pytest.mark.parametrize("width", [50, 66, 72, 80])
def test_hard_wrapped_paragraphs_are_joined_by_one_space(tmp_path: Path, width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in BODY)
    assert texts(document(tmp_path, "River rises in the valley\n\n" + wrapped)) == BODY


def test_an_indented_line_opens_a_paragraph_of_a_wrapped_text(tmp_path: Path) -> None:
    wrapped = "\n".join(textwrap.fill(paragraph, 70, initial_indent="    ") for paragraph in BODY)
    found = document(tmp_path, "River rises in the valley\n" + wrapped)
    assert texts(found) == BODY
    assert [paragraph.line for paragraph in found.paragraphs] == [2, 4, 6]


def test_a_wrap_after_a_hyphen_inside_a_word_leaves_no_space() -> None:
    text = (
        "The advance towards the border was led by the army and the forces of al-\nbukamal, which lies at the river.\n"
    )
    assert [block.text for block in blocks(text)] == [text.replace("\n", "")]


def test_a_hyphen_that_waits_for_its_word_keeps_the_space() -> None:
    text = "Thousands of people in the capital took part in demonstrations by pro-\nand anti-government groups."
    assert [block.text for block in blocks(text)] == [text.replace("\n", " ")]


def test_short_paragraphs_one_a_line_are_never_joined(tmp_path: Path) -> None:
    lines = ["Minister resigns", '"No," he said.', '"Yes," she said.', "They left."]
    assert texts(document(tmp_path, "\n".join(lines))) == lines[1:]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(tmp_path: Path, end: str) -> None:
    found = document(tmp_path, end.join(["River rises in the valley", "", LEAD, "", SECOND, ""]).encode())
    assert [(p.text, p.line) for p in found.paragraphs] == [(LEAD, 3), (SECOND, 5)]


def test_controls_and_line_separators_inside_a_line_stay_as_they_are(tmp_path: Path) -> None:
    hostile = "The office said\x00 that \x1b[31mthe river\x1b[0m had\u2028 risen \u202eby two\x0c metres since Sunday."
    found = document(tmp_path, "River rises in the valley\n\n" + hostile + "\n\n" + SECOND)
    assert texts(found)[0] == hostile


def test_composed_and_decomposed_letters_are_not_normalised(tmp_path: Path) -> None:
    line = "Cafe\u0301 and Caf\u00e9 are two spellings\u00a0that the mayor’s “office” used ﬁve times on Monday."
    assert texts(document(tmp_path, f"{line}\n{SECOND}\n", "lines"))[0] == line


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8-sig", b""), ("utf-16", b""), ("utf-16-be", b"\xfe\xff"), ("utf-32", b"")]
)
def test_a_byte_order_mark_says_the_encoding_and_is_no_text(tmp_path: Path, encoding: str, mark: bytes) -> None:
    found = document(tmp_path, mark + f"Überschwemmung in Żory\n\n{LEAD}\n\n{SECOND}".encode(encoding))
    assert found.headline == "Überschwemmung in Żory"


def test_bytes_that_are_no_utf8_are_western(tmp_path: Path) -> None:
    found = document(tmp_path, "Caf\xe9 \x93owners\x94 in K\xf6ln \x80 5\n\n".encode("latin-1") + LEAD.encode())
    assert found.headline == "Café “owners” in Köln € 5"


def test_a_guessed_character_set_is_said_and_a_certain_one_is_not(tmp_path: Path) -> None:
    assert document(tmp_path, "Caf\xe9\n\n".encode("latin-1") + LEAD.encode()).encoding == "Windows-1252"
    assert document(tmp_path, "Café\n\n".encode() + LEAD.encode()).encoding is None
    assert guessed(b"caf\xe9 \x81 owner") == "ISO-8859-1"
    assert guessed("Żółw".encode("iso-8859-2"), "iso-8859-2") is None
    assert guessed("Żółw".encode("utf-16")) is None
    assert guessed(("Правительственные войска вошли в город " * 9).encode("cp1251")) == "Windows-1251"


def test_bytes_that_cp1252_lacks_are_latin_1() -> None:
    assert decode(b"caf\xe9 \x81 owner") == "café \x81 owner"


def test_a_declared_character_set_counts_where_the_bytes_are_no_utf8() -> None:
    assert decode("Żółw".encode("iso-8859-2"), "iso-8859-2") == "Żółw"
    assert decode("Żółw".encode(), "iso-8859-2") == "Żółw"
    assert decode(b"caf\xe9 \x93", "no-such-set") == "café “"


def test_cyrillic_in_an_old_code_page_is_recognised() -> None:
    text = "Правительство Ирака заявило в пятницу, что армия взяла под контроль пограничный переход с Сирией. " * 4
    assert decode(text.encode("windows-1251")) == text


@pytest.mark.parametrize(
    "data", [b"\x7fELF\x02\x01\x01" + bytes(400), bytes(range(256)) * 4, b"\x89PNG\r\n\x1a\n", b"%PDF-1.7 x"]
)
def test_binary_files_are_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError, match="not text") as caught:
        document(tmp_path, data)
    assert "\n" not in str(caught.value)
    assert caught.value.path.endswith("story.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", "\u200b\n".encode()])
def test_files_without_a_letter_are_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ReadError, match=r"empty|no report"):
        document(tmp_path, data)


def test_folders_missing_files_and_forbidden_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        read_file(tmp_path)
    with pytest.raises(ReadError, match="no such file"):
        read_file(tmp_path / "nothing.txt")


def test_what_is_larger_than_any_report_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST * 50)  # sparse: nothing is written, and reading it all would show
    with pytest.raises(ReadError, match="larger than 20 MB"):
        read_file(path)


def test_what_has_more_lines_than_any_report_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=f"more than {MOST_LINES} lines"):
        document(tmp_path, "a\n" * (MOST_LINES + 1))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(LEAD)
    path.chmod(0)
    with pytest.raises(ReadError, match="permission denied"):
        read_file(path)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ReadError, match="no regular file"):
        read_file(tmp_path / "pipe.txt")


def test_a_line_of_megabytes_is_one_paragraph(tmp_path: Path) -> None:
    line = "The office said that the river had risen. " * 50_000
    assert texts(document(tmp_path, line)) == [line.strip()]


def test_an_unknown_reader_names_the_ones_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"'prose'.*auto, .*lines.*text"):
        document(tmp_path, LEAD, "prose")


def test_the_lines_reader_takes_every_line_and_guesses_nothing(tmp_path: Path) -> None:
    lines = ["BERLIN, Nov 3 (AFP) - A river rose.", "By Katrina Barker", "Read more", "-", "Share", "Share"]
    found = document(tmp_path, "\n\n".join(lines) + "\n", "lines")
    assert texts(found) == lines
    assert [p.line for p in found.paragraphs] == [1, 3, 5, 7, 9, 11]
    assert (found.headline, found.byline, found.dateline, found.agency, found.left_out) == ("", None, None, None, ())


def test_the_id_is_the_hash_of_the_content_and_not_of_the_name(tmp_path: Path) -> None:
    one = document(tmp_path, LEAD, name="a.txt")
    two = document(tmp_path, LEAD, name="b.txt")
    three = document(tmp_path, LEAD + " ", name="c.txt")
    assert one.id == two.id != three.id
    assert len(one.id) == 16


def test_readers_are_found_by_name() -> None:
    assert {"text", "lines"} <= set(READERS)
    assert all(name == reader.name for name, reader in READERS.items())


FURNITURE = [
    "World",
    "By Katrina Barker",
    "AFP",
    "Share",
    "-",
    "You may also like:",
    "Read more: Floods",
    "November 4, 2017",
]
FURNITURE += ["UPDATE 2-River rises in valley", "3 min read", "(Photo: A. Name/AFP)", "\u200b", "Written By", "* * *"]
FURNITURE += [
    '"No," he said.',
    "River rises in the valley",
    "the mayor said it had",
    "About the author",
    "URGENT",
    "BAGHDAD (AFP) -",
]
CHARACTERS = string.printable + "éß“”—…ابج中文\x00\x1b\u2028\u200b"
LINES = st.lists(st.sampled_from(BODY + FURNITURE) | st.text(CHARACTERS, max_size=120) | st.just(""), max_size=30)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_every_line_of_a_text_is_a_field_a_paragraph_or_left_out(lines: list[str], end: str) -> None:
    source = end.join(lines)
    found = cleaned(source)
    kept = [found.headline, found.byline, found.standfirst, found.dateline, found.version, *found.captions]
    kept += [paragraph.text for paragraph in found.paragraphs] + [left.text for left in found.left_out]
    pool = "\n".join(squeezed(text) for text in kept if text)
    for line in source.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        rest = squeezed(line)
        if found.version and rest not in pool:  # a headline gives its mark to a field of its own
            rest = squeezed(found.headline)
        assert rest in pool


@given(LINES)
def test_paragraphs_count_from_one_and_stand_in_the_order_of_the_source(lines: list[str]) -> None:
    found = cleaned("\n".join(lines))
    assert [paragraph.n for paragraph in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))
    numbers = [paragraph.line or 0 for paragraph in found.paragraphs]
    assert numbers == sorted(numbers)
    left = [item.line or 0 for item in found.left_out]
    assert left == sorted(left)
    assert not set(numbers) & set(left)


@given(st.text(max_size=400))
def test_decoding_never_fails_and_utf8_comes_back(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert decode(data) is not None
    if not text.startswith("\ufeff") and not any("\ud800" <= char <= "\udfff" for char in text):
        assert decode(data) == text or data.startswith((b"\xff\xfe", b"\xfe\xff"))


@given(st.binary(max_size=300))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


def cleaned(source: str) -> Document:
    return clean(Raw(blocks=blocks(source)), path="story.txt", identity="0", reader="text")


def squeezed(text: str) -> str:
    return "".join(text.split())
