"""One command a file: the module is named like the command and has it as `command`.

What `wirediff --help` says of each stands here, since to import all of them takes longer than everything else it does.
"""

SUMMARIES = {
    "check": "Fail when versions differ in ways that matter.",
    "compare": "Print versions side by side, differences marked.",
    "config": "Show what is in force: folders, glossary, verdicts, theme and keys.",
    "export": "Write comparisons and notes, to be read or processed.",
    "facts": "List figures, dates and quotations that versions of a story state, side by side.",
    "glossary": "Check glossaries, and show the rules in force.",
    "ledger": "List what one version says where another says something else, again and again.",
    "names": "List names that go under several forms, with where each stands.",
    "notes": "List, add, change, remove, send and merge notes, and list and remove corrections of the alignment.",
    "open": "Open the reader on files and folders.",
    "read": "Show what is read out of files.",
    "serve": "Open the reader in a browser, on this machine only unless --host says otherwise.",
    "stories": "List the stories in files and folders.",
}
"""The commands, with the first sentence of their help."""
