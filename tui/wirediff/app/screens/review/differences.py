"""The differences in a list: sought by kind, severity, side and words, sorted, and gone to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.text import Text
from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from wirediff.app.keys import bindings
from wirediff.app.layout.typeset import POINTER
from wirediff.app.legible import legible
from wirediff.app.naming import count, tag
from wirediff.app.reading.desk import Desk, Filter
from wirediff.app.review.judgement import Judgement, verdict_of
from wirediff.app.review.sought import Sought, following, sought
from wirediff.app.screens.dialog import Dialog
from wirediff.app.screens.filter import FilterScreen
from wirediff.app.screens.words import Words
from wirediff.app.widgets.paint import DISMISSED_SIGN, JUDGED
from wirediff.app.widgets.roll import Roll
from wirediff.kinds import KINDS
from wirediff.model import Difference, Side
from wirediff.verdicts import CONFIRMED, DISMISSED

if TYPE_CHECKING:
    from wirediff.app.screens.compare.judging import Judging


class Picked(NamedTuple):
    """The difference to go to, if one was chosen, and what the list looked for when it was left."""

    difference: int | None
    wanted: Sought


class DifferencesScreen(Dialog[Picked]):
    """Gives the difference that was picked; begins with what was `wanted` the last time, at the `current` one."""

    scope = "differences"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("differences")]

    def __init__(self, desk: Desk, judging: "Judging", current: int | None, wanted: Sought | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._judging = judging
        self._wanted = replace(wanted or Sought(), filter=desk.filter)
        self._others = desk.others
        self._listed: tuple[int, ...] = ()
        self._current = current

    def heading(self) -> str:
        """The title."""
        return "Differences"

    def body(self) -> Iterator[Widget]:
        """What is looked for, one line a difference, and a field for words that shows when it is asked for."""
        yield Static(id="remark", markup=False)
        yield Roll(id="differences")
        yield Words("#differences", "words on either side; Enter goes to the list", self._wanted.words)

    def on_mount(self) -> None:
        """Begin at the one at the cursor."""
        self._fill()
        self.query_one(Roll).focus()

    def _fill(self) -> None:
        """Look again; the cursor stays on its difference, or on the next one that is listed."""
        if self._stale():
            return
        found = self._desk.comparison.differences
        among = replace(self._desk, filter=Filter(), others=self._others).seen
        judged = self._judging.judged
        self._listed = sought(self._desk.comparison, among, self._wanted, judged)
        roll = self.query_one(Roll)
        place = self._listed.index(self._current) if self._current in self._listed else roll.place or 0

        def entry(at: int) -> Text:
            index = self._listed[at]
            return self._entry(found[index], judged.get(index))

        roll.fill(len(self._listed), entry, place)
        self._say(len(among))

    def _say(self, among: int) -> None:
        text = Text(count(len(self._listed), "difference"), style=self.palette.loud)
        if len(self._listed) < among:
            text.append(f" of {among:,}")
        if self._others != self._desk.others:
            text.append(f" · {tag(0)} against {tag(self._others[0])}", self.palette.text)
        named = self._wanted.named()
        text.append(f" · {legible(named)}" if named else "", self.palette.text)
        if not self._listed and among:
            text.append(" · Backspace shows all", self.palette.text)
        self.query_one("#remark", Static).update(text)

    def _entry(self, found: Difference, judgement: Judgement | None) -> Text:
        spec = KINDS[found.kind]
        text = Text(no_wrap=True, overflow="ellipsis", end="")
        sign = DISMISSED_SIGN if judgement and judgement.status == DISMISSED else JUDGED if judgement else " "
        text.append(f"{sign} ", self.palette.loud)
        text.append(f"{spec.letter}{POINTER}", self.palette.mark(found.kind, found.severity, letter=True))
        text.append(f"{found.kind:<16}", self.palette.mark(found.kind, found.severity, whole=True))
        if len(self._desk.comparison.collation.versions) > 2:
            text.append(f"{tag(found.against)} ", self.palette.quiet)
        if judgement:
            text.append(f"[{judgement.named}] ", self.palette.loud)
        return text.append(f"{_side(found.left)} → {_side(found.right)}")

    def _chosen(self) -> int | None:
        place = self.query_one(Roll).place
        return None if place is None else self._listed[place]

    @on(Roll.Moved)
    def _moved(self) -> None:
        self._current = self._chosen() if self._listed else self._current

    @on(Roll.Chosen)
    def _clicked(self) -> None:
        self.action_go()

    def _want(self, wanted: Sought) -> None:
        self._wanted = wanted
        self._fill()

    # Judging

    def _stale(self) -> bool:
        """Whether the versions have been compared again since, so that the list is about another table; it closes."""
        if self._judging.stands(self._desk.comparison):
            return False
        if self.is_topmost:
            self.notify("The versions have been compared again; L lists their differences anew.", timeout=4)
            self.dismiss(Picked(None, self._wanted))
        return True

    async def _give(self, given: Judgement, *, on: bool) -> None:
        chosen, place = self._chosen(), self.query_one(Roll).place
        if chosen is None or place is None or self._stale():
            return
        await self._judging.give((chosen,), given)
        self._fill()
        if on and self._chosen() == chosen:
            self.query_one(Roll).go(place + 1)

    async def action_judge(self, number: int) -> None:
        """Give the difference the verdict of a digit."""
        verdict = verdict_of(number, self.reader.session.verdicts)
        if verdict is not None:
            await self._give(Judgement(verdict), on=False)

    async def action_accept(self) -> None:
        """A discrepancy it is; go on."""
        await self._give(Judgement(None, CONFIRMED), on=True)

    async def action_set_aside(self) -> None:
        """Not a discrepancy; go on."""
        await self._give(Judgement(None, DISMISSED), on=True)

    def action_all_shown(self) -> None:
        """Judge all that are listed."""
        if not self._stale():
            self._judging.ask(self._listed, self._wanted.named(), self._fill)

    async def action_undo(self) -> None:
        """Take back the last change."""
        await self._judging.turn(back=True)
        self._fill()

    async def action_redo(self) -> None:
        """Make it again."""
        await self._judging.turn(back=False)
        self._fill()

    # Going there

    def action_go(self) -> None:
        """Close, and go to the difference."""
        chosen = self._chosen()
        if chosen is not None and not self._stale():
            self.dismiss(Picked(chosen, self._wanted))

    def action_close(self) -> None:
        """Close; from the field for words go back to the list."""
        if self.query_one(Words).has_focus:
            self.query_one(Words).leave()
            return
        self.dismiss(Picked(None, self._wanted))

    def renew(self) -> None:
        """Show the judgements that stand now."""
        self._fill()

    # What is looked for

    def action_search(self) -> None:
        """Type words that one of the sides holds."""
        self.query_one(Words).begin()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self._wanted, words=event.value))

    def action_kinds(self) -> None:
        """Choose kinds and the least severity."""
        self.app.push_screen(FilterScreen(replace(self._desk, filter=self._wanted.filter)), self._kinds)

    def _kinds(self, chosen: Filter | None) -> None:
        if chosen is not None:
            self._want(replace(self._wanted, filter=chosen))

    def action_order(self) -> None:
        """Sort by something else."""
        self._want(replace(self._wanted, order=following(self._wanted.order)))

    def action_backwards(self) -> None:
        """Turn the order round."""
        self._want(replace(self._wanted, backwards=not self._wanted.backwards))

    def action_sides(self) -> None:
        """Those with words on both sides, or on one of them."""
        self._want(replace(self._wanted, sides=following(self._wanted.sides)))

    def action_judged(self) -> None:
        """Those that have been judged, or have not."""
        self._want(replace(self._wanted, judged=following(self._wanted.judged)))

    def action_version(self, direction: int) -> None:
        """Against one version after the other, and then against all of them."""
        choices = [self._desk.others, *((other,) for other in self._desk.others)]
        if len(choices) > 2:
            self._others = choices[(choices.index(self._others) + direction) % len(choices)]
            self._fill()

    def action_everything(self) -> None:
        """Leave nothing out."""
        self._others = self._desk.others
        self.query_one(Words).clear()
        self._want(self._wanted.everything)


def _side(side: Side | None) -> str:
    if side is None:
        return "—"
    text = legible(side.text.strip() or side.text)
    return f"¶{side.paragraph} {text}" if side.paragraph else text
