"""Finding words: plainly as one types them, by expressions of any malice, and what is shown of it."""

import re
import threading
import time
from itertools import pairwise

import pytest
from driving import collated, settled, struck
from handmade import OpenReader, two_compared
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import split_graphemes
from textual.pilot import Pilot
from textual.widgets import Input, Static

from wirediff.app.layout.collated import View, sheet_of
from wirediff.app.layout.lights import Light, Spot
from wirediff.app.layout.sheet import Passage, Sheet, SheetRow
from wirediff.app.reading.search import BadQuery, Found, Query, find, story_text
from wirediff.app.widgets.search_bar import SearchBar

LETTERS = st.text("abAB .-", max_size=30)


def sheet_with(*texts: str) -> Sheet:
    """A column of passages."""
    passages = [Passage(text, str(n), version=0, paragraph=n) for n, text in enumerate(texts, 1)]
    return Sheet(tuple(SheetRow(((each,),), range(n, n + 1)) for n, each in enumerate(passages)), ((0,),))


def found_in(sheet: Sheet, found: Found) -> list[str]:
    texts = {spot[:3]: passage.text for spot, passage in story_text(sheet)}
    return [texts[match.spot[:3]][match.spot.at : match.end] for match in found.matches]


def searched(text: str, expression: str) -> Found | BadQuery:
    try:
        return find(sheet_with(text), Query(expression, regex=True), seconds=0.5)
    except BadQuery as refused:
        return refused


@given(st.lists(LETTERS, max_size=5), st.text("abAB .-", min_size=1, max_size=3), st.booleans())
def test_plain_words_are_found_wherever_they_stand(texts: list[str], words: str, case: bool) -> None:
    found = find(sheet_with(*texts), Query(words, case=case))
    flags = 0 if case else re.IGNORECASE
    expected = [(n, hit.start()) for n, text in enumerate(texts) for hit in re.finditer(re.escape(words), text, flags)]
    assert [(match.spot.row, match.spot.at) for match in found.matches] == expected
    assert found.complete


@given(st.text(max_size=20))
def test_any_expression_is_searched_for_or_refused_with_a_reason(text: str) -> None:
    outcome = searched("Forces retook al-Qaim on 3 November.", text)
    assert isinstance(outcome, Found) or str(outcome)


@given(st.text("()[]{}|*+?.^$\\d0123456789,<>=!:#PRab-", max_size=14))
def test_expressions_made_of_their_own_signs_end_nothing(text: str) -> None:
    outcome = searched("abba 12, aab", text)
    if isinstance(outcome, Found):
        assert all(match.end > match.spot.at for match in outcome.matches)
    else:
        assert str(outcome)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(", "missing )"),
        ("[a", "unterminated"),
        ("*", "nothing to repeat"),
        ("(?:a{60000}){60000}", "repetitions"),
        ("(?:(?:(?:a|b){999}){999}){999}", "repetitions"),
        ("(?R)", "inside itself"),
        ("(a)(?1)", "inside itself"),
        ("(" * 900 + ")" * 900, "longer than"),
        ("(" * 450 + ")" * 450, "compiled"),
    ],
)
def test_a_bad_expression_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(BadQuery, match=re.escape(why)):
        find(sheet_with("a"), Query(text, regex=True))


@pytest.mark.parametrize("text", [r"(x+x+)+y", r"(?:x?){400}x{20}y", r"(x|xx)+$"])
def test_a_catastrophic_expression_ends_in_time_and_lets_others_work_meanwhile(text: str) -> None:
    beats: list[float] = []
    done = threading.Event()

    def beat() -> None:
        while not done.wait(0.01):
            beats.append(time.monotonic())

    clock = threading.Thread(target=beat)
    clock.start()
    found = find(sheet_with("fine", "x" * 50_000 + "z", "x" * 50_000 + "z"), Query(text, regex=True), seconds=0.4)
    done.set()
    clock.join()
    assert not found.complete
    assert len(beats) > 10


def test_a_search_that_is_not_wanted_any_more_stops() -> None:
    asked = iter([True, False])
    found = find(sheet_with("a", "a", "a"), Query("a"), lambda: next(asked))
    assert (len(found.matches), found.complete) == (1, False)


def test_no_remark_of_ours_is_found_and_every_version_is_searched() -> None:
    sheet = sheet_of(two_compared(), View((0, 1), frozenset()))
    assert not find(sheet, Query("not in")).matches
    assert {match.spot.column for match in find(sheet, Query("Minister")).matches} == {0, 1}
    assert {match.spot.row for match in find(sheet, Query("crossing")).matches} == {-1, 0}


@given(
    st.lists(st.text("ab日e\u0301👩\u200d", max_size=12), min_size=1, max_size=4),
    st.text("ae\u0301👩", min_size=1, max_size=2),
)
def test_matches_are_whole_graphemes_and_follow_each_other(texts: list[str], words: str) -> None:
    sheet = sheet_with(*texts)
    found = find(sheet, Query(words))
    ends = {n: {0, *(end for _, end, _ in split_graphemes(text)[0])} for n, text in enumerate(texts)}
    for match in found.matches:
        assert {match.spot.at, match.end} <= ends[match.spot.row]
    places = [(match.spot, match.spot._replace(at=match.end)) for match in found.matches]
    assert all(one[1] <= two[0] for one, two in pairwise(places))


@given(st.lists(LETTERS, min_size=1, max_size=5), st.integers(-1, 6), st.integers(0, 9))
def test_the_nearest_match_is_the_first_from_there_on(texts: list[str], row: int, at: int) -> None:
    found = find(sheet_with(*texts), Query("a"))
    assume(found.matches)
    spot = Spot(row, 0, 0, at)
    behind = [n for n, match in enumerate(found.matches) if match.spot >= spot]
    assert found.nearest(spot) == (behind[0] if behind else 0)


def test_only_the_match_at_hand_is_lit_as_such() -> None:
    found = find(sheet_with("a b a", "a"), Query("a"))
    lights = found.lights(1)
    assert [span.light for spans in lights.values() for span in spans] == [Light.MATCH, Light.HERE, Light.MATCH]


async def typed(pilot: Pilot[None], *keys: str) -> str:
    """Type, and give what the bar says."""
    await pilot.press(*keys)
    await settled(pilot)
    return str(pilot.app.screen.query_one("#found", Static).visual)


async def test_typing_finds_n_walks_round_and_escape_ends(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("/")
        await pilot.pause()
        assert await typed(pilot, *"cross") == "1/4"
        assert await typed(pilot, "down") == "2/4"
        await pilot.press("enter")
        rows = []
        for key in ("n", "n", "n", "N"):
            said = await typed(pilot, key)
            rows.append((said, view.cursor, view.current))
        assert rows == [("3/4", 1, None), ("4/4", 1, None), ("1/4", 0, None), ("4/4", 1, None)]
        lit = [s for y in range(view.size.height) for s in view.render_line(y) if s.text == "cross" and s.style.reverse]
        assert len(lit) == 4
        assert sum(bool(segment.style.underline) for segment in lit) == 1
        await pilot.press("escape")
        await settled(pilot)
        assert not app.screen.query(SearchBar)
        assert not any(s.style.reverse and s.text == "cross" for y in range(9) for s in view.render_line(y))
        await pilot.press("n")
        assert view.current is not None


async def test_keys_in_one_burst_after_enter_walk_the_matches(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("/")
        await pilot.pause()
        struck(app, *"cross", "enter", "n", "n")
        await settled(pilot)
        assert app.screen.query_one(Input).value == "cross"
        assert str(app.screen.query_one("#found", Static).visual) == "3/4"
        assert view.has_focus


async def test_enter_ends_a_search_for_what_is_not_there_also_before_that_is_known(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("/")
        await pilot.pause()
        struck(app, *"qqq", "enter", "n")
        await settled(pilot)
        assert not app.screen.query(SearchBar)
        assert view.has_focus


async def test_escape_while_typing_goes_back_to_where_the_search_began(reader: OpenReader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("n", "n")
        before = view.cursor, view.current
        await pilot.press("/")
        await pilot.pause()
        await typed(pilot, *"stormed")
        assert view.cursor == 5
        await pilot.press("escape")
        await settled(pilot)
        assert (view.cursor, view.current) == before


async def test_the_bar_toggles_regex_and_case_and_tells_of_a_bad_expression(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=(120, 40)) as pilot:
        await collated(pilot)
        await pilot.press("/")
        await pilot.pause()
        assert await typed(pilot, *"IS") == "1/9"
        assert await typed(pilot, "ctrl+t") == "1/3"
        assert await typed(pilot, *r"\b") == "no match"
        assert await typed(pilot, "ctrl+r") == "1/2"
        assert (await typed(pilot, "(")).startswith("bad expression: missing )")
        assert "[x] regex Ctrl+R" in str(app.screen.query_one("#keys", Static).visual)


async def test_what_is_folded_away_is_found_and_unfolded(reader: OpenReader, monkeypatch) -> None:
    monkeypatch.setattr("wirediff.app.layout.collated.FEWEST_FOLDED", 1)
    async with reader().run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("z")
        assert any(row.folded for row in view.page.sheet.rows)
        await pilot.press("/")
        await pilot.pause()
        assert await typed(pilot, *"retook") == "1/2"
        assert not any(row.folded for row in view.page.sheet.rows)


async def test_the_same_is_found_again_in_one_column_and_read_alone(reader: OpenReader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        view = await collated(pilot)
        await pilot.press("/")
        await pilot.pause()
        assert await typed(pilot, *"forces", "enter", "n") == "2/4"
        await pilot.press("s", "s")
        await settled(pilot)
        assert view.page.sheet.columns == 1
        assert (await typed(pilot, "n")).endswith("/3")  # what both say stands there once
        await pilot.press("escape", "R")
        await settled(pilot)
        await pilot.press("/")
        await pilot.pause()
        assert await typed(pilot, *"connect") == "1/1"
