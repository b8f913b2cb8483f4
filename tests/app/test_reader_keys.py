import inspect
from collections import Counter

import pytest

from wirediff.app.action import shown
from wirediff.app.app import WirediffApp
from wirediff.app.keys import ACTIONS, SCOPES, TOGETHER, actions, bindings
from wirediff.app.screens.alone import AloneScreen
from wirediff.app.screens.compare.screen import CompareScreen
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.export import ExportScreen
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.help import HelpScreen
from wirediff.app.screens.insight.ledger import LedgerScreen
from wirediff.app.screens.insight.names import NamesScreen
from wirediff.app.screens.insight.substitution import SubstitutionScreen
from wirediff.app.screens.jump import JumpScreen
from wirediff.app.screens.opened import Opened
from wirediff.app.screens.review.bulk import BulkScreen
from wirediff.app.screens.review.correct import CorrectScreen
from wirediff.app.screens.review.differences import DifferencesScreen
from wirediff.app.screens.review.note import NoteScreen
from wirediff.app.screens.review.notes import NotesScreen
from wirediff.app.screens.stories import StoriesScreen
from wirediff.app.screens.theme import ThemeScreen
from wirediff.app.screens.versions import VersionsScreen
from wirediff.app.screens.words import Words
from wirediff.app.widgets.choices import Choices
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.search_bar import SearchBar

OWNERS: dict[str, type] = {
    "app": WirediffApp,
    "stories": StoriesScreen,
    "compare": CompareScreen,
    "alone": AloneScreen,
    "text": CollationView,
    "jump": JumpScreen,
    "search": SearchBar,
    "words": Words,
    "list": Choices,
    "notes": NotesScreen,
    "note": NoteScreen,
    "differences": DifferencesScreen,
    "bulk": BulkScreen,
    "correct": CorrectScreen,
    "filter": FilterScreen,
    "versions": VersionsScreen,
    "export": ExportScreen,
    "theme": ThemeScreen,
    "page": HelpScreen,
    "dialog": Dialog,
    "insight": NamesScreen,
    "ledger": LedgerScreen,
    "substitution": SubstitutionScreen,
}


def test_every_scope_has_a_name_an_owner_and_actions() -> None:
    assert set(SCOPES) == set(OWNERS) == {action.scope for action in ACTIONS}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_no_key_does_nothing(action) -> None:
    name, _, arguments = action.call.partition("(")
    of_screen = name.startswith("screen.")
    method = getattr(Opened if of_screen else OWNERS[action.scope], f"action_{name.removeprefix('screen.')}")
    takes = [p for p in inspect.signature(method).parameters.values() if p.default is p.empty and p.name != "self"]
    assert len([p for p in takes if p.kind is not p.VAR_KEYWORD]) == (1 if arguments else 0)
    assert action.label
    assert action.tooltip[0].isupper()
    assert not action.tooltip.endswith(".")


@pytest.mark.parametrize("scope", SCOPES)
def test_what_is_in_the_table_is_bound_by_its_owner(scope: str) -> None:
    bound = {binding.id for binding in OWNERS[scope].BINDINGS if binding.id}
    assert bound == {action.id for action in actions(scope)}


def test_ids_are_unique() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("scopes", [*TOGETHER, *((scope,) for scope in SCOPES)])
def test_no_key_has_two_meanings_at_once(scopes: tuple[str, ...]) -> None:
    used = Counter(key for scope in scopes for action in actions(scope) for key in action.keys.split())
    assert [key for key, times in used.items() if times > 1] == []


def test_no_action_hangs_on_a_key_that_old_terminals_cannot_send() -> None:
    for action in ACTIONS:
        keys = action.keys.split()
        assert not {"ctrl+h", "ctrl+j", "ctrl+m", "ctrl+i"} & set(keys)
        assert not keys[0].startswith(("alt+", "ctrl+shift+"))


def test_bindings_take_every_key_of_an_action() -> None:
    (following,) = [binding for binding in bindings("compare") if binding.id == "compare.next"]
    assert following.key == "n,],alt+down"
    assert following.key_display == "n"


def test_keys_are_written_for_people() -> None:
    assert [shown(key) for key in ("ctrl+p", "pagedown", "}", "N", "escape")] == ["Ctrl+P", "PgDn", "}", "N", "Esc"]
