"""What can go wrong for a reasonable user, each with the exit code that the command line gives it."""


class WirediffError(Exception):
    """A fault the user can act on: `message` says what was wrong, `hint` what to do next; both one line."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(WirediffError):
    """The call is wrong: an unknown reader, a story that does not exist, a missing choice."""

    exit_code = 2


class GlossaryError(WirediffError):
    """A glossary that cannot be used: the message names the file, the line or the path inside, and the fault."""

    exit_code = 2


class ConfigError(WirediffError):
    """A configuration file of the user's that cannot be used: the message names the file, the line and the fault."""

    exit_code = 2


class ReadError(WirediffError):
    """An input that could not be read: `path` names it."""

    exit_code = 3

    def __init__(self, path: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.path = path


class StoreError(WirediffError):
    """The note store could not be opened or written; nothing acknowledged is lost."""

    exit_code = 3


class ExchangeError(WirediffError):
    """A file of notes that cannot be taken in: the message names the place in it and the fault. Nothing of it was."""

    exit_code = 3


class WriteError(WirediffError):
    """An output could not be written: a full disk, a folder without permission."""

    exit_code = 3
