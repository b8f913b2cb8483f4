"""Every action of the reader, in one table: bindings, footer, help and palette are all made from it.

Each action has an id by which a keymap can move it. The first key is the one shown; arrows and vi's letters stand side
by side, and nothing rests on a key alone that old terminals cannot send (ctrl+h, ctrl+j and ctrl+m are Backspace, line
feed and Enter there).
"""

from typing import TYPE_CHECKING, NamedTuple

from wirediff.verdicts import VERDICTS

if TYPE_CHECKING:
    from textual.binding import Binding

DIGITS = "123456789"
UNSHIFTED = "&é\"'(-è_ç"
"""What the keys of the digits give on a French keyboard without Shift."""


class Action(NamedTuple):
    """One thing that keys do.

    The id is a scope and a name; `keys` are parted by blanks; `run` is the Textual action, the name where it is empty.
    What is done `at_once` is done before the widget with the focus sees the key, and before any key struck after it:
    so it must be where an action moves the focus out of a field, or a burst of keys would be typed into that field.
    """

    id: str
    keys: str
    label: str
    tooltip: str
    run: str = ""
    footer: bool = False
    at_once: bool = False

    @property
    def scope(self) -> str:
        """The screen or widget that the action belongs to."""
        return self.id.partition(".")[0]

    @property
    def call(self) -> str:
        """The action as Textual calls it."""
        return self.run or self.id.partition(".")[2]

    def binding(self) -> "Binding":
        """The action as Textual binds it."""
        from textual.binding import Binding

        first, *_ = keys = self.keys.split()
        return Binding(
            ",".join(keys),
            self.call,
            self.label,
            show=self.footer,
            key_display=shown(first),
            tooltip=self.tooltip,
            id=self.id,
            priority=self.at_once,
        )


SCOPES = {
    "app": "Everywhere",
    "compare": "Side by side",
    "text": "Moving in the text",
    "stories": "In the list of stories",
    "alone": "One version alone",
    "jump": "Jumping",
    "search": "Typing what to find",
    "words": "Typing words for a list",
    "ledger": "In the list of substitutions",
    "insight": "In names, substitutions and facts",
    "substitution": "Judging a substitution",
    "list": "Moving in a list",
    "notes": "In the notes and the review queue",
    "note": "Writing a note",
    "differences": "In the list of differences",
    "bulk": "Judging all that are shown",
    "correct": "Correcting a link",
    "filter": "In the filter",
    "versions": "Choosing versions",
    "export": "Exporting",
    "theme": "Choosing a theme",
    "page": "On this page",
    "dialog": "In every dialog",
}
"""What each scope is called in the help, in the order in which it is shown there."""

TOGETHER = (
    ("compare", "text", "app"),
    ("alone", "text", "app"),
    ("stories", "list", "app"),
    ("ledger", "insight", "list", "app"),
)
"""Scopes whose keys are in force at once: those of a screen, of the widget with the focus and of the application."""


def judging(scope: str, run: str = "judge") -> tuple[Action, ...]:
    """The digits as they judge in a scope, with what a French keyboard gives for them without Shift."""
    named = dict(enumerate(VERDICTS, 1))
    return tuple(
        Action(
            f"{scope}.{run}_{number}",
            f"{digit} {plain}",
            f"Verdict {number}",
            f"Judge: {named.get(number, 'a verdict of your own')}",
            f"{run}({number})",
        )
        for number, (digit, plain) in enumerate(zip(DIGITS, UNSHIFTED, strict=True), 1)
    )


ACTIONS = (
    Action("app.help", "? f1", "Help", "All keys, and what the marks mean", footer=True),
    Action("app.quit", "q ctrl+q", "Quit", "Leave the reader; notes are kept as they are written", footer=True),
    Action("app.palette", "ctrl+p", "Commands", "Find any action by its name", "command_palette"),
    Action("app.reload", "f5 ctrl+l", "Reload", "Read the files again that have changed on the disk"),
    Action("app.theme", "t", "Theme", "Choose the colours"),
    Action("app.problems", "!", "Problems", "Inputs that could not be read, and other faults"),
    Action("app.queue", "M", "Review", "The notes on all stories: to be judged, checked and gone to"),
    Action("stories.open", "enter", "Open", "Lay the versions side by side", footer=True),
    Action("stories.gather", "space", "Mark", "Mark stories, to lay all their versions side by side", footer=True),
    Action("stories.export", "e", "Export", "Write all stories and notes to a file", footer=True),
    Action("stories.search", "/", "Search", "Type words that a story has", footer=True),
    Action("stories.order", "s", "Sort", "Sort by headline, outlet, date, versions, differences or notes", footer=True),
    Action("stories.names", "A", "Names", "Who and what goes under several names", "insight('names')"),
    Action("stories.ledger", "S", "Substitutions", "What always stands for what; judge it once", "insight('ledger')"),
    Action("stories.facts", "F", "Facts", "Figures, dates and quotations of all versions", "insight('facts')"),
    Action("stories.backwards", "-", "Turn round", "Turn the order round"),
    Action("stories.everything", "backspace", "Show all", "Look for nothing in particular"),
    Action("stories.stop", "escape", "Stop", "Stop reading, and keep what has been read; or show all stories again"),
    Action("compare.next", "n ] alt+down", "Next", "Go to the next difference", "step(1)", True),
    Action("compare.previous", "N [ alt+up", "Previous", "Go to the previous difference", "step(-1)"),
    *judging("compare"),
    Action("compare.accept", "enter", "Accept", "A discrepancy it is; go to the next one not yet judged", footer=True),
    Action("compare.dismiss", "x", "Dismiss", "Not a discrepancy; go to the next one not yet judged", "set_aside"),
    Action("compare.all_shown", "*", "Judge all", "Judge every difference that is shown, after a question"),
    Action("compare.review", "r", "Reviewed", "Mark the row as reviewed, or take the mark away"),
    Action("compare.note", "a", "Note", "Write or change the note at the cursor", footer=True),
    Action("compare.remove_note", "d delete", "Delete note", "Delete the note at the cursor; u brings it back"),
    Action("compare.notes", "m", "Notes", "The notes on this story", footer=True),
    Action("compare.undo", "u", "Undo", "Take back the last change to the notes"),
    Action("compare.redo", "ctrl+r", "Redo", "Make the change again that was taken back"),
    Action("compare.export", "e", "Export", "Write this story's differences and notes to a file", footer=True),
    Action("compare.form", "s", "Layout", "Side by side, in one column, or as the width allows", footer=True),
    Action("compare.fold", "z", "Fold", "Fold away runs of paragraphs without differences"),
    Action("compare.filter", "o", "Filter", "Choose the kinds of difference to see", footer=True),
    Action("compare.list", "L", "List", "All differences in a list"),
    Action("compare.correct", "c", "Correct", "Say what belongs together in this row: link, split, merge, unlink"),
    Action("compare.doubtful", "C", "Doubtful", "Go to the least certain link, then to the next"),
    Action("compare.names", "A", "Names", "Who and what goes under several names here", "insight('names')"),
    Action("compare.ledger", "S", "Substitutions", "What always stands for what; judge it once", "insight('ledger')"),
    Action(
        "compare.facts", "F", "Facts", "Figures, dates and quotations, one row over all versions", "insight('facts')"
    ),
    Action("compare.versions", "v", "Versions", "Choose the base, and the versions beside it"),
    Action("compare.origin", "f", "Follow move", "Jump to a moved paragraph's place in the other order, and back"),
    Action("compare.alone", "R", "Read alone", "Read the version at the cursor alone, with what was left out of it"),
    Action("compare.search", "/", "Search", "Find words; n and N walk the matches until Esc"),
    Action("compare.blink", "b", "Blink", "Show the base in the place of the other version, and that again"),
    Action("compare.jump", "ctrl+o", "Jump", "Put letters on rows, differences and versions; type them to go there"),
    Action("compare.copy", "y", "Copy", "Copy the selection, the difference or, struck again, the paragraph"),
    Action("compare.edit", "E", "Edit file", "Open the version at the cursor in your editor, at its line"),
    Action("compare.next_side", "l right tab", "Next version", "Go to the next version", "side(1)"),
    Action("compare.previous_side", "h left shift+tab", "Version before", "Go to the version before", "side(-1)"),
    Action("compare.next_story", "J", "Next story", "Go to the next story", "story(1)"),
    Action("compare.previous_story", "K", "Previous story", "Go to the previous story", "story(-1)"),
    Action("compare.back", "escape backspace", "Stories", "Back to the list of stories", footer=True),
    Action("alone.edit", "E", "Edit file", "Open the version in your editor, at the line of the cursor"),
    Action("alone.next_version", "l right tab", "Next version", "Read the next version", "version(1)", True),
    Action("alone.previous_version", "h left shift+tab", "Before", "Read the version before", "version(-1)", True),
    Action("alone.next_story", "J", "Next story", "Go to the next story", "story(1)"),
    Action("alone.previous_story", "K", "Previous story", "Go to the previous story", "story(-1)"),
    Action("alone.search", "/", "Search", "Find words; n and N walk the matches until Esc"),
    Action("alone.next_match", "n", "Next match", "Go to the next match of the search", "match(1)"),
    Action("alone.previous_match", "N", "Match before", "Go to the match before", "match(-1)"),
    Action("alone.jump", "ctrl+o", "Jump", "Put letters on the rows; type them to go there"),
    Action("jump.close", "escape ctrl+o", "Close", "Stay where you are"),
    Action("alone.copy", "y", "Copy", "Copy the selection, or the paragraph at the cursor"),
    Action("alone.back", "escape backspace R", "Back", "Back to where you came from", footer=True),
    Action("insight.go", "enter", "Go to", "To the places, and from a place to the text", footer=True),
    Action("insight.turn", "tab shift+tab", "Other list", "From what was found to its places, and back", footer=True),
    Action("insight.search", "/", "Search", "Type words to look for", footer=True),
    Action("insight.all", "o", "All", "List everything, or only what stands more than once", footer=True),
    Action("insight.clear", "backspace", "Show all", "Look for nothing in particular"),
    Action("insight.back", "escape", "Back", "Back to where you came from", footer=True),
    Action("ledger.error", "1 &", "Error", "Judge it as an error, for all its places", "judge('error')", True),
    Action("ledger.style", "2 é", "House style", "Judge it as house style", "judge('house style')", True),
    Action("ledger.ignore", '3 "', "Ignore", "Judge that it is to be ignored", "judge('ignore')", True),
    Action("ledger.undo", "u", "Undo", "Take the last judgement back", footer=True),
    Action("substitution.keep", "enter", "Keep", "Keep the judgement in your glossary", footer=True),
    Action("substitution.error", "1 &", "Error", "Judge it as an error", "verdict('error')"),
    Action("substitution.style", "2 é", "House style", "Judge it as house style", "verdict('house style')"),
    Action("substitution.ignore", '3 "', "Ignore", "Judge that it is to be ignored", "verdict('ignore')"),
    Action("substitution.turn", "tab shift+tab", "Places", "From where it holds to the places, and back", footer=True),
    Action("substitution.cancel", "escape", "Cancel", "Judge nothing", footer=True),
    Action("text.down", "j down", "Line down", "Scroll a line down", "line(1)"),
    Action("text.up", "k up", "Line up", "Scroll a line up", "line(-1)"),
    Action("text.next_row", "} ctrl+down", "Next row", "Go to the next row of paragraphs", "row(1)"),
    Action("text.previous_row", "{ ctrl+up", "Previous row", "Go to the row above", "row(-1)"),
    Action("text.page_down", "pagedown space ctrl+f", "Page down", "Scroll a page down", "page(1)"),
    Action("text.page_up", "pageup ctrl+b", "Page up", "Scroll a page up", "page(-1)"),
    Action("text.top", "g home", "Top", "Go to the first row", "edge(-1)"),
    Action("text.bottom", "G end", "Bottom", "Go to the last row", "edge(1)"),
    Action("words.keep", "enter", "Go on", "Go to the list, which holds what has the words", at_once=True),
    Action("search.keep", "enter", "Keep", "Go on in the text; n and N walk the matches", at_once=True),
    Action("search.leave", "escape", "Leave", "End the search, and go back to where it began"),
    Action("search.regex", "ctrl+r", "Regex", "Take the words for a regular expression"),
    Action("search.case", "ctrl+t", "Case", "Tell capitals from small letters"),
    Action("search.next", "down", "Next match", "Go to the next match while typing", "walk(1)"),
    Action("search.previous", "up", "Match before", "Go to the match before while typing", "walk(-1)"),
    Action("text.wrap", "w", "Wrap", "Set paragraphs in full, or each in one line that is cut"),
    Action("text.shift_right", "> shift+right", "To the right", "Move lines that are cut to the right", "shift(1)"),
    Action("text.shift_left", "< shift+left", "To the left", "Move lines that are cut to the left", "shift(-1)"),
    Action("list.next", "j down", "Next", "Go to the next entry", "cursor_down"),
    Action("list.previous", "k up", "Previous", "Go to the entry above", "cursor_up"),
    Action("list.page_down", "pagedown", "Page down", "Go a page down"),
    Action("list.page_up", "pageup", "Page up", "Go a page up"),
    Action("list.first", "g home", "First", "Go to the first entry"),
    Action("list.last", "G end", "Last", "Go to the last entry"),
    Action("notes.go", "enter", "Go to", "Go to the place of the note, in its story", footer=True),
    *judging("notes"),
    Action("notes.accept", "space", "Accept", "A discrepancy it is; go on", footer=True),
    Action("notes.dismiss", "x", "Dismiss", "Not a discrepancy; go on", "set_aside", True),
    Action("notes.reopen", "o", "Open again", "It has to be looked at again"),
    Action("notes.edit", "a", "Change", "Change the note", footer=True),
    Action("notes.status", "s", "Status", "Those of the next status, or of any", "turn('status')", True),
    Action("notes.verdict", "v", "Verdict", "Those with the next verdict, or any", "turn('verdict')", True),
    Action("notes.tag", "t", "Tag", "Those with the next tag, or any", "turn('tag')", True),
    Action("notes.author", "w", "Author", "Those by the next author, or any", "turn('author')"),
    Action("notes.doubtful", "c", "Check", "Those whose place has to be checked, or all"),
    Action("notes.take_first", "<", "Take first", "Fasten the note to the place that is offered first", "take(1)"),
    Action("notes.take_second", ">", "Take second", "Fasten it to the place that is offered second", "take(2)"),
    Action("notes.search", "/", "Search", "Type words that a note has, or what it is on"),
    Action("notes.everything", "backspace", "Show all", "Look for nothing in particular"),
    Action("notes.remove", "d delete", "Delete", "Delete the note; u brings it back"),
    Action("notes.undo", "u", "Undo", "Take back the last change to the notes"),
    Action("notes.redo", "ctrl+r", "Redo", "Make the change again that was taken back"),
    Action("notes.close", "escape m M", "Close", "Back to the text", footer=True),
    Action("note.next_field", "tab", "Next field", "Go to the next field", "field(1)", at_once=True),
    Action("note.previous_field", "shift+tab", "Field before", "Go to the field before", "field(-1)", at_once=True),
    Action("note.save", "ctrl+s f2", "Save", "Keep the note", footer=True),
    Action("note.cancel", "escape", "Cancel", "Close without saving; asks before written text is lost", footer=True),
    Action("differences.go", "enter", "Go to", "Go to the difference", footer=True),
    *judging("differences"),
    Action("differences.accept", "space", "Accept", "A discrepancy it is; go on", footer=True),
    Action("differences.dismiss", "x", "Dismiss", "Not a discrepancy; go on", "set_aside"),
    Action("differences.all_shown", "*", "Judge all", "Judge every difference that is listed, after a question"),
    Action("differences.undo", "u", "Undo", "Take back the last change to the notes"),
    Action("differences.redo", "ctrl+r", "Redo", "Make the change again that was taken back"),
    Action("differences.search", "/", "Search", "Type words that one of the sides holds", footer=True),
    Action("differences.kinds", "o", "Kinds", "Choose the kinds and the least severity", footer=True),
    Action("differences.order", "s", "Sort", "Sort by place, kind, severity or words", footer=True),
    Action("differences.backwards", "S", "Turn round", "Turn the order round"),
    Action("differences.sides", "v", "Sides", "Those on both sides, or on one of them"),
    Action("differences.judged", "w", "Judged", "Those not yet judged, those judged, or all", footer=True),
    Action("differences.next_version", "l right tab", "Next version", "Against the next version only", "version(1)"),
    Action("differences.previous_version", "h left shift+tab", "Before", "Against the one before", "version(-1)"),
    Action("differences.everything", "backspace", "Show all", "Leave nothing out"),
    Action("differences.close", "escape L", "Close", "Back to the text", footer=True),
    *judging("bulk", "pick"),
    Action("bulk.judge", "enter", "Judge", "Judge them all; one undo takes it back", footer=True),
    Action("bulk.again", "a", "Judged too", "Judge those anew that have been judged, or leave them", footer=True),
    Action("bulk.cancel", "escape", "Cancel", "Judge nothing", footer=True),
    Action("correct.link", "enter", "Link", "These belong together, and stand in one row", footer=True),
    Action("correct.unlink", "x", "Keep apart", "These do not belong together", footer=True),
    Action(
        "correct.turn", "space", "Tick", "Tick the paragraph too: one against several splits or merges", footer=True
    ),
    Action("correct.side", "tab shift+tab h l left right", "Other side", "Go to the other version's paragraphs"),
    Action("correct.version", "v", "Version", "Take the next version on this side"),
    Action("correct.take_back", "d delete", "Take back", "Take back what was decided here last", footer=True),
    Action("correct.cancel", "escape c", "Cancel", "Leave it as it is", footer=True),
    Action("filter.turn", "space enter", "Show or hide", "Show the kind, or hide it", footer=True),
    Action("filter.every", "a", "All or none", "Show every kind, or none", footer=True),
    Action("filter.cosmetic", "1", "Any", "Show differences of every severity", "least('cosmetic')", True),
    Action("filter.notable", "2", "Notable", "Show the notable and the serious", "least('notable')", True),
    Action("filter.serious", "3", "Serious", "Show the serious only", "least('serious')", True),
    Action("filter.done", "escape o", "Done", "Back to the text", footer=True),
    Action("versions.turn", "space", "Show or hide", "Show the version beside the base, or hide it", footer=True),
    Action("versions.base", "b", "Make base", "Compare the others with this version", footer=True),
    Action("versions.done", "enter v", "Done", "Back to the text", footer=True),
    Action("versions.cancel", "escape", "Cancel", "Leave the versions as they were", footer=True),
    Action("export.write", "ctrl+s f2", "Write", "Write the file", footer=True),
    Action("export.cancel", "escape", "Cancel", "Back without writing", footer=True),
    Action("theme.keep", "enter", "Keep", "Keep these colours, also for the next time", footer=True),
    Action("theme.cancel", "escape", "Cancel", "Go back to the colours before", footer=True),
    Action("dialog.help", "? f1", "Help", "The keys that work here, and what the marks mean"),
    Action("page.close", "escape q ? f1 !", "Close", "Back to where you came from", footer=True),
)

_SHOWN = {"down": "↓", "up": "↑", "left": "←", "right": "→", "escape": "Esc", "pagedown": "PgDn", "pageup": "PgUp"}


def actions(scope: str) -> tuple[Action, ...]:
    """The actions of a scope, in the order in which they are shown."""
    return tuple(action for action in ACTIONS if action.scope == scope)


def bindings(scope: str) -> list["Binding"]:
    """The actions of a scope as Textual binds them."""
    return [action.binding() for action in actions(scope)]


def shown(key: str) -> str:
    """A key as it is written for people.

    >>> shown("ctrl+p"), shown("down"), shown("?"), shown("alt+up")
    ('Ctrl+P', '↓', '?', 'Alt+↑')
    """
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    plain = _SHOWN.get(last, last.title() if len(last) > 1 or modifiers else last)
    return "+".join([*(modifier.title() for modifier in modifiers), plain])
