"""`wirediff glossary`: whether glossaries are in order, and the rules in force."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wirediff.cli.console import complain, out
from wirediff.cli.options import Choices, common, json_option, paths_argument
from wirediff.errors import GlossaryError

if TYPE_CHECKING:
    from wirediff.glossary import Glossary

_FAULTY = 2


@click.group("glossary")
@common
def command() -> None:
    """Check glossaries, and show the rules in force."""


@command.command("check")
@paths_argument("[FILE...]")
@json_option("what each file holds")
@common
@click.pass_obj
def check(choices: Choices, paths: tuple[Path, ...], as_json: bool) -> int:
    """Check glossary files, and say what each holds.

    The first fault of a file is told with its line, and ends the call with 2; names that two entities claim are told
    too. Without a FILE that of --glossary is
    checked.
    """
    files = paths or ((choices.glossary,) if choices.glossary else ())
    if not files:
        raise click.UsageError("name the glossaries to check", click.get_current_context())
    from wirediff.glossary import builtin, doubts, load

    found: list[dict[str, Any]] = []
    for path in files:
        try:
            glossary = load(path, builtin())
            for doubt in doubts(path):
                complain(doubt)
            found.append({"path": str(path), **_held(glossary), "error": None})
        except GlossaryError as error:
            found.append({"path": str(path), "error": str(error)})
            complain(str(error))
    if as_json:
        from wirediff.export.jsontext import dump

        out(dump({"glossaries": found}))
    else:
        out("".join(f"{line}\n" for line in _told(found)))
    return _FAULTY if any(each["error"] for each in found) else 0


@command.command("show")
@click.argument("words", nargs=-1, metavar="[NAME...]")
@json_option("the rules")
@common
@click.pass_obj
def show(choices: Choices, words: tuple[str, ...], as_json: bool) -> None:
    """Print the rules in force, in the form of a glossary file: the built-in ones under those of --glossary.

    With a NAME only the entities, charged terms and judgements in which it stands.
    """
    from wirediff.export.findings import glossary_payload

    rules = choices.settings().rules()
    for word in words:
        rules = _about(rules, word)
    payload = glossary_payload(rules)
    if as_json:
        from wirediff.export.jsontext import dump

        out(dump(payload))
    else:
        out(_as_yaml(payload))


def _held(glossary: "Glossary") -> dict[str, int]:
    """How much of each sort a glossary holds."""
    return {
        "entities": len(glossary.entities),
        "names": sum(len(alias.forms) for entity in glossary.entities for alias in entity.names()),
        "charged": len(glossary.charged),
        "severities": len(glossary.severities),
        "without": len(glossary.without),
        "judged": len(glossary.judged),
    }


def _told(found: list[dict[str, Any]]) -> Iterator[str]:
    from wirediff.printable import inert

    for each in found:
        if each["error"] is None:
            held = ", ".join(
                f"{part} {count}" for part, count in each.items() if part not in {"path", "error"} and count
            )
            yield f"{inert(each['path'])}: in order; {held or 'empty'}"


def _about(rules: "Glossary", word: str) -> "Glossary":
    """The rules in which a word stands, whatever its case."""
    from msgspec.structs import replace

    wanted = word.casefold()

    def said(*texts: str) -> bool:
        return any(wanted in text.casefold() for text in texts)

    return replace(
        rules,
        entities=tuple(
            entity for entity in rules.entities if said(*(form for alias in entity.names() for form in alias.forms))
        ),
        charged=tuple(term for term in rules.charged if said(*term.all_forms)),
        judged=tuple(each for each in rules.judged if said(each.one, each.other)),
    )


def _as_yaml(payload: dict[str, Any]) -> str:
    """A glossary as a file, one entry a line, which loads again; nothing in it acts on a terminal."""
    import json

    from wirediff.printable import inert

    lines = []
    for part, value in payload.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines += [f"{part}:", *(f"- {json.dumps(entry, ensure_ascii=False)}" for entry in value)]
        else:
            lines.append(f"{part}: {json.dumps(value, ensure_ascii=False)}")
    return "".join(f"{inert(line)}\n" for line in lines)
