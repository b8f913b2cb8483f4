"""Judging many differences at once: how, and what will happen, before it does."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.app.review.judgement import Judgement, verdict_of
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.choices import Choices
from wirediff.model import Difference
from wirediff.verdicts import CONFIRMED, DISMISSED

Bulk = tuple[tuple[int, ...], Judgement]
"""The differences to judge, by index, and the judgement."""

_SETTLED = (
    (Judgement(None, CONFIRMED), "accepted: looked at, and a discrepancy it is"),
    (Judgement(None, DISMISSED), "not a discrepancy"),
)


class BulkScreen(Dialog[Bulk | None]):
    """Gives what is to be judged and how, or None.

    Those judged before stay as they are unless they are asked for.
    """

    scope = "bulk"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("bulk")]

    def __init__(
        self,
        differences: tuple[int, ...],
        found: Sequence[Difference],
        done: Mapping[int, Judgement],
        described: str,
    ) -> None:
        super().__init__()
        self._differences = differences
        self._done = done
        self._described = described
        self._kinds = Counter(str(each.kind) for each in found)
        self._again = False

    def heading(self) -> str:
        """The title."""
        return "Judge all that are shown"

    def body(self) -> Iterator[Widget]:
        """What is judged, the judgements, and what Enter does."""
        yield Static(self._about(), id="about", markup=False)
        yield Choices(id="verdicts")
        yield Static(id="remark", markup=False)

    def on_mount(self) -> None:
        """Offer the verdicts."""
        verdicts = self.reader.session.verdicts
        self._offered = [*((Judgement(word), means) for word, means in verdicts.items()), *_SETTLED]
        entries = [
            Text(f"{number} {given.verdict}: {legible(means)}" if given.verdict else f"  {means}", no_wrap=True)
            for number, (given, means) in enumerate(self._offered, 1)
        ]
        self.query_one(Choices).fill(entries)
        self._say()

    def _about(self) -> Text:
        kinds = ", ".join(f"{number:,} {kind}" for kind, number in self._kinds.most_common(4))
        more = len(self._kinds) - 4
        text = Text(f"{count(len(self._differences), 'difference')} shown: {kinds}")
        text.append(f" and {count(more, 'other kind')}" if more > 0 else "")
        text.append(f"\n{legible(self._described)}" if self._described else "", self.palette.quiet)
        return text

    def _bulk(self) -> Bulk:
        place = self.query_one(Choices).highlighted or 0
        chosen = self._differences if self._again else tuple(i for i in self._differences if i not in self._done)
        return chosen, self._offered[place][0]

    def _say(self) -> None:
        differences, given = self._bulk()
        text = Text()
        if differences:
            text.append(f"Enter: judge {count(len(differences), 'difference')} as {given.named}", self.palette.loud)
            text.append(", one undo takes all of it back.")
        else:
            text.append("All of them have been judged.", self.palette.loud)
        if self._done:
            stay = "are judged anew too" if self._again else "stay as they are"
            text.append(f" {count(len(self._done), 'judged before', 'judged before')} {stay}; a changes that.")
        self.query_one("#remark", Static).update(text)

    def on_option_list_option_highlighted(self) -> None:
        """Say what Enter would do now."""
        self._say()

    def action_pick(self, number: int) -> None:
        """Go to the judgement of a digit; Enter is needed all the same."""
        if verdict_of(number, self.reader.session.verdicts):
            self.query_one(Choices).highlighted = number - 1

    def action_again(self) -> None:
        """Judge those anew that have been judged, or leave them."""
        self._again = not self._again
        self._say()

    def action_judge(self) -> None:
        """Judge them."""
        bulk = self._bulk()
        if bulk[0]:
            self.dismiss(bulk)
        else:
            self.app.bell()

    def action_cancel(self) -> None:
        """Judge nothing."""
        self.dismiss(None)
