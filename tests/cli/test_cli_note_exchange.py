"""Choosing notes, their history, and notes sent from one person to another, by the command."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_calls import Result

Call = Callable[..., Result]


def added(call: Call, *args: str) -> str:
    result = call("notes", "add", *args)
    assert result.code == 0, result.err
    return result.out.strip()


def texts(call: Call, *args: str) -> list[str]:
    result = call("notes", "list", "--json", *args)
    assert result.code == 0, result.err
    return [note["text"] for note in json.loads(result.out)["notes"]]


def test_notes_are_chosen_by_what_they_say(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    added(call, "one.txt", "--paragraph", "1", "--text", "First", "--verdict", "error", "--tag", "a", "--tag", "b")
    added(call, "one.txt", "--paragraph", "2", "--text", "second", "--status", "confirmed", "--kind", "naming")
    monkeypatch.setenv("WIREDIFF_AUTHOR", "night desk")
    added(call, "one.txt", "--text", "third", "--severity", "serious", "--tag", "b", "--verdict", "update")
    assert texts(call, "--verdict", "error") == ["First"]
    assert texts(call, "--verdict", "error,none") == ["First", "second"]
    assert texts(call, "--status", "open") == ["First", "third"]
    assert texts(call, "--kind", "naming") == ["second"]
    assert texts(call, "--severity", "none") == ["First", "second"]
    assert texts(call, "--tag", "b") == ["First", "third"]
    assert texts(call, "--tag", "a", "--tag", "none") == ["First", "second"]
    assert texts(call, "--author", "night desk") == ["third"]
    assert texts(call, "--text", "FIRST") == ["First"]
    assert texts(call, "--tag", "b", "--verdict", "update") == ["third"]
    assert texts(call, "--tag", "b", "--kind", "naming") == []
    wrong = call("notes", "list", "--status", "resolved")
    assert wrong.code == 2
    assert "choose from open, confirmed, dismissed" in wrong.err


def test_notes_in_rows_that_were_looked_through_are_told_from_others(call: Call, folder: Path) -> None:
    from wirediff.notes import NoteStore, mark
    from wirediff.pipeline import Settings, compare, read_paths

    added(call, "one.txt", "--paragraph", "1", "--text", "in the first row")
    added(call, "one.txt", "--paragraph", "2", "--text", "in the second row")
    added(call, "one.txt", "--text", "on the story")
    documents = read_paths([Path("one.txt"), Path("two.txt")], Settings()).documents
    with NoteStore.open(folder) as store:
        made = store.review(mark("s", compare(documents, Settings()).collation, 0))
    assert texts(call, "--reviewed") == ["in the first row"]
    assert texts(call, "--not-reviewed") == ["in the second row", "on the story"]
    out = call("notes", "reviews").out
    assert out.startswith(made.id)
    assert "one.txt P1 “Prime Minister Haider al-Abadi said" in out
    (review,) = json.loads(call("notes", "reviews", "--json").out)["reviews"]
    assert (review["id"], review["story"]) == (made.id, "s")
    assert [end["path"] for end in review["ends"]] == ["one.txt", "two.txt"]


def test_a_verdict_of_ones_own_is_taken_once_it_is_defined(call: Call, tmp_path: Path) -> None:
    refused = call("notes", "add", "one.txt", "--text", "x", "--verdict", "legal")
    assert refused.code == 2
    file = tmp_path / "config" / "verdicts.yaml"
    file.parent.mkdir()
    file.write_text("verdicts:\n  legal: the lawyers have to see it\n")
    added(call, "one.txt", "--text", "x", "--verdict", "legal")
    assert texts(call, "--verdict", "legal") == ["x"]
    file.write_text("verdicts:\n  Legal: x\n")
    broken = call("notes", "add", "one.txt", "--text", "x", "--verdict", "legal")
    assert broken.code == 2
    assert f"{file}:2: verdicts.Legal: a verdict is a word" in broken.err


def test_the_history_of_a_note_is_shown_also_after_its_removal(call: Call) -> None:
    made = added(call, "one.txt", "--quote", "al-Abadi", "--text", "esc \x1b[31m", "--verdict", "error")
    call("notes", "set", made, "--verdict", "unsure", "--tag", "names")
    call("notes", "undo")
    call("notes", "remove", made)
    result = call("notes", "history", made[:6])
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "verdict: error → unsure" in result.out
    assert "changed · desk · undone since" in result.out
    assert "left: one.txt P1 “al-Abadi”" in result.out
    payload = json.loads(call("notes", "history", made, "--json").out)
    assert list(payload) == ["schema", "note", "history"]
    assert [(entry["action"], entry["undone"]) for entry in payload["history"]] == [
        ("add", False),
        ("change", True),
        ("undo", False),
        ("remove", False),
    ]
    assert {"field": "tags", "before": None, "after": ["names"]} in payload["history"][1]["changes"]
    assert "there is and was no note 'zzzz'" in call("notes", "history", "zzzz").err


@pytest.mark.parametrize("format_", ["yaml", "jsonld"])
def test_notes_are_sent_taken_in_and_taken_out(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    added(call, "one.txt", "--quote", "al-Abadi", "--text", "house spelling")
    written = call("notes", "export", "--format", format_)
    assert written.code == 0
    assert call("notes", "export", "--format", format_).out == written.out
    assert call("notes", "export", "-f", format_, "-o", "sent").code == 0
    assert (folder / "sent").read_text(encoding="utf-8") == written.out
    assert "exists already" in call("notes", "export", "-o", "sent").err
    other = folder.parent / "other"
    other.mkdir()
    (other / "one.txt").write_bytes((folder / "one.txt").read_bytes())
    monkeypatch.chdir(other)
    monkeypatch.setenv("WIREDIFF_AUTHOR", "ann")
    assert "1 entry of sent taken in; `wirediff notes undo` takes" in call("notes", "import", "../stories/sent").err
    assert texts(call) == ["house spelling"]
    assert texts(call, "one.txt") == ["house spelling"]
    assert "nothing in sent is new here" in call("notes", "import", "../stories/sent").err
    assert "Undone: the file “sent” is not taken in any more." in call("notes", "undo").err
    assert texts(call) == []
    assert "1 entry of stories taken in" in call("notes", "merge", "../stories").err
    assert texts(call) == ["house spelling"]


def test_a_file_that_cannot_be_taken_in_leaves_no_trace(call: Call, folder: Path) -> None:
    (folder / "sent.yaml").write_text("wirediff: notes/1\nevents:\n- id: x\n")
    result = call("notes", "import", "sent.yaml")
    assert result.code == 3
    assert "sent.yaml:3: events[0].id: 'x' is no id of an entry" in result.err
    assert "nothing was taken in" in result.err
    assert call("notes", "merge", "missing").code == 3
    assert not (folder / ".wirediff").exists()


def test_the_command_knows_the_formats_that_there_are() -> None:
    from wirediff.cli.notes import exchange
    from wirediff.notes.exchange import FORMATS

    assert exchange._FORMATS == FORMATS


def test_notes_of_several_lines_are_listed_on_several_lines(call: Call) -> None:
    added(call, "one.txt", "--text", "first line\n\nlast line\x1b[0m")
    lines = call("notes", "list").out.splitlines()
    assert lines[1:4] == ["    first line", "", "    last line␛[0m"]


def annotated(source: str, exact: str, **fields: object) -> dict[str, object]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    made = {"id": f"urn:x:{source}:{exact}", "type": "Annotation", "created": "2025-03-01T10:00:00Z", "body": "look"}
    return {**made, "creator": {"name": "ann"}, "target": {"source": source, "selector": selector}, **fields}


def test_annotations_of_another_program_become_notes_once(call: Call, folder: Path) -> None:
    items = [annotated("https://example.org/one.html", "al-Abadi"), annotated("gone.html", "lost \x1b[31mwords")]
    (folder / "sent.json").write_text(json.dumps({"items": items}))
    first = call("notes", "import", "sent.json")
    assert first.code == 0
    assert "\x1b" not in first.err
    assert "annotation 2 “lost ␛[31mwords”: no version here is called 'gone.html'" in first.err
    assert "2 entries of sent.json taken in" in first.err
    listed = call("notes", "list").out
    assert "one.txt P1 “al-Abadi”" in listed
    assert "gone.html “lost ␛[31mwords”  [absent]" in listed
    assert "nothing in sent.json is new here" in call("notes", "import", "sent.json").err
    items[0] |= {"body": "look again", "modified": "2025-04-01T10:00:00Z"}
    (folder / "sent.json").write_text(json.dumps({"items": items}))
    assert "1 entry of sent.json taken in, and 1 were here already" in call("notes", "import", "sent.json").err
    assert sorted(texts(call)) == ["look", "look again"]
    call("notes", "undo")
    call("notes", "undo")
    assert texts(call) == []
    assert "2 entries of sent.json taken in" in call("notes", "import", "sent.json").err
    written = call("notes", "export").out
    assert str(folder) not in written
    (folder / "back.yaml").write_text(written)
    (folder.parent / "other").mkdir()
    assert call("notes", "import", "back.yaml", folder.parent / "other").code == 0
    assert sorted(texts(call, folder.parent / "other")) == ["look", "look again"]


@pytest.mark.parametrize(
    "tells",
    [
        '<link href="https://www.example.org/2025/troops?p=1&amp;q=2" rel="canonical">',
        "<meta content='http://example.org/2025/troops?p=1&amp;q=2' property='og:url'>",
        "<!-- saved from url=(0040)https://example.org/2025/troops?p=1&q=2 -->",
    ],
)
def test_a_saved_page_is_known_by_the_address_that_it_tells(call: Call, folder: Path, tells: str) -> None:
    words = "Prime Minister Haider al-Abadi said on Friday that 1,500 fighters had left the border town of Al-Qaim."
    head = f"<head>{tells}<link rel=stylesheet href='x.css'><title>Troops</title></head>"
    page = f"<html>{head}<body><article><h1>Troops leave</h1><p>{words}</p><p>{words[::-1]}</p></article></body></html>"
    (folder / "Troops leave, a saved page.html").write_text(page)
    (folder / "sent.json").write_text(
        json.dumps([annotated("https://example.org/2025/troops/?p=1&q=2#top", "1,500 fighters")])
    )
    assert "annotation" not in call("notes", "import", "sent.json").err
    (note,) = json.loads(call("notes", "list", "--json").out)["notes"]
    assert (note["left"]["path"], note["standing"]) == ("Troops leave, a saved page.html", "found")


def test_what_a_person_changed_or_removed_is_left_so_by_taking_annotations_in_again(call: Call, folder: Path) -> None:
    items = [annotated("one.txt", "al-Abadi"), annotated("one.txt", "Euphrates")]
    (folder / "sent.json").write_text(json.dumps(items))
    call("notes", "import", "sent.json")
    ids = [note["id"] for note in json.loads(call("notes", "list", "--json").out)["notes"]]
    call("notes", "set", ids[0], "--text", "better")
    call("notes", "remove", ids[1])
    assert "nothing in sent.json is new here" in call("notes", "merge", "sent.json").err
    assert texts(call) == ["better"]


def test_annotations_find_their_places_when_they_are_taken_in_again_with_the_versions_there(
    call: Call, folder: Path
) -> None:
    two = (folder / "two.txt").read_bytes()
    (folder / "two.txt").unlink()
    (folder / "sent.json").write_text(json.dumps([annotated("https://example.org/two", "al-Abbadi")]))
    assert "no version here is called" in call("notes", "import", "sent.json").err
    (note,) = json.loads(call("notes", "list", "--json").out)["notes"]
    call("notes", "set", note["id"], "--verdict", "error")
    (folder / "two.txt").write_bytes(two)
    again = call("notes", "import", "sent.json").err
    assert "1 entry of sent.json taken in" in again
    assert "no version" not in again
    (placed,) = json.loads(call("notes", "list", "--json").out)["notes"]
    assert (placed["id"], placed["verdict"], placed["standing"]) == (note["id"], "error", "found")
    assert (placed["left"]["path"], placed["left"]["paragraph"]) == ("two.txt", 1)
    assert "nothing in sent.json is new here" in call("notes", "import", "sent.json").err


def test_of_very_many_annotations_without_a_place_some_are_named_and_the_rest_counted(call: Call, folder: Path) -> None:
    items = [annotated("gone.html", f"lost {number}") for number in range(500)]
    (folder / "sent.json").write_text(json.dumps(items))
    told = call("notes", "import", "sent.json").err.splitlines()
    assert len(told) < 30
    assert any("and 480 more without a sure place" in line for line in told)
    assert len(texts(call)) == 500


def git(folder: Path, *args: str) -> None:
    identity = [setting for each in ("name=x", "email=x@example.org") for setting in ("-c", f"user.{each}")]
    subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
def test_git_joins_the_journals_of_two_people_by_the_driver_that_the_docs_name(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    driver = f"{sys.executable} -m wirediff notes join %A %B -o %A --force --quiet"
    added(call, "one.txt", "--quote", "al-Abadi", "--text", "both have it")
    git(tmp_path, "init", "-q", "-b", "ann", "work")
    work = tmp_path / "work"
    git(work, "config", "merge.wirediff.driver", driver)
    (work / ".gitattributes").write_text("notes.yaml merge=wirediff\n")
    journal = work / "notes.yaml"

    def kept(who: str) -> None:
        assert call("notes", "export", "-o", journal, "--force").code == 0
        git(work, "add", "-A")
        git(work, "commit", "-qm", who)

    kept("base")
    git(work, "branch", "bob")
    added(call, "one.txt", "--quote", "Euphrates", "--text", "ann's", "--tag", "x")
    kept("ann")
    call("notes", "undo")
    git(work, "switch", "-q", "bob")
    monkeypatch.setenv("WIREDIFF_AUTHOR", "bob")
    added(call, "two.txt", "--quote", "Euphrates", "--text", "bob's", "--tag", "x")
    kept("bob")
    git(work, "merge", "-q", "-m", "both", "ann")
    here = tmp_path / "here"
    here.mkdir()
    for name in ("one.txt", "two.txt"):
        (here / name).write_bytes((folder / name).read_bytes())
    assert call("notes", "import", journal, here).code == 0
    # What was undone after ann's commit is in bob's journal, and holds.
    assert sorted(texts(call, here)) == ["bob's", "both have it"]


def test_files_are_joined_to_the_same_file_in_whatever_order(call: Call, folder: Path) -> None:
    added(call, "one.txt", "--text", "a")
    call("notes", "export", "-o", "a.yaml")
    added(call, "one.txt", "--text", "b")
    call("notes", "export", "-o", "b.jsonld", "--format", "jsonld")
    one, other = (call("notes", "join", *files) for files in (("a.yaml", "b.jsonld"), ("b.jsonld", "a.yaml", "a.yaml")))
    assert one.code == 0
    assert one.out == other.out == call("notes", "export").out
    changed = (folder / "a.yaml").read_text().replace("text: a", "text: c")
    (folder / "c.yaml").write_text(changed)
    refused = call("notes", "join", "a.yaml", "c.yaml", "-o", "a.yaml", "--force")
    assert refused.code == 3
    assert "c.yaml: the entry" in refused.err
    assert "exists already" in call("notes", "join", "b.jsonld", "-o", "a.yaml").err
    (folder / "other.json").write_text(json.dumps([annotated("one.txt", "al-Abadi")]))
    assert "other.json has no journal of notes" in call("notes", "join", "other.json").err
