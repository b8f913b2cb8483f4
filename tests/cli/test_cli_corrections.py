"""Corrections of the alignment: given in a call, remembered, replayed, listed and taken back."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cli_calls import ONE, TWO, Result

Call = Callable[..., Result]


def rows(call: Call, *args: object) -> list[list[list[int]]]:
    result = call("compare", *args, "--json", "--quiet")
    assert result.code == 0, result.err
    return [row["cells"] for row in json.loads(result.out)["rows"]]


def listed(call: Call, *paths: object) -> list[dict[str, Any]]:
    payload = json.loads(call("notes", "corrections", *paths, "--json").out)
    assert list(payload) == ["schema", "corrections"]
    found: list[dict[str, Any]] = payload["corrections"]
    return found


def remember(call: Call, *args: object) -> None:
    result = call("compare", *args, "--remember")
    assert result.code == 0, result.err


PLAIN = [[[1], [1]], [[2], [2]], [[3], [3]]]


def test_a_link_holds_for_this_call_and_leaves_no_trace(call: Call, folder: Path) -> None:
    assert rows(call, "one.txt", "two.txt") == PLAIN
    linked = rows(call, "one.txt", "two.txt", "--link", "0:1=1:2")
    assert [[1], [2]] in linked
    assert [[1], [1]] not in linked
    assert rows(call, "one.txt", "two.txt") == PLAIN
    assert sorted(path.name for path in folder.iterdir()) == ["one.txt", "two.txt"]


def test_links_and_unlinks_may_be_given_several_times_and_several_paragraphs_are_a_merge(call: Call) -> None:
    found = rows(call, "one.txt", "two.txt", "--link", "1:1=0:1+2", "--unlink", "0:3=1:3", "--unlink", "0:3=1:2")
    assert found[0] == [[1, 2], [1]]
    assert [[3], []] in found
    assert {tuple(map(tuple, row)) for row in found} == {((1, 2), (1,)), ((3,), ()), ((), (2,)), ((), (3,))}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--link", "0:1"], "'0:1' names no pair of paragraphs; write version:paragraph=version:paragraph, as in"),
        (["--unlink", "a:1=1:1"], "write version:paragraph=version:paragraph, as in 0:5=1:11"),
        (["--link", "0:1=2:1"], "--link 0:1=2:1: there is no version 2: they count from 0 to 1; write"),
        (["--unlink", "0:1=1:4"], "--unlink 0:1=1:4: version 1 has paragraphs 1 to 3; write"),
        (["--link", "0:0=1:1"], "version 0 has paragraphs 1 to 3"),
        (["--link", "0:1=0:2"], "a constraint joins two versions"),
        (["--link", "0:1=1:1", "--unlink", "1:1=0:1"], "--link 0:1=1:1 and --unlink 1:1=0:1 contradict each other;"),
        (["--link", "0:1=1:1", "--link", "0:2=1:1"], "several paragraphs are written 0:1+2=1:8"),
        (["--remember"], "there is nothing to remember without --link or --unlink"),
    ],
)
def test_a_wrong_correction_is_a_wrong_call_that_stores_nothing(
    call: Call, folder: Path, args: list[str], says: str
) -> None:
    result = call("compare", "one.txt", "two.txt", *args, *(["--remember"] if args != ["--remember"] else []))
    assert (result.code, result.out) == (2, "")
    assert says in result.err
    assert result.err.count("\n") == 1
    assert not (folder / ".wirediff").exists()


def test_versions_named_by_number_are_not_guessed_where_one_cannot_be_read(call: Call) -> None:
    result = call("compare", "one.txt", "gone.txt", "two.txt", "--link", "0:1=1:2")
    assert (result.code, result.out) == (3, "")
    assert "gone.txt" in result.err
    assert "--link and --unlink count the versions" in result.err


def test_what_is_remembered_holds_for_every_command_until_it_is_left_out(call: Call) -> None:
    made = call("compare", "one.txt", "two.txt", "--link", "0:1=1:2", "--remember")
    assert "remembered: link one.txt 1 = two.txt 2" in made.err
    assert [[1], [2]] in rows(call, "one.txt", "two.txt")
    assert [[2], [1]] in rows(call, "two.txt", "one.txt")
    assert rows(call, "one.txt", "two.txt", "--no-corrections") == PLAIN
    exported = json.loads(call("export", ".", "--format", "json").out)["stories"][0]
    column = [version["path"] for version in exported["versions"]].index("one.txt")
    (row,) = [row for row in exported["comparison"]["rows"] if row["cells"][column] == [1]]
    assert row["cells"][1 - column] == [2]
    assert exported["differences"] == json.loads(call("stories", ".", "--json").out)["stories"][0]["differences"]
    for args in (
        ["check", "one.txt", "two.txt"],
        ["ledger", ".", "--all"],
        ["stories", "."],
        ["export", ".", "-f", "json"],
    ):
        corrected, plain = call(*args), call(*args, "--no-corrections")
        assert corrected.code == plain.code
        assert corrected.out != plain.out, args


def test_a_third_version_changes_the_columns_and_not_the_correction(call: Call, folder: Path) -> None:
    remember(call, "one.txt", "two.txt", "--unlink", "0:2=1:2")
    (folder / "new.txt").write_text(TWO.replace("2,500", "3,500"), encoding="utf-8")
    for order, one, two in ((("new", "one", "two"), 1, 2), (("two", "new", "one"), 2, 0)):
        found = rows(call, *(f"{name}.txt" for name in order))
        assert not any(2 in row[one] and 2 in row[two] for row in found)
        assert any(3 in row[one] and 3 in row[two] for row in found)


def test_a_changed_file_keeps_the_corrections_whose_paragraphs_it_still_has(call: Call, folder: Path) -> None:
    remember(call, "one.txt", "two.txt", "--link", "0:1=1:2", "--unlink", "0:3=1:3")
    head, _, rest = ONE.partition("\n\n")
    (folder / "one.txt").write_text(f"{head}\n\nAn update came in on Sunday from the army itself.\n\n{rest}", "utf-8")
    assert [[2], [2]] in rows(call, "one.txt", "two.txt")
    assert not any(4 in row[0] and 3 in row[1] for row in rows(call, "one.txt", "two.txt"))
    (folder / "one.txt").write_text(ONE.replace("had left", "have left"), "utf-8")
    assert [[1], [2]] in rows(call, "one.txt", "two.txt")
    said = "Prime Minister Haider al-Abadi said on Friday that 1,500 fighters had left the border town of Al-Qaim."
    (folder / "one.txt").write_text(ONE.replace(said, "Few of the fighters are left, he said."), encoding="utf-8")
    for args in (["compare", "one.txt", "two.txt"], ["export", ".", "-f", "json"], ["ledger", "."]):
        result = call(*args)
        assert "wirediff: 1 correction no longer fits: link one.txt 1 = two.txt 2\n" in result.err, args
    found = rows(call, "one.txt", "two.txt")
    assert [[1], [2]] not in found
    assert not any(3 in row[0] and 3 in row[1] for row in found)


def test_what_is_given_in_the_call_overrules_what_is_stored(call: Call) -> None:
    remember(call, "one.txt", "two.txt", "--link", "0:1=1:2")
    assert [[1], [1]] in rows(call, "one.txt", "two.txt", "--link", "0:1=1:1")
    found = rows(call, "one.txt", "two.txt", "--unlink", "0:1=1:2")
    assert not any(1 in row[0] and 2 in row[1] for row in found)


def test_corrections_are_listed_taken_back_and_brought_again(call: Call) -> None:
    remember(call, "one.txt", "two.txt", "--link", "0:1+2=1:2", "--unlink", "0:3=1:3")
    link, unlink = listed(call)
    assert (link["kind"], link["author"], link["left"]["path"]) == ("link", "desk", "one.txt")
    assert [part["n"] for part in link["left"]["paragraphs"]] == [1, 2]
    assert unlink["kind"] == "unlink"
    assert listed(call, "one.txt") == listed(call, ".")
    text = call("notes", "corrections").out
    assert text.startswith(f"{link['id']}  link · desk · ")
    assert "    one.txt P2 “Government troops entered the to…”" in text
    assert call("notes", "uncorrect", link["id"][:6], ".").code == 0
    assert listed(call) == [unlink]
    assert "Undone: the correction" in call("notes", "undo").err
    assert listed(call) == [link, unlink]
    assert call("notes", "list").out == ""


def test_an_id_that_is_not_there_is_a_wrong_call(call: Call) -> None:
    result = call("notes", "uncorrect", "beef", ".")
    assert result.code == 2
    assert "there is no correction 'beef'; `wirediff notes corrections` shows" in result.err


def test_remembering_the_same_twice_stores_it_once(call: Call) -> None:
    for _ in range(2):
        remember(call, "one.txt", "two.txt", "--link", "0:1=1:2", "--unlink", "0:3=1:3")
    assert len(listed(call)) == 2


def test_corrections_that_cannot_be_read_end_the_call_unless_they_are_left_out(call: Call, folder: Path) -> None:
    remember(call, "one.txt", "two.txt", "--link", "0:1=1:2")
    with closing(sqlite3.connect(folder / ".wirediff" / "notes.db")) as database:
        database.execute("PRAGMA user_version = 9")
        database.commit()
    result = call("compare", "one.txt", "two.txt")
    assert (result.code, result.out) == (3, "")
    assert (
        "later version of wirediff; update wirediff to open it, or leave the corrections out: --no-corr" in result.err
    )
    assert rows(call, "one.txt", "two.txt", "--no-corrections") == PLAIN


def test_a_correction_that_a_later_one_contradicts_is_listed_as_overruled(tmp_path: Path, call: Call) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text("Rain fell on the coast all day.\nThe harbour stayed shut.\n", encoding="utf-8")
    other.write_text("Rain fell on the coast.\nNo ship left the harbour.\n", encoding="utf-8")
    for decision in ("--link", "--unlink"):
        assert call("compare", one, other, "--reader", "lines", decision, "0:2=1:2", "--remember").code == 0
    first, second = json.loads(call("notes", "corrections", tmp_path, "--json").out)["corrections"]
    assert (first["overruled_by"], second["overruled_by"]) == (second["id"], None)
    assert f"overruled by {second['id']}" in call("notes", "corrections", tmp_path).out
