"""Writing an export: a format, a file, and where it went."""

import asyncio
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, RadioSet, Static

from wirediff.app.keys import bindings
from wirediff.app.legible import legible
from wirediff.app.naming import count
from wirediff.app.screens.dialog import Dialog
from wirediff.app.widgets.pick import Pick
from wirediff.app.widgets.tick import Tick
from wirediff.errors import WirediffError
from wirediff.model import Story

if TYPE_CHECKING:
    from wirediff.export.choice import Choice

NAME_LENGTH = 40
PREFERRED = "markdown"


class ExportScreen(Dialog[Path | None]):
    """Writes stories with their differences and notes; gives the file, or None if nothing was written.

    `shown` is what the screen below shows of them, and `named` says it in words: it is offered instead of everything.
    """

    scope = "export"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("export")]

    def __init__(self, stories: Sequence[Story], shown: "Choice | None" = None, named: str = "") -> None:
        super().__init__()
        self._stories = stories
        self._shown = shown
        self._named = named
        self._refused: str | None = None

    def heading(self) -> str:
        """The title."""
        return (
            "Export this story"
            if len(self._stories) == 1
            else f"Export {count(len(self._stories), 'story', 'stories')}"
        )

    def body(self) -> Iterator[Widget]:
        """The formats, with what each is good for, and the name."""
        from wirediff.export import FORMATS, format_named

        self._formats = FORMATS
        self._suffixes = {name: format_named(name).SUFFIX for name in FORMATS}
        start = FORMATS.index(PREFERRED) if PREFERRED in FORMATS else 0
        buttons = [Pick(f"{name}: {format_named(name).MEANS}", name == FORMATS[start]) for name in FORMATS]
        yield RadioSet(*buttons, id="formats")
        yield Input(str(Path(self._stem() + self._suffixes[FORMATS[start]])), placeholder="file name", id="file")
        if self._shown is not None:
            yield Tick(f"only what is shown: {self._named}", id="narrow")
        yield Static(f"in {legible(str(Path.cwd()))}", id="remark", markup=False)

    def on_mount(self) -> None:
        """The name is what people change most."""
        self.query_one(Input).focus()

    def _stem(self) -> str:
        name = self._stories[0].headline if len(self._stories) == 1 else "differences"
        words = re.findall(r"\w+", legible(name).lower())
        while len("-".join(words)) > NAME_LENGTH and len(words) > 1:
            words.pop()
        return "-".join(words)[:NAME_LENGTH] or "story"

    def _format(self) -> str:
        return self._formats[max(self.query_one(RadioSet).pressed_index, 0)]

    def on_radio_set_changed(self) -> None:
        """Another format has another ending."""
        field = self.query_one(Input)
        for suffix in self._suffixes.values():
            if field.value.endswith(suffix):
                field.value = field.value.removesuffix(suffix) + self._suffixes[self._format()]
                return

    def on_input_changed(self) -> None:
        """A refusal was about another name."""
        self._refused = None

    @property
    def _choice(self) -> "Choice | None":
        """What is to be written of the stories; None for everything."""
        return self._shown if any(tick.value for tick in self.query(Tick)) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where everything is shown there is nothing to choose."""
        return super().check_action(action, parameters) and (action != "narrow" or self._shown is not None)

    def action_narrow(self) -> None:
        """Write only what is shown, or everything."""
        for tick in self.query(Tick):
            tick.toggle()

    async def on_input_submitted(self) -> None:
        """Enter writes."""
        await self.action_write()

    async def action_write(self) -> None:
        """Write the file; one that exists only when asked a second time."""
        given = self.query_one(Input).value.strip()
        if not given:
            self._remark("Give the file a name.")
            return
        path = Path(given).expanduser()
        self._remark("Writing…")
        try:
            await asyncio.to_thread(self._write, path, self._format(), self._choice, given == self._refused)
        except (WirediffError, OSError, ValueError) as error:
            if path.is_file() and given != self._refused:
                self._refused = given
                self._remark(f"{path} exists already. Enter again replaces it, or give another name.")
            else:
                self._remark(str(error))
            return
        self.dismiss(path.absolute())

    def _write(self, path: Path, name: str, choice: "Choice | None", force: bool) -> None:
        from wirediff.export import render, save, shows_findings
        from wirediff.export.choice import chosen

        if path.exists() and not force:  # before the work, not after it
            raise FileExistsError(path)
        report = self.reader.session.report(self._stories, shows_findings(name))
        inputs = [Path(version.path) for story in self._stories for version in story.documents]
        save(render(chosen(report, choice) if choice else report, name), path, force, inputs)

    def action_cancel(self) -> None:
        """Close."""
        self.dismiss(None)

    def _remark(self, remark: str) -> None:
        self.query_one("#remark", Static).update(Text(legible(remark), style=self.palette.loud))
