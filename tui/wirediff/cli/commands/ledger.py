"""`wirediff ledger`: substitutions that recur, and judgements on them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from wirediff import folders
from wirediff.cli.console import Progress, out, remark, width
from wirediff.cli.corrections import corrections_option, stored
from wirediff.cli.inputs import exit_code, read_stories
from wirediff.cli.options import Choices, OneOf, common, json_option, paths_argument
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from wirediff.glossary import Judged, Verdict
    from wirediff.model import Comparison, Reading

_VERDICTS = ["house style", "error", "ignore"]
_SCOPES = "everywhere, outlet:NAME or pair:A,B"


class _Verdict(OneOf):
    """A verdict, also as notes write it: house-style."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word as it is listed."""
        return super().convert(value.replace("-", " ") if isinstance(value, str) else value, param, ctx)


@click.command("ledger")
@paths_argument()
@click.option("--all", "everything", is_flag=True, help="Substitutions that stand once too.")
@click.option("--by", type=OneOf("choice", ["outlet", "pair"]), metavar="WHAT", help="A ledger each: outlet or pair.")
@click.option("--judge", metavar="FROM=TO", help="Judge a substitution, in your glossary.")
@click.option("--verdict", type=_Verdict("verdict", _VERDICTS), metavar="WORD", help=f"{', '.join(_VERDICTS)}.")
@click.option("--scope", default="everywhere", metavar="WHERE", help=f"{_SCOPES}.")
@click.option("--preview", "only_preview", is_flag=True, help="Show what a judgement would touch, and write nothing.")
@click.option("--undo", is_flag=True, help="Take a judgement back: that of --judge, else the last.")
@json_option("the substitutions")
@corrections_option
@common
@click.pass_obj
def command(
    choices: Choices,
    /,
    *,
    paths: tuple[Path, ...],
    everything: bool,
    by: str | None,
    as_json: bool,
    **judging: Any,
) -> int:
    """List what one version says where another says something else, again and again.

    With --judge a substitution is judged once, for all its places: as house style, an error, or to be ignored.
    """
    if judging["judge"] or judging["undo"]:
        return _judge(choices, paths, as_json, **judging)
    if judging["verdict"] or judging["only_preview"]:
        raise UsageError("there is nothing to judge", "name the substitution: --judge FROM=TO")
    if not paths:
        raise click.UsageError("name the files or folders to look through", click.get_current_context())
    reading, comparisons = _compared(choices, paths)
    order = [document.path for document in reading.documents]
    from wirediff.insight import ledger as ledgers

    least = 1 if everything else 2
    if by in {"outlet", "pair"}:
        parts = ledgers.ledgers(comparisons, "outlet" if by == "outlet" else "pair", order)
        parts = tuple(part for part in (ledgers.standing(part, least) for part in parts) if part.substitutions)
        if as_json:
            from wirediff.export.findings import ledgers_payload

            _dump(ledgers_payload(parts, reading.errors))
        else:
            from wirediff.cli.show.findings import ledgers_text

            out(ledgers_text(parts, width()))
        return exit_code(reading)
    found = [each for each in ledgers.ledger(comparisons, order) if each.count >= least]
    if as_json:
        from wirediff.export.findings import ledger_payload

        _dump(ledger_payload(found, reading.errors))
    else:
        from wirediff.cli.show.findings import ledger_text

        out(ledger_text(found, width()))
    return exit_code(reading)


def _dump(payload: dict[str, Any]) -> None:
    from wirediff.export.jsontext import dump

    out(dump(payload))


def _compared(choices: Choices, paths: Sequence[Path]) -> "tuple[Reading, tuple[Comparison, ...]]":
    from wirediff import pipeline

    reading, stories = read_stories(paths, choices)
    corrections = stored(paths, choices, [story.documents for story in stories])
    with Progress(choices.quiet).working("comparing"):
        return reading, pipeline.compare_stories(stories, choices.settings(), corrections)


def _judge(
    choices: Choices,
    paths: Sequence[Path],
    as_json: bool,
    /,
    *,
    judge: str | None,
    verdict: str | None,
    scope: str,
    only_preview: bool,
    undo: bool,
) -> int:
    """Show what a judgement touches in the paths, and write it to the user's glossary or take it out of there.

    It is the one of --glossary, else the one in the configuration folder, where the reader keeps judgements too.
    """
    from wirediff.insight.judge import outlets_apart, preview, record, withdraw

    glossary = choices.glossary or folders.own_glossary()
    choices.glossary = glossary if glossary.exists() else None  # the first judgement makes the file
    judged = _judgement(judge, verdict or ("ignore" if undo else None), scope) if judge else None
    if undo:
        taken = withdraw(glossary, judged)
        remark(f"{glossary}: {taken.one} = {taken.other} ({taken.verdict}) is taken back", choices.quiet)
        return 0
    assert judged is not None
    code = 0
    if paths:
        reading, comparisons = _compared(choices, paths)
        touched = preview(judged, comparisons)
        if not touched:
            if outlets := outlets_apart(judged, comparisons):
                fault = f"{judged.one} stands against {judged.other}, but not in the scope {scope}"
                raise UsageError(fault, f"the outlets there are {', '.join(outlets)}")
            hint = "`wirediff ledger PATH ... --all` lists what does"
            raise UsageError(f"nothing there has {judged.one} against {judged.other}", hint)
        code = exit_code(reading)
        if as_json:
            from wirediff.export.findings import preview_payload

            _dump(preview_payload(touched, reading.errors))
        else:
            from wirediff.cli.show.findings import preview_text

            out(preview_text(touched, width()))
        remark(f"{len(touched)} places", choices.quiet)
    elif only_preview:
        raise UsageError("there is nothing to look through", "name the files or folders")
    if not only_preview:
        if glossary == folders.own_glossary():
            glossary.parent.mkdir(parents=True, exist_ok=True)
        record(judged, glossary)
        remark(f"{glossary}: {judged.one} = {judged.other} is judged: {judged.verdict}", choices.quiet)
    return code


def _judgement(judge: str, verdict: str | None, scope: str) -> "Judged":
    from wirediff.glossary import Judged

    one, equals, other = (part.strip() for part in judge.partition("="))
    if not (equals and one and other) or one == other:
        raise UsageError(f"{judge!r} is no substitution", "write --judge FROM=TO")
    if verdict is None:
        raise UsageError("a judgement needs a verdict", f"--verdict {', '.join(_VERDICTS)}")
    word = cast("Verdict", verdict)
    where, _, names = scope.partition(":")
    named = tuple(name.strip() for name in names.split(",") if name.strip())
    if where == "everywhere" and not named:
        return Judged(one, other, word)
    if where == "outlet" and len(named) == 1:
        return Judged(one, other, word, outlet=named[0])
    if where == "pair" and len(named) == 2:
        return Judged(one, other, word, between=named)
    raise UsageError(f"there is no scope {scope!r}", f"write {_SCOPES}")
