"""How the reader looks and which keys it takes, and where each came from: its part of `wirediff config show`."""

import os

from wirediff import folders
from wirediff.app.action import shown
from wirediff.app.keys import ACTIONS
from wirediff.app.settings.keymap import FILE, read_keymap
from wirediff.app.settings.preferences import recall
from wirediff.app.settings.themefile import ThemeError
from wirediff.app.settings.themes import DEFAULT, WITHOUT_COLOUR, Shelf
from wirediff.inforce import BUILT_IN, InForce, Rules


def in_force() -> Rules:
    """The theme that the reader would wear, the others there are, and the keys of every action."""
    config = folders.config()
    shelf = Shelf(config / "themes")
    chosen = recall(folders.state()).theme
    faulty = shelf.faults()
    faults = [str(fault) for each in faulty.values() for fault in each.faults]
    try:
        worn, source = shelf.read(chosen).name, _source(shelf, chosen)
    except ThemeError as error:
        faults += [str(error)] if chosen not in faulty else []
        worn, source = DEFAULT, BUILT_IN

    def usable(name: str) -> bool:
        return name not in faulty or faulty[name].usable

    if "NO_COLOR" in os.environ:
        worn, source = f"{WITHOUT_COLOUR}, without its colours", "NO_COLOR"
    themes = [
        InForce("themes", name, shelf.read(name).title if usable(name) else "cannot be used", _source(shelf, name))
        for name in shelf.names()
    ]
    keymap = read_keymap(config / FILE)
    keys = [
        InForce(
            "keys",
            action.id,
            " ".join(map(shown, keymap.of(action))),
            str(config / FILE) if action.id in keymap.keys else BUILT_IN,
        )
        for action in ACTIONS
    ]
    return Rules(
        (InForce("theme", "worn", worn, source), *themes, *keys), (*faults, *(str(fault) for fault in keymap.faults))
    )


def _source(shelf: Shelf, name: str) -> str:
    path = shelf.file(name)
    return str(path) if path.parent == shelf.folder else BUILT_IN
