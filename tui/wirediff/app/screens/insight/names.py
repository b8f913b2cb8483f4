"""Names with their variants, per version."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

from rich.text import Text

from wirediff.app.insight.survey import Survey
from wirediff.app.legible import legible
from wirediff.app.screens.insight.listing import InsightScreen, Line
from wirediff.insight.names import NameEntry, Variant
from wirediff.insight.places import Place as Span


class NamesScreen(InsightScreen[NameEntry]):
    """Who and what goes under several names; an acronym with two expansions is flagged and comes first."""

    what = ("name", "names")
    usual = "of several variants"

    def find(self, survey: Survey, everything: bool) -> Sequence[NameEntry]:
        """The names of all versions."""
        from wirediff.insight.names import names

        return names(survey.documents, survey.rules, survey.compared, everything=everything)

    def entry(self, survey: Survey, entry: NameEntry) -> Text:  # noqa: ARG002
        """The name, what tells its forms apart, and the forms."""
        text = Text("! " if entry.conflict else "  ", self.palette.loud, no_wrap=True, end="")
        text.append(legible(entry.name), self.palette.text)
        text.append(f"  {entry.type}", self.palette.quiet)
        text.append("  conflict" if entry.conflict else "", self.palette.loud)
        forms = " · ".join(f"{legible(variant.text)} {variant.count}" for variant in entry.variants)
        return text.append(f"\n    {forms}", self.palette.quiet)

    def words(self, entry: NameEntry) -> str:
        """All forms."""
        return " ".join((entry.name, entry.type, *(variant.text for variant in entry.variants)))

    def about(self, entry: NameEntry) -> str:
        """Why these are one name."""
        return entry.why

    def lines(self, survey: Survey, entry: NameEntry) -> Sequence[Line]:
        """Each form with its versions, and its places."""
        found = []
        for variant in entry.variants:
            found.append(Line(partial(self._variant, survey, variant)))
            found += [Line(partial(self._place, survey, span), (span,)) for span in variant.places]
        return found

    def _variant(self, survey: Survey, variant: Variant, width: int) -> Text:  # noqa: ARG002
        versions = Counter(place.path for place in variant.places)
        where = ", ".join(f"{survey.called(path)} {times}" for path, times in versions.items())
        text = Text(legible(variant.text), self.palette.loud, no_wrap=True, overflow="ellipsis", end="")
        return text.append(f"  {where}", self.palette.quiet)

    def _place(self, survey: Survey, span: Span, width: int) -> Text:
        text = Text(f"  {survey.cited(span)}  ", self.palette.quiet, no_wrap=True, end="")
        return text.append_text(survey.excerpt(span, width - text.cell_len, self.palette))
