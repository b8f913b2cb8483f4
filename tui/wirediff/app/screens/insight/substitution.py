"""Judging a substitution: the verdict, where it holds, and every place that it touches."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from msgspec.structs import replace
from rich.text import Text
from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wirediff.app.background import beside
from wirediff.app.insight.rulings import previews
from wirediff.app.insight.survey import Survey
from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.choices import Choices
from wirediff.app.widgets.roll import Roll
from wirediff.glossary import Judged
from wirediff.insight.judge import Touched
from wirediff.insight.judged import scope_of

VERDICTS = ("error", "house style", "ignore")
"""What a substitution may be judged to be, in the order of the keys 1, 2, 3."""

_MEANS = {"error": "serious wherever it stands", "house style": "cosmetic", "ignore": "cosmetic, not worth a look"}


class SubstitutionScreen(Dialog[Judged | None]):
    """Gives the judgement that is to be kept, or None; `choices` differ in their scope."""

    scope = "substitution"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("substitution")]

    def __init__(self, survey: Survey, choices: Sequence[Judged]) -> None:
        super().__init__()
        self._looked = survey
        self._choices = list(choices)
        self._touched: list[tuple[Touched, ...]] = [() for _ in choices]
        self._known = False

    def heading(self) -> str:
        """The substitution."""
        return f"{legible(self._choices[0].one)} → {legible(self._choices[0].other)}"

    def body(self) -> Iterator[Widget]:
        """The verdict, the scopes with their numbers, the places."""
        yield Static(id="verdict")
        yield Choices(id="scopes")
        yield Static(id="remark")
        yield Roll(id="touched")

    def on_mount(self) -> None:
        """Show the scopes at once, and look what each touches."""
        self._fill()
        self.query_one("#scopes").focus()
        self._look()

    @work(exclusive=True, group="preview")
    async def _look(self) -> None:
        choices, compared = list(self._choices), self._looked.compared
        self._touched = await beside(lambda: previews(choices, compared))
        self._known = True
        self._fill()

    def _fill(self) -> None:
        chosen = self._choices[0].verdict
        text = Text(no_wrap=True, overflow="ellipsis")
        for number, verdict in enumerate(VERDICTS, 1):
            text.append(f"{number} ", self.palette.quiet)
            text.append(f"({'•' if verdict == chosen else ' '}) {verdict}   ", self.palette.text)
        self.query_one("#verdict", Static).update(text.append(f"· {_MEANS[chosen]}", self.palette.quiet))
        scopes = self.query_one(Choices)
        scopes.fill([self._scope(place) for place in range(len(self._choices))], scopes.highlighted or 0)

    def _scope(self, place: int) -> Text:
        text = Text(legible(scope_of(self._choices[place])), no_wrap=True, overflow="ellipsis")
        return text.append(
            f"  {count(len(self._touched[place]), 'place')}" if self._known else "  looking…", self.palette.quiet
        )

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        touched = self._touched[event.option_index]
        roll = self.query_one(Roll)
        roll.fill(len(touched), lambda at: self._place(touched[at], max(8, roll.size.width - 2)))
        changed = sum(each.before is not each.after for each in touched)
        said = f"{count(changed, 'difference')} would weigh otherwise than now:" if self._known else "looking…"
        self.query_one("#remark", Static).update(said)

    def _place(self, touched: Touched, width: int) -> Text:
        change = f"{touched.before} → {touched.after}" if touched.before is not touched.after else f"{touched.after}"
        text = Text(f"{change:<20}", self.palette.quiet, no_wrap=True, end="")
        text.append(
            f"{self._looked.cited_briefly(touched.left)} / {self._looked.cited_briefly(touched.right)}  ",
            self.palette.version(0),
        )
        return text.append_text(self._looked.excerpt(touched.left, width - text.cell_len, self.palette))

    def action_verdict(self, verdict: str) -> None:
        """Judge it otherwise."""
        self._choices = [replace(each, verdict=verdict) for each in self._choices]
        self._known = False
        self._fill()
        self._look()

    def action_turn(self) -> None:
        """From the scopes to the places and back."""
        (self.query_one(Roll) if self.query_one(Choices).has_focus else self.query_one(Choices)).focus()

    def on_option_list_option_selected(self) -> None:
        """A click chooses a scope; nothing is kept without Enter."""
        self.query_one(Choices).focus()

    def action_keep(self) -> None:
        """Keep the judgement."""
        place = self.query_one(Choices).highlighted
        if place is not None:
            self.dismiss(self._choices[place])

    def action_cancel(self) -> None:
        """Judge nothing."""
        self.dismiss(None)
