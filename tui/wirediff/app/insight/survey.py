"""Stories looked through as a whole: all their comparisons, and the words around any place in their texts."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rich.text import Text

from wirediff.app.legible import legible
from wirediff.app.library.session import Session
from wirediff.app.naming import names, outlet, tag
from wirediff.app.settings.palette import Palette
from wirediff.insight.places import Place as Span
from wirediff.model import HEADLINE, Comparison, Document, Story

if TYPE_CHECKING:
    from wirediff.glossary import Glossary


@dataclass(frozen=True)
class Survey:
    """Stories with their comparisons, None for a story of one version, and the rules that were in force."""

    stories: tuple[Story, ...]
    comparisons: tuple[Comparison | None, ...]
    rules: "Glossary"

    @property
    def compared(self) -> tuple[Comparison, ...]:
        """The comparisons there are."""
        return tuple(each for each in self.comparisons if each is not None)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """All versions of all stories."""
        return tuple(document for story in self.stories for document in story.documents)

    @cached_property
    def _by_path(self) -> Mapping[str, Sequence[tuple[Story, Document]]]:
        found: dict[str, list[tuple[Story, Document]]] = defaultdict(list)
        for story in self.stories:
            for document in story.documents:
                found[document.path].append((story, document))
        return found

    @cached_property
    def _called(self) -> Mapping[str, str]:
        """What a version is called: with its tag where only one story is looked at."""
        if len(self.stories) != 1:
            return {document.path: outlet(document) for document in self.documents}
        called = names(self.documents)
        return {item.path: f"{tag(number)} {called[number]}" for number, item in enumerate(self.documents)}

    def called(self, path: str) -> str:
        """What the version in a file is called."""
        return self._called.get(path, legible(path))

    def at(self, span: Span) -> tuple[Story, Document] | None:
        """The story and the version that hold a span; of several reports in one file the first that is long enough."""
        for story, document in self._by_path.get(span.path, ()):
            if span.paragraph <= len(document.paragraphs) and span.end <= len(document.text_of(span.paragraph)):
                return story, document
        return None

    def cited(self, span: Span) -> str:
        """The version and the paragraph of a span."""
        return f"{self.called(span.path)} {_paragraph(span)}"

    def cited_briefly(self, span: Span) -> str:
        """The same where there is little room: the tag alone where one story is looked at, else the outlet's start."""
        called = self.called(span.path)
        brief = called.split()[0] if len(self.stories) == 1 else called[:11] + "…" if len(called) > 12 else called
        return f"{brief} {_paragraph(span)}"

    def excerpt(self, span: Span, width: int, palette: Palette) -> Text:
        """The words of a span, marked, with as much around them as `width` cells hold."""
        found = self.at(span)
        if found is None:
            return Text()
        whole = legible(found[1].text_of(span.paragraph))
        before, words, after = whole[: span.start], whole[span.start : span.end], whole[span.end :]
        room = max(0, width - len(words))
        left = min(len(before), max(room // 3, room - len(after)))
        text = Text(no_wrap=True, end="")
        text.append(("…" + before[-left + 1 :] if left > 1 else "") if left < len(before) else before, palette.text)
        text.append(words, palette.loud)
        text.append(after, palette.text)
        text.truncate(width, overflow="ellipsis")
        return text


def _paragraph(span: Span) -> str:
    return "headline" if span.paragraph == HEADLINE else f"¶{span.paragraph}"


def surveyed(session: Session, stories: Sequence[Story], progress: Callable[[int, int], None]) -> Survey:
    """Compare all versions of all stories; called beside the screen. `progress` may raise Stopped.

    Raises GlossaryError.
    """
    rules = session.settings.rules()
    comparisons: list[Comparison | None] = []
    for done, story in enumerate(stories):
        progress(done, len(stories))
        comparisons.append(session.compare(story.documents) if len(story.versions) > 1 else None)
    return Survey(tuple(stories), tuple(comparisons), rules)
