"""Other looks at the same comparison: its layout, folds, kinds and versions, and two versions in one place."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from wirediff.app.layout.collated import View
from wirediff.app.naming import tag
from wirediff.app.reading.desk import Desk, Filter
from wirediff.app.screens.compare.blinking import pair, swapped
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.versions import Chosen, VersionsScreen
from wirediff.app.widgets.collation_view import CollationView
from wirediff.app.widgets.heads import Heads
from wirediff.app.widgets.target import Target
from wirediff.kinds import Kind

if TYPE_CHECKING:
    from wirediff.app.screens.compare.screen import CompareScreen


class Looking:
    """How the screen of a comparison looks at it."""

    def __init__(self, screen: "CompareScreen") -> None:
        self._screen = screen
        self._blinking = False  # from the first b until Esc, whichever version is shown
        self._in_turn = False  # two versions are shown in the room of one column

    def at(self, desk: Desk) -> None:
        """Show a desk that is looked at otherwise."""
        self._screen.desk, self._in_turn, self._blinking = desk, False, False
        self._screen.show_desk()

    def plates(self, desk: Desk) -> View | None:
        """The two versions that take turns in one column, if they do."""
        return pair(desk) if self._in_turn else None

    def turn_form(self) -> None:
        """Side by side, in one column, or as the width allows."""
        if (desk := self._screen.desk) is not None:
            self.at(reformed := desk.reformed(self._screen.at_cursor()[1]))
            self._screen.notify(f"Versions {reformed.form}.", timeout=2)

    def fold(self) -> None:
        """Fold away what is the same, or unfold it."""
        if (desk := self._screen.desk) is not None:
            self.at(replace(desk, folded=not desk.folded))
            self._screen.notify(f"Runs of equal paragraphs {'shown' if desk.folded else 'folded'}.", timeout=2)

    def unfold(self) -> None:
        """Unfold what is the same."""
        desk = self._screen.desk
        if desk is not None and desk.folded:
            self.at(replace(desk, folded=False))

    def turn_side(self, direction: int) -> None:
        """The next version, which is brought beside the base if it is out of sight."""
        if (desk := self._screen.desk) is not None:
            self.at(desk.turned(direction))

    def choose_kinds(self) -> None:
        """Choose the kinds that are seen."""
        if (desk := self._screen.desk) is not None:
            self._screen.app.push_screen(FilterScreen(desk), self._filter)

    def _filter(self, chosen: Filter | None) -> None:
        if chosen is not None and self._screen.desk is not None:
            self.at(replace(self._screen.desk, filter=chosen))

    def choose_versions(self) -> None:
        """Choose the base, and the versions beside it."""
        screen = self._screen
        if screen.desk is not None:
            order = screen.order
            shown = Chosen(order[0], tuple(order[version] for version in screen.desk.others))
            screen.app.push_screen(VersionsScreen(screen.story.documents, shown), self._take_versions)

    def _take_versions(self, chosen: Chosen | None) -> None:
        screen = self._screen
        if chosen is None or screen.desk is None:
            return
        if chosen.base == screen.order[0]:
            others = tuple(screen.order.index(place) for place in chosen.others)
            self.at(replace(screen.desk, others=others, side=0))
        else:
            screen.rebase(chosen)

    def heads(self) -> Iterator[Target]:
        """Where one can jump to from the heads: to a version each, where they stand side by side."""
        desk, view = self._screen.desk, self._screen.query_one(CollationView)
        heads = self._screen.query_one(Heads).region
        if desk is not None and view.page is not None and view.page.columns > 1:
            for column, (side, *_) in enumerate(view.page.versions):
                look = partial(self.at, replace(desk, side=side))
                yield Target(heads.x + view.page.column_start(column), heads.y, look)

    def only(self, kind: Kind | None) -> None:
        """Show the differences of one kind only, or of all."""
        if (desk := self._screen.desk) is not None:
            hidden = frozenset(Kind) - {kind} if kind else frozenset()
            self.at(replace(desk, filter=Filter(hidden)))

    def bring(self, version: int) -> None:
        """Bring a version of the comparison into view."""
        if (desk := self._screen.desk) is not None:
            others = tuple(sorted({*desk.others, version} - {0}))
            self.at(replace(desk, others=others, side=version))

    def blink(self) -> None:
        """Show the base in the place of the version at the cursor, or that again; in one column both in turn."""
        screen = self._screen
        view = screen.query_one(CollationView)
        if screen.desk is None or view.page is None:
            return
        if view.page.columns == 1 and not self._in_turn:
            self._in_turn = True
            screen.show_desk()
        else:
            self._blinking = True
            view.turn(swapped(view.page, screen.desk.side))
            screen.show_heads(view)
            screen.say_status(screen.desk)

    def remark(self) -> str:
        """That two versions are shown in turn, and how that ends; "" where they are not."""
        desk = self._screen.desk
        if desk is None or not (self._blinking or self._in_turn):
            return ""
        return f"blinking {tag(0)}/{tag(desk.side or desk.others[0])} · b flips · Esc ends"

    def end_blinking(self) -> bool:
        """Show every version in its own place; whether one was not."""
        screen = self._screen
        view = screen.query_one(CollationView)
        if self._in_turn and screen.desk is not None:
            self.at(screen.desk)
        elif self._blinking and view.page is not None and screen.desk is not None:
            self._blinking = False
            view.turn(range(view.page.columns))
            screen.show_heads(view)
            screen.say_status(screen.desk)
        else:
            return False
        return True
