"""The pages of a document in the workspace: set apart from everything else, and kept nowhere."""

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.support.many_hands import SPEC
from tests.support.workspace_visitor import Visitor, visitor

pytest.importorskip("typst")

PAGES = "/0/pages/application"


def pages(known: Visitor, since: object = "") -> dict[str, Any]:
    """Return the pages of the application."""
    answer = known.client.get(f"{PAGES}?since={since}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def values(found: dict[str, Any]) -> set[str]:
    """Return the paths of the values that stand on pages."""
    areas = [area for page in found["pages"].values() for area in page["areas"]]
    return {to for *_, kind, to in areas if kind == "value"}


def test_a_page_is_a_picture_in_which_nothing_runs(known: Visitor) -> None:
    found = pages(known)

    answer = known.client.get(f"/0/sheet/{found['order'][0]}.svg")

    assert answer.headers["content-type"] == "image/svg+xml"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "sandbox;" in answer.headers["content-security-policy"]
    assert answer.content.startswith(b"<svg")
    assert b"Title 0" not in answer.content


def test_every_value_of_a_page_leads_to_its_field(known: Visitor) -> None:
    stand = values(pages(known))

    assert "project.title" in stand
    for path in stand:
        assert known.client.get("/0/where", params={"path": path}).json()["key"]


def test_only_pages_that_changed_are_told_anew(known: Visitor) -> None:
    first = pages(known)
    known.set("project.title", "Another title", "Title 0")
    second = pages(known, first["number"])

    assert set(first["pages"]) == set(first["order"])
    assert second["number"] != first["number"]
    assert set(second["pages"]) == set(second["order"]) - set(first["order"])
    assert 0 < len(second["pages"]) < len(second["order"])


def test_the_pages_of_what_did_not_change_are_not_set_again(
    known: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = pages(known)
    monkeypatch.setattr("escp_docs.export.typst.writer.Typesetter.pages", None)

    assert pages(known, first["number"]) == first | {"pages": {}}


def test_pages_of_a_text_that_cannot_be_read_stay_as_they_were(known: Visitor, spec: Path) -> None:
    before = pages(known)
    spec.write_text(SPEC + "broken: [\n", encoding="utf-8")

    assert pages(known)["order"] == before["order"]


@pytest.mark.parametrize("path", ["/0/pages/nothing", "/0/sheet/nothing.svg", "/0/sheet/..%2f.svg"])
def test_what_is_not_there_is_told(known: Visitor, path: str) -> None:
    assert known.client.get(path).status_code == 404


def test_who_writes_does_not_wait_for_pages(
    known: Visitor, spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()
    was_told: list[bool] = []

    def slow(*_: object) -> tuple[()]:
        begun.set()
        was_told.append(may_end.wait(60))
        return ()

    monkeypatch.setattr("escp_docs.export.typst.writer.Typesetter.pages", slow)
    with known.client:  # one loop answers all requests, as in a server
        asked = threading.Thread(target=pages, args=(known,))
        asked.start()
        assert begun.wait(60)
        saved = known.set("project.title", "Another title", "Title 0")
        shown = known.see("/0/page/application")
        may_end.set()
        asked.join()

    assert was_told == [True]  # the pages came last
    assert saved["saved"]
    assert "Another title" in shown
    assert "Another title" in spec.read_text(encoding="utf-8")


def test_pages_are_in_no_folder_of_a_spec(spec: Path, tmp_path: Path) -> None:
    with visitor(spec, output=tmp_path / "output") as known:
        pages(known)

        assert [one.name for one in tmp_path.rglob("*")] == [spec.name]


def test_nothing_is_left_of_pages(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    with visitor(spec) as known:
        pages(known)
        laid = list(aside.rglob("*.typ"))

    assert laid
    assert list(aside.iterdir()) == []


def test_without_what_sets_them_pages_are_not_offered(
    known: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = known.see("/0/form")
    monkeypatch.setattr("escp_docs.build.install_hints.find_spec", lambda _: None)
    answer = known.client.get(PAGES)

    assert 'value="pages"' in offered
    assert "pages" not in known.see("/0/form").partition('class="preview-head"')[2]
    assert answer.status_code == 409
    assert "pip install 'escp-docs[typst]'" in answer.json()["error"]
