"""Where the notes of a folder lie: beside the stories where that can be, else in the user's own data folder."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

NAME = "notes.db"
_BESIDE = ".wirediff"
_PACKAGE = Path(__file__).resolve().parent.parent


class Place(Struct, frozen=True):
    """The file that the notes of a folder are written to, others that are read besides, and a remark ("" for none)."""

    folder: Path
    file: Path
    besides: tuple[Path, ...] = ()
    remark: str = ""

    def kept(self, path: str) -> str:
        """A version's path as it is recorded: from the folder, so that the notes hold when the folder is moved."""
        whole = os.path.realpath(path)
        return os.path.relpath(whole, self.folder) if Path(whole).is_relative_to(self.folder) else whole

    def shown(self, path: str) -> str:
        """A recorded path as it leads there from the current folder: relative to it for what lies in it."""
        whole = os.path.normpath(self.folder / path)
        here = Path.cwd()
        return os.path.relpath(whole, here) if Path(whole).is_relative_to(here) else whole


def notes_folder(paths: Sequence[Path]) -> Path:
    """The folder whose notes go with `paths`: the folder itself, or the common parent of several paths.

    No path at all means the current folder.
    """
    if not paths:
        return Path.cwd()
    folders = [path if path.is_dir() else path.parent for path in (path.resolve() for path in paths)]
    return Path(os.path.commonpath(folders))


def keeps_notes(path: Path) -> bool:
    """Whether a path, through all links, lies where notes are kept, or is such a place itself."""
    whole = path.resolve()
    # Folded, as there are file systems on which the folder is found under both ways of writing it.
    return whole.is_relative_to(_own_data().resolve()) or _BESIDE in map(str.casefold, whole.parts)


def place_of(folder: Path) -> Place:
    """Where the notes of `folder` lie. Looks, and makes nothing.

    Notes that were once written to the other of the two places are read from there too, so none drops out of sight
    when a folder becomes read-only or writable.
    """
    folder = folder.resolve()
    beside = folder / _BESIDE / NAME
    own = _own_data() / hashlib.sha256(os.fsencode(folder)).hexdigest()[:16] / NAME
    if _writable(folder, beside):
        return Place(folder, beside, _those_there(own))
    why = "it is no place for notes" if _unfit(folder) else "it cannot be written to"
    return Place(folder, own, _those_there(beside), f"the notes on {folder} are kept in {own.parent}, as {why}")


def _own_data() -> Path:
    import platformdirs

    return platformdirs.user_data_path("wirediff") / "notes"


def _those_there(file: Path) -> tuple[Path, ...]:
    return (file,) if file.is_file() else ()


def _unfit(folder: Path) -> bool:
    # The stories that ship with the package would lose their notes with the next installation, and nobody expects
    # files at the top of the file system because two stories happened to lie far apart.
    return folder.is_relative_to(_PACKAGE) or folder == Path(folder.anchor)


def _writable(folder: Path, file: Path) -> bool:
    if _unfit(folder):
        return False
    if file.exists() and not (file.is_file() and os.access(file, os.W_OK)):
        return False
    nearest = file.parent if os.path.lexists(file.parent) else folder
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
