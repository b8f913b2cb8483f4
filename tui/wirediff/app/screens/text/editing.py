"""A version opened in the user's editor, and read again afterwards."""

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from wirediff.app.legible import legible
from wirediff.app.reading.editor import editor_command
from wirediff.errors import UsageError
from wirediff.model import HEADLINE, Document

if TYPE_CHECKING:
    from wirediff.app.app import WirediffApp


def line_of(document: Document, paragraph: int | None) -> int | None:
    """The line of the file where a paragraph begins; None where it is not known, as for the headline."""
    if paragraph is None or paragraph == HEADLINE:
        return None
    return document.paragraphs[paragraph - 1].line


async def edit(reader: "WirediffApp", document: Document, paragraph: int | None) -> None:
    """Open the file of a version at a paragraph; the reader stands still until the editor is left."""
    file = Path(document.path)
    try:
        if not file.is_file():
            raise UsageError(f"{document.path} is no file", "it has been moved, or lies inside another file")
        command = editor_command(document.path, line_of(document, paragraph))
        before = file.read_bytes()
        with reader.suspend():
            code = subprocess.run(command, check=False).returncode
    except SuspendNotSupported:
        reader.notify("An editor can be opened in a terminal only.", severity="warning", timeout=4)
    except (UsageError, OSError) as error:
        reader.notify(legible(str(error)), severity="warning", timeout=8, markup=False)
    else:
        if code:
            reader.notify(legible(f"{command[0]} ended with code {code}."), severity="warning", markup=False)
        if not file.is_file():
            reader.notify("The file is gone; what was read of it stays.", severity="warning", timeout=5)
        elif file.read_bytes() != before:
            await reader.reloading.reread([document.path])
