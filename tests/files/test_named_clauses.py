"""Negotiated words name a clause of the templates, shipped or beside the spec."""

from pathlib import Path

import pytest

from escp_docs import api
from escp_docs.errors import UnreadableError
from tests.support.program import run
from tests.support.reading import HEAD, PROJECT


def spec(folder: Path, clause: str) -> str:
    path = folder / "x.yaml"
    words = f"agreement:\n  wording:\n    - {{clause: {clause}, text: Words., status: agreed}}\n"
    path.write_text(f"{HEAD}{PROJECT}{words}", encoding="utf-8")
    return str(path)


def test_a_clause_of_the_shipped_templates_is_known(tmp_path: Path) -> None:
    found = api.open_spec(spec(tmp_path, "liability-cap"))

    assert found.spec.agreement.wording[0].clause == "liability-cap"


def test_a_clause_of_a_template_beside_the_spec_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "partnership-agreement"
    folder.mkdir(parents=True)
    (folder / "law.md").write_text("## Law {: #disputes }\n\n§ Ours. {: #our-law }\n")

    assert api.open_spec(spec(tmp_path, "our-law")).spec.agreement.wording
    with pytest.raises(UnreadableError):  # its own template has it no more
        api.open_spec(spec(tmp_path, "governing-law"))


def test_an_id_that_no_template_has_is_a_fault_with_its_place_and_the_nearest(
    tmp_path: Path,
) -> None:
    with pytest.raises(UnreadableError) as raised:
        api.open_spec(spec(tmp_path, "liabilty-cap"))

    (fault,) = raised.value.faults
    assert fault.message == (
        "agreement.wording[0].clause names 'liabilty-cap', and no clause has that id"
    )
    assert fault.fix == "did you mean 'liability-cap'?"
    assert fault.place is not None
    assert fault.place.line == 5
    assert fault.excerpt is not None
    assert "liabilty-cap" in fault.excerpt


def test_an_id_like_no_other_is_told_where_ids_stand(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="template list --clauses"):
        api.open_spec(spec(tmp_path, "qqqqqq"))


@pytest.mark.parametrize("option", [(), ("--final",), ("-d", "checklist")])
def test_a_build_refuses_what_check_refuses_in_the_same_words(
    tmp_path: Path, option: tuple[str, ...]
) -> None:
    name, output = spec(tmp_path, "liabilty-cap"), tmp_path / "output"

    status, told = run("check", name)
    built = run("build", name, "-o", str(output), *option)

    assert status == built[0] == 2
    assert built[1].strip() == told.partition("\n\n")[0].strip()
    assert not output.exists()


def test_a_build_knows_the_clauses_of_the_templates_that_it_is_given(tmp_path: Path) -> None:
    law = tmp_path / "mine" / "partnership-agreement" / "law.md"
    law.parent.mkdir(parents=True)
    law.write_text("## Law {: #disputes }\n\n§ Ours. {: #our-law }\n")
    build = ("build", spec(tmp_path, "our-law"), "-o", str(tmp_path / "output"), "-d", "checklist")

    assert run(*build)[0] == 2
    assert run(*build, "--templates", str(tmp_path / "mine"))[0] == 0
