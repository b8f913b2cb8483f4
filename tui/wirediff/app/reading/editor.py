"""The user's editor: which one it is, and how it is told to open a file at a line."""

import os
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path

from wirediff.errors import UsageError

_PLUS = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "ex", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "mg", "ne"}
    | {"joe", "jed", "mcedit", "gedit", "editor", "sensible"}
)
_COLON = frozenset({"hx", "helix", "subl", "sublime_text", "zed"})
_GOTO = frozenset({"code", "codium", "vscodium", "cursor"})
_LINE = frozenset({"kate", "kwrite"})
_USUAL = ("editor", "vi", "nano")
"""What is tried where nothing is set."""


def editor_command(path: str, line: int | None, environ: Mapping[str, str] = os.environ) -> list[str]:
    """The command that opens a file at a line (from 1; None: anywhere) in $VISUAL, else in $EDITOR, else in vi or nano.

    An editor whose way to name a line is not known opens the file at its beginning. Raises UsageError where there is no
    editor, or one that is not installed.
    """
    variable = next((name for name in ("VISUAL", "EDITOR") if environ.get(name, "").strip()), None)
    if variable is None:
        usual = next((found for name in _USUAL if (found := shutil.which(name))), None)
        if usual is None:
            raise UsageError("there is no editor", "name one in the environment variable VISUAL or EDITOR")
        command = [usual]
    else:
        try:
            command = shlex.split(environ[variable])
        except ValueError as error:
            raise UsageError(f"{variable} is no command: {environ[variable]}", "its quotation marks are odd") from error
        if shutil.which(command[0]) is None:
            raise UsageError(
                f"the editor {command[0]} is not there", f"name one that is installed in the variable {variable}"
            )
    return [*command, *_at(command[0], str(Path(path).absolute()), line)]


def _at(program: str, path: str, line: int | None) -> list[str]:
    # vim.tiny, emacs-nox and code-insiders take what vim, emacs and code do.
    name = re.match(r"[a-z_]*", Path(program).name.lower())
    known = name.group() if name else ""
    if line is None:
        return [path]
    if known in _PLUS:
        return [f"+{line}", path]
    if known in _COLON:
        return [f"{path}:{line}"]
    if known in _GOTO:
        return ["--goto", f"{path}:{line}"]
    return ["--line", str(line), path] if known in _LINE else [path]
