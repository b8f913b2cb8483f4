"""Who may talk to the server that `wirediff serve` starts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.app.serving.guard import Guard

TOKEN = "a-token-that-nobody-guesses"
GUARD = Guard(TOKEN, 8000, "127.0.0.1")


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "LOCALHOST:8000"])
def test_with_the_token_and_under_its_own_name_a_request_passes(host: str) -> None:
    assert GUARD.refuses(host, TOKEN, None, websocket=False) is None
    assert GUARD.refuses(host, TOKEN, f"http://{host}", websocket=True) is None


@pytest.mark.parametrize("token", ["", "a", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "täken"])
def test_without_the_token_nothing_passes(token: str) -> None:
    refused = GUARD.refuses("127.0.0.1:8000", token, None, websocket=False)
    assert refused is not None
    assert refused.status == 403
    assert TOKEN not in refused.why


@pytest.mark.parametrize(
    "host", ["", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "127.0.0.1.evil.example:8000", "x:y:z"]
)
def test_a_name_that_is_not_the_servers_is_refused_even_with_the_token(host: str) -> None:
    assert GUARD.refuses(host, TOKEN, None, websocket=False) is not None


@pytest.mark.parametrize(
    "origin", [None, "null", "", "http://evil.example", "http://127.0.0.1:9999", "https://127.0.0.1:8000"]
)
def test_a_websocket_is_opened_from_a_page_of_the_server_only(origin: str | None) -> None:
    assert GUARD.refuses("127.0.0.1:8000", TOKEN, origin, websocket=True) is not None


def test_a_page_of_another_server_is_refused_for_plain_requests_too() -> None:
    assert GUARD.refuses("127.0.0.1:8000", TOKEN, "http://evil.example", websocket=False) is not None


def test_a_server_on_all_addresses_goes_by_any_address_but_by_no_foreign_name() -> None:
    guard = Guard(TOKEN, 8000, "0.0.0.0")
    assert guard.refuses("192.168.1.7:8000", TOKEN, None, websocket=False) is None
    assert guard.refuses("evil.example:8000", TOKEN, None, websocket=False) is not None
    named = Guard(TOKEN, 8000, "desk.example")
    assert named.refuses("Desk.example:8000", TOKEN, None, websocket=False) is None


@given(st.text(), st.text(), st.none() | st.text(), st.booleans())
def test_no_header_is_too_odd_to_be_answered(host: str, token: str, origin: str | None, websocket: bool) -> None:
    assert GUARD.refuses(host, token, origin, websocket=websocket) is not None
