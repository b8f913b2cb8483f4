"""`wirediff config`: what is in force, and where each of it came from."""

from collections.abc import Iterator

import click

from wirediff import folders
from wirediff.cli.console import complain, out
from wirediff.cli.options import Choices, common, json_option
from wirediff.errors import ConfigError, GlossaryError
from wirediff.inforce import BUILT_IN, InForce, Rules

_FAULTY = 2


@click.group("config")
@common
def command() -> None:
    """Show what is in force: folders, glossary, verdicts, theme and keys."""


@command.command("show")
@json_option("the rules")
@common
@click.pass_obj
def show(choices: Choices, as_json: bool) -> int:
    """Print what is in force and where each of it came from.

    A file of yours that cannot be used is told with its line, what is in force in its place is printed, and the call
    ends with 2.
    """
    glossary, verdicts = _glossary(choices), _verdicts()
    looks = choices.looks() if choices.looks else Rules(())
    rules = (*_folders(), *glossary.rules, *verdicts.rules, *looks.rules)
    faults = (*glossary.faults, *verdicts.faults, *looks.faults)
    if as_json:
        from msgspec import to_builtins

        from wirediff.export.jsontext import dump

        out(dump({"rules": to_builtins(rules), "faults": list(faults)}))
    else:
        out("".join(f"{line}\n" for line in _told(rules)))
    for fault in faults:
        complain(fault)
    return _FAULTY if faults else 0


def _folders() -> Iterator[InForce]:
    from wirediff import cache

    for name, folder, variable in (
        ("config", folders.config(), "WIREDIFF_CONFIG"),
        ("state", folders.state(), "WIREDIFF_STATE"),
        ("cache", cache.folder(), "WIREDIFF_CACHE"),
    ):
        yield InForce("folders", name, str(folder), folders.named_by(variable) or BUILT_IN)


def _glossary(choices: Choices) -> Rules:
    """What the glossaries hold: the built-in one, and that of the call or of the configuration folder over it."""
    from wirediff.glossary import builtin, load

    rules = [InForce("glossary", "built-in", _held(builtin().entities, builtin().charged), BUILT_IN)]
    path = choices.settings().glossary
    if path is None:
        return Rules(tuple(rules))
    source = f"--glossary {path}" if choices.glossary else str(path)
    try:
        own = load(path)
        own.over(builtin())
    except GlossaryError as error:
        return Rules(tuple(rules), (str(error),))
    rules.append(InForce("glossary", own.title, _held(own.entities, own.charged), source))
    for kind, severity in own.severities.items():
        rules.append(InForce("severities", str(kind), str(severity), source))
    for each in own.judged:
        rules.append(InForce("judged", f"{each.one} = {each.other}", each.verdict, source))
    return Rules(tuple(rules))


def _held(entities: tuple[object, ...], charged: tuple[object, ...]) -> str:
    return f"{len(entities)} entities, {len(charged)} charged terms"


def _verdicts() -> Rules:
    """What a note may conclude: the built-in verdicts, and the user's own."""
    from wirediff.verdicts import VERDICTS, own_file, verdicts

    faults: tuple[str, ...] = ()
    try:
        known = verdicts()
    except ConfigError as error:
        known, faults = VERDICTS, (str(error),)
    sources = {verdict: BUILT_IN if verdict in VERDICTS else str(own_file()) for verdict in known}
    return Rules(tuple(InForce("verdicts", verdict, known[verdict], sources[verdict]) for verdict in known), faults)


def _told(rules: tuple[InForce, ...]) -> Iterator[str]:
    """A heading a part, then a line a rule: name, value, and the source in brackets."""
    from wirediff.printable import inert

    part = ""
    for rule in rules:
        if rule.part != part:
            yield ("\n" if part else "") + rule.part
            part = rule.part
        width = max(len(each.name) for each in rules if each.part == part)
        yield inert(f"  {rule.name:<{width}}  {rule.value}  [{rule.source}]")
