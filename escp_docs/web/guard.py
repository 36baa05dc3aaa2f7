"""Who may ask: the browser of this user alone, from the workspace's own pages."""

import hmac
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from msgspec import Struct
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_JSON: Final = 24_000_000  # bytes: a file of a spec has five million at most, twice, quoted
LARGEST_FILE: Final = 50_000_000  # bytes of a returned file
UPLOAD: Final = "application/octet-stream"
_JSON: Final = "application/json"
_READING: Final = ("GET", "HEAD")
_HEADERS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_NOTHING: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class RefusedRequest(Struct, frozen=True):
    """Why a request is not answered: the status of HTTP, and words for whoever sent it."""

    status: int
    words: str


class Guard:
    """Lets requests through that come from the workspace's own pages; see SECURITY.md.

    Args:
        app: What answers them.
        token: What the address has that the command printed.
        port: The port at which it is served.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app, self._token, self._port = app, token, port
        self._hosts = tuple(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def cookie(self) -> str:
        """The name of the cookie; browsers keep those of all ports of a host in one place."""
        return f"escp-docs-{self._port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        sent = _with_headers(send)
        if refusal:
            await PlainTextResponse(refusal.words, refusal.status)(scope, receive, sent)
        elif self._brings_token(scope):
            await self._welcome(scope, receive, sent)
        else:
            await self._app(scope, _bounded(receive, _largest(headers)), sent)

    # --- who asks ----------------------------------------------------------------------------

    def _refusal(self, scope: Scope, headers: Headers) -> RefusedRequest | None:
        host = headers.get("host", "")
        if host not in self._hosts or len(headers.getlist("host")) != 1:
            return RefusedRequest(421, "this address is not served here")
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{one}" for one in self._hosts}:
            return RefusedRequest(403, "pages of others may not ask")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return RefusedRequest(403, "pages of others may not ask")
        if not self._brings_token(scope) and not self._is_known(headers):
            return RefusedRequest(401, "open the address that escp-docs serve printed")
        return None if scope["method"] in _READING else _of_writing(headers, origin, host)

    def _brings_token(self, scope: Scope) -> bool:
        if scope["path"] != "/" or scope["method"] not in _READING:
            return False
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])
        return _same(given[0], self._token)

    def _is_known(self, headers: Headers) -> bool:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        found = cookies.get(self.cookie)
        return found is not None and _same(found.value, self._token)

    async def _welcome(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Keep the token in a cookie, and take it out of the address."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self._token, httponly=True, samesite="strict", path="/")
        await answer(scope, receive, send)


def _of_writing(headers: Headers, origin: str | None, host: str) -> RefusedRequest | None:
    if origin != f"http://{host}" or headers.get("sec-fetch-site") != "same-origin":
        return RefusedRequest(403, "only pages of the workspace may change anything")
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (_JSON, UPLOAD):
        return RefusedRequest(403, "changes are sent as JSON")
    length = headers.get("content-length", "")
    if length.isdigit() and int(length) > _largest(headers):
        return RefusedRequest(413, f"more than {_largest(headers) // 1_000_000} MB")
    return None


def _largest(headers: Mapping[str, str]) -> int:
    return LARGEST_FILE if headers.get("content-type") == UPLOAD else LARGEST_JSON


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


class TooLargeError(Exception):
    """More came than was announced, and more than may."""


def _bounded(receive: Receive, largest: int) -> Receive:
    """Return what receives a request, and no more of it than it may have."""
    came = 0

    async def bounded() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > largest:
            raise TooLargeError
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    """Return what sends an answer, with the headers that every one has."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", _NOTHING)
        await send(message)

    return sent
