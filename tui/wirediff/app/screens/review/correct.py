"""Correcting the alignment of a row: which paragraphs of two versions belong together, and which do not."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from rich.text import Text
from textual import events, on
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import names, tag
from wirediff.app.review.links import Join, decided_in, join_of, joined, margin
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.roll import Roll
from wirediff.model import Collation, Row

if TYPE_CHECKING:
    from wirediff.align import Constraint
    from wirediff.notes import Correction

LONGEST = 5
"""Digits of a paragraph's number that are taken in before a new number begins."""


class Decided(NamedTuple):
    """What was decided: a new constraint, or a correction to take back."""

    constraint: "Constraint | None" = None
    back: "Correction | None" = None


class CorrectScreen(Dialog[Decided | None]):
    """Gives what was decided about a row, or None.

    Both versions' paragraphs stand side by side, those of the row ticked. Without ticks set by hand a side means the
    paragraph at its cursor; a line says at every moment what Enter would do.
    """

    scope = "correct"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("correct")]

    def __init__(self, collation: Collation, row: int, other: int, corrections: "Sequence[Correction]") -> None:
        super().__init__()
        self._collation = collation
        self._row = collation.rows[row]
        self._around = collation.rows[:row][::-1], collation.rows[row + 1 :]
        self._decided = list(decided_in(corrections, collation.versions, self._row))
        self._names = names(collation.versions)
        self._versions = _two(self._row, other)
        self._ticked: list[set[int]] = [set(), set()]
        self._by_hand = [False, False]
        self._digits = ""

    def heading(self) -> str:
        """The title."""
        return "What belongs together"

    def body(self) -> Iterator[Widget]:
        """What is linked now, the paragraphs of both versions, and what the keys would do."""
        yield Static(id="about", markup=False)
        with Horizontal(id="sides"):
            yield Roll(id="left")
            yield Roll(id="right")
        yield Static(id="whole", markup=False)
        yield Static(id="remark", markup=False)

    def on_mount(self) -> None:
        """Show the row as it is linked now, and ask for the other version's paragraph."""
        self._fill()
        one, other = (self._row.cells[version] for version in self._versions)
        self._rolls[0 if other and not one else 1].focus()

    @property
    def _rolls(self) -> tuple[Roll, Roll]:
        return self.query_one("#left", Roll), self.query_one("#right", Roll)

    @property
    def _side(self) -> int:
        """The side that the keys go to."""
        return int(not self._rolls[0].has_focus)

    def _fill(self) -> None:
        for side, (roll, version) in enumerate(zip(self._rolls, self._versions, strict=True)):
            cell = self._row.cells[version]
            self._ticked[side], self._by_hand[side] = set(cell), False
            document = self._collation.versions[version]
            roll.fill(len(document.paragraphs), self._entries(side), (cell or self._near(version))[0] - 1)
            roll.border_title = Text(f"{tag(version)} {self._names[version]}")
        self._say()

    def _near(self, version: int) -> tuple[int, ...]:
        """A paragraph to begin at where the row has none: the one that nearly was, else one that stands close by."""
        second = self._row.runner_up
        if second is not None and version in (second.version, second.other_version):
            return (second.paragraph if version == second.version else second.other_paragraph,)
        above, below = self._around
        before = next((row.cells[version] for row in above if row.cells[version]), ())
        after = next((row.cells[version] for row in below if row.cells[version]), (1,))
        return (before[-1],) if before else after

    def _entries(self, side: int) -> Callable[[int], Text]:
        document = self._collation.versions[self._versions[side]]
        own = set(self._row.cells[self._versions[side]])

        def entry(place: int) -> Text:
            number = place + 1
            text = Text("[x] " if number in self._meant(side) else "[ ] ", end="")
            text.append(f"{number:>3} ", self.palette.version(self._versions[side]))
            return text.append(legible(document.text_of(number)), self.palette.loud if number in own else "")

        return entry

    def _meant(self, side: int) -> set[int]:
        """The paragraphs that a side means now."""
        place = self._rolls[side].place
        if self._by_hand[side] or place is None or place + 1 in self._ticked[side]:
            return self._ticked[side]
        return {place + 1}

    def _join(self) -> Join:
        one, other = (tuple(sorted(self._meant(side))) for side in (0, 1))
        return Join(*self._versions, one, other)

    def _say(self) -> None:
        self.query_one("#about", Static).update(self._about())
        self.query_one("#whole", Static).update(self._whole())
        self.query_one("#remark", Static).update(self._offer())

    def _about(self) -> Text:
        now = join_of(self._row, *self._versions)
        text = Text(no_wrap=True, overflow="ellipsis", end="")
        text.append(f"{now.named} now" if now.whole else "Not linked now", self.palette.loud)
        if now.whole:
            ahead = margin(self._row)
            text.append(f" · score {self._row.score:.2f}{ahead}", self.palette.text)
            text.append(f"\n{legible(self._row.rests_on)}", self.palette.quiet)
        for correction, constraint in self._decided[:1]:
            more = f" and {len(self._decided) - 1} before" if len(self._decided) > 1 else ""
            by = f"by {correction.author} " if correction.author else ""
            said = f"{constraint.kind} {joined(constraint).named} {by}on {correction.created[:10]}{more}"
            text.append("\nDecided: ", self.palette.text).append(legible(said), self.palette.loud)
            text.append("; d takes it back", self.palette.text)
        return text

    def _whole(self) -> Text:
        """The paragraph at the cursor, as far as there is room."""
        version, place = self._versions[self._side], self._rolls[self._side].place
        text = Text(f"{tag(version)} ", self.palette.version(version), end="")
        if place is None:
            return text
        return text.append(legible(self._collation.versions[version].text_of(place + 1)), self.palette.text)

    def _offer(self) -> Text:
        join = self._join()
        text = Text(end="")
        if not join.whole:
            return text.append("Tick a paragraph on both sides with Space.", self.palette.loud)
        text.append("Enter: ", self.palette.text).append(f"{join.act} {join.named}", self.palette.loud)
        text.append("   x: ", self.palette.text).append("keep them apart", self.palette.loud)
        return text.append("   0-9: go to a number", self.palette.quiet)

    @on(Roll.Moved)
    def _moved(self, event: Roll.Moved) -> None:
        event.roll.refresh()
        if self.is_mounted:
            self._say()

    def on_descendant_focus(self) -> None:
        """The other side is in use: a number begins anew."""
        self._digits = ""
        self._say()

    def on_key(self, event: events.Key) -> None:
        """Digits make up the number of the paragraph to go to."""
        if event.character is None or event.character not in "0123456789":
            self._digits = ""
            return
        roll = self._rolls[self._side]
        last = len(self._collation.versions[self._versions[self._side]].paragraphs)
        number = f"{self._digits}{event.character}"
        if len(number) > LONGEST or int(number) > last:
            number = event.character
        if 1 <= int(number) <= last:
            roll.go(int(number) - 1)
        self._digits = number.lstrip("0")
        event.stop()

    def action_turn(self) -> None:
        """Tick the paragraph, or take the tick away."""
        side = self._side
        place = self._rolls[side].place
        if place is not None:
            self._ticked[side] ^= {place + 1}
            self._by_hand[side] = True
            self._rolls[side].refresh()
            self._say()

    @on(Roll.Chosen)
    def _clicked(self, event: Roll.Chosen) -> None:
        event.roll.focus()

    def action_side(self) -> None:
        """Go to the other version's paragraphs."""
        self._rolls[1 - self._side].focus()

    def action_version(self) -> None:
        """Take the next version on the side in use."""
        side, every = self._side, range(len(self._collation.versions))
        mine, theirs = self._versions[side], self._versions[1 - side]
        following = [version for version in (*every[mine + 1 :], *every[:mine]) if version != theirs]
        if following:
            self._versions = (following[0], theirs) if side == 0 else (theirs, following[0])
            self._fill()

    def action_link(self) -> None:
        """These belong together."""
        self._decide("link")

    def action_unlink(self) -> None:
        """These do not belong together."""
        self._decide("unlink")

    def _decide(self, kind: Literal["link", "unlink"]) -> None:
        join = self._join()
        if join.whole:
            self.dismiss(Decided(join.decided(kind)))
        else:
            self.app.bell()

    def action_take_back(self) -> None:
        """Take back what was decided here last."""
        if self._decided:
            self.dismiss(Decided(back=self._decided[0][0]))
        else:
            self.app.bell()

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)


def _two(row: Row, other: int) -> tuple[int, int]:
    """The versions to begin with: the base and the one at the cursor, or two others where only they are linked."""
    first, *rest = [version for version, cell in enumerate(row.cells) if cell]
    if not rest:
        return 0, first or other
    return first, other if other in rest else rest[0]
