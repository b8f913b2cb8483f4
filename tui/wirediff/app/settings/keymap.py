"""The user's own keys: a YAML file that gives actions other keys, checked against the table of actions.

An entry that cannot be used is left out and reported, never fatal; the others hold.
"""

import difflib
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from wirediff.app.action import Action
from wirediff.app.keys import ACTIONS, TOGETHER
from wirediff.errors import WirediffError
from wirediff.yamlfile import Faults, Sort, YamlFile, in_order, read_yaml

FILE = "keymap.yaml"
"""Its name in the configuration folder."""

_UNSENDABLE = {"ctrl+h": "Backspace", "ctrl+j": "a line feed", "ctrl+m": "Enter", "ctrl+i": "Tab"}
_MODIFIERS = ("ctrl", "alt", "shift")


class KeymapError(WirediffError):
    """An entry of a keymap that cannot be used; the message names the file, the line and the fault."""


_SORT = Sort("keymap", 100_000, KeymapError, "docs/configuration.md shows the form")


class Keymap(Struct, frozen=True):
    """The keys of the actions that have others than the table's, by the action's id, and what was wrong."""

    keys: Mapping[str, tuple[str, ...]] = {}
    faults: tuple[WirediffError, ...] = ()

    def of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the one that is shown first."""
        return self.keys.get(action.id) or tuple(action.keys.split())

    def for_textual(self) -> dict[str, str]:
        """The keys as Textual's `set_keymap` takes them."""
        return {name: ",".join("comma" if key == "," else key for key in keys) for name, keys in self.keys.items()}


def read_keymap(path: Path) -> Keymap:
    """The keymap in a file; an empty one where there is no file."""
    if not path.exists():
        return Keymap()
    faults: Faults = []
    try:
        file = read_yaml(path, _SORT, faults)
        written = file.shaped(dict[str, Any])
    except KeymapError as error:
        return Keymap(faults=(*in_order(faults), error))
    keys: dict[str, tuple[str, ...]] = {}
    for name, value in [*written.items(), *((name, "") for name in file.bare.get("$", ()))]:
        try:
            keys[name] = _checked(file, name, value)
        except KeymapError as error:
            faults.append((file.line(f"$.{name}"), error))
    while clash := _clash(file, keys):
        name, fault = clash
        del keys[name]  # its usual keys are in force again, and may clash with others in turn
        faults.append((file.line(f"$.{name}"), fault))
    return Keymap(keys, in_order(faults))


def _checked(file: YamlFile, name: str, value: object) -> tuple[str, ...]:
    """The keys of an entry. Raises KeymapError for an action or a key that there is not."""
    known = [action.id for action in ACTIONS]
    if name not in known:
        scope, _, short = name.rpartition(".")
        near = [action.id for action in ACTIONS if action.scope == scope or action.id.partition(".")[2] == short]
        close = difflib.get_close_matches(name, near, 1, 0.3) or difflib.get_close_matches(name, known, 1)
        hint = f"did you mean {close[0]}?" if close else "`wirediff config show` lists the actions"
        raise file.fault(f"$.{name}", f"there is no action {name!r}", hint)
    keys = value.split() if isinstance(value, str) else value
    if not keys or not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise file.fault(f"$.{name}", "it takes keys", "write them with blanks between, as in: n ] alt+down")
    for key in keys:
        if fault := _misnamed(key):
            raise file.fault(f"$.{name}", *fault)
    return tuple(keys)


def _misnamed(key: str) -> tuple[str, str] | None:
    """What is wrong with the name of a key, and what to write."""
    from textual.keys import Keys

    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    named = {str(each.value) for each in Keys if "+" not in each.value and not each.value.startswith("<")}
    if len(last) != 1 and last not in named:
        close = difflib.get_close_matches(last, named, 1)
        return f"there is no key {key!r}", f"did you mean {close[0]}?" if close else "write it as `?` shows keys"
    if any(modifier not in _MODIFIERS for modifier in modifiers):
        return f"there is no key {key!r}", f"the modifiers are {', '.join(_MODIFIERS)}"
    if {"ctrl", "alt"} <= {*modifiers}:
        return f"many terminals send nothing of its own for {key}", "take another key"
    if modifiers == ["shift"] and len(last) == 1 and last != last.upper():
        return f"terminals send {last.upper()} for {key}", f"write {last.upper()}"
    if key in _UNSENDABLE:
        return f"many terminals send {_UNSENDABLE[key]} for {key}", "take another key"
    return None


def _clash(file: YamlFile, keys: Mapping[str, tuple[str, ...]]) -> tuple[str, KeymapError] | None:
    """An entry of the file by which one key would have two meanings at once, and what is said about it."""
    for scopes in (*TOGETHER, *({action.scope} for action in ACTIONS)):
        used: dict[str, list[str]] = defaultdict(list)
        for action in ACTIONS:
            if action.scope in scopes:
                for key in dict.fromkeys(keys.get(action.id) or action.keys.split()):
                    used[key].append(action.id)
        for key, names in used.items():
            ours = [name for name in names if name in keys]
            if len(names) > 1 and ours:
                other = next(name for name in names if name != ours[-1])
                fault = file.fault(f"$.{ours[-1]}", f"{key} is {other} already", "give one of them another key")
                return ours[-1], KeymapError(fault.message, fault.hint)
    return None
