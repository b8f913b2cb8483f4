"""Names, substitutions and facts in the reader: found in real comparisons, gone to, judged and taken back."""

from pathlib import Path

import pytest
from driving import WIDE, said, settled
from textual.pilot import Pilot

from wirediff.app.app import WirediffApp
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.insight.facts import FactsScreen
from wirediff.app.screens.insight.ledger import LedgerScreen
from wirediff.app.screens.insight.listing import InsightScreen
from wirediff.app.screens.insight.names import NamesScreen
from wirediff.app.screens.insight.substitution import SubstitutionScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.widgets.choices import Choices
from wirediff.app.widgets.roll import Roll
from wirediff.glossary import load
from wirediff.kinds import Kind, Severity
from wirediff.pipeline import Settings

BODY = """Prime Minister Haider {name} said on Friday that {count} fighters had left the border town of Al-Qaim.

Government troops entered the town in the morning after {strikes}, the army said in a statement on Friday.

The operation began last week with {strikes} along the Euphrates river near the border with Syria.
"""


@pytest.fixture
def app(tmp_path: Path) -> WirediffApp:
    """The reader on two versions of one report and a report of something else."""
    folder = tmp_path / "stories"
    folder.mkdir()
    for number, (outlet, name, count, strikes) in enumerate(
        [("AFP", "al-Abadi", "1,500", "air strikes"), ("Reuters", "al-Abbadi", "2,500", "airstrikes")]
    ):
        text = BODY.format(name=name, count=count, strikes=strikes)
        (folder / f"{number}.txt").write_text(f"Troops retake the crossing\n\nBAGHDAD ({outlet}) - {text}")
    (folder / "storm.txt").write_text(
        "Storm floods harbour\n\nHeavy rain flooded the harbour of the city on Monday and closed two schools.\n\n"
        "Ferries were cancelled until the evening, the port authority said.\n"
    )
    return WirediffApp([folder], Settings(), config=tmp_path / "config")


def found(app: WirediffApp, id: str = "#found") -> list[str]:
    roll = app.screen.query_one(id, Roll)
    lines = (roll.render_line(y).text.rstrip() for y in range(roll.size.height))
    return [line for line in lines if line.strip("▌ ")]


async def opened(pilot: Pilot[None], key: str, *, over: str = "stories") -> InsightScreen[object]:
    """One of the lists, over all stories or over the one of two versions."""
    await settled(pilot)
    if over == "story":
        place = next(n for n, story in enumerate(pilot.app.screen.listed) if len(story.versions) > 1)
        await pilot.press("g", *"j" * place, "enter")
        await settled(pilot)
    await pilot.press(key)
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, InsightScreen)
    return screen


def at(screen: InsightScreen[object], text: str) -> int:
    return next(n for n, entry in enumerate(screen._listed) if text in screen.words(entry))


@pytest.mark.parametrize(("key", "kind"), [("A", NamesScreen), ("S", LedgerScreen), ("F", FactsScreen)])
@pytest.mark.parametrize("over", ["stories", "story"])
async def test_each_key_opens_its_list_from_both_screens_and_escape_leads_back(
    app: WirediffApp, key: str, kind: type, over: str
) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, key, over=over)
        assert isinstance(screen, kind)
        assert len(screen.stories) == (2 if over == "stories" else 1)
        await pilot.press("escape")
        assert isinstance(app.screen, StoriesScreen if over == "stories" else CompareScreen)


async def test_a_name_shows_its_forms_per_version_and_leads_to_a_place_in_the_open_story(app: WirediffApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "A", over="story")
        screen.query_one("#found", Roll).go(at(screen, "al-Abbadi"))
        await pilot.pause()
        shown = "\n".join(found(app, "#places"))
        assert "Haider al-Abbadi" in shown
        assert "V2" in shown
        assert "…" in shown or "said on Friday" in shown
        await pilot.press("enter", "j", "enter")
        await settled(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.at_cursor()[0] == 0
        await pilot.press("escape")
        assert isinstance(app.screen, StoriesScreen)


async def test_from_the_list_over_all_stories_a_place_opens_its_story_and_escape_comes_back(app: WirediffApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S")
        screen.query_one("#found", Roll).go(at(screen, "airstrikes"))
        await pilot.pause()
        await pilot.press("enter", "enter")
        await settled(pilot)
        compare = app.screen
        assert isinstance(compare, CompareScreen)
        row, difference = compare.at_cursor()
        assert row == 1
        assert compare.desk.comparison.differences[difference].kind is Kind.SPELLING
        assert "air strikes" in said(app, "#said")
        await pilot.press("escape")
        assert app.screen is screen


async def test_facts_on_which_versions_disagree_come_first_and_are_flagged(app: WirediffApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "F", over="story")
        first = found(app)[:2]
        assert "not the same" in first[0]
        assert "V1 1,500 · V2 2,500" in first[1] or "V1 2,500 · V2 1,500" in first[1]
        assert [told.fact.agree for told in screen._listed] == sorted(told.fact.agree for told in screen._listed)


async def test_words_and_everything_change_what_is_listed_and_an_empty_list_says_how_to_go_on(app: WirediffApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S")
        recurring = len(screen._listed)
        await pilot.press("o")
        await settled(pilot)
        assert len(screen._listed) > recurring
        await pilot.press("/", *"abbadi", "enter")
        assert len(screen._listed) == 1
        await pilot.press("/", *"zz", "enter")
        await pilot.pause()
        assert "Backspace" in said(app, "#empty")
        await pilot.press("backspace")
        assert len(screen._listed) > 1


async def test_a_judgement_is_shown_first_then_kept_in_force_and_taken_back(app: WirediffApp, tmp_path: Path) -> None:
    glossary = tmp_path / "config" / "glossary.yaml"
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S", over="story")
        compare = app.screen_stack[-2]
        assert severities(compare) == {Severity.COSMETIC}
        screen.query_one("#found", Roll).go(at(screen, "airstrikes"))
        await pilot.press("2")
        await settled(pilot)
        assert isinstance(app.screen, SubstitutionScreen)
        assert app.screen.query_one(Choices).option_count == 4
        assert "0 differences would weigh otherwise" in said(app, "#remark")
        await pilot.press("1")
        await settled(pilot)
        assert "2 differences would weigh otherwise" in said(app, "#remark")
        assert "cosmetic → serious" in "\n".join(found(app, "#touched"))
        assert not glossary.exists()
        await pilot.press("enter")
        await settled(pilot)
        assert [(each.verdict, each.outlet) for each in load(glossary).judged] == [("error", "")]
        assert severities(compare) == {Severity.SERIOUS}
        assert "error everywhere" in found(app)[2 * at(screen, "airstrikes")]
        await pilot.press("u")
        await settled(pilot)
        assert load(glossary).judged == ()
        assert severities(compare) == {Severity.COSMETIC}
        await pilot.press("u")
        await settled(pilot)
        assert load(glossary).judged == ()


async def test_a_scope_is_chosen_with_the_cursor_and_escape_judges_nothing(app: WirediffApp, tmp_path: Path) -> None:
    glossary = tmp_path / "config" / "glossary.yaml"
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S")
        screen.query_one("#found", Roll).go(at(screen, "airstrikes"))
        await pilot.press("3", "escape")
        await settled(pilot)
        assert not glossary.exists()
        await pilot.press("3", "j", "j", "j", "enter")
        await settled(pilot)
        assert [set(each.between) for each in load(glossary).judged] == [{"AFP", "Reuters"}]


async def test_taking_back_brings_what_was_replaced_and_leaves_the_rest_of_the_file(
    app: WirediffApp, tmp_path: Path
) -> None:
    glossary = tmp_path / "config" / "glossary.yaml"
    glossary.parent.mkdir()
    glossary.write_text("# mine\ntitle: desk\njudged:\n- {from: airstrikes, to: air strikes, verdict: ignore}\n")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S")
        screen.query_one("#found", Roll).go(at(screen, "airstrikes"))
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert [each.verdict for each in load(glossary).judged] == ["error"]
        await pilot.press("u")
        await settled(pilot)
    assert [(each.one, each.verdict) for each in load(glossary).judged] == [("airstrikes", "ignore")]
    assert glossary.read_text().startswith("# mine\ntitle: desk\n")


async def test_a_glossary_that_cannot_be_written_is_told_and_nothing_is_lost(app: WirediffApp, tmp_path: Path) -> None:
    glossary = tmp_path / "config" / "glossary.yaml"
    glossary.parent.mkdir()
    glossary.write_text("titel: desk\n")
    async with app.run_test(size=WIDE) as pilot:
        screen = await opened(pilot, "S")
        screen.query_one("#found", Roll).go(at(screen, "airstrikes"))
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert any("titel" in problem for problem in app.problems)
    assert glossary.read_text() == "titel: desk\n"


def severities(screen: CompareScreen) -> set[Severity]:
    return {each.severity for each in screen.desk.comparison.differences if each.kind is Kind.SPELLING}
