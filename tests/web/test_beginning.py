"""An empty folder offers to begin: a verdict from the first answer on, nothing written before."""

from pathlib import Path

from escp_docs import api
from tests.support.workspace_visitor import visitor

ANSWERS = {
    "acronym": "TIDE-4i",
    "call": api.DEFAULT_CALL,
    "strand": "A",
    "partners": ["CMC: Portugal", "CMA: France", "CMI: Italy"],
    "targets": ["Japan", "Mercosur"],
}


def test_an_empty_folder_leads_to_the_first_questions(tmp_path: Path) -> None:
    with visitor(tmp_path) as found:
        assert found.client.get("/").headers["location"] == "/new"
        assert "A new partnership" in found.see("/new")


def test_each_answer_has_its_verdict_and_nothing_is_written(tmp_path: Path) -> None:
    with visitor(tmp_path) as found:
        few = found.post("/begin", **(ANSWERS | {"partners": ["CMC: Portugal", "CMA: Brazil"]}))
        all_ = found.post("/begin", **ANSWERS)

    assert "Not eligible" in few["verdict"]
    assert "Undecided" in all_["verdict"]
    assert list(tmp_path.iterdir()) == []


def test_a_country_that_is_none_is_said(tmp_path: Path) -> None:
    with visitor(tmp_path) as found:
        answer = found.post("/begin", **(ANSWERS | {"partners": ["CMC: Portugl"]}))

    assert "Portugl" in answer["error"]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    partners = ["CMC: Portugl", "4x: France", "CMC: Italy", "CMD: Atlantis"]
    with visitor(tmp_path) as found:
        answer = found.post("/begin", **(ANSWERS | {"partners": partners, "targets": ["zz"]}))

    for words in ("Portugl", "'4x'", "CMC stands there twice", "Atlantis", "zz"):
        assert words in answer["error"]


def test_the_spec_that_is_begun_opens(tmp_path: Path) -> None:
    with visitor(tmp_path) as found:
        assert found.post("/begin", **ANSWERS, write=True)["written"]
        html = found.see("/0/overview")

    assert "TIDE-4i" in html
    spec = api.open_spec(tmp_path)
    assert [one.country for one in spec.spec.partners] == ["PT", "FR", "IT"]
    assert spec.spec.project.acronym == "TIDE-4i"


def test_nothing_is_begun_where_a_spec_is(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_text("call: cos-clusint-2020-3-01\nproject: {acronym: X}\n")
    with visitor(tmp_path) as found:
        assert "there is a spec already" in found.post("/begin", **ANSWERS, write=True)["error"]


def test_each_slip_is_told_with_its_field(tmp_path: Path) -> None:
    partners = ["CMC: Portugl", " : ", "4x: France", ": Spain", "CMC: Italy", "CMD"]
    said = ANSWERS | {"partners": partners, "targets": ["", "zz", "Braizl"], "strand": "Z"}
    with visitor(tmp_path) as found:
        slips = found.post("/begin", **said)["slips"]

    told = {one["field"]: one["message"] for one in slips}
    assert list(told) == [
        "strand",
        "partners[0].country",
        "partners[2].name",
        "partners[3].name",
        "partners[4].name",
        "targets[1]",
        "targets[2]",
    ]
    assert "did you mean PT, Portugal?" in told["partners[0].country"]
    assert "has no short name" in told["partners[3].name"]


def test_a_partner_may_lack_its_country_in_a_draft(tmp_path: Path) -> None:
    with visitor(tmp_path) as found:
        begun = found.post(
            "/begin", **(ANSWERS | {"partners": ["CMC: Portugal", "CMA: "]}), write=True
        )

    assert begun["written"]
    spec = api.open_spec(tmp_path).spec
    assert [(one.id, one.country) for one in spec.partners][:2] == [("CMC", "PT"), ("CMA", None)]
