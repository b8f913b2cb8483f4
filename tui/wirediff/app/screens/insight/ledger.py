"""Substitutions that recur, and judging one once for all its places."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, cast

from rich.text import Text
from textual.binding import BindingType

from wirediff.app.insight.survey import Survey
from wirediff.app.keys import bindings
from wirediff.app.layout.typeset import POINTER
from wirediff.app.legible import legible
from wirediff.app.screens.insight.listing import InsightScreen, Line
from wirediff.app.screens.insight.substitution import SubstitutionScreen
from wirediff.glossary import Judged, Verdict
from wirediff.insight.judged import scope_of
from wirediff.insight.ledger import Substitution, outlet
from wirediff.insight.places import Place as Span
from wirediff.insight.places import plain
from wirediff.kinds import KINDS


class LedgerScreen(InsightScreen[Substitution]):
    """What one version says where another says something else, again and again."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ledger")]
    SCOPES = ("ledger", "insight", "list")

    what = ("substitution", "substitutions")
    usual = "found twice or more"

    def find(self, survey: Survey, everything: bool) -> Sequence[Substitution]:
        """The substitutions in all comparisons, the most frequent first."""
        from wirediff.insight.ledger import ledger

        order = [document.path for document in survey.documents]
        return [each for each in ledger(survey.compared, order) if each.count >= (1 if everything else 2)]

    def entry(self, survey: Survey, entry: Substitution) -> Text:
        """Both forms and how often, then who says which."""
        spec = KINDS[entry.kind]
        text = Text("  ", no_wrap=True, end="")
        text.append(f"{spec.letter}{POINTER}", self.palette.mark(spec.kind, spec.severity, letter=True))
        text.append(f"{legible(entry.one)} → {legible(entry.other)}", self.palette.text)
        text.append(f"  {entry.count}×", self.palette.loud)
        for judged in self._judged(survey, entry):
            text.append(f"  {judged.verdict} {legible(scope_of(judged))}", self.palette.version(1))
        sides = (", ".join(dict.fromkeys(map(survey.called, paths))) for paths in (entry.one_paths, entry.other_paths))
        return text.append("\n    " + " → ".join(sides), self.palette.quiet)

    @staticmethod
    def _judged(survey: Survey, entry: Substitution) -> list[Judged]:
        """The judgements in force that speak of it somewhere."""
        sides = {plain(entry.one), plain(entry.other)}
        return [
            judged
            for judged in survey.rules.judged
            if {plain(judged.one), plain(judged.other)} == sides and judged.kind in {None, entry.kind}
        ]

    def words(self, entry: Substitution) -> str:
        """Both forms, the kind and the files."""
        return " ".join((entry.one, entry.other, entry.kind, *entry.one_paths, *entry.other_paths))

    def lines(self, survey: Survey, entry: Substitution) -> Sequence[Line]:
        """Both sides of every place, side by side."""
        return [Line(partial(self._pair, survey, pair), pair) for pair in entry.places]

    def _pair(self, survey: Survey, pair: tuple[Span, Span], width: int) -> Text:
        half = (width - 3) // 2
        sides = []
        for span in pair:
            text = Text(f"{survey.cited_briefly(span)}  ", self.palette.quiet, no_wrap=True, end="")
            text.append_text(survey.excerpt(span, half - text.cell_len, self.palette))
            text.truncate(half, overflow="ellipsis", pad=True)
            sides.append(text)
        return Text(" │ ", self.palette.quiet, end="").join(sides)

    # Judging

    def action_judge(self, verdict: str) -> None:
        """Judge the substitution: a dialog shows where it would hold and every place that it touches."""
        entry, survey = self.chosen, self.survey
        if entry is None or survey is None:
            return
        choices = self._scopes(survey, entry, cast("Verdict", verdict))
        self.app.push_screen(SubstitutionScreen(survey, choices), self._judge)

    def _scopes(self, survey: Survey, entry: Substitution, verdict: Verdict) -> list[Judged]:
        """Everywhere, at either outlet, or between the two whose place is at the cursor."""
        judged = Judged(entry.one, entry.other, verdict, entry.kind)
        pair = self.spans or entry.places[0]
        outlets = [outlet(found[1]) for found in map(survey.at, pair) if found]
        where = [Judged(judged.one, judged.other, verdict, entry.kind, outlet=name) for name in dict.fromkeys(outlets)]
        if len(set(outlets)) == 2:
            where.append(Judged(judged.one, judged.other, verdict, entry.kind, between=tuple(outlets)))
        return [judged, *where]

    async def _judge(self, judged: Judged | None) -> None:
        if judged is not None and await self.reader.insights.judge(judged):
            self.notify(
                f"{legible(judged.one)} = {legible(judged.other)}: {judged.verdict}; u takes it back.", markup=False
            )
            self.look_again()

    async def action_undo(self) -> None:
        """Take the last judgement back."""
        taken = await self.reader.insights.take_back()
        if taken is not None:
            self.notify(f"{legible(taken.one)} = {legible(taken.other)} is not judged any more.", markup=False)
            self.look_again()
