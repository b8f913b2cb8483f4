"""How a journal is folded into the notes, corrections and marks that stand now.

Nothing in a journal is ever changed or taken out: undoing adds an event that names the act undone. So undo has no end
and outlives the program, and two journals are merged by putting their events together.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from wirediff.model import Note
from wirediff.notes.corrections import Correction, Decision
from wirediff.notes.draft import Draft, Fields
from wirediff.notes.events import ACTIONS, Event, Imported, Target, decoded
from wirediff.notes.reviews import Mark, Review

Act = list[Event]
"""Events that were done at once, in their order."""

_Key = tuple[str, str]
"""What an act is known by: its author, and the id of its first event."""


class State(Struct):
    """What a journal comes to: what stands, by id in the order of its creation, and what can be undone.

    Changed in place as events come in, for a journal may be long; whoever keeps it sees to who looks when.

    `undoable` and `redoable` hold, by author, the acts that undo and redo would turn to, the next one last.
    """

    notes: dict[str, Note] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    undoable: dict[str, list[Act]] = field(default_factory=dict)
    redoable: dict[str, list[Act]] = field(default_factory=dict)

    @property
    def things(self) -> Mapping[str, object]:
        """All that stands, by id."""
        return ChainMap[str, object](self.notes, self.corrections, self.reviews)  # type: ignore[arg-type]


def fold(events: Iterable[Event]) -> State:
    """The state that `events` lead to, whatever the order they are given in. Linear in their number, after a sort.

    A change of a note that is not there is passed over, as it must be once journals are merged, and so is an event
    that cannot be understood: a later version of the program may have written it.
    """
    folded = Folded()
    folded.take(events)
    return folded.state


def exchanged(events: Iterable[Event]) -> list[Event]:
    """The events of a journal that are for others: all but the record of imports, and what undone imports brought."""
    ordered = sorted(events, key=_id)
    undone = undone_imports(ordered)
    local = {event.id for event in ordered if event.action in ACTIONS and ACTIONS[event.action].local}
    return [event for event in ordered if not {event.id, _target(event)} & local and event.id not in undone]


class Folded:
    """A journal with the state it leads to, kept up as events come in.

    An act that follows all the others costs what it holds; anything else (an undo, an import) folds all anew.
    """

    def __init__(self) -> None:
        self.events: dict[str, Event] = {}
        self.last = ""
        """The greatest id so far."""
        self._begin()

    def _begin(self) -> None:
        self.state = State()
        self._acts: dict[_Key, Act] = {}
        self._undone: set[_Key] = set()
        self._makers: dict[str, str] = {}
        self._homes: dict[tuple[str, str], str] = {}
        self._things: dict[str, str] = {}

    @property
    def undone(self) -> set[str]:
        """The ids of the events that do not count, because their act or the import that brought them is undone."""
        acts = {event.id for key in self._undone for event in self._acts[key]}
        return acts | undone_imports(sorted(self.events.values(), key=_id))

    @property
    def things(self) -> dict[str, str]:
        """The id of what each event is done to, for the events that are on a note, a correction or a mark.

        It is the one that the event names, or a longer one where two people came to make the same (see `_thing`).
        """
        return self._things

    def take(self, events: Iterable[Event]) -> None:
        """Take in events; those known already change nothing."""
        new = sorted((event for event in events if event.id not in self.events), key=_id)
        if not new:
            return
        simple = new[0].id > self.last and all(_stands_alone(event) for event in new)
        self.events.update((event.id, event) for event in new)
        if simple:
            for event in new:
                self._stack(event)
                self._apply(event)
        else:
            self._all_anew()
        self.last = max(self.last, new[-1].id)

    def _all_anew(self) -> None:
        ordered = sorted(self.events.values(), key=_id)
        left_out = undone_imports(ordered)
        counted = [event for event in ordered if event.id not in left_out]
        self._begin()
        for event in counted:
            if event.action in {"undo", "redo"}:
                self._turn(event)
            elif event.action in ACTIONS:
                self._stack(event)
        for event in counted:
            if event.action in ACTIONS and ACTIONS[event.action].undoable:
                self._apply(event)

    def _stack(self, event: Event) -> None:
        """Put an event where undo finds it."""
        act = self._acts.setdefault(_key(event), [])
        if not act:
            self.state.undoable.setdefault(event.author, []).append(act)
        act.append(event)
        self.state.redoable[event.author] = []

    def _turn(self, event: Event) -> None:
        """Undo or redo an act: one of the author's own."""
        key = event.author, _target(event)
        if not (act := self._acts.get(key)):
            return
        back, forth = (stacks.setdefault(event.author, []) for stacks in (self.state.undoable, self.state.redoable))
        if event.action == "undo":
            self._undone.add(key)
            _shift(act, back, forth)
        else:
            self._undone.discard(key)
            _shift(act, forth, back)

    def _apply(self, event: Event) -> None:
        thing = self._things[event.id] = self._thing(event)
        if _key(event) in self._undone:
            return
        try:
            _effect(event, thing, self.state)
        except ValueError:
            return

    def _thing(self, event: Event) -> str:
        """The id of what an event is done to.

        Ids are short, and two people may come to make the same one for different notes. Once their journals are
        merged the later note has a longer id, and what its author does to it goes to it.
        """
        if ACTIONS[event.action].makes and self._makers.setdefault(event.note, event.id) != event.id:
            self._homes[event.note, event.author] = event.note + event.id[-8:]
        return self._homes.get((event.note, event.author), event.note)


def _id(event: Event) -> str:
    return event.id


def _key(event: Event) -> _Key:
    return event.author, event.act or event.id


def _stands_alone(event: Event) -> bool:
    action = ACTIONS.get(event.action)
    return action is not None and action.undoable and not action.local


def _target(event: Event) -> str:
    if event.action not in {"undo", "redo"}:
        return ""
    try:
        return decoded(event, Target).event
    except ValueError:
        return ""


def _shift(act: Act, source: list[Act], goal: list[Act]) -> None:
    # From the end, where it nearly always is: a long journal can be undone step by step in linear time.
    place = next((place for place in range(len(source) - 1, -1, -1) if source[place] is act), None)
    if place is not None:
        goal.append(source.pop(place))


def undone_imports(ordered: Sequence[Event]) -> set[str]:
    """The ids of the events of a journal, in its order, that imports brought which are all undone."""
    brought: dict[str, set[str]] = {}
    undone: set[str] = set()
    for event in ordered:
        if event.action == "import":
            try:
                brought[event.id] = {*decoded(event, Imported).events}
            except ValueError:
                continue
        elif (target := _target(event)) in brought:
            (undone.add if event.action == "undo" else undone.discard)(target)
    standing = chain.from_iterable(events for marker, events in brought.items() if marker not in undone)
    return set().union(*(brought[marker] for marker in undone)).difference(standing)


def _effect(event: Event, thing: str, state: State) -> None:
    """What an event does to the state. Raises ValueError where it cannot be understood."""
    notes, corrections, reviews = state.notes, state.corrections, state.reviews
    if event.action == "add":
        draft = decoded(event, Draft)
        notes[thing] = Note(id=thing, created=event.at, modified=event.at, author=event.author, **asdict(draft))
    elif event.action == "change" and thing in notes:
        fields = decoded(event, Fields)
        notes[thing] = replace(notes[thing], modified=event.at, **fields)
    elif event.action == "remove":
        notes.pop(thing, None)
    elif event.action == "correct":
        corrections[thing] = Correction(thing, decoded(event, Decision), event.at, event.author)
    elif event.action == "uncorrect":
        corrections.pop(thing, None)
    elif event.action == "review":
        reviews[thing] = Review(thing, decoded(event, Mark), event.at, event.author)
    elif event.action == "unreview":
        reviews.pop(thing, None)
