"""The user's own keys, from the file to what the keys do."""

from pathlib import Path

import pytest
from handmade import OpenReader
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reader_road import WIDE, compared, said, settled

from wirediff.app.keys import ACTIONS
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.problems import ProblemsScreen
from wirediff.app.settings.keymap import Keymap, read_keymap
from wirediff.app.widgets.collation_view import CollationView


@pytest.fixture
def written(tmp_path: Path):
    def write(text: str) -> Path:
        (tmp_path / "config").mkdir(exist_ok=True)
        path = tmp_path / "config" / "keymap.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_a_file_all_keys_are_the_usual_ones(tmp_path: Path) -> None:
    keymap = read_keymap(tmp_path / "keymap.yaml")
    assert keymap == Keymap()
    assert all(keymap.of(action) == tuple(action.keys.split()) for action in ACTIONS)


def test_keys_are_written_in_a_row_or_as_a_list(written) -> None:
    keymap = read_keymap(written("compare.next: ctrl+n ,\nstories.open: [enter, O]\n"))
    assert keymap.faults == ()
    assert keymap.keys == {"compare.next": ("ctrl+n", ","), "stories.open": ("enter", "O")}
    assert keymap.for_textual() == {"compare.next": "ctrl+n,comma", "stories.open": "enter,O"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("\ncompare.nxt: n\n", ":2: compare.nxt: there is no action 'compare.nxt'; did you mean compare.next?"),
        ("compare.next: pagedwn\n", ":1: compare.next: there is no key 'pagedwn'; did you mean pagedown?"),
        ("compare.next: hyper+n\n", ":1: compare.next: there is no key 'hyper+n'; the modifiers are ctrl, alt, shift"),
        ("compare.next: ctrl+m\n", ":1: compare.next: many terminals send Enter for ctrl+m; take another key"),
        ("compare.next: ctrl+alt+z\n", ":1: compare.next: many terminals send nothing of its own for ctrl+alt+z"),
        ("compare.next: shift+w\n", ":1: compare.next: terminals send W for shift+w; write W"),
        ("next: f9\n", ":1: next: there is no action 'next'; did you mean list.next?"),
        ("compare.next: {a: b}\n", ":1: compare.next: it takes keys; write them with blanks between"),
        ("compare.next: []\n", ":1: compare.next: it takes keys"),
        ("compare.next: z\n", ":1: compare.next: z is compare.fold already; give one of them another key"),
        ("compare.next: q\n", ":1: compare.next: q is app.quit already"),
        ("compare.next:\n", ":1: compare.next: it takes keys; write them with blanks between"),
        ("- compare.next\n", ":1: expected 'object', got 'array'"),
        ("compare.next: *n\n", ":1: aliases (*n) are not taken"),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_write(written, text: str, says: str) -> None:
    path = written(text)
    keymap = read_keymap(path)
    assert keymap.keys == {}
    assert [says in str(fault) for fault in keymap.faults] == [True], keymap.faults
    assert str(keymap.faults[0]).startswith(str(path))


def test_faults_are_told_together_in_the_order_of_their_lines(written) -> None:
    keymap = read_keymap(written("compare.next: z\ncompare.nxt: n\ncompare.list: pagedwn\nstories.open: shift+left\n"))
    assert [str(fault).split(":")[1] for fault in keymap.faults] == ["1", "2", "3"]


def test_what_is_in_order_holds_beside_what_is_not(written) -> None:
    keymap = read_keymap(written("compare.next: ctrl+n\ncompare.nxt: n\n"))
    assert keymap.keys == {"compare.next": ("ctrl+n",)}
    assert len(keymap.faults) == 1


def test_of_an_action_that_stands_twice_the_first_keys_hold_and_all_else_too(written) -> None:
    keymap = read_keymap(written("compare.next: ctrl+n\ncompare.next: f9\ncompare.list: *x\ncompare.fold: f8\n"))
    assert keymap.keys == {"compare.next": ("ctrl+n",), "compare.fold": ("f8",)}
    assert "keymap.yaml:2: 'compare.next' stands here twice, first in line 1; keep one" in str(keymap.faults[0])
    assert "keymap.yaml:3: aliases (*x) are not taken" in str(keymap.faults[1])


def test_entries_before_the_place_where_a_file_is_no_yaml_any_more_hold(written) -> None:
    keymap = read_keymap(written("compare.next: ctrl+n\ncompare.nxt: n\ncompare.fold: [f8\ncompare.list: f7\n"))
    assert keymap.keys == {"compare.next": ("ctrl+n",)}
    assert [str(fault).split(":")[1] for fault in keymap.faults] == ["2", "4"]
    assert "mend the YAML there; nothing behind it is read" in str(keymap.faults[1])


def test_two_actions_may_change_their_keys_for_each_others(written) -> None:
    keymap = read_keymap(written("compare.next: N\ncompare.previous: n\n"))
    assert keymap.faults == ()
    assert keymap.keys == {"compare.next": ("N",), "compare.previous": ("n",)}


@settings(max_examples=60)
@given(st.binary(max_size=80))
def test_no_file_is_too_broken_to_be_reported(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("keys") / "keymap.yaml"
    path.write_bytes(content)
    keymap = read_keymap(path)
    assert set(keymap.keys) <= {action.id for action in ACTIONS}


async def test_moved_keys_act_and_help_and_footer_show_them(reader: OpenReader, written) -> None:
    path = written("compare.next: f9 N\ncompare.previous: f8\ncompare.nxt: n\n")
    async with (app := reader(config=path.parent)).run_test(size=WIDE) as pilot:
        await compared(pilot)
        view = app.screen.query_one(CollationView)
        await pilot.press("n")
        assert view.current is None
        await pilot.press("f9", "N")
        assert view.current == 1
        await pilot.press("f8")
        assert view.current == 0
        shown = {app.get_key_display(active.binding) for active in app.screen.active_bindings.values()}
        assert "F9" in shown
        assert "question_mark" not in shown
        await pilot.press("?")
        await pilot.pause()
        assert "F9 N" in said(app, "Static")
        await pilot.press("escape", "!")
        await pilot.pause()
        assert isinstance(app.screen, ProblemsScreen)
        assert "did you mean compare.next?" in said(app, "Static")


async def test_a_keymap_without_use_leaves_the_usual_keys(reader: OpenReader, written) -> None:
    path = written("compare.next: [\n")
    async with (app := reader(config=path.parent)).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("n")
        assert app.screen.query_one(CollationView).current == 0
        assert app.problems
