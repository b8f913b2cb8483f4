"""Who signs notes."""

import getpass
import os


def author_name() -> str:
    """Who signs notes: the environment variable WIREDIFF_AUTHOR, else the login name, else nobody ("")."""
    given = os.environ.get("WIREDIFF_AUTHOR", "").strip()
    if not given:
        try:
            given = getpass.getuser()
        except (KeyError, OSError):  # an account without a name, as in some containers
            given = ""
    return given.encode("utf-8", "replace").decode()
