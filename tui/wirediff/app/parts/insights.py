"""Opening what many differences show, going from there to the texts, and judging substitutions."""

import asyncio
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from wirediff.app.screens.full import FullScreen
from wirediff.errors import WirediffError
from wirediff.model import Comparison, Story

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp
    from wirediff.app.insight.rulings import Rulings
    from wirediff.app.reading.places import Aim
    from wirediff.glossary import Judged
    from wirediff.insight.places import Place as Span


class Insights:
    """The part of the application that deals with names, substitutions and facts; `glossary` keeps judgements."""

    def __init__(self, app: "WirediffApp", glossary: Path | None) -> None:
        self._app = app
        self._glossary = glossary

    def open(self, name: str, stories: Sequence[Story]) -> None:
        """Show the "names", the "ledger" or the "facts" of some stories."""
        if name == "names":
            from wirediff.app.screens.insight.names import NamesScreen

            self._app.push_screen(NamesScreen(stories))
        elif name == "ledger":
            from wirediff.app.screens.insight.ledger import LedgerScreen

            self._app.push_screen(LedgerScreen(stories))
        else:
            from wirediff.app.screens.insight.facts import FactsScreen

            self._app.push_screen(FactsScreen(stories))

    def visit(self, story: Story, spans: "Sequence[Span]") -> None:
        """Go to places in a story: on the screen below if it is open there, else on one of its own."""
        from wirediff.app.reading.places import spot
        from wirediff.app.screens.compare.screen import CompareScreen

        def at(made: Comparison) -> "Aim":
            return spot(made, spans)

        below = self._app.screen_stack[-2]
        if isinstance(below, CompareScreen) and below.story.id == story.id:
            self._app.pop_screen()
            below.visit(at)
        else:
            self._app.opening.open(story, at=at)

    @cached_property
    def _rulings(self) -> "Rulings":
        from wirediff.app.insight.rulings import Rulings

        assert self._glossary is not None
        return Rulings(self._glossary)

    async def judge(self, judged: "Judged") -> bool:
        """Keep a judgement in the user's glossary and look at everything by it; False where that failed."""
        if self._glossary is None:
            self._app.warn("there is no configuration folder to keep judgements in")
            return False
        return await self._change(lambda: self._rulings.judge(judged)) is not None

    async def take_back(self) -> "Judged | None":
        """Undo the last judgement of this run; None where there is none, or where that failed."""
        taken = await self._change(self._rulings.take_back) if self._glossary else None
        if taken is None:
            self._app.notify("There is no judgement of this run to take back.", timeout=4)
        return taken

    async def _change(self, act: "Callable[[], Judged | None]") -> "Judged | None":
        """Change the judgements, and renew what was made by those before."""
        try:
            done = await asyncio.to_thread(act)
        except (WirediffError, OSError) as error:
            self._app.warn(str(error))
            return None
        if done is not None:
            self._app.session.renew_rules(self._rulings.path)
            for screen in self._app.screen_stack:
                if isinstance(screen, FullScreen):
                    screen.rejudged()
        return done
