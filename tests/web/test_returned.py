"""Dropped files: read by a process of their own, decided one by one, nothing taken unasked."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from escp_docs import api
from escp_docs.web import returned
from escp_docs.web.guard import UPLOAD
from tests.support.places import SPECS
from tests.support.word_editor import WordEditor, filled_in
from tests.support.workspace_visitor import FROM_THE_PAGE, Visitor, visitor

HEADERS = {**FROM_THE_PAGE, "Content-Type": UPLOAD}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a spec that sent a questionnaire."""
    folder = tmp_path_factory.mktemp("sent")
    spec = copy(SPECS / "unfinished.yaml", folder)
    api.build(spec, api.BuildOptions(folder / "output", ("questionnaires/CAR",)))
    return folder


@pytest.fixture
def known(sent: Path) -> Iterator[Visitor]:
    (sent / "unfinished.yaml").write_bytes((SPECS / "unfinished.yaml").read_bytes())
    with visitor(sent / "unfinished.yaml") as found:
        yield found


def dropped(known: Visitor, name: str, data: bytes) -> tuple[int, dict[str, object]]:
    """Return what comes of a file that somebody drops."""
    answer = known.client.post(f"/0/drop?name={name}", content=data, headers=HEADERS)
    return answer.status_code, answer.json()


def test_an_answer_is_shown_taken_and_given_back(known: Visitor, sent: Path) -> None:
    path = sent / "output" / "soil-4i" / "questionnaires" / "CAR.docx"
    spec = sent / "unfinished.yaml"
    before = spec.read_bytes()

    status, found = dropped(known, "CAR.docx", filled_in(path.read_bytes(), ("71121 => 71199",)))
    shown = known.see("/0/returned?part")
    untouched = spec.read_bytes()
    known.post("/0/take", number=found["number"], taken=[0], kept=[])
    taken = api.open_spec(spec).spec.partners[0].postcode
    known.post("/0/undo-taking")
    again = known.see("/0/returned?part")

    assert 'data-take="0"' in again  # and may be decided once more
    assert status == 201
    assert "71199" in shown
    assert untouched == before
    assert taken == "71199"
    assert spec.read_bytes() == before


def test_words_that_no_key_states_differ_from_what_was_sent(known: Visitor, sent: Path) -> None:
    editor = WordEditor((sent / "output" / "soil-4i" / "questionnaires" / "CAR.docx").read_bytes())
    editor.document.sections[0].header.paragraphs[0].add_run(" Seen by the board")

    dropped(known, "CAR.docx", editor.saved())
    shown = known.see("/0/returned?part")

    assert "The head of the pages: " in shown
    assert "Seen by the board</ins>" in shown
    assert "Nothing in it differs" not in shown


@pytest.mark.parametrize(
    "name", ["x.docx", "x.xlsx", "x.pdf", "../../x.docx", "a/b\\\\c.docx", "x"]
)
def test_what_is_no_such_file_is_said_and_lies_nowhere(
    known: Visitor, name: str, sent: Path
) -> None:
    before = {one for one in sent.rglob("*") if "record" not in one.parts}

    status, _ = dropped(known, name, b"PK\x03\x04 and nothing that can be read")

    assert status == 201
    assert "cannot be read" in known.see("/0/returned?part")
    assert {one for one in sent.rglob("*") if "record" not in one.parts} == before


def test_another_process_reads_what_came(known: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def pull(*_: object, **more: object) -> object:
        asked.append(more["executor"])
        raise api.EscpError("seen")

    monkeypatch.setattr(api, "pull", pull)
    with pytest.raises(api.EscpError):
        returned.read(known.desk, known.desk.places[0], Path("x.docx"), "")

    assert asked == [known.desk.executor]
    (done,) = known.desk.executor.results(
        _process, (0,), _process, bound=lambda _: api.Bound(9, 2**32)
    )
    assert done != os.getpid()


def _process(_: int) -> int:
    return os.getpid()


def test_a_decision_on_what_is_not_there_is_refused(known: Visitor) -> None:
    answer = known.post("/0/take", number=99, taken=[0], kept=[])

    assert "does not wait any more" in str(answer["error"])
