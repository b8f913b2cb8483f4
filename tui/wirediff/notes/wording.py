"""Acts in words, for what undo and redo say."""

from collections import Counter
from collections.abc import Mapping

from wirediff.notes.events import ACTIONS, Event, Imported, decoded
from wirediff.notes.fold import Act, State
from wirediff.notes.history import shortened


def told(act: Act, names: Mapping[str, str]) -> str:
    """An act in words: "adding the note “…”", or "adding 14 notes"; `names` has those of its things by id."""
    done = Counter(ACTIONS[event.action] for event in act)
    if len(act) == 1:
        (action,) = done
        name = names[act[0].note]
        return f"{action.doing} the {action.thing}" + (f" “{shortened(name)}”" if name else "")
    return ", ".join(
        f"{action.doing} {count} {action.thing}s" if count > 1 else f"{action.doing} 1 {action.thing}"
        for action, count in done.items()
    )


def name_of(state: State, event: Event) -> str:
    """What the thing of an event is called in a sentence; "" for one that is not there."""
    if event.action == "import":
        return decoded(event, Imported).source
    if event.note in state.notes:
        return state.notes[event.note].text
    correction = state.corrections.get(event.note)
    return correction.decision.named if correction else ""
