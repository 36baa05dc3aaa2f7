"""A folder chosen in the browser, as the program does that is started with a double click."""

from pathlib import Path

import pytest

from escp_docs.web.desk import Desk
from escp_docs.web.leaving import Looked
from tests.support.many_hands import SPEC
from tests.support.program import run
from tests.support.workspace_visitor import Visitor


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of somebody with a partnership in a folder of a difficult name."""
    folder = tmp_path / "Documents" / "Wave & <more>"
    folder.mkdir(parents=True)
    (folder / "ours.yaml").write_text(SPEC)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path / "Documents"


def test_a_folder_is_found_opened_and_its_documents_lie_below_it(home: Path) -> None:
    with Desk(None, Path("output")) as desk:
        somebody = Visitor(desk)
        asked = somebody.client.get("/").headers["location"]
        shown = somebody.see("/choose")
        inner = somebody.client.get("/choose", params={"path": str(home / "Wave & <more>")}).text
        done = somebody.post("/choose", folder=str(home / "Wave & <more>"))

        assert asked == "/choose"
        assert "Wave &amp; &lt;more&gt;" in shown
        assert "Open this folder" in inner
        assert done == {"done": True}
        assert "WAVE" in somebody.see("/0/overview")
        assert desk.output == home / "Wave & <more>" / "output"


def test_an_empty_or_new_folder_begins_a_partnership(home: Path) -> None:
    with Desk(None, Path("output")) as desk:
        somebody = Visitor(desk)
        somebody.post("/choose", folder=str(home), name="New one")
        begun = {"acronym": "NEW", "partners": ["CMA: PT"], "targets": [], "write": True}
        assert somebody.client.get("/").headers["location"] == "/new"
        assert somebody.post("/begin", **begun)["written"]

    assert (home / "New one" / "partnership.yaml").is_file()


def test_what_is_open_stays_what_its_pages_show(home: Path, tmp_path: Path) -> None:
    with Desk(None, Path("output")) as desk:
        somebody = Visitor(desk)
        somebody.post("/choose", folder=str(home / "Wave & <more>"))
        again = somebody.post("/choose", folder=str(tmp_path))

        assert "is open already" in again["error"]
        assert somebody.client.get("/choose").headers["location"] == "/"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Documents", ""),
        ("/no/such/folder", ""),
        ("", ""),
        ("HOME", "../up"),
        ("HOME", ".."),
        ("HOME", "a\0b"),
    ],
)
def test_what_is_no_folder_is_refused(home: Path, path: str, name: str) -> None:
    with Desk(None, Path("output")) as desk:
        somebody = Visitor(desk)
        found = somebody.post("/choose", folder=str(home) if path == "HOME" else path, name=name)

        assert "error" in found
        assert desk.asks


def test_a_folder_that_is_not_there_is_told_on_the_page(home: Path) -> None:
    with Desk(None, Path("output")) as desk:
        shown = Visitor(desk).client.get("/choose", params={"path": str(home / "nothing")}).text

        assert "cannot be read: no such file or directory" in shown


def test_folders_are_told_to_nobody_without_the_token(home: Path) -> None:
    with Desk(None, Path("output")) as desk:
        stranger = Visitor(desk, knows=False)

        assert stranger.client.get("/choose").status_code == 401
        assert stranger.client.post("/choose", json={"path": str(home)}).status_code in {401, 403}


def test_specs_that_were_named_leave_nothing_to_choose(known: Visitor) -> None:
    assert known.client.get("/choose").headers["location"] == "/"
    assert "is open already" in known.post("/choose", folder="/")["error"]


def test_it_ends_when_the_last_page_is_closed_for_long_and_not_before_the_first() -> None:
    async def app(*_: object) -> None:
        looked_while_open.append([looked.tick() for _ in range(99)][-1])

    looked = Looked(app)
    looked_while_open: list[bool] = []
    before = [looked.tick() for _ in range(99)]
    request = looked({"type": "http"}, None, None)  # type: ignore[arg-type]  # nobody reads them
    with pytest.raises(StopIteration):
        request.__await__().send(None)
    after = [looked.tick() for _ in range(24)]

    assert not any(before)
    assert looked_while_open == [False]
    assert after == [False] * 23 + [True]


def test_a_spec_and_the_question_for_one_do_not_go_together(spec: Path) -> None:
    assert run("serve", str(spec), "--choose", "--no-open")[0] == 2
