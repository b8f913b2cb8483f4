"""What background work tells the application."""

from textual.message import Message

from wirediff.app.library.session import Library


class Progressed(Message):
    """So many files have been read; a newer message takes the place of one that has not been seen."""

    def __init__(self, done: int, total: int, name: str) -> None:
        super().__init__()
        self.done = done
        self.total = total
        self.name = name

    def can_replace(self, message: Message) -> bool:
        """Only the last one matters."""
        return isinstance(message, Progressed)


class Arrived(Message):
    """More stories have been read."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
