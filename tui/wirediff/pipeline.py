"""The whole road, from paths to a report: what the command line and the reader both call.

Every step is a pure function of its input; the reader runs them one at a time in workers, the commands in a row.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from wirediff.align import Constraint, collate
from wirediff.cache import Solved, remembered
from wirediff.differ import differences
from wirediff.errors import ReadError
from wirediff.export.report import Findings, Report, StoryReport
from wirediff.glossary import Glossary
from wirediff.insight.facts import facts
from wirediff.insight.judged import in_judgement
from wirediff.insight.ledger import ledger
from wirediff.insight.names import names
from wirediff.model import (
    Answering,
    Collation,
    Comparison,
    Difference,
    Document,
    Failure,
    Note,
    Reading,
    Side,
    Story,
)
from wirediff.notes import Correction, answer_of, notes_for, replay
from wirediff.read import gather, read_file
from wirediff.read.fields.language import of_story
from wirediff.settings import Settings
from wirediff.stories import group

_AT_ONCE = 2_000
"""Paragraphs of two versions that are aligned in well under a second."""

Progress = Callable[[int, int, str], None]
"""Called with how many are done, how many there are, and what is at hand."""


def read_paths(paths: Sequence[Path], settings: Settings, progress: Progress | None = None) -> Reading:
    """Read files, and the readable files in folders, in a stable order.

    An input that fails is an error of the result, never an exception; the others are read all the same.
    """
    files, errors = gather(paths)
    documents: list[Document] = []
    failures = list(errors)
    for done, path in enumerate(files):
        if progress:
            progress(done, len(files), path.name)
        try:
            documents.extend(read_file(path, settings.reader))
        except ReadError as error:
            failures.append(Failure(error.path, str(error)))
    return Reading(tuple(documents), tuple(failures))


def find_stories(
    documents: Sequence[Document], settings: Settings, progress: Callable[[int, int], None] | None = None
) -> tuple[Story, ...]:
    """Documents grouped by the event they report; every document is in exactly one story.

    `progress` is told how much of the work is done, and how much there is.
    """
    return group(documents, settings.rules(), progress)


def compare(versions: Sequence[Document], settings: Settings, constraints: Sequence[Constraint] = ()) -> Comparison:
    """Versions aligned with the first as the base, and their differences, weighed by what the glossary judges.

    `constraints` are what a person decided about the alignment; `notes.replay` makes them of stored corrections.
    Raises ValueError for fewer than two versions, and for a constraint on what is not there.
    """
    return _compared(versions, settings.rules(), constraints)


def _compared(versions: Sequence[Document], rules: Glossary, constraints: Sequence[Constraint]) -> Comparison:
    def solve() -> Solved:
        collation = collate(_in_their_language(versions), rules, constraints)
        judged = in_judgement(differences(collation, rules), collation.versions, rules)
        return Solved(collation.relation, collation.rows, tuple(judged))

    solved = remembered(versions, (rules, *constraints), solve)
    return Comparison(Collation(tuple(versions), solved.relation, solved.rows), solved.differences)


def _in_their_language(versions: Sequence[Document]) -> list[Document]:
    """The versions, one that is too short to tell its language in that of its story."""
    texts = (" ".join((each.headline, *(paragraph.text for paragraph in each.paragraphs))) for each in versions)
    spoken = of_story([(each.language, text) for each, text in zip(versions, texts, strict=True)])
    return [
        each if each.language == code else replace(each, language=code)
        for each, code in zip(versions, spoken, strict=True)
    ]


def compare_stories(
    stories: Sequence[Story], settings: Settings, corrections: Sequence[Correction] = ()
) -> tuple[Comparison, ...]:
    """The comparisons of those stories that have two versions or more, the stored corrections replayed."""
    rules = settings.rules()
    return tuple(_corrected(story, rules, corrections) for story in stories if len(story.versions) > 1)


def answering(
    side: Side, document: Document, story: Story, settings: Settings, corrections: Sequence[Correction] = ()
) -> Answering | None:
    """The paragraph that answers the one of a side of `document`, in the first other version of its story that has one.

    The document is aligned with one version at a time, as the whole table of a story may take long; nothing is found in
    a version that is too long for a moment's work (`_AT_ONCE`).
    """
    rules = settings.rules()
    for other in story.documents:
        if other.id == document.id or len(document.paragraphs) + len(other.paragraphs) > _AT_ONCE:
            continue
        pair = (document, other)
        collation = collate(pair, rules, replay(corrections, pair).constraints)
        if found := answer_of(collation, replace(side, version=0)):
            return found
    return None


def base_differences(
    stories: Sequence[Story], settings: Settings, corrections: Sequence[Correction] = ()
) -> tuple[tuple[Difference, ...], ...]:
    """The differences of each story's base with each other version by itself: enough to count, story by story.

    Laying all versions of a story into one table aligns every two of them; this aligns each with the base only, which
    is linear in the versions. A row that a third version would hold together may come out otherwise here.
    """
    rules = settings.rules()
    found = []
    for story in stories:
        base, *others = story.documents
        pairs = ((base, other) for other in others)
        compared = (_compared(pair, rules, replay(corrections, pair).constraints) for pair in pairs)
        found.append(tuple(difference for each in compared for difference in each.differences))
    return tuple(found)


def _corrected(story: Story, rules: Glossary, corrections: Sequence[Correction]) -> Comparison:
    return _compared(story.documents, rules, replay(corrections, story.documents).constraints)


def report(
    stories: Sequence[Story],
    notes: Sequence[Note],
    settings: Settings,
    errors: Sequence[Failure] = (),
    corrections: Sequence[Correction] = (),
    findings: bool = True,
) -> Report:
    """All that an export shows: stories compared where they have two versions or more, with their notes.

    The stored corrections are replayed, so that an export has the rows that are seen. Names, substitutions
    and facts are there too, unless `findings` says that the format shows none, as they take their time.
    """
    rules = settings.rules()
    parts = []
    for story in stories:
        comparison = _corrected(story, rules, corrections) if len(story.versions) > 1 else None
        found = _findings(comparison, rules) if comparison and findings else Findings()
        parts.append(StoryReport.of(story, comparison, notes_for(story, notes), found))
    return Report(tuple(parts), tuple(errors))


def _findings(comparison: Comparison, rules: Glossary) -> Findings:
    documents = comparison.collation.versions
    order = [document.path for document in documents]
    return Findings(
        names(documents, rules, (comparison,)), ledger((comparison,), order), facts(documents, rules, comparison)
    )
