"""Facts: one row for what the versions of a story say of one thing."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from rich.text import Text

from wirediff.app.insight.survey import Survey
from wirediff.app.legible import legible
from wirediff.app.naming import tag
from wirediff.app.screens.insight.listing import InsightScreen, Line
from wirediff.insight.facts import Fact, Value
from wirediff.model import Story


class Told(NamedTuple):
    """A fact and the story it is of."""

    story: Story
    fact: Fact


class FactsScreen(InsightScreen[Told]):
    """Figures, dates and quotations of several versions side by side; where they disagree it is flagged."""

    what = ("fact", "facts")
    usual = "stated more than once"

    def find(self, survey: Survey, everything: bool) -> Sequence[Told]:
        """The facts of each story, those on which versions disagree first."""
        from wirediff.insight.facts import facts

        found = [
            Told(story, fact)
            for story, comparison in zip(survey.stories, survey.comparisons, strict=True)
            for fact in facts(story.documents, survey.rules, comparison, everything=everything)
        ]
        return sorted(found, key=lambda told: told.fact.agree)

    def entry(self, survey: Survey, entry: Told) -> Text:  # noqa: ARG002
        """What it is about, and what each version says."""
        fact = entry.fact
        text = Text("  " if fact.agree else "! not the same: ", self.palette.loud, no_wrap=True, end="")
        text.append(legible(fact.about) or fact.kind, self.palette.text)
        text.append(f"  {fact.kind}", self.palette.quiet)
        return text.append(f"\n    {self._versions(entry)}", self.palette.quiet)

    def _versions(self, told: Told) -> str:
        """What every version states, each value once; a dash for one that says nothing of it."""
        stated: dict[str, list[str]] = defaultdict(list)
        for value in told.fact.values:
            stated[value.place.path].append(legible(value.text.strip()))
        return " · ".join(
            f"{tag(number)} {', '.join(dict.fromkeys(stated[document.path])) or '—'}"
            for number, document in enumerate(told.story.documents)
        )

    def words(self, entry: Told) -> str:
        """What it is about, and all values."""
        return " ".join((entry.fact.about, entry.fact.kind, *(value.text for value in entry.fact.values)))

    def lines(self, survey: Survey, entry: Told) -> Sequence[Line]:
        """The value of each version, in its sentence."""
        return [Line(partial(self._value, survey, value), (value.place,)) for value in entry.fact.values]

    def _value(self, survey: Survey, value: Value, width: int) -> Text:
        text = Text(f"{survey.cited(value.place)}  ", self.palette.quiet, no_wrap=True, end="")
        return text.append_text(survey.excerpt(value.place, width - text.cell_len, self.palette))
