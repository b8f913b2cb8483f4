from pathlib import Path

import pytest

from wirediff.errors import UsageError, WriteError
from wirediff.export import FORMATS, format_named, render, save
from wirediff.export.report import Report


def test_every_format_says_what_it_is_and_renders(report: Report) -> None:
    assert {"json", "markdown"} <= set(FORMATS)
    for name in FORMATS:
        made = format_named(name)
        assert made.SUFFIX.startswith(".")
        assert made.MEANS
        assert render(report, name)
        assert render(Report(()), name) == render(Report(()), name) != render(report, name)


def test_an_unknown_format_is_refused_with_the_one_probably_meant(report: Report) -> None:
    with pytest.raises(UsageError, match="did you mean markdown"):
        render(report, "markdwon")
    with pytest.raises(UsageError, match="the formats are"):
        render(report, "wordperfect")


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    save(b"data", tmp_path / "notes.md")
    assert (tmp_path / "notes.md").read_bytes() == b"data"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_a_file_that_exists_is_only_replaced_by_force(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    with pytest.raises(UsageError, match="--force"):
        save(b"new", file)
    assert file.read_bytes() == b"old"
    save(b"new", file, force=True)
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "target.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("target.md")
    save(b"new", tmp_path / "link.md", force=True)
    assert (tmp_path / "target.md").read_bytes() == b"new"
    assert (tmp_path / "link.md").is_symlink()


def test_a_folder_or_a_missing_one_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        save(b"data", tmp_path)
    with pytest.raises(WriteError, match="no such file"):
        save(b"data", tmp_path / "missing" / "notes.md")


def test_when_the_write_fails_the_old_file_stays_and_no_part_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "notes.md").write_bytes(b"old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(WriteError, match="no space left"):
        save(b"new", tmp_path / "notes.md", force=True)
    assert (tmp_path / "notes.md").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_a_device_is_written_to_as_it_is() -> None:
    save(b"data", Path("/dev/null"))
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    "name", [".wirediff/notes.db", ".wirediff/new.md", ".WireDiff/notes.db", "link/notes.db", "direct"]
)
def test_nothing_is_written_where_notes_are_kept_not_even_by_force_or_through_links(tmp_path: Path, name: str) -> None:
    kept = tmp_path / ".wirediff" / "notes.db"
    kept.parent.mkdir()
    kept.write_bytes(b"notes")
    (tmp_path / "link").symlink_to(".wirediff")
    (tmp_path / "direct").symlink_to(".wirediff/notes.db")
    with pytest.raises(UsageError, match="where notes are kept"):
        save(b"data", tmp_path / name, force=True)
    assert [file.name for file in kept.parent.iterdir()] == ["notes.db"]
    assert kept.read_bytes() == b"notes"


@pytest.mark.parametrize("name", ["story.txt", "sub/../story.txt", "symbolic", "hard"])
def test_an_input_is_never_replaced_under_whatever_name(tmp_path: Path, name: str) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"story")
    (tmp_path / "sub").mkdir()
    (tmp_path / "symbolic").symlink_to("story.txt")
    (tmp_path / "hard").hardlink_to(story)
    with pytest.raises(UsageError, match="one of the inputs"):
        save(b"data", tmp_path / name, force=True, inputs=[tmp_path / "missing", story])
    assert story.read_bytes() == b"story"
