"""`wirediff serve`: the reader in a browser."""

import ipaddress
import os
from pathlib import Path

import click

from wirediff.cli.console import complain, out, remark
from wirediff.cli.inputs import UNREAD
from wirediff.cli.options import Choices, common, paths_argument
from wirediff.errors import UsageError


@click.command("serve")
@paths_argument("[PATH...]")
@click.option("--host", metavar="NAME", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@common
@click.pass_obj
def command(choices: Choices, paths: tuple[Path, ...], host: str, port: int) -> int:
    """Open the reader in a browser, on this machine only unless --host says otherwise.

    Prints the address to open. It holds a token: whoever has it can read the files and change the notes.
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        complain(f"{path}: no such file or folder")
    if missing and (choices.strict or len(missing) == len(paths)):
        return UNREAD
    if choices.serve is None:
        raise UsageError("this call of wirediff has no reader to serve", "call the command wirediff")
    if not _stays_here(host):
        remark(f"others can reach {host}: nothing but the token keeps them out, and it is sent in the clear", False)
    return choices.serve(paths, choices.settings(), host, port, lambda address: out(f"{address}\n"))


def _stays_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
