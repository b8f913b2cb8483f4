"""The reader, a Textual application. Importing this package loads none of it; running the reader does."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wirediff.settings import Settings

__all__ = ["run_app"]


def run_app(paths: Sequence[Path], settings: "Settings") -> int:
    """Open the reader on files and folders, until the user leaves it.

    Gives the exit code: 0, or 3 where an input could not be read. What goes wrong meanwhile is shown in the reader; a
    fault in the reader itself ends it and is raised here, so that the caller reports it as it does any other.
    """
    from wirediff import folders
    from wirediff.app.app import WirediffApp

    app = WirediffApp(paths, settings, config=folders.config(), state=folders.state())
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or (3 if app.session.library.errors else 0)
