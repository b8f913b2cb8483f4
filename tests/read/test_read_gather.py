"""From paths to files: folders, order, links, what is hidden."""

from pathlib import Path

import pytest

from wirediff.read import gather, readable


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "deep/er/c.html", "deep/d.TXT", "image.png", "notes.sqlite", ".hidden.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    (tmp_path / ".wirediff").mkdir()
    (tmp_path / ".wirediff" / "notes.txt").write_text("text")
    return tmp_path


def names(root: Path, files: list[Path]) -> list[str]:
    return [file.relative_to(root).as_posix() for file in files]


def test_a_folder_gives_its_readable_files_through_and_through_in_order_of_names(desk: Path) -> None:
    files, failures = gather([desk])
    assert names(desk, files) == ["a.txt", "b.txt", "deep/d.TXT", "deep/er/c.html"]
    assert failures == []


def test_named_files_keep_their_order_and_need_no_ending(desk: Path) -> None:
    plain = desk / "REPORT"
    plain.write_text("text")
    files, failures = gather([desk / "b.txt", plain, desk / "a.txt"])
    assert names(desk, files) == ["b.txt", "REPORT", "a.txt"]
    assert failures == []


def test_a_hidden_file_is_read_when_it_is_named(desk: Path) -> None:
    assert gather([desk / ".hidden.txt"]) == ([desk / ".hidden.txt"], [])


def test_a_file_reached_twice_counts_once_and_stands_where_it_came_first(desk: Path) -> None:
    (desk / "z.txt").symlink_to(desk / "a.txt")
    files, _ = gather([desk / "b.txt", desk, desk / "deep" / ".." / "a.txt"])
    assert names(desk, files) == ["b.txt", "a.txt", "deep/d.TXT", "deep/er/c.html"]


def test_links_that_loop_end(desk: Path) -> None:
    (desk / "deep" / "up").symlink_to(desk)
    files, failures = gather([desk])
    assert names(desk, files) == ["a.txt", "b.txt", "deep/d.TXT", "deep/er/c.html"]
    assert failures == []


def test_what_is_missing_and_what_holds_nothing_is_a_failure_each(desk: Path) -> None:
    empty = desk / "empty"
    empty.mkdir()
    files, failures = gather([desk / "gone.txt", empty, desk / "a.txt"])
    assert names(desk, files) == ["a.txt"]
    assert [failure.path for failure in failures] == [str(desk / "gone.txt"), str(empty)]
    assert "no such file" in failures[0].error
    assert f"no readable stories in {empty}" in failures[1].error


def test_a_link_to_nothing_inside_a_folder_is_passed_over(desk: Path) -> None:
    (desk / "dangling.txt").symlink_to(desk / "nowhere")
    files, failures = gather([desk])
    assert "dangling.txt" not in names(desk, files)
    assert failures == []


def test_nothing_named_gives_nothing() -> None:
    assert gather([]) == ([], [])


@pytest.mark.parametrize(("name", "expected"), [("a.txt", True), ("A.HTM", True), ("a.png", False), ("README", False)])
def test_files_are_claimed_by_their_endings(name: str, expected: bool) -> None:
    assert readable(Path(name)) is expected
