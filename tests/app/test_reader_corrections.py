"""Correcting the alignment in the reader: nothing is replaced but the stories."""

from collections.abc import Callable
from pathlib import Path

import pytest
from driving import WIDE, compared, said, settled
from handmade import document, story_of

from wirediff import pipeline
from wirediff.align import Cell, Constraint
from wirediff.app.app import WirediffApp
from wirediff.app.review.links import certainty
from wirediff.app.screens.compare import correcting
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.review.correct import CorrectScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.model import Reading
from wirediff.notes import NoteStore, decision
from wirediff.pipeline import Settings

ONE = document(
    "one",
    "The army took the border town of Qaim on Friday after days of fighting.",
    "Nobody was hurt, the governor of Anbar said, and shops opened again.",
    "The river bridge was closed to all traffic until Monday, police said.",
    headline="Army takes town",
)
TWO = document(
    "two",
    "The army took the border town of Qaim on Friday after long fighting.",
    "Nobody was hurt, the governor of Anbar told us, and shops opened.",
    "Traffic over the river bridge stood still, and police closed it until Monday.",
    "The bridge was opened to pedestrians only.",
    headline="Army takes town",
)


@pytest.fixture
def open_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], WirediffApp]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "read_paths", lambda *_: Reading((ONE, TWO)))
    monkeypatch.setattr(pipeline, "find_stories", lambda *_: (story_of(ONE, TWO), story_of(document("x", "Text."))))
    for item in (ONE, TWO):
        (tmp_path / item.path).write_text("\n\n".join(paragraph.text for paragraph in item.paragraphs))
    return lambda: WirediffApp([tmp_path], Settings())


def cells(screen: CompareScreen) -> set[tuple[tuple[int, ...], ...]]:
    return {row.cells for row in screen.desk.comparison.collation.rows}


LINKED = {((1,), (1,)), ((2,), (2,)), ((3,), (3,)), ((), (4,))}


async def test_a_paragraph_is_linked_by_its_number_and_undo_and_redo_draw_the_rows_again(
    open_reader: Callable[[], WirediffApp],
) -> None:
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        assert cells(screen) == LINKED
        await pilot.press("}", "}", "}", "c")
        await settled(pilot)
        assert "link V1 ¶3 = V2 ¶3" in said(app, "#remark")
        await pilot.press("4")
        await settled(pilot)
        assert "link V1 ¶3 = V2 ¶4" in said(app, "#remark")
        await pilot.press("enter")
        await settled(pilot)
        assert cells(screen) == {((1,), (1,)), ((2,), (2,)), ((3,), (4,)), ((), (3,))}
        row, _ = screen.at_cursor()
        assert 3 in screen.desk.comparison.collation.rows[row].cells[0]
        await pilot.press("u")
        await settled(pilot)
        assert cells(screen) == LINKED
        await pilot.press("ctrl+r")
        await settled(pilot)
        assert ((3,), (4,)) in cells(screen)
        await pilot.press("q")
    async with open_reader().run_test(size=WIDE) as pilot:
        assert ((3,), (4,)) in cells(await compared(pilot))


async def test_ticks_split_one_paragraph_and_the_decision_is_taken_back_in_the_row(
    open_reader: Callable[[], WirediffApp],
) -> None:
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "}", "}", "c", "j", "space")
        await settled(pilot)
        assert "split V1 ¶3 = V2 ¶3+4" in said(app, "#remark")
        await pilot.press("enter")
        await settled(pilot)
        assert ((3,), (3, 4)) in cells(screen)
        await pilot.press("c")
        await settled(pilot)
        assert "link V1 ¶3 = V2 ¶3+4" in said(app, "#about")
        await pilot.press("d")
        await settled(pilot)
        assert cells(screen) == LINKED


async def test_ticks_on_the_left_merge(open_reader: Callable[[], WirediffApp]) -> None:
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "}", "c", "tab", "3", "space")
        await settled(pilot)
        assert "merge V1 ¶2+3 = V2 ¶2" in said(app, "#remark")
        await pilot.press("enter")
        await settled(pilot)
        assert ((2, 3), (2,)) in cells(screen)


async def test_linked_paragraphs_are_kept_apart(open_reader: Callable[[], WirediffApp]) -> None:
    async with open_reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "c", "x")
        await settled(pilot)
        assert ((1,), (1,)) not in cells(screen)
        assert len(screen.reader.session.corrections) == 1


async def test_a_side_without_a_tick_decides_nothing_and_escape_leaves_all_as_it_was(
    open_reader: Callable[[], WirediffApp],
) -> None:
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "c", "space", "enter", "x", "d")
        await settled(pilot)
        assert isinstance(app.screen, CorrectScreen)
        assert "Tick a paragraph" in said(app, "#remark")
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen is screen
        assert app.session.corrections == ()


async def test_headlines_are_not_corrected(open_reader: Callable[[], WirediffApp]) -> None:
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert app.screen is screen


async def test_the_least_certain_link_comes_first_and_the_walk_goes_round(
    open_reader: Callable[[], WirediffApp],
) -> None:
    async with open_reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        rows = screen.desk.comparison.collation.rows
        visited = []
        for _ in range(4):
            await pilot.press("C")
            visited.append(rows[screen.at_cursor()[0]].cells)
        doubted = min((row for row in rows if all(row.cells)), key=certainty)
        assert visited[0] == visited[3] == doubted.cells
        assert set(visited) == {((1,), (1,)), ((2,), (2,)), ((3,), (3,))}


async def test_the_cursor_stays_on_its_difference_when_the_versions_are_compared_again(
    open_reader: Callable[[], WirediffApp], tmp_path: Path
) -> None:
    async with open_reader().run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("G", "{", "N")
        _, before = screen.at_cursor()
        difference = screen.desk.comparison.differences[before]
        with NoteStore.open(tmp_path, "colleague") as store:
            store.correct(decision(Constraint("unlink", Cell(0, (1,)), Cell(1, (1,))), (ONE, TWO)))
        await pilot.press("u")
        await settled(pilot)
        assert ((1,), (1,)) not in cells(screen)
        row, current = screen.at_cursor()
        now = screen.desk.comparison.differences[current]
        assert (now.left, now.right) == (difference.left, difference.right)
        assert screen.query_one(CollationView).current == current
        assert now.row == row


@pytest.mark.parametrize("bracket", ["]", "["])
async def test_what_vim_users_type_to_go_to_a_change_corrects_nothing(
    open_reader: Callable[[], WirediffApp], bracket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(correcting, "_AT_ONCE", 3600.0)
    async with (app := open_reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", bracket, "c")
        await settled(pilot)
        assert app.screen is screen
        monkeypatch.setattr(correcting, "_AT_ONCE", 0.0)  # whoever waits means the second key by itself
        await pilot.press("}", bracket, "c")
        await settled(pilot)
        assert isinstance(app.screen, CorrectScreen)
