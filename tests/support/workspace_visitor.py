"""A browser's requests to a workspace, without a browser: as a page of it sends them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from starlette.testclient import TestClient

from escp_docs.web.app import application
from escp_docs.web.desk import Desk
from escp_docs.web.guard import Guard

PORT: Final = 8000
HOST: Final = f"127.0.0.1:{PORT}"
TOKEN: Final = "the-token"
FROM_THE_PAGE: Final = {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "same-origin"}


class Visitor:
    """Somebody who opened the address that the command printed, or did not.

    Args:
        desk: What is served.
        knows: Whether they have the cookie.
    """

    def __init__(self, desk: Desk, *, knows: bool = True) -> None:
        self.desk = desk
        guard = Guard(application(desk), TOKEN, PORT)
        self.client = TestClient(guard, base_url=f"http://{HOST}", follow_redirects=False)
        if knows:
            self.client.cookies.set(guard.cookie, TOKEN)

    def see(self, path: str) -> str:
        """Return the page at a path, which is there."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def post(self, path: str, **body: Any) -> dict[str, Any]:  # noqa: ANN401  # as JSON has it
        """Return what comes of a change that a page asks for."""
        answer = self.client.post(path, json=body, headers=FROM_THE_PAGE)
        found: dict[str, Any] = answer.json()
        return found

    def set(self, key: str, value: object, seen: object = None) -> dict[str, Any]:
        """Return what comes of a value that is set in the form."""
        change = {"do": "set", "key": key, "value": value, "seen": seen}
        return self.post("/0/change", changes=[change], version=0)


@contextmanager
def visitor(*specs: Path, output: Path | None = None, knows: bool = True) -> Iterator[Visitor]:
    """Yield somebody who looks at specs, or at an empty folder."""
    with Desk([str(one) for one in specs], output or specs[0].parent / "output") as desk:
        yield Visitor(desk, knows=knows)
