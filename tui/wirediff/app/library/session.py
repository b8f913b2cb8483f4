"""What the reader has open: stories as they arrive, comparisons once made, and the notes. Nothing here draws.

Reading, comparing and exporting take time and are called from worker threads; the rest answers at once.
"""

import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from wirediff.app.library.bare import bare
from wirediff.errors import ConfigError, UsageError
from wirediff.model import Comparison, Difference, Document, Failure, Note, Story, StoryVersion
from wirediff.verdicts import VERDICTS, verdicts

if TYPE_CHECKING:
    from wirediff.align import Constraint
    from wirediff.export.report import Report
    from wirediff.notes import Correction, NoteStore, Review
    from wirediff.pipeline import Progress
    from wirediff.settings import Settings

FIRST_FILES = 16
"""So many files are read and grouped before the first stories show; each further part is four times as large."""

KEPT_COMPARISONS = 32
"""Comparisons kept for coming back to; the least recently asked for goes first."""


class Stopped(Exception):
    """Raised inside a worker when its work is no longer wanted."""


@dataclass(frozen=True, slots=True)
class Library:
    """The stories found so far, the inputs that failed, how many files are read of all, and whether that is the end.

    `bare` are the folders among what failed, with what is in them instead of stories.
    """

    stories: tuple[Story, ...] = ()
    errors: tuple[Failure, ...] = ()
    files: int = 0
    read: int = 0
    complete: bool = False
    bare: Mapping[str, str] = field(default_factory=dict)

    @property
    def unread(self) -> tuple[Failure, ...]:
        """The inputs that could not be read; a folder without stories is none."""
        return tuple(failure for failure in self.errors if failure.path not in self.bare)


@dataclass(frozen=True, slots=True)
class _Made:
    """A comparison, the corrections that stood when it was made, and what of them concerned it."""

    comparison: Comparison
    corrections: "tuple[Correction, ...]"
    constraints: "tuple[Constraint, ...]"


_Key = tuple[tuple[str, str], ...]


def _key(documents: Sequence[Document]) -> _Key:
    return tuple((document.path, document.id) for document in documents)


class Session:
    """The state of one run of the reader."""

    def __init__(self, paths: Sequence[Path], settings: "Settings") -> None:
        self.paths = tuple(paths)
        self.settings = settings
        self.library = Library()
        self.notes: tuple[Note, ...] = ()
        self.reviews: tuple[Review, ...] = ()
        self.verdicts: Mapping[str, str] = VERDICTS
        self._corrections: tuple[Correction, ...] = ()
        self._store: NoteStore | None = None
        self._entries = 0
        self._comparisons: dict[_Key, _Made] = {}
        self._lock = threading.Lock()
        self._taking = threading.Lock()

    def load(
        self,
        arrived: Callable[[Library], None],
        progress: "Progress",
        grouping: Callable[[int, int], None] = lambda *_: None,
    ) -> None:
        """Read and group everything, handing over what there is after each part.

        `progress` is told how far the reading is, `grouping` how far a part's grouping is, of how much. Both may raise
        Stopped; what has been handed over stays. Raises GlossaryError and UsageError.
        """
        from wirediff.pipeline import find_stories, read_paths
        from wirediff.read import gather

        files, failures = gather(self.paths)
        empty = bare(failures)
        documents: list[Document] = []
        done, part = 0, FIRST_FILES
        while True:
            some = files[done : done + part]
            before = done

            def report(number: int, _: int, name: str, before: int = before) -> None:
                progress(before + number, len(files), name)

            reading = read_paths(some, self.settings, report)
            documents += reading.documents
            failures += reading.errors
            done, part = done + len(some), part * 4
            progress(done, len(files), "")
            stories = find_stories(documents, self.settings, grouping)
            arrived(Library(stories, tuple(failures), len(files), done, done >= len(files), empty))
            if done >= len(files):
                return

    def reread(self, paths: Sequence[str]) -> dict[str, Document]:
        """Read files again, each of which held one report. Raises ReadError, and UsageError where one holds several."""
        from wirediff.read import read_file

        fresh = {}
        for path in paths:
            documents = read_file(Path(path), self.settings.reader)
            if len(documents) != 1:
                hint = "leave the reader and open it again to see what has changed"
                raise UsageError(f"{path} holds {len(documents)} reports", hint)
            fresh[path] = documents[0]
        return fresh

    def compare(self, documents: Sequence[Document]) -> Comparison:
        """The comparison of some versions, the first as the base, with the stored corrections; made once and kept.

        Raises ValueError for fewer than two, GlossaryError for a glossary that cannot be used.
        """
        known = self.known(documents)
        if known is None:
            from wirediff.notes import replay
            from wirediff.pipeline import compare

            corrections = self._corrections
            constraints = replay(corrections, documents).constraints
            known = compare(documents, self.settings, constraints)
            self._keep(documents, _Made(known, corrections, constraints))
        return known

    def known(self, documents: Sequence[Document]) -> Comparison | None:
        """The comparison if it has been made already, and no correction that concerns it has come or gone since."""
        key = _key(documents)
        with self._lock:
            made = self._comparisons.pop(key, None)
        if made is None:
            return None
        if made.corrections != self._corrections:
            from wirediff.notes import replay

            corrections = self._corrections
            if replay(corrections, documents).constraints != made.constraints:
                return None
            made = replace(made, corrections=corrections)
        self._keep(documents, made)
        return made.comparison

    def has_compared(self, story: Story) -> bool:
        """Whether a comparison of all versions of a story is kept, whichever of them is the base."""
        wanted = {*_key(story.documents)}
        with self._lock:
            return any({*key} == wanted for key in self._comparisons)

    def _keep(self, documents: Sequence[Document], made: "_Made") -> None:
        with self._lock:
            self._comparisons[_key(documents)] = made
            if len(self._comparisons) > KEPT_COMPARISONS:
                self._comparisons.pop(next(iter(self._comparisons)))

    def base_differences(self, story: Story) -> tuple[Difference, ...]:
        """The differences of a story's base with each other version: enough to count. Raises GlossaryError."""
        from wirediff.pipeline import base_differences

        return next(iter(base_differences([story], self.settings, self._corrections)), ())

    def renew_rules(self, glossary: Path) -> None:
        """Compare by the rules that a glossary holds now; what was compared before is out of date."""
        from msgspec.structs import replace

        with self._lock:
            self.settings = replace(self.settings, glossary=glossary)
            self._comparisons.clear()

    def open_store(self) -> str:
        """Open the notes that go with the paths; gives the store's remark. Raises StoreError."""
        from wirediff.notes import NoteStore, notes_folder

        self._store = NoteStore.open(notes_folder(self.paths))
        self._take_in(self._store)
        try:
            self.verdicts = verdicts()
        except ConfigError as error:
            return "; ".join(part for part in (self._store.remark, str(error)) if part)
        return self._store.remark

    def _take_in(self, store: "NoteStore") -> None:
        with self._taking:  # one after the other, so that what is taken in last is the latest
            self._entries = store.entries
            self.notes, self._corrections, self.reviews = store.notes(), store.corrections(), store.reviews()

    def look(self) -> bool:
        """Take in what other programs have recorded meanwhile; whether there was something. Raises StoreError.

        Costs a look at one number of the database where nobody has.
        """
        if self._store is None or self._store.entries == self._entries:
            return False
        self._take_in(self._store)
        return True

    @property
    def corrections(self) -> "tuple[Correction, ...]":
        """The corrections that stand, as they were taken in last."""
        return self._corrections

    @property
    def store(self) -> "NoteStore":
        """The store of notes, opened on first use. Raises StoreError."""
        if self._store is None:
            self.open_store()
        assert self._store is not None
        return self._store

    def note(self, act: "Callable[[NoteStore], object]") -> object:
        """Do something to the notes and take in what stands now; gives what `act` gives. Raises StoreError."""
        given = act(self.store)
        self._take_in(self.store)
        return given

    def notes_in(self, story: Story) -> tuple[Note, ...]:
        """The notes that lie in a story."""
        from wirediff.notes import notes_for

        return notes_for(story, self.notes)

    @property
    def tags(self) -> list[str]:
        """The tags of all notes, those most in use first."""
        return [tag for tag, _ in Counter(tag for note in self.notes for tag in note.tags).most_common()]

    def report(self, stories: Sequence[Story], findings: bool = True) -> "Report":
        """What an export of these stories shows: the same that the command line would make of the same files."""
        from wirediff.pipeline import report

        return report(stories, self.notes, self.settings, self.library.errors, self._corrections, findings)

    def close(self) -> None:
        """Let go of the note store."""
        if self._store is not None:
            self._store.close()


def gathered(stories: Sequence[Story]) -> Story:
    """One story of the versions of several, as the user put them together; one story alone stays as it is."""
    if len(stories) == 1:
        return stories[0]
    versions = tuple(StoryVersion(version.document, version.shared) for story in stories for version in story.versions)
    return Story("+".join(story.id for story in stories), stories[0].headline, versions)
