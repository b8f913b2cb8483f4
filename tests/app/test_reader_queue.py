"""The notes of a story, and the review queue over all stories."""

from pathlib import Path

import msgspec
from driving import WIDE, compared, listed, said, settled
from handmade import OpenReader, two_compared

from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.review.notes import NotesScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.notes import Draft, NoteStore


def entries(app) -> list[str]:
    """What the first lines of the entries in the list say."""
    return listed(app)[::2]


async def test_the_queue_leads_from_the_list_of_stories_to_the_place_of_a_note(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "n", "1", "n", "2", "escape", "M")
        await settled(pilot)
        assert ["error" in entries(app)[0], "house-style" in entries(app)[1]] == [True, True]
        assert all(" · V1/V2" in entry for entry in entries(app))
        assert str(two_compared().differences[1].kind) in entries(app)[0]
        await pilot.press("j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.at_cursor() == (2, 2)
        await pilot.press("escape")
        assert isinstance(app.screen, StoriesScreen)


async def test_from_an_open_story_the_queue_leads_to_a_place_on_the_same_screen(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        await pilot.press("n", "n", "1", "g", "M", "enter")
        await settled(pilot)
        assert app.screen is screen
        assert screen.at_cursor() == (1, 1)


async def test_notes_are_judged_reopened_deleted_and_brought_back_where_they_are_listed(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "1", "n", "2", "n", "3", "M", "space", "x")
        await settled(pilot)
        assert [(note.verdict, note.status) for note in app.session.notes] == [
            ("error", "confirmed"),
            ("house-style", "dismissed"),
            ("update", "open"),
        ]
        assert len(entries(app)) == 1
        await pilot.press("d")
        await settled(pilot)
        assert "Backspace shows all" in said(app, "#remark")
        await pilot.press("u", "backspace", "g", "o", "é")
        await settled(pilot)
        assert [(note.verdict, note.status) for note in app.session.notes] == [
            ("house-style", "open"),
            ("house-style", "dismissed"),
            ("update", "open"),
        ]


async def test_the_queue_is_narrowed_by_verdict_tag_author_and_words_and_stays_so(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "a", "f", "tab", "tab", "tab", *"tg", "ctrl+s")
        await settled(pilot)
        await pilot.press("n", "2", "M", "t")
        await settled(pilot)
        assert len(entries(app)) == 1
        assert "#tg" in said(app, "#remark")
        await pilot.press("escape", "M")
        await settled(pilot)
        assert len(entries(app)) == 1
        await pilot.press("backspace", "v", "v", "w")
        await settled(pilot)
        assert "without a verdict" in said(app, "#remark")
        await pilot.press("/", *"qqq")
        await settled(pilot)
        assert entries(app) == []


async def test_an_empty_queue_says_what_to_do(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        for key in ("m", "M"):
            await pilot.press(key, "enter", "space", "a", "<")
            await settled(pilot)
            assert isinstance(app.screen, NotesScreen)
            assert "a writes one" in said(app, "#remark")
            await pilot.press("escape")


async def test_a_note_is_edited_with_its_tags_in_the_list(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await compared(pilot)
        await pilot.press("n", "1", "m", "a", "w", "ctrl+s")
        await settled(pilot)
        assert [(note.text, note.verdict) for note in app.session.notes] == [("w", "error")]
        assert "\nw" in said(app, "#note")


async def test_a_note_whose_words_changed_is_checked_and_put_where_one_says(reader: OpenReader, tmp_path: Path) -> None:
    from wirediff.notes import anchor

    documents = two_compared().collation.versions
    end = anchor(documents[0], two_compared().differences[1].left)
    lost = msgspec.structs.replace(end, exact="al-Abady", document="older")
    orphan = msgspec.structs.replace(end, exact="Qwxzy vrrt", prefix="zq", suffix="zq", document="older", around=None)
    async with (app := reader()).run_test(size=WIDE) as pilot:
        screen = await compared(pilot)
        with NoteStore.open(app.session.paths[0], "desk") as store:
            for text, left in (("changed", lost), ("gone", orphan)):
                store.add(Draft(text=text, story="story", left=left))
        await app.recording.look()
        await pilot.press("m")
        await settled(pilot)
        assert "2 places to check" in said(app, "#remark")
        assert "takes “al-Abadi”" in said(app, "#note")
        await pilot.press("<")
        await settled(pilot)
        assert "1 place to check" in said(app, "#remark")
        await pilot.press("c")
        await settled(pilot)
        assert len(entries(app)) == 1
        assert "These are the words it was made on" in said(app, "#note")
        assert "Qwxzy vrrt" in said(app, "#note")
        await pilot.press("backspace", "g", "enter")
        await settled(pilot)
        assert app.screen is screen
        assert screen.at_cursor() == (1, 1)
        await pilot.press("u")
        await settled(pilot)
        assert app.session.notes[0].left.exact == "al-Abady"


async def test_a_note_on_files_that_are_not_open_is_listed_and_leads_nowhere(reader: OpenReader) -> None:
    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        with NoteStore.open(app.session.paths[0], "desk") as store:
            store.add(Draft(text="far away", story="none"))
        await app.recording.look()
        await pilot.press("M")
        await settled(pilot)
        assert "not among those that are open" in said(app, "#note")
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen)


async def test_a_note_on_a_version_without_others_leads_to_its_paragraph_alone(reader: OpenReader) -> None:
    from wirediff.app.screens.alone import AloneScreen
    from wirediff.app.widgets.collation_view import CollationView
    from wirediff.model import Side
    from wirediff.notes import anchor

    async with (app := reader()).run_test(size=WIDE) as pilot:
        await settled(pilot)
        (version,) = app.session.library.stories[1].documents
        end = anchor(version, Side(0, 1, 2, 8, "single"))
        with NoteStore.open(app.session.paths[0], "desk") as store:
            store.add(Draft(text="why", story="other", left=end))
        await app.recording.look()
        await pilot.press("M", "enter")
        await settled(pilot)
        assert isinstance(app.screen, AloneScreen)
        view = app.screen.query_one(CollationView)
        (passage,) = (passage for cell in view.page.sheet.rows[view.cursor].cells for passage in cell)
        assert passage.paragraph == 1
