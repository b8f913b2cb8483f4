"""`wirediff serve`, as a process of its own and in a real browser."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, WebSocket, sync_playwright

TEXT = """Troops retake the crossing

Prime Minister Haider {name} said on Friday that 1,500 fighters had left the border town of Al-Qaim.

Government troops entered the town in the morning and met little resistance, the army said in a statement.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name in ("al-Abadi", "al-Abbadi"):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name))
    return folder


def environment(tmp_path: Path) -> dict[str, str]:
    own = {f"WIREDIFF_{name}": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "CACHE")}
    return os.environ | own | {"WIREDIFF_AUTHOR": "desk", "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    """A server on a free port; it has to end well when it is interrupted."""
    call = [sys.executable, "-m", "wirediff", "serve", "--port", "0", str(folder)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, env=environment(tmp_path), text=True) as server:
        assert server.stdout is not None
        yield server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0


def asked(address: str, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, answer.read().decode(), {name.lower(): value for name, value in answer.getheaders()}
    connection.close()
    return found


def test_only_who_has_the_token_and_comes_from_here_is_answered(address: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{30,}", address)
    parts = urlsplit(address)
    with_token = f"/?{parts.query}"
    status, page, headers = asked(address, with_token)
    assert status == 200
    assert "textual-terminal" in page
    assert "http" not in page.replace(f"ws://{parts.netloc}/ws", "")  # nothing is fetched from elsewhere
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "HttpOnly" in headers["set-cookie"]
    assert "SameSite=Strict" in headers["set-cookie"]
    cookie = headers["set-cookie"].partition(";")[0]
    for path in ("/", "/?token=wrong", "/static/js/textual.js", "/ws", "/download/x", "/nothing"):
        assert asked(address, path)[0] == 403, path
    assert asked(address, "/static/js/textual.js", Cookie=cookie)[0] == 200
    assert asked(address, with_token, Host=f"evil.example:{parts.port}")[0] == 403
    upgrade = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    upgrade |= {"Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Cookie": cookie}
    assert asked(address, "/ws", **upgrade)[0] == 403
    assert asked(address, "/ws", **upgrade, Origin="http://evil.example")[0] == 403


@pytest.fixture
def page() -> Iterator[Page]:
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def test_in_a_browser_the_reader_compares_and_keeps_a_note(
    address: str, page: Page, folder: Path, tmp_path: Path
) -> None:
    drawn: list[bytes] = []
    foreign: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda data: drawn.append(data if isinstance(data, bytes) else data.encode()))

    def until(text: str) -> None:
        end = time.monotonic() + 60
        while text.encode() not in b"".join(drawn):
            assert time.monotonic() < end, f"{text!r} was not drawn"
            page.wait_for_timeout(50)
        drawn.clear()

    page.on("websocket", listen)
    page.on(
        "request",
        lambda request: foreign.append(request.url) if not request.url.startswith("http://127.0.0.1") else None,
    )
    page.goto(address)
    until("T›")
    page.keyboard.press("n")
    until("transliteration")
    page.keyboard.press("a")
    until("Ctrl+S")
    page.keyboard.type("From the browser.")
    until("browser.")
    page.keyboard.press("Control+s")
    until("✎")
    listed = subprocess.run(
        [sys.executable, "-m", "wirediff", "notes", "list", str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(tmp_path),
    )
    assert "From the browser." in listed.stdout
    assert foreign == []


def test_a_port_that_is_taken_is_told_in_one_line(folder: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        call = [sys.executable, "-m", "wirediff", "serve", "--port", str(port), str(folder)]
        done = subprocess.run(call, capture_output=True, text=True, check=False, env=environment(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"127.0.0.1:{port} cannot be listened on" in done.stderr
    assert "--port" in done.stderr


def test_without_the_library_it_is_said_what_to_install(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / "aiohttp.py").write_text("raise ImportError('not installed')")
    variables = environment(tmp_path)
    variables["PYTHONPATH"] = os.pathsep.join([str(tmp_path / "without"), variables["PYTHONPATH"]])
    call = [sys.executable, "-m", "wirediff", "serve", str(folder)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=variables)
    assert done.returncode == 2
    assert "pip install 'wirediff[serve]'" in done.stderr
