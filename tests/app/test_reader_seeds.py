"""The whole road on the bundled stories, with nothing replaced."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from driving import settled
from textual.pilot import Pilot
from textual.widgets import Input

from wirediff import export
from wirediff.app.app import WirediffApp
from wirediff.app.reading.desk import Filter
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.widgets.tick import Tick
from wirediff.kinds import Kind, Severity
from wirediff.notes import NoteStore
from wirediff.pipeline import Settings, find_stories, read_paths, report
from wirediff.resources import shipped


def copied(folder: Path) -> None:
    """The stories without the notes that somebody may have written beside them."""
    folder.mkdir()
    for story in shipped("seeds").glob("*.txt"):
        shutil.copy(story, folder)


async def opened(pilot: Pilot[None], app: WirediffApp) -> CompareScreen:
    """The story with the most versions, reached by the keys of the list."""
    await settled(pilot)
    stories = app.session.library.stories
    place = max(range(len(stories)), key=lambda place: len(stories[place].versions))
    await pilot.press(*["j"] * place, "enter")
    await settled(pilot)
    assert isinstance(app.screen, CompareScreen)
    return app.screen


async def test_a_note_on_a_name_survives_leaving_and_the_export_is_the_command_lines(tmp_path: Path) -> None:
    folder = tmp_path / "iraq"
    copied(folder)
    out = tmp_path / "out.md"
    async with (app := WirediffApp([folder], Settings())).run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot, app)
        differences = screen.desk.comparison.differences
        names = [place for place in screen.desk.seen if differences[place].kind is Kind.TRANSLITERATION]
        wanted = names[0]
        await pilot.press(*["n"] * (screen.desk.seen.index(wanted) + 1))
        assert screen.at_cursor()[1] == wanted
        await pilot.press("a", *"One spelling.", "ctrl+s")
        await settled(pilot)
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one(Input).value = str(out)
        await pilot.press("enter")
        await settled(pilot)
        story = screen.story
        await pilot.press("q")
    with NoteStore.open(folder) as store:
        notes = store.notes()
    stories = [
        one for one in find_stories(read_paths([folder], Settings()).documents, Settings()) if one.id == story.id
    ]
    assert out.read_bytes() == export.render(report(stories, notes, Settings()), "markdown")
    async with (again := WirediffApp([folder], Settings())).run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot, again)
        ((difference, (note,)),) = screen.notes.differences.items()
        assert note.text == "One spelling."
        assert screen.desk.comparison.differences[difference] == differences[wanted]


async def test_what_is_shown_is_exported_alone_in_the_bytes_of_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "iraq"
    copied(folder)
    shown, by_command = tmp_path / "shown.md", tmp_path / "command.md"
    async with (app := WirediffApp([folder], Settings())).run_test(size=(140, 40)) as pilot:
        screen = await opened(pilot, app)
        desk = screen.desk
        other = desk.comparison.collation.versions[1].path
        kinds = frozenset(Kind) - {Kind.NAMING, Kind.NUMBER}
        screen.looking.at(replace(desk, others=(1,), filter=Filter(kinds, Severity.NOTABLE)))
        await pilot.press("e")
        await pilot.pause()
        assert (
            str(app.screen.query_one(Tick).label) == "only what is shown: naming, number; notable and serious; V1, V2"
        )
        app.screen.query_one(Input).value = str(shown)
        await pilot.press("ctrl+o", "enter")
        await settled(pilot)
        await pilot.press("q")
    options = ["--kind", "naming,number", "--severity", "notable,serious", "--version", other, "-o", str(by_command)]
    subprocess.run([sys.executable, "-m", "wirediff", "export", str(folder), "-f", "markdown", *options], check=True)
    assert shown.read_bytes() == by_command.read_bytes()
    assert b"naming" in shown.read_bytes()


async def test_where_everything_is_shown_nothing_is_offered_instead(tmp_path: Path) -> None:
    copied(tmp_path / "iraq")
    async with (app := WirediffApp([tmp_path / "iraq"], Settings())).run_test(size=(140, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("e", "ctrl+o")
        await pilot.pause()
        assert not app.screen.query(Tick)


async def test_two_files_named_one_by_one_are_opened_at_once_the_first_as_the_base(tmp_path: Path) -> None:
    files = sorted(shipped("seeds").glob("*.txt"))
    chosen = [Path(shutil.copy(files[place], tmp_path)) for place in (2, 1)]
    async with (app := WirediffApp(chosen, Settings())).run_test(size=(140, 40)) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert [version.path for version in app.screen.desk.comparison.collation.versions] == [str(p) for p in chosen]


def test_importing_the_room_loads_no_toolkit() -> None:
    code = "import sys, wirediff.app; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_screen_needs_neither_readers_nor_exports() -> None:
    code = (
        "import sys, wirediff.app.app; "
        "print([name for name in ('trafilatura', 'rapidfuzz', 'sentencex', 'wirediff.pipeline', 'wirediff.read',"
        " 'wirediff.export') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
