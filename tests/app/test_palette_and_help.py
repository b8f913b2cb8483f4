"""What the palette finds, and what the help says where one is."""

from driving import WIDE, compared, said, settled
from handmade import OpenReader, document, story_of
from textual.command import CommandPalette
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from wirediff.app.app import WirediffApp
from wirediff.app.keys import ACTIONS, LEADS_TO, SCOPES, actions
from wirediff.app.library.session import Library
from wirediff.app.parts.commands import MOVING
from wirediff.app.parts.elsewhere import far
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.help import HelpScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.kinds import Kind


async def choose(pilot: Pilot[None], words: str) -> None:
    """Type words into the palette, and take the first thing that it finds."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    assert isinstance(pilot.app.screen, CommandPalette)
    pilot.app.screen.query_one(Input).value = words
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    if isinstance(pilot.app.screen, CommandPalette):
        await pilot.press("enter")
        await settled(pilot)


async def test_stories_are_found_by_their_headlines_from_anywhere(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await choose(pilot, "retake crossing")
        assert isinstance(app.screen, CompareScreen)
        await choose(pilot, "alone.txt")
        assert isinstance(app.screen, AloneScreen)
        assert len(app.screen_stack) == 3


async def test_kinds_versions_and_themes_are_found_by_their_names(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await choose(pilot, "only transliteration")
        assert [screen.desk.comparison.differences[n].kind for n in screen.desk.seen] == [Kind.TRANSLITERATION]
        await choose(pilot, "every kind")
        assert len(screen.desk.seen) == 4
        await choose(pilot, "version V2")
        assert screen.desk.side == 1
        await choose(pilot, "theme light")
        assert app.looks.worn == "light"
        assert app.looks.preferences.theme == "light"


async def test_every_action_of_a_screen_is_in_the_palette(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        found = {command.help for command in app.get_system_commands(app.screen)}
        assert found >= {action.tooltip for action in actions("compare")}
        assert found.isdisjoint(action.tooltip for action in actions("stories") if action.id == "stories.gather")


async def found(pilot: Pilot[None], words: str) -> str:
    """What the palette shows for some words; it is closed again."""
    await pilot.press("ctrl+p")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = words
    await settled(pilot)
    shown = "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips(pilot.app.size))
    await pilot.press("escape")
    await settled(pilot)
    return shown


async def test_an_action_of_another_screen_is_listed_with_where_it_works_behind_those_of_this(
    reader: OpenReader,
) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        shown = await found(pilot, "sort")
        assert "Sort  In the list of stories" in shown
        assert "Sort  In the list of differences" in shown
        shown = await found(pilot, "note")
        assert shown.index("The notes on this story") < shown.index("Notable  In the filter")
        assert app.screen.query_one(CollationView)


async def test_an_action_one_key_away_is_led_to_and_its_key_told(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await choose(pilot, "all or none")
        assert isinstance(app.screen, FilterScreen)
        assert [notice.message for notice in app._notifications] == [
            "All or none: a does it here: show every kind, or none"
        ]


async def test_an_action_further_away_is_told_with_the_way_and_nothing_is_done(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await choose(pilot, "all or none")
        assert app.screen is app.stories
        assert [notice.message for notice in app._notifications] == [
            "All or none: a does it in the filter; o leads there side by side"
        ]


def test_every_way_to_a_screen_is_an_action_and_every_screen_has_one() -> None:
    ways = {action.id for action in ACTIONS}
    assert all(way in ways for each in LEADS_TO.values() for way in each)
    assert set(SCOPES) - set(LEADS_TO) - MOVING == {"app", "substitution"}


def test_what_is_done_here_is_not_listed_as_done_elsewhere_too() -> None:
    labels = {each.label for each in far(("compare", "text", "app"))}
    assert "Undo" not in labels
    assert {"Sort", "Mark", "House style"} <= labels
    undo = next(each for each in far(("export", "app")) if each.label == "Undo" and len(each.actions) > 1)
    assert undo.where.startswith("Side by side; ")


def keys_told(app: WirediffApp) -> set[str]:
    text = said(app, "Static")
    return {action.id for action in ACTIONS if action.tooltip in text}


async def test_the_help_lists_the_keys_that_work_here_and_no_others(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("?")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert {"stories.open", "list.next", "app.theme"} <= keys_told(app)
        assert not {"compare.fold", "filter.turn"} & keys_told(app)
        await pilot.press("escape", "enter")
        await settled(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert {"compare.fold", "text.down", "app.theme"} <= keys_told(app)
        assert not {"stories.gather", "filter.turn"} & keys_told(app)
        assert "one proper name in another romanisation" in said(app, "Static")


async def test_dialogs_have_a_help_of_their_own(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("o", "?")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "filter.turn" in keys_told(app)
        assert "compare.fold" not in keys_told(app)
        await pilot.press("f1")
        assert isinstance(app.screen, FilterScreen)


async def test_paging_before_a_list_has_been_laid_out_does_no_harm(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        for opens in ("ctrl+p", "o"):
            for key in (opens, "pageup", "pagedown", "escape"):
                app._driver.send_message(Key(key, None))
            await settled(pilot)
        assert isinstance(app.screen, CompareScreen)


async def test_story_text_in_the_palette_is_never_markup(reader: OpenReader) -> None:
    hostile = "[red]Vote[/red] [@click=app.bell]now[/] [/]"
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        story = story_of(document("x", "Text.", headline=hostile, published="[b]"), document("y", "Text."), id="x")
        app.session.library = Library((story,), complete=True)
        app.stories.arrived(app.session.library)
        for words in ("vote now", "version V1"):
            await pilot.press("ctrl+p")
            await pilot.pause()
            app.screen.query_one(Input).value = words
            await settled(pilot)
            shown = "".join(strip.text for strip in app.screen._compositor.render_strips(app.size))
            assert hostile in shown or words != "vote now"
            await pilot.press("escape")
            await settled(pilot)
        assert app._exception is None


async def test_a_palette_that_was_left_says_no_more_that_nothing_was_found(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        palette = app.screen
        palette._start_no_matches_countdown("zzz")
        assert palette._no_matches_timer is not None
        palette.dismiss()
        assert palette._no_matches_timer is None
        palette._start_no_matches_countdown("zzz")
        await settled(pilot)
        assert palette._no_matches_timer is None
        assert isinstance(app.screen, CompareScreen)
