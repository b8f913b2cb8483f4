"""Judging differences by one key, many at once, and marking rows as reviewed."""

from pathlib import Path

import pytest
from driving import WIDE, compared, lines, listed, said, settled
from handmade import OpenReader

from wirediff.app.action import DIGITS, UNSHIFTED
from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.review.bulk import BulkScreen
from wirediff.app.screens.review.differences import DifferencesScreen
from wirediff.app.widgets.legend import Legend
from wirediff.verdicts import VERDICTS


def legend(app: WirediffApp) -> str:
    return app.screen.query_one(Legend).render().plain


def concluded(app: WirediffApp) -> list[tuple[str | None, str]]:
    return [(note.verdict, note.status) for note in app.session.notes]


@pytest.mark.parametrize("key", [DIGITS[1], UNSHIFTED[1]])
async def test_a_digit_judges_at_once_also_without_shift_on_a_french_keyboard(reader: OpenReader, key: str) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", key)
        await settled(pilot)
        assert concluded(app) == [("house-style", "open")]
        assert screen.at_cursor() == (1, 1)
        (note,) = screen.notes.differences[1]
        assert (note.kind, note.left.exact) == ("transliteration", "al-Abadi")


async def test_the_legend_names_every_digit_and_tells_how_far_one_has_come(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(80, 24)) as pilot:
        await compared(pilot)
        assert all(f"{number} {word}" in legend(app) for number, word in enumerate(VERDICTS, 1))
        await pilot.resize_terminal(75, 24)
        await settled(pilot)
        assert "5 unsure" in legend(app)
        assert "✓0/4 · reviewed 0/5" in legend(app)
        await pilot.press("n", "1", "r", "}", "r")
        await pilot.resize_terminal(120, 40)
        await settled(pilot)
        assert "r reviewed" in legend(app)
        assert "judged 1/4 · reviewed 1/5" in legend(app)


async def test_a_judged_difference_looks_judged_in_the_text_and_in_the_margin(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "n", "1")
        await settled(pilot)
        assert "✎ error" in said(app, "#said")
        (line,) = [line for line in lines(app) if "Minister" in line]
        assert "T✓al-Abadi" in line
        assert line[1] == "✓"
        await pilot.press("N", "n", "x")
        await settled(pilot)
        (line,) = [line for line in lines(app) if "Minister" in line]
        assert "T×al-Abbadi" in line


async def test_enter_accepts_and_x_dismisses_and_both_go_to_the_next_that_is_unjudged(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "n", "3", "g", "n", "enter")
        await settled(pilot)
        assert screen.at_cursor() == (1, 1)
        await pilot.press("x")
        await settled(pilot)
        assert screen.at_cursor() == (4, 3)
        await pilot.press("enter")
        await settled(pilot)
        assert sorted(concluded(app), key=str) == [
            ("update", "open"),
            (None, "confirmed"),
            (None, "confirmed"),
            (None, "dismissed"),
        ]
        await pilot.press("enter")
        await settled(pilot)
        assert screen.at_cursor() == (4, 3)


async def test_judging_again_changes_the_note_and_opens_what_had_been_dismissed(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "x", "ctrl+s")
        await settled(pilot)
        await pilot.press("x", "g", "n", "4")
        await settled(pilot)
        assert [(note.text, note.verdict, note.status) for note in app.session.notes] == [("x", "acceptable", "open")]


async def test_judgements_and_reviews_are_undone_and_redone_also_after_leaving(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "1", "}", "r", "q")
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        assert list(screen.reviewed) == [0]
        assert concluded(app) == [("error", "open")]
        await pilot.press("u")
        await settled(pilot)
        assert not screen.reviewed
        await pilot.press("u")
        await settled(pilot)
        assert concluded(app) == []
        await pilot.press("ctrl+r", "ctrl+r")
        await settled(pilot)
        assert list(screen.reviewed) == [0]
        assert concluded(app) == [("error", "open")]


async def test_a_reviewed_row_is_marked_and_can_be_reviewed_again(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("}", "}", "r")
        await settled(pilot)
        assert list(screen.reviewed) == [1]
        assert any(line[1:2] == "☑" for line in lines(app))
        await pilot.press("r")
        await settled(pilot)
        assert not screen.reviewed


async def test_undo_names_the_words_and_the_story_where_it_is_another_one(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "4")
        await settled(pilot)
        await pilot.press("x")
        await settled(pilot)
        await pilot.press("u")
        await settled(pilot)
        told = [notice.message for notice in app._notifications]
        assert told[-1] == ("Undone: “retake → seize” is acceptable again (was: not a discrepancy).")
        await app.recording.turn(back=True, here=app.stories.listed[-1])
        await pilot.pause()
        assert "in another story, “" in [notice.message for notice in app._notifications][-1]


async def test_all_that_are_shown_are_judged_after_saying_what_will_happen_and_undone_as_one(
    reader: OpenReader,
) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "1", "*")
        await settled(pilot)
        assert isinstance(app.screen, BulkScreen)
        assert "4 differences shown" in said(app, "#about")
        await pilot.press("4")
        await settled(pilot)
        assert "judge 3 differences as acceptable" in said(app, "#remark")
        await pilot.press("a")
        await settled(pilot)
        assert "judge 4 differences as acceptable" in said(app, "#remark")
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen is screen
        assert concluded(app) == [("acceptable", "open")] * 4
        await pilot.press("u")
        await settled(pilot)
        assert concluded(app) == [("error", "open")]


async def test_only_what_the_filter_shows_is_judged_and_escape_judges_nothing(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("o", "3", "escape", "*")
        await settled(pilot)
        assert "1 difference shown: 1 label" in said(app, "#about")
        assert "serious or graver" in said(app, "#about")
        await pilot.press("escape", "*", "enter")
        await settled(pilot)
        assert concluded(app) == [("error", "open")]
        assert list(screen.notes.differences) == [2]


async def test_the_list_judges_with_the_same_keys_and_a_list_of_the_unjudged_runs_out(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("L", "w", "1", "2", "space", "x")
        await settled(pilot)
        assert isinstance(app.screen, DifferencesScreen)
        assert listed(app) == []
        assert concluded(app) == [("error", "open"), ("house-style", "open"), (None, "confirmed"), (None, "dismissed")]
        await pilot.press("u", "u")
        await settled(pilot)
        assert len(listed(app)) == 2
        await pilot.press("*", "5", "enter")
        await settled(pilot)
        assert listed(app) == []
        assert concluded(app)[2:] == [("unsure", "open")] * 2
        await pilot.press("backspace")
        await settled(pilot)
        assert [line.split("[")[1].split("]")[0] for line in listed(app)] == [
            "error",
            "house-style",
            "unsure",
            "unsure",
        ]


@pytest.mark.parametrize("key", ["1", "*", "s", "enter"])
async def test_a_list_of_what_has_been_compared_again_since_closes_and_judges_nothing(
    reader: OpenReader, key: str
) -> None:
    from wirediff.model import Comparison

    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("L")
        await settled(pilot)
        kept = screen.desk.comparison
        screen.lay_open(Comparison(kept.collation, kept.differences[:1]))
        await pilot.press("G", key)
        await settled(pilot)
        assert app.screen is screen
        assert concluded(app) == []


async def test_without_a_difference_at_the_cursor_nothing_is_judged(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("1", "x", "r", "9")
        await settled(pilot)
        assert concluded(app) == []
        assert not screen.reviewed
        await pilot.press("enter")
        await settled(pilot)
        assert screen.at_cursor() == (None, 0)
        assert concluded(app) == []


async def test_verdicts_of_ones_own_have_the_digits_after_the_built_in(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wirediff import verdicts

    own = tmp_path / "verdicts.yaml"
    own.write_text("verdicts:\n  legal: the lawyers have to see it\n")
    monkeypatch.setattr(verdicts, "own_file", lambda: own)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        assert "6 legal" in legend(app)
        await pilot.press("n", "6")
        await settled(pilot)
        assert concluded(app) == [("legal", "open")]


async def test_broken_verdicts_are_reported_and_the_built_in_ones_hold(
    reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wirediff import verdicts

    own = tmp_path / "verdicts.yaml"
    own.write_text("verdicts:\n  Legal!: no\n")
    monkeypatch.setattr(verdicts, "own_file", lambda: own)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        assert isinstance(screen, CompareScreen)
        assert any("verdicts.yaml" in problem for problem in app.problems)
        await pilot.press("n", "1")
        await settled(pilot)
        assert concluded(app) == [("error", "open")]
