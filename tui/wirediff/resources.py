"""Where the files that ship with the package lie: in the wheel beside the code, in a checkout at its top."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """The folder `seeds` or `themes` (or `data`, which is always beside the code).

    Raises FileNotFoundError where the installation lacks it, which means the wheel was built wrongly.
    """
    for root in (_PACKAGE, _CHECKOUT):
        folder = root / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"this installation of wirediff lacks its folder {name!r}")
