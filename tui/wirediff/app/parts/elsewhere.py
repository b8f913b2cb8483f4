"""What can be done on other screens, for the palette: dimmed, with where it works and the way there."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.text import Text
from textual.command import Hit, Hits, Provider

from wirediff.app.action import Action, shown
from wirediff.app.keys import ACTIONS, LEADS_TO, SCOPES
from wirediff.app.legible import legible
from wirediff.app.parts.commands import MOVING, scopes_of

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp

BEHIND = 0.1
"""What the score of a match is multiplied by, so that it stands below what can be done here."""


class Far(NamedTuple):
    """Something that is done elsewhere, under one name: the actions that do it, each on another screen."""

    label: str
    tooltip: str
    actions: tuple[Action, ...]

    @property
    def where(self) -> str:
        """The screens, as the help calls them."""
        return "; ".join(SCOPES[action.scope] for action in self.actions)


def far(here: tuple[str, ...]) -> Iterator[Far]:
    """What is done in none of the scopes `here`, which would do the same under the same name."""
    near = {action.call for action in ACTIONS if action.scope in here}
    found: dict[tuple[str, str], list[Action]] = defaultdict(list)
    for action in ACTIONS:
        if action.scope not in {*here, *MOVING} and action.call not in near:
            found[action.label, action.tooltip].append(action)
    for (label, tooltip), actions in found.items():
        yield Far(label, tooltip, tuple(actions))


class Elsewhere(Provider):
    """Actions of other screens: whoever looks for one by its name is led there, or told the way."""

    async def search(self, query: str) -> Hits:
        """Those whose names match."""
        app, matcher = cast("WirediffApp", self.app), self.matcher(query)
        for each in far((*scopes_of(self.screen), "app")):
            score = matcher.match(each.label)
            if score > 0:
                text = Text(f"{each.label}  {each.where}", app.palette.quiet)
                yield Hit(BEHIND * score, text, partial(self._lead, each), text=each.label, help=each.tooltip)

    async def _lead(self, wanted: Far) -> None:
        """Go where it works if a key here goes there; say which key does it, or where."""
        app = cast("WirediffApp", self.app)
        here = (*scopes_of(app.screen), "app")
        ways = [(action, way) for action in wanted.actions for way in _ways(action)]
        for _, way in ways:
            if way.scope in here:
                await (app if way.scope == "app" else app.screen).run_action(way.call)
                break
        there = next((action for action in wanted.actions if action.scope in scopes_of(app.screen)), None)
        if there is not None:
            said = f"{self._key(there)} does it here: {_lowered(wanted.tooltip)}"
        else:
            said = f"{self._key(wanted.actions[0])} does it {_lowered(SCOPES[wanted.actions[0].scope])}"
            for way in _ways(wanted.actions[0])[:1]:
                said += f"; {self._key(way)} leads there {_lowered(SCOPES[way.scope])}"
        app.notify(legible(f"{wanted.label}: {said}"), timeout=8, markup=False)

    def _key(self, action: Action) -> str:
        return shown(cast("WirediffApp", self.app).keymap.of(action)[0])


def _ways(wanted: Action) -> list[Action]:
    """The actions that lead to the screen on which something is done."""
    return [action for action in ACTIONS if action.id in LEADS_TO.get(wanted.scope, ())]


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
