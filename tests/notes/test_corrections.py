import random
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wirediff.align import Cell, Constraint
from wirediff.errors import UsageError
from wirediff.model import Document, Paragraph
from wirediff.notes import Correction, Draft, NoteStore, decision
from wirediff.notes import replay as replayed

ONE = ("Troops took the town.", "He said so.", "Nobody was hurt.", "He said so.")
TWO = ("Nobody was hurt, it said.", "The town was taken.", "More will follow.")


def document(name: str, texts: Sequence[str], id: str = "") -> Document:
    paragraphs = tuple(Paragraph(n, text) for n, text in enumerate(texts, 1))
    return Document(path=name, id=id or f"id of {name}", reader="lines", paragraphs=paragraphs)


def linked(left: Cell, right: Cell, kind: Literal["link", "unlink"] = "link") -> Constraint:
    return Constraint(kind, left, right)


def correction(constraint: Constraint, versions: Sequence[Document]) -> Correction:
    return Correction("c1", decision(constraint, versions), "2026-11-20T00:00:00Z")


VERSIONS = (document("one.txt", ONE), document("two.txt", TWO))
LINK = linked(Cell(0, (1,)), Cell(1, (2,)))
MERGE = linked(Cell(0, (2, 3)), Cell(1, (1,)))


@pytest.mark.parametrize("constraint", [LINK, MERGE, linked(Cell(1, (3,)), Cell(0, (4,)), "unlink")])
def test_on_the_versions_it_was_made_on_a_correction_is_what_it_was(constraint: Constraint) -> None:
    assert replayed([correction(constraint, VERSIONS)], VERSIONS) == ((constraint,), ())


@given(st.permutations(["one", "two", "three", "four"]))
def test_a_correction_follows_its_documents_into_whatever_columns_they_stand_in(order: list[str]) -> None:
    versions = {"one": VERSIONS[0], "two": VERSIONS[1], "three": document("3", ONE), "four": document("4", TWO)}
    (found,) = replayed([correction(MERGE, VERSIONS)], [versions[name] for name in order]).constraints
    assert found == linked(Cell(order.index("one"), (2, 3)), Cell(order.index("two"), (1,)))


@pytest.mark.parametrize("present", [(0,), (1,), ()])
def test_a_correction_says_nothing_about_versions_without_its_documents(present: tuple[int, ...]) -> None:
    versions = [VERSIONS[place] for place in present] + [document("three.txt", ONE), document("four.txt", TWO)]
    assert replayed([correction(LINK, VERSIONS)], versions) == ((), ())


def test_in_a_changed_file_each_paragraph_is_found_by_its_text() -> None:
    changed = document("two.txt", ["A new beginning.", TWO[2], TWO[0] + " Again.", TWO[1]], "another")
    assert replayed([correction(LINK, VERSIONS)], [changed, VERSIONS[0]]).constraints == (
        linked(Cell(1, (1,)), Cell(0, (4,))),
    )


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["The town was shelled by troops.", *ONE[1:]], id="reworded"),
        pytest.param([*ONE[1:], "Troops took the Town."], id="another in another place"),
        pytest.param([ONE[1], *ONE[2:]], id="gone"),
        pytest.param([*ONE, ONE[0]], id="there twice"),
    ],
)
def test_a_correction_is_not_put_on_a_look_alike(texts: list[str]) -> None:
    made = correction(LINK, VERSIONS)
    assert replayed([made], [document("one.txt", texts, "another"), VERSIONS[1]]) == ((), (made,))


def test_a_paragraph_that_was_edited_slightly_between_its_neighbours_is_found_again() -> None:
    edited = document("one.txt", ["News.", "Troops took the tuwn.", *ONE[1:]], "another")
    before = document("one.txt", ["News.", *ONE])
    made = correction(linked(Cell(0, (2,)), Cell(1, (2,))), (before, VERSIONS[1]))
    assert replayed([made], [edited, VERSIONS[1]]).constraints == (linked(Cell(0, (2,)), Cell(1, (2,))),)


def test_a_correction_of_an_earlier_version_holds_for_the_very_same_text_only() -> None:
    made = correction(LINK, VERSIONS)
    cited = tuple(replace(each, text="", before="", after="") for each in made.decision.left.paragraphs)
    old = replace(made, decision=replace(made.decision, left=replace(made.decision.left, paragraphs=cited)))
    edited = document("one.txt", ["Troops took the tuwn.", *ONE[1:]], "another")
    assert replayed([old], [edited, VERSIONS[1]]) == ((), (old,))
    assert replayed([old], VERSIONS).constraints == (LINK,)


def test_one_of_several_paragraphs_gone_takes_the_whole_correction_with_it() -> None:
    made = correction(MERGE, VERSIONS)
    changed = document("one.txt", [ONE[0], ONE[2]], "another")
    assert replayed([made], [changed, VERSIONS[1]]) == ((), (made,))


def test_of_paragraphs_that_say_the_same_the_number_tells_which_while_the_content_is_the_same() -> None:
    constraint = linked(Cell(0, (4,)), Cell(1, (1,)))
    made = correction(constraint, VERSIONS)
    assert replayed([made], VERSIONS).constraints == (constraint,)
    changed = replace(VERSIONS[0], id="another")
    assert replayed([made], [changed, VERSIONS[1]]).misfits == (made,)


def test_a_renamed_file_is_known_by_its_content_and_its_old_name_given_away_means_nothing() -> None:
    renamed = replace(VERSIONS[0], path="first.txt")
    other = document("one.txt", ONE, "another")
    (found,) = replayed([correction(LINK, VERSIONS)], [other, VERSIONS[1], renamed]).constraints
    assert found == linked(Cell(2, (1,)), Cell(1, (2,)))


def test_of_two_copies_the_one_with_the_name_is_meant_and_without_it_none() -> None:
    made = correction(LINK, VERSIONS)
    copy = replace(VERSIONS[0], path="copy.txt")
    (found,) = replayed([made], [copy, *VERSIONS]).constraints
    assert found == linked(Cell(1, (1,)), Cell(2, (2,)))
    assert replayed([made], [copy, replace(copy, path="third.txt"), VERSIONS[1]]) == ((), (made,))


def test_another_reader_that_cuts_the_file_otherwise_is_no_fault() -> None:
    made = correction(LINK, VERSIONS)
    whole = replace(VERSIONS[0], paragraphs=(Paragraph(1, " ".join(ONE)),))
    assert replayed([made], [whole, VERSIONS[1]]) == ((), (made,))
    ahead = replace(VERSIONS[0], paragraphs=tuple(Paragraph(n, text) for n, text in enumerate(["By hand", *ONE], 1)))
    assert replayed([made], [ahead, VERSIONS[1]]).constraints == (linked(Cell(0, (2,)), Cell(1, (2,))),)


def test_text_that_is_no_unicode_can_be_cited() -> None:
    versions = (document("one.txt", ["a \udcff b"]), document("two.txt", ["c"]))
    constraint = linked(Cell(0, (1,)), Cell(1, (1,)))
    assert replayed([correction(constraint, versions)], versions).constraints == (constraint,)


@given(st.randoms(use_true_random=False), st.lists(st.sampled_from([*ONE, *TWO, "New."]), max_size=8))
def test_what_is_replayed_always_cites_the_same_text(chance: random.Random, texts: list[str]) -> None:
    left = tuple(sorted(chance.sample(range(1, 5), chance.randint(1, 3))))
    right = tuple(sorted(chance.sample(range(1, 4), chance.randint(1, 2))))
    made = correction(linked(Cell(0, left), Cell(1, right)), VERSIONS)
    versions = [document("one.txt", texts, "another"), VERSIONS[1]]
    constraints, misfits = replayed([made], versions)
    assert len(constraints) + len(misfits) == 1
    for constraint in constraints:
        found = [versions[0].text_of(number) for number in constraint.left.paragraphs]
        assert sorted(found) == sorted(ONE[number - 1] for number in left)
        assert all(texts.count(text) == 1 for text in found)


# The store


def named(store: NoteStore) -> list[str]:
    return [each.decision.named for each in store.corrections()]


def test_a_correction_is_there_again_after_reopening_and_signed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with NoteStore.open(tmp_path) as store:
        assert store.corrections() == ()
        made = store.correct(decision(MERGE, VERSIONS))
    with NoteStore.open(tmp_path) as store:
        assert store.corrections() == (made,)
        assert store.notes() == ()
    assert made.author == "desk"
    assert made.decision == decision(MERGE, VERSIONS)
    assert made.decision.named == "link one.txt 2+3 = two.txt 1"


def test_corrections_hold_when_the_folder_is_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    monkeypatch.chdir(old)
    with NoteStore.open(old) as store:
        store.correct(decision(LINK, VERSIONS))
    old.rename(new)
    monkeypatch.chdir(new)
    changed = [replace(version, id="another", path=str(new / version.path)) for version in VERSIONS]
    with NoteStore.open(new) as store:
        assert replayed(store.corrections(), changed).constraints == (LINK,)


def test_undo_and_redo_go_through_notes_and_corrections_in_the_order_of_the_acts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with NoteStore.open(tmp_path) as store:
        made = store.correct(decision(LINK, VERSIONS))
        store.add(Draft(text="look again", story="s"))
        store.uncorrect(made.id)
        assert store.undo() == "Undone: the correction “link one.txt 1 = two.txt 2” is in force again."
        assert store.corrections() == (made,)
        assert store.undo() == "Undone: the note “look again” is not there any more."
        assert store.undo() == "Undone: the correction “link one.txt 1 = two.txt 2” is not in force any more."
        assert (store.corrections(), store.notes()) == ((), ())
        assert store.redo() == "Redone: the correction “link one.txt 1 = two.txt 2” is in force again."
        assert store.corrections() == (made,)


def test_a_correction_that_is_not_there_cannot_be_taken_back(tmp_path: Path) -> None:
    with NoteStore.open(tmp_path) as store:
        note = store.add(Draft(text="x", story="s"))
        with pytest.raises(UsageError, match="no correction"):
            store.uncorrect(note.id)


def test_the_same_correction_is_recorded_once_and_again_when_it_was_overruled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with NoteStore.open(tmp_path) as store:
        first = store.correct(decision(LINK, VERSIONS))
        store.correct(decision(MERGE, VERSIONS))
        assert store.correct(decision(LINK, VERSIONS)) == first
        store.correct(decision(replace(LINK, kind="unlink"), VERSIONS))
        assert store.correct(decision(LINK, VERSIONS)) != first
        assert [name.partition(" ")[0] for name in named(store)] == ["link", "link", "unlink", "link"]


def test_two_writers_see_each_others_corrections_and_undo_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with NoteStore.open(tmp_path, "night") as night, NoteStore.open(tmp_path, "day") as day:
        night.correct(decision(LINK, VERSIONS))
        day.correct(decision(MERGE, VERSIONS))
        assert len(named(night)) == len(named(day)) == 2
        night.undo()
        assert named(day) == named(night) == ["link one.txt 2+3 = two.txt 1"]
        assert night.undo() is None
