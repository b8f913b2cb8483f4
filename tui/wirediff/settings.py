"""What the user chose for a run. Apart from the pipeline, so that the reader can draw before it loads all of that."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from wirediff.glossary import Glossary


class Settings(Struct, frozen=True):
    """A forced reader of files, and a glossary of the user's own."""

    reader: str = "auto"
    glossary: Path | None = None

    def rules(self) -> "Glossary":
        """The glossary in force: the user's over the built-in one. Raises GlossaryError."""
        from wirediff.glossary import builtin, load  # 40 ms, with the words of all languages

        return load(self.glossary, builtin()).over(builtin()) if self.glossary else builtin()
