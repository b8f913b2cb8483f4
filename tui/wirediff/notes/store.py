"""The notes on a folder's stories, the corrections of their alignment and the rows looked through, on disk."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, Unpack

from wirediff.errors import ExchangeError, UsageError
from wirediff.model import Note
from wirediff.notes.author import author_name
from wirediff.notes.corrections import Correction, Decision, contrary
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.events import Event, Imported, Target, encoded
from wirediff.notes.exchange import Bundle
from wirediff.notes.exchange.entries import same
from wirediff.notes.fold import Act, State, exchanged, undone_imports
from wirediff.notes.history import Entry, history, things_of
from wirediff.notes.ids import note_id
from wirediff.notes.journal import Journal
from wirediff.notes.place import Place, notes_folder, place_of
from wirediff.notes.rerouted import Rerouted
from wirediff.notes.reviews import Mark, Review
from wirediff.notes.wording import Thing, told, touched

__all__ = ["NoteStore", "author_name", "notes_folder"]


_Thing = TypeVar("_Thing", Note, Correction, Review)


class NoteStore:
    """The notes that belong to a folder, shared by every thread and every program that has it open.

    Opening makes no file; the first note does. Whatever a method has returned from is on the disk. Every method may
    raise StoreError where the disk, or another program that holds the lock for ten seconds, does not let it.
    """

    def __init__(self, place: Place, author: str) -> None:
        self._place = place
        self._journal = Journal(place, author)

    @classmethod
    def open(cls, folder: Path, author: str | None = None) -> Self:
        """The store of `folder`; see `notes_folder` for the folder that goes with some paths.

        `author` signs what is written and is `author_name()` where none is given. Raises StoreError.
        """
        return cls(place_of(folder), author_name() if author is None else author)

    @property
    def remark(self) -> str:
        """What the user should know: where the notes went instead, or that a damaged file was set aside; else ""."""
        return "; ".join(self._journal.remarks)

    @property
    def file(self) -> Path:
        """The database; there is none before the first note."""
        return self._place.file

    @property
    def entries(self) -> int:
        """How many entries the journal has. It grows with whatever anybody records, so one can tell that they did."""
        return self._journal.length

    def notes(self) -> tuple[Note, ...]:
        """The notes that stand, in the order of their creation, with what other programs recorded meanwhile."""
        return tuple(map(self._leading_there().fastened, self.recorded()))

    def recorded(self) -> tuple[Note, ...]:
        """The notes that stand, with the paths of their versions as they are recorded: from the folder."""
        return self._journal.look(lambda state: tuple(state.notes.values()))

    def ever(self) -> tuple[str, ...]:
        """The ids of all notes that are or were there."""
        return tuple(dict.fromkeys(things_of(self._journal.events.values()).values()))

    def add(self, draft: Draft) -> Note:
        """Record a note."""
        made = self._make("add", encoded(self.kept(draft)), lambda state: state.notes)
        return self._leading_there().fastened(made)

    def change(self, note: str, **fields: Unpack[Fields]) -> Note:
        """Record other values for some fields of the note with this id. Raises UsageError where there is none."""
        if "left" in fields:
            fields["left"] = self._as_kept().end(fields["left"])
        if "right" in fields:
            fields["right"] = self._as_kept().end(fields["right"])

        def compose(state: State) -> Event:
            _standing(note, state.notes, "note", "list")
            return self._journal.event("change", note, encoded(fields))

        return self._leading_there().fastened(self._journal.recorded(compose, lambda state: state.notes[note]))

    def remove(self, note: str) -> None:
        """Take back the note with this id; `undo` brings it again. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            _standing(note, state.notes, "note", "list")
            return self._journal.event("remove", note, "{}")

        self._journal.record(compose)

    def history(self, note: str) -> tuple[Entry, ...]:
        """All that was done to a note, in order: by whom, when, what changed, and whether it was undone.

        Raises UsageError where there never was a note with this id.
        """
        found = history(self._journal.events.values(), note)
        if not found:
            raise UsageError(f"there never was a note {note}", "`wirediff notes list` shows the notes with their ids")
        return found

    def corrections(self) -> tuple[Correction, ...]:
        """The corrections that stand, in the order in which they were made."""
        standing = self._journal.look(lambda state: tuple(state.corrections.values()))
        return tuple(map(self._leading_there().correction, standing))

    def correct(self, decision: Decision) -> Correction:
        """Record a decision about an alignment. One that stands, and that no later one contradicts, is given back."""
        kept = self._as_kept().decision(decision)

        def standing(state: State) -> str | None:
            there = list(state.corrections.values())
            for place, each in enumerate(there):
                if each.decision == kept and not any(contrary(kept, later.decision) for later in there[place:]):
                    return each.id
            return None

        made = self._make("correct", encoded(kept), lambda state: state.corrections, standing)
        return self._leading_there().correction(made)

    def uncorrect(self, correction: str) -> None:
        """Take back the correction with this id; `undo` brings it again. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            _standing(correction, state.corrections, "correction", "corrections")
            return self._journal.event("uncorrect", correction, "{}")

        self._journal.record(compose)

    def reviews(self) -> tuple[Review, ...]:
        """The marks on rows that were looked through, in the order in which they were made."""
        standing = self._journal.look(lambda state: tuple(state.reviews.values()))
        return tuple(map(self._leading_there().review, standing))

    def review(self, mark: Mark) -> Review:
        """Record that a row was looked through; `reviews.mark` makes the mark. One that stands is given back."""
        kept = self._as_kept().mark(mark)

        def standing(state: State) -> str | None:
            return next((each.id for each in state.reviews.values() if each.mark == kept), None)

        made = self._make("review", encoded(kept), lambda state: state.reviews, standing)
        return self._leading_there().review(made)

    def unreview(self, review: str) -> None:
        """Take back the mark with this id; `undo` brings it again. Raises UsageError where there is none."""

        def compose(state: State) -> Event:
            _standing(review, state.reviews, "mark", "reviews")
            return self._journal.event("unreview", review, "{}")

        self._journal.record(compose)

    def kept(self, draft: Draft) -> Draft:
        """A draft with the paths of its versions as they are recorded: from the folder."""
        return self._as_kept().fastened(draft)

    def exchanged(self) -> list[Event]:
        """The journal as it may be given to others, who take it in with `take_in`."""
        return exchanged(self._journal.events.values())

    def take_in(self, bundle: Bundle) -> int:
        """Put the journal of somebody else together with this one; how many events of it were not here before.

        What two journals come to does not depend on which is put into which, how often, or in what order. It is one
        act: `undo` takes it out again, for this folder. Raises ExchangeError where an event is here with other content,
        and then nothing is taken in.
        """
        new: list[Event] = []

        def compose(_: State) -> list[Event]:
            known = self._journal.events
            out_of_sight = undone_imports(sorted(known.values(), key=lambda event: event.id))
            new.extend(event for event in bundle.events if event.id not in known or event.id in out_of_sight)
            if changed := [event for event in bundle.events if not same(known.get(event.id, event), event)]:
                raise ExchangeError(
                    f"{bundle.source}: the entry {changed[0].id} stands in these notes with other content",
                    "nothing was taken in; entries are never changed, so take the file as it was written",
                )
            if not new:
                return []
            payload = encoded(Imported(bundle.source, tuple(event.id for event in new)))
            record = self._journal.event("import", note_id(()), payload, after=max(event.id for event in new))
            return [*(event for event in new if event.id not in known), record]

        self._journal.record(compose)
        return len(new)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one act of all that is recorded inside: one write, and one step of undo.

        Where the block is left by an exception nothing of it is recorded. Other threads and programs that want to
        write wait meanwhile, so the block should only record what has been made ready before.
        """
        with self._journal.together():
            yield

    def undo(self) -> str | None:
        """Undo the author's last act that stands, and say which in a sentence; None where there is nothing to undo."""
        return self._turn("undo", lambda state: state.undoable.get(self._journal.author))

    def redo(self) -> str | None:
        """Do the author's last undone act again, and say which; None where there is none, or something came between."""
        return self._turn("redo", lambda state: state.redoable.get(self._journal.author))

    def close(self) -> None:
        """Let go of the file. Nothing is lost by not closing."""
        self._journal.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _make(
        self,
        action: str,
        payload: str,
        among: Callable[[State], Mapping[str, _Thing]],
        standing: Callable[[State], str | None] = lambda _: None,
    ) -> _Thing:
        """Record something new, unless it stands already; the thing as it is afterwards `among` its kind."""
        made = ""

        def compose(state: State) -> Event | None:
            nonlocal made
            if there := standing(state):
                made = there
                return None
            made = note_id(state.things)
            return self._journal.event(action, made, payload)

        return self._journal.recorded(compose, lambda state: among(state)[made])

    def _turn(self, action: str, stack: Callable[[State], Sequence[Act] | None]) -> str | None:
        turned: Act = []
        before: dict[str, Thing] = {}

        def compose(state: State) -> Event | None:
            if not (acts := stack(state)):
                return None
            turned.extend(acts[-1])
            before.update(touched(turned, state))
            return self._journal.event(action, turned[0].note, encoded(Target(turned[0].act or turned[0].id)))

        if not self._journal.look(lambda state: bool(stack(state))):
            return None
        after = self._journal.recorded(compose, lambda state: touched(turned, state))
        if not turned:
            return None
        undone = action == "undo"
        return f"{'Undone' if undone else 'Redone'}: {told(turned, before, after, undone=undone)}."

    def _leading_there(self) -> Rerouted:
        return Rerouted(self._place.shown)

    def _as_kept(self) -> Rerouted:
        return Rerouted(self._place.kept)


def _standing(thing: str, things: Container[str], what: str, listing: str) -> None:
    if thing not in things:
        raise UsageError(f"there is no {what} {thing}", f"`wirediff notes {listing}` shows the {what}s with their ids")
