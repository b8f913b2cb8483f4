from pathlib import Path

import pytest
from msgspec.structs import replace

from wirediff.errors import UsageError
from wirediff.model import Collation, Document, Paragraph, Relation, Row, RowRelation
from wirediff.notes import Draft, NoteStore, mark, reviewed


def document(name: str, *texts: str) -> Document:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    return Document(path=f"{name}.txt", id=f"id of {name} {hash(texts)}", reader="text", paragraphs=paragraphs)


ONE = document("one", "The army advanced.", "It met resistance.", "Nothing more was known.")
TWO = document("two", "Troops advanced.", "They met resistance.", "In the evening it rained.")


def collation(*versions: Document, rows: list[tuple[tuple[int, ...], ...]]) -> Collation:
    made = tuple(Row(cells, RowRelation.EDITED) for cells in rows)
    return Collation(versions, Relation.SAME_REPORT, made)


TABLE = collation(ONE, TWO, rows=[((1,), (1, 2)), ((2,), ()), ((3,), ()), ((), (3,))])


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NoteStore:
    monkeypatch.chdir(tmp_path)
    return NoteStore.open(tmp_path)


def test_a_row_is_marked_and_taken_back_and_undone_like_a_note(store: NoteStore, tmp_path: Path) -> None:
    made = store.review(mark("s", TABLE, 0))
    assert [end.exact for end in made.mark.ends] == ["The army advanced.", "Troops advanced.", "They met resistance."]
    assert [end.path for end in made.mark.ends] == ["one.txt", "two.txt", "two.txt"]
    assert (made.mark.story, made.author) == ("s", "desk")
    assert store.reviews() == (made,)
    store.unreview(made.id)
    assert store.reviews() == ()
    assert store.undo() == "Undone: the row “The army advanced.” is marked as reviewed again."
    assert store.reviews() == (made,)
    assert store.undo() == "Undone: the row “The army advanced.” is not marked as reviewed any more."
    assert store.redo()
    store.close()
    with NoteStore.open(tmp_path) as again:
        assert again.reviews() == (made,)


def test_a_row_that_is_marked_already_is_not_marked_twice(store: NoteStore) -> None:
    first = store.review(mark("s", TABLE, 0))
    assert store.review(mark("s", TABLE, 0)) == first
    assert store.entries == 1


def test_a_mark_that_is_not_there_cannot_be_taken_back(store: NoteStore) -> None:
    made = store.add(Draft(text="a note", story="s"))
    with pytest.raises(UsageError, match="there is no mark"):
        store.unreview(made.id)


def test_marked_rows_are_found_whatever_the_order_of_the_versions_and_rows(store: NoteStore) -> None:
    first, last = store.review(mark("s", TABLE, 0)), store.review(mark("s", TABLE, 3))
    assert reviewed(store.reviews(), TABLE) == {0: first, 3: last}
    turned = collation(TWO, ONE, rows=[((3,), ()), ((), (2,)), ((1, 2), (1,)), ((), (3,))])
    assert reviewed(store.reviews(), turned) == {0: last, 2: first}


def test_a_row_that_holds_less_than_was_looked_through_stays_so(store: NoteStore) -> None:
    store.review(mark("s", TABLE, 0))
    assert set(reviewed(store.reviews(), collation(ONE, TWO, rows=[((1,), (1,)), ((), (2,)), ((2,), (3,))]))) == {0, 1}


def test_a_row_with_a_paragraph_nobody_has_seen_has_to_be_looked_through_again(store: NoteStore) -> None:
    store.review(mark("s", TABLE, 0))
    three = document("three", "The army moved.")
    wider = collation(ONE, TWO, three, rows=[((1,), (1, 2), (1,)), ((2,), (), ()), ((3,), (), ()), ((), (3,), ())])
    assert reviewed(store.reviews(), wider) == {}
    again = store.review(mark("s", wider, 0))
    assert reviewed(store.reviews(), wider) == {0: again}


def test_a_paragraph_that_changed_is_no_longer_reviewed_and_one_that_moved_still_is(store: NoteStore) -> None:
    for row in (1, 2):
        store.review(mark("s", TABLE, row))
    changed = document("one", "New at the top.", "It met fierce resistance.", "Nothing more was known.", "Ends.")
    moved = document("one", "New at the top.", "It met resistance.", "Ends.", "Nothing more was known.")
    rows: list[tuple[tuple[int, ...], ...]] = [((1,),), ((2,),), ((3,),), ((4,),)]
    assert set(reviewed(store.reviews(), collation(changed, rows=rows))) == {2}
    assert set(reviewed(store.reviews(), collation(moved, rows=rows))) == {1, 3}


def test_a_sentence_inside_a_longer_paragraph_is_not_the_paragraph_that_was_seen(store: NoteStore) -> None:
    store.review(mark("s", TABLE, 1))
    longer = replace(
        ONE,
        id="new",
        paragraphs=(
            Paragraph(1, "x"),
            Paragraph(2, "It met resistance. And more."),
        ),
    )
    assert reviewed(store.reviews(), collation(longer, rows=[((1,),), ((2,),)])) == {}
