"""Who may talk to the server: whoever knows the token, from a page of this server and under a name that is its own.

The token keeps other users of the machine out. The checks of host and origin keep web sites out that a browser on this
machine visits: one may point its own name at a loopback address (DNS rebinding), or open a websocket to any address.
"""

import hmac
import ipaddress
from typing import NamedTuple
from urllib.parse import urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Refused(NamedTuple):
    """Why a request is refused, for whoever sent it; a token is never repeated."""

    status: int
    why: str


class Guard(NamedTuple):
    """The token, the port, and the host that the server was told to listen on."""

    token: str
    port: int
    host: str

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token; cookies do not keep the ports of a host apart."""
        return f"wirediff-{self.port}"

    def refuses(self, host: str, token: str, origin: str | None, *, websocket: bool) -> Refused | None:
        """Why a request is refused; None for one that may pass.

        `host` and `origin` are the headers of these names, `token` is that of the URL or else of the cookie.
        """
        if not self._ours(host):
            return Refused(403, "this server does not go by that name")
        if not hmac.compare_digest(token.encode(), self.token.encode()):
            return Refused(403, "the token is missing or wrong: open the address that wirediff serve printed")
        if origin is None:
            return Refused(403, "a websocket needs an origin") if websocket else None
        if origin != f"http://{host}":
            return Refused(403, "this page is not of this server")
        return None

    def _ours(self, host: str) -> bool:
        """Whether a Host header names this server: as told, or a loopback name; any address where it listens on all."""
        try:
            parts = urlsplit(f"//{host}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if port != self.port:
            return False
        if name in LOOPBACK or name == self.host.lower():
            return True
        return self.host in {"0.0.0.0", "::"} and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
