"""The page around the stories: what it may do, how it looks, what is in it and what can be filtered."""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator
from importlib import resources

from msgspec.structs import replace

from wirediff.export.formats.html.story import ident, story_lines
from wirediff.export.formats.html.text import counted, plural, shown
from wirediff.export.report import Report
from wirediff.kinds import KINDS, Kind, Severity
from wirediff.read.files import GENERATOR


def page(report: Report) -> str:
    """The whole page. Its style and its script stand in it, and nothing else may act or be fetched."""
    style, script = _part("page.css"), _part("page.js")
    # What differs is what the page is read for; the order is that of the report otherwise.
    report = replace(report, stories=tuple(sorted(report.stories, key=lambda part: not part.on_differences)))
    count = sum(len(part.on_differences) for part in report.stories)
    rules = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f"""<meta http-equiv="Content-Security-Policy" content="{rules}; base-uri 'none'; form-action 'none'">""",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        GENERATOR,
        f"<title>{_title(report)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#main">To the text</a>',
        "<header>",
        "<h1>Versions compared</h1>",
        f"<p>{plural(len(report.stories), 'story', 'stories')}, {counted(count, report.partial)}</p>",
        *_contents(report),
        *_legend(report),
        "</header>",
        *_filters(report),
        '<main id="main">',
        *_stories(report),
        *_unread(report),
        "</main>",
        f"<script>{script}</script>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _part(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """How a policy names a style or a script by its content: https://www.w3.org/TR/CSP3/#source-list-syntax."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def _title(report: Report) -> str:
    if len(report.stories) == 1:
        return f"{shown(report.stories[0].story.headline or 'Without a headline')}: versions compared"
    return "Versions compared"


def _stories(report: Report) -> Iterator[str]:
    before = 0
    for number, part in enumerate(report.stories):
        yield from story_lines(part, number, before)
        before += len(part.on_differences)


def _contents(report: Report) -> Iterator[str]:
    if len(report.stories) < 2:
        return
    yield '<nav aria-label="Stories"><ol>'
    for number, part in enumerate(report.stories):
        held = plural(len(part.documents), "version"), counted(len(part.on_differences), part.partial)
        headline = shown(part.story.headline or "Without a headline")
        yield f'<li><a href="#{ident(number)}">{headline}</a> ({", ".join(held)})</li>'
    yield "</ol></nav>"


def _filters(report: Report) -> Iterator[str]:
    """Choices among what is on the page; the script shows them, as nothing would answer them without it."""
    found = [difference for part in report.stories for difference, _ in part.annotated]
    if not found:
        return
    kinds = Counter(difference.kind for difference in found)
    weights = Counter(difference.severity for difference in found)
    noted = sum(bool(notes) for part in report.stories for notes in part.on_differences)
    yield '<form id="filters" aria-label="Filter" hidden><details open>'
    yield '<summary>Filter: <output id="count" aria-live="polite"></output></summary><div class="boxes">'
    yield f"<fieldset><legend>Kind</legend>{_every('kind')}"
    for kind in filter(kinds.__contains__, Kind):
        yield _box("kind", kind.value, f"<b>{KINDS[kind].letter}</b> {kind.value} {kinds[kind]}", True)
    yield f"</fieldset><fieldset><legend>Severity</legend>{_every('severity')}"
    for severity in filter(weights.__contains__, reversed(Severity)):
        yield _box("severity", severity.value, f"{severity.value} {weights[severity]}", True)
    yield "</fieldset><fieldset><legend>Only</legend>"
    if noted:
        yield _box("only", "noted", f"with notes {noted}", False)
    yield _box("only", "differing", "rows that differ", False)
    yield "</fieldset></div></details></form>"


def _every(name: str) -> str:
    """Buttons that tick all boxes of a name, or none."""
    return "".join(
        f'<button type="button" data-name="{name}" data-tick="{which}">{which}</button> ' for which in ("all", "none")
    )


def _box(name: str, value: str, label: str, on: bool) -> str:
    checked = " checked" if on else ""
    box = f'<label><input type="checkbox" name="{name}" value="{value}"{checked}> {label}</label>'
    if name == "only":
        return box
    only = f'<button type="button" data-name="{name}" data-tick="{value}" aria-label="only {value}">only</button>'
    return f'<span class="choice">{box} {only}</span> '


def _legend(report: Report) -> Iterator[str]:
    """What the letters on the page mean; nothing where there are none."""
    kinds = {difference.kind for part in report.stories for difference, _ in part.annotated}
    if not kinds:
        return
    yield '<details class="legend"><summary>What the letters mean</summary><dl>'
    for spec in (KINDS[kind] for kind in KINDS if kind in kinds):
        yield f"<dt><b>{spec.letter}</b> {spec.kind.value}</dt><dd>{spec.means}; {spec.severity.value}</dd>"
    yield "</dl>"
    weights = (f'<mark class="{severity.value}">{severity.value}</mark>' for severity in reversed(Severity))
    yield f"<p>The line under a span tells how much it weighs: {', '.join(weights)}.</p></details>"


def _unread(report: Report) -> Iterator[str]:
    if report.errors:
        yield '<section aria-labelledby="unread"><h2 id="unread">Not read</h2><ul>'
        for failure in report.errors:
            yield f"<li>{shown(failure.path)}: {shown(failure.error)}</li>"
        yield "</ul></section>"
