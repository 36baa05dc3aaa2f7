"""Only the browser of this user, from the workspace's own pages, is answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from escp_docs.web import policies
from escp_docs.web.guard import LARGEST_JSON, UPLOAD
from tests.support.many_hands import SPEC
from tests.support.workspace_visitor import FROM_THE_PAGE, HOST, PORT, TOKEN, Visitor, visitor

CHANGE = {"changes": [{"do": "set", "key": "project.title", "value": "New", "seen": "Title 0"}]}


@pytest.fixture
def stranger(spec: Path) -> Iterator[Visitor]:
    with visitor(spec, knows=False) as found:
        yield found


@pytest.mark.parametrize("path", ["/", "/0/overview", "/0/texts", "/static/app.js", "/0/events"])
def test_without_the_token_nothing_is_answered(stranger: Visitor, path: str) -> None:
    assert stranger.client.get(path).status_code == 401


def test_a_wrong_token_opens_nothing(stranger: Visitor) -> None:
    assert stranger.client.get("/?token=another").status_code == 401
    assert stranger.client.get(f"/0/overview?token={TOKEN}").status_code == 401


def test_the_token_becomes_a_cookie_and_leaves_the_address(stranger: Visitor) -> None:
    answer = stranger.client.get(f"/?token={TOKEN}")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert f"escp-docs-{PORT}={TOKEN}" in cookie
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
    assert stranger.client.get("/0/overview").status_code == 200


def test_an_old_cookie_opens_nothing(stranger: Visitor) -> None:
    stranger.client.cookies.set(f"escp-docs-{PORT}", "of-yesterday")

    assert stranger.client.get("/0/overview").status_code == 401


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "localhost:1", ""]
)
def test_another_host_is_refused_however_it_leads_here(known: Visitor, host: str) -> None:
    assert known.client.get("/0/overview", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", [f"localhost:{PORT}", f"[::1]:{PORT}", HOST])
def test_the_names_of_this_machine_are_known(known: Visitor, host: str) -> None:
    cookie = {"Cookie": f"escp-docs-{PORT}={TOKEN}"}
    assert known.client.get("/0/verdict", headers={"Host": host, **cookie}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": f"https://{HOST}"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_pages_of_others_are_refused(known: Visitor, headers: dict[str, str]) -> None:
    assert known.client.get("/0/texts", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": f"http://{HOST}"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": f"http://{HOST}", "Sec-Fetch-Site": "none"},
        {"Origin": f"http://localhost:{PORT}", "Sec-Fetch-Site": "same-origin"},
        {**FROM_THE_PAGE, "Content-Type": "text/plain"},
        {**FROM_THE_PAGE, "Content-Type": "application/x-www-form-urlencoded"},
    ],
)
def test_changes_come_from_our_own_pages_as_json(
    known: Visitor, spec: Path, headers: dict[str, str]
) -> None:
    answer = known.client.post("/0/change", json=CHANGE, headers=headers)

    assert answer.status_code == 403
    assert spec.read_text(encoding="utf-8") == SPEC


def test_a_change_of_our_own_page_is_made(known: Visitor, spec: Path) -> None:
    answer = known.client.post("/0/change", json=CHANGE, headers=FROM_THE_PAGE)

    assert answer.json()["saved"]
    assert 'title: "New"     # quoted' in spec.read_text(encoding="utf-8")


def test_reading_changes_nothing(known: Visitor) -> None:
    for path in ("/0/change", "/0/undo", "/0/take", "/0/drop", "/begin"):
        assert known.client.get(path).status_code in (404, 405)


def test_what_is_too_large_is_refused_before_it_is_read(known: Visitor) -> None:
    headers = {**FROM_THE_PAGE, "Content-Type": UPLOAD, "Content-Length": "50000001"}

    assert known.client.post("/0/drop?name=a.docx", content=b"", headers=headers).status_code == 413


def test_what_is_larger_than_it_said_is_refused(known: Visitor) -> None:
    headers = {**FROM_THE_PAGE, "Content-Type": "application/json"}

    def pieces() -> Iterator[bytes]:  # sent without a length
        yield from (b" " * 1_000_000 for _ in range(LARGEST_JSON // 1_000_000 + 2))

    assert known.client.post("/0/change", content=pieces(), headers=headers).status_code == 413


@pytest.mark.parametrize("path", ["/0/overview", "/static/app.js", "/0/texts", "/nowhere"])
def test_every_answer_has_the_headers_that_keep_it_in(known: Visitor, path: str) -> None:
    headers = known.client.get(path).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none'")


def test_a_page_runs_its_own_scripts_alone(known: Visitor) -> None:
    answer = known.client.get("/0/overview")

    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "form-action 'none'" in policy
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert " on" not in "".join(
        one.split(">")[0] for one in answer.text.split("<")[1:] if "onclick" in one
    )


def test_a_document_in_the_preview_runs_nothing(known: Visitor) -> None:
    policy = known.client.get("/0/page/application").headers["content-security-policy"]

    assert policy == policies.OF_DOCUMENTS
    assert "script-src" not in policy  # so that of all, none, holds
    assert "sandbox allow-same-origin" in policy


@pytest.mark.parametrize(
    "path",
    [
        "/static/../guard.py",
        "/static/%2e%2e/guard.py",
        "/0/file/../../ours.pdf",
        "/0/file/%2e%2e/%2e%2e/etc/passwd",
        "/0/font/..%2fdesign.yaml",
        "/7/overview",
        "/0/nosuch",
    ],
)
def test_no_path_leads_out(known: Visitor, path: str) -> None:
    assert known.client.get(path).status_code == 404
