"""Corrections of the alignment, made from the text: decided in a dialog, kept with the notes, applied at once."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from wirediff.app.legible import legible
from wirediff.app.review.links import joined, least_certain, margin
from wirediff.app.screens.review.correct import CorrectScreen, Decided
from wirediff.app.widgets.collation_view import CollationView

if TYPE_CHECKING:
    from wirediff.app.screens.compare.screen import CompareScreen
    from wirediff.model import Collation
    from wirediff.notes import Correction, NoteStore

_BRACKETS = {"left_square_bracket", "right_square_bracket"}

_AT_ONCE = 0.8
"""Seconds within which two keys are one command; whoever waits longer means the second by itself."""


class _Struck(NamedTuple):
    """A key, and when it was struck, in seconds."""

    key: str
    at: float


class Correcting:
    """What the screen of a comparison does about links: decide about the one at the cursor, go to doubtful ones."""

    def __init__(self, screen: "CompareScreen") -> None:
        self._screen = screen
        self._doubtful: tuple[Collation, tuple[int, ...], int] | None = None
        self._struck = (_Struck("", 0.0), _Struck("", 0.0))

    def struck(self, key: str, at: float) -> None:
        """Take notice of a key, before it does anything; `at` is when it was struck, in seconds."""
        self._struck = (self._struck[1], _Struck(key, at))

    @property
    def _is_motion(self) -> bool:
        """Whether a bracket and the key behind it were struck as one, as vim's "]c" is."""
        before, last = self._struck
        return before.key in _BRACKETS and last.at - before.at < _AT_ONCE

    def begin(self) -> None:
        """Ask what belongs together in the row at the cursor.

        Right after a bracket it does nothing: the hands of who knows vim go to the next change with "]c".
        """
        screen = self._screen
        if screen.desk is None or self._is_motion:
            return
        row, current = screen.at_cursor()
        collation = screen.desk.comparison.collation
        if row is None:
            screen.notify("Headlines always stand beside each other; go to a paragraph first.", timeout=4)
            return
        against = None if current is None else screen.desk.comparison.differences[current].against
        other = against or screen.desk.side or screen.desk.others[0]
        if not all(collation.versions[version].paragraphs for version in (0, other)):
            screen.notify("There is no paragraph to link to.", timeout=4)
            return
        screen.app.clear_notifications()  # they would lie over the keys of the dialog
        screen.app.push_screen(
            CorrectScreen(collation, row, other, screen.reader.session.corrections), self._settler(collation)
        )

    def _settler(self, collation: "Collation") -> Callable[[Decided | None], Awaitable[None]]:
        async def settle(decided: Decided | None) -> None:
            if decided is None:
                return
            reader, constraint, back = self._screen.reader, decided.constraint, decided.back
            if constraint is not None:
                from wirediff.notes import decision

                kept = decision(constraint, collation.versions)
                done = await reader.recording.act(lambda store: store.correct(kept)) is not None
                said = f"{constraint.kind.capitalize()} {joined(constraint).named}; u takes it back."
            else:
                done = back is not None and await reader.recording.act(partial(_taken_back, back)) is not None
                said = "The decision is taken back; u brings it again."
            if done:
                self._screen.notify(legible(said), timeout=4, markup=False)
            self._screen.renew()

        return settle

    def next_doubtful(self) -> None:
        """Go to the link that is the least certain, and on from there to the next."""
        screen = self._screen
        view = screen.query_one(CollationView)
        if screen.desk is None or view.page is None:
            return
        collation = screen.desk.comparison.collation
        if self._doubtful is None or self._doubtful[0] is not collation:
            self._doubtful = collation, least_certain(collation.rows), 0
        _, rows, rank = self._doubtful
        if not rows:
            screen.notify("Every link is certain here.", timeout=3)
            return
        row = rows[rank % len(rows)]
        self._doubtful = collation, rows, rank % len(rows) + 1
        view.go(view.page.sheet.row_of(row))
        said = f"Doubtful link {rank % len(rows) + 1} of {len(rows)}: score {collation.rows[row].score:.2f}"
        said += margin(collation.rows[row])
        screen.notify(said, timeout=3)


def _taken_back(correction: "Correction", store: "NoteStore") -> str:
    store.uncorrect(correction.id)
    return correction.id
