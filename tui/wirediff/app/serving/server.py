"""The web server: textual-serve with a guard before every request, a page of our own, and nothing from elsewhere."""

import asyncio
import secrets
import shlex
import signal
import socket
import string
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wirediff.app.serving.guard import Guard
from wirediff.errors import UsageError

if TYPE_CHECKING:
    from aiohttp import web

    from wirediff.settings import Settings

_PAGE = Path(__file__).with_name("page.html")
_HEADERS = {
    # Scripts come from this server only; the terminal writes its colours as styles.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


def serve(
    paths: Sequence[Path], settings: "Settings", host: str, port: int, told: Callable[[str], None], token: str = ""
) -> int:
    """Serve the reader until the process is interrupted; gives the exit code.

    `told` gets the address to open, with the token in it. Port 0 takes a free one. Raises UsageError where the library
    is missing, or where the host or the port cannot be listened on.
    """
    try:
        from aiohttp import web
    except ImportError as error:
        raise UsageError(
            "the reader in a browser needs textual-serve", "install it: pip install 'wirediff[serve]'"
        ) from error
    listening = _listen(host, port)
    guard = Guard(token or secrets.token_urlsafe(24), listening.getsockname()[1], host)
    named = f"[{host}]" if ":" in host else host
    address = f"http://{named}:{guard.port}/?token={guard.token}"
    server = _server(_command(paths, settings), guard)

    async def run() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        runner = web.AppRunner(await server._make_app(), access_log=None, shutdown_timeout=5)
        await runner.setup()
        await web.SockSite(runner, listening).start()
        told(address)
        await stop.wait()
        await runner.cleanup()

    asyncio.run(run())
    return 0


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError(
            f"{host}:{port} cannot be listened on: {why.lower()}", "try another --port or --host"
        ) from error


def _command(paths: Sequence[Path], settings: "Settings") -> str:
    """The call that opens the reader, as textual-serve wants it: one line for a shell."""
    call = [sys.executable, "-m", "wirediff", "--reader", settings.reader]
    if settings.glossary is not None:
        call += ["--glossary", str(settings.glossary.absolute())]
    return shlex.join([*call, "open", "--", *map(str, paths)])


def _server(command: str, guard: Guard) -> Any:
    from aiohttp import web
    from textual_serve.server import Server

    @web.middleware
    async def guarded(request: "web.Request", handler: Any) -> "web.StreamResponse":
        token = request.query.get("token") or request.cookies.get(guard.cookie, "")
        websocket = request.path == "/ws"
        refused = guard.refuses(request.host, token, request.headers.get("Origin"), websocket=websocket)
        if refused:
            return web.Response(status=refused.status, text=f"{refused.why}\n")
        response: web.StreamResponse = await handler(request)
        if not websocket:
            for name, value in _HEADERS.items():
                response.headers[name] = value.replace("{host}", request.host)
            response.set_cookie(guard.cookie, guard.token, httponly=True, samesite="Strict")
        return response

    class Guarded(Server):
        """textual-serve behind the guard; it prints nothing and shows our page."""

        async def _make_app(self) -> "web.Application":
            app: web.Application = await super()._make_app()
            app.middlewares.append(guarded)
            app.router.add_get("/page.js", self.handle_script)
            return app

        async def on_startup(self, app: "web.Application") -> None:  # noqa: ARG002
            """Say nothing: whoever called tells the address."""
            return

        async def handle_index(self, request: "web.Request") -> "web.Response":
            """The page with the terminal."""
            size = request.query.get("fontsize", "16")
            page = string.Template(_PAGE.read_text(encoding="utf-8")).substitute(
                websocket=f"ws://{request.host}/ws", size=size if size.isdecimal() else "16"
            )
            return web.Response(text=page, content_type="text/html")

        async def handle_script(self, request: "web.Request") -> "web.FileResponse":  # noqa: ARG002
            """What the page does besides."""
            return web.FileResponse(_PAGE.with_suffix(".js"))

    return Guarded(command, host=guard.host, port=guard.port, title="wirediff")
