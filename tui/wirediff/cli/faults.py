"""A wrong call explained in one line: what was wrong, and what to write instead."""

import click

from wirediff.errors import WirediffError


def explain(error: click.ClickException | WirediffError) -> str:
    """The one line for an error that the user can act on."""
    if isinstance(error, WirediffError):
        return " ".join(str(error).split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    call = context.command_path if context else "wirediff"
    if isinstance(error, click.NoSuchOption):
        close = (
            f"did you mean {error.possibilities[0]}?" if error.possibilities else f"`{call} --help` lists the options"
        )
        return f"there is no option {error.option_name}; {close}"
    if isinstance(error, click.MissingParameter) and context:
        return f"{_missing(error.param)}; write `{_usage(context, error.param)}`"
    if isinstance(error, click.exceptions.NoArgsIsHelpError) and context and isinstance(context.command, click.Group):
        return f"say what to do: {', '.join(context.command.list_commands(context))}; `{call} --help` explains them"
    message = " ".join(error.format_message().split()).rstrip(".")
    return f"{message[:1].lower()}{message[1:]}; `{call} --help` shows how to call it"


def _missing(param: click.Parameter | None) -> str:
    return f"{param.opts[0]} is missing" if isinstance(param, click.Option) else "something is missing"


def _usage(context: click.Context, missing: click.Parameter | None) -> str:
    pieces = [piece for piece in context.command.collect_usage_pieces(context) if piece != "[OPTIONS]"]
    option = [f"{missing.opts[0]} {missing.make_metavar(context)}"] if isinstance(missing, click.Option) else []
    return " ".join([context.command_path, *pieces, *option])
