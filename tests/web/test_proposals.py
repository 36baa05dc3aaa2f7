"""Proposals of assistants in the workspace: shown with their reasons, taken one by one."""

import json
import re
from pathlib import Path

from markupsafe import escape

from tests.support.assistants import ask, proposal
from tests.support.many_hands import SPEC
from tests.support.workspace_visitor import Visitor

CITY = "consortium.partners[CMA].city"


def number_of(shown: str) -> int:
    """Return the number of the only file that is shown."""
    (found,) = re.findall(r'data-file="(\d+)"', shown)
    return int(found)


def test_a_proposal_is_shown_with_its_reason_and_taken(known: Visitor, spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes", reason="the register <b>says</b> so"))

    overview = known.see("/0/overview?part")
    shown = known.see("/0/returned?part")
    untouched = spec.read_text()
    known.post("/0/take", number=number_of(shown), taken=[0], kept=[])

    assert "1 proposal waits" in overview
    assert "Proposed by assistant (" in shown
    assert "the register &lt;b&gt;says&lt;/b&gt; so" in shown
    assert "Rests on: project.title" in shown
    assert "Take all that the sender may say" not in shown
    assert untouched == SPEC
    assert spec.read_text() == SPEC.replace("Brest", "Nantes")
    assert "waits" not in known.see("/0/overview?part")


def test_what_is_left_does_not_come_again(known: Visitor, spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    known.post("/0/take", number=number_of(known.see("/0/returned?part")), taken=[], kept=[0])

    assert "kept" in known.see("/0/returned?part")
    assert spec.read_text() == SPEC
    known.desk.places[0].waiting.clear()
    assert "data-file" not in known.see("/0/returned?part")


def test_a_page_decides_on_what_it_shows(known: Visitor, spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    seen = number_of(known.see("/0/returned?part"))
    ask(spec, proposal("consortium.partners[CMC].city", "Lisboa"))
    known.see("/0/returned?part")

    known.post("/0/take", number=seen, taken=[0], kept=[])

    assert spec.read_text() == SPEC.replace("Brest", "Nantes")


def test_what_was_decided_elsewhere_goes(known: Visitor, spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    seen = number_of(known.see("/0/returned?part"))
    for one in (spec.parent / "ours.record" / "proposals").iterdir():
        one.unlink()

    assert "data-file" not in known.see("/0/returned?part")
    assert "does not wait any more" in str(known.post("/0/take", number=seen, taken=[0], kept=[]))


def test_a_spec_that_breaks_meanwhile_keeps_the_page(known: Visitor, spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    spec.write_text(SPEC.replace("strand: A", "strand: [A"))

    assert "Returned files" in known.see("/0/returned?part")


def test_what_cannot_be_taken_says_why_at_its_row_and_in_the_answer(
    known: Visitor, spec: Path
) -> None:
    partner = {"id": "CMB", "country": "ES", "city": "Vigo"}
    ask(spec, proposal("consortium.partners", partner, action="add"))
    seen = number_of(known.see("/0/returned?part"))
    spec.write_text(SPEC.replace("id: CMI", "id: CMB"))

    done = known.post("/0/take", number=seen, taken=[0], kept=[])
    shown = known.see("/0/returned?part")

    (refused,) = done["refused"]
    assert refused["key"] == "consortium.partners"
    assert "CMB" in refused["why"]
    assert f"Not taken: {escape(refused['why'])}" in shown
    assert spec.read_text() == SPEC.replace("id: CMI", "id: CMB")

    spec.write_text(SPEC)
    assert known.post("/0/take", number=seen, taken=[0], kept=[])["refused"] == []
    assert "Vigo" in spec.read_text()


def test_what_is_left_of_a_file_keeps_why_it_was_not_taken(known: Visitor, spec: Path) -> None:
    folder = spec.parent / "ours.record" / "proposals"
    folder.mkdir(parents=True)
    names = ("CMC", "CMB")  # the first stands there already
    every = [
        {"what": "entry added", "key": "consortium.partners", "value": {"id": name}, "author": "it"}
        for name in names
    ]
    (folder / "1.json").write_text(json.dumps({"proposals": every}))
    seen = number_of(known.see("/0/returned?part"))

    done = known.post("/0/take", number=seen, taken=[0, 1], kept=[])
    shown = known.see("/0/returned?part")

    (refused,) = done["refused"]
    assert shown.count(f"Not taken: {escape(refused['why'])}") == 1
    assert "id: CMB" in spec.read_text()
