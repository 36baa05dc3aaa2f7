"""A spec without what is withheld holds none of it, and all else as it was."""

from decimal import Decimal
from pathlib import Path

from escp_docs import api
from escp_docs.assisting.masking import mask
from escp_docs.assisting.withholding import without
from escp_docs.model.schema import texts
from escp_docs.model.spec import Spec
from tests.support.places import SPECS

BY_PATH_ALONE = "role"  # words that stand for much else


UNWRITTEN = """\
call: cos-clusint-2020-3-01
strand: A
project: {acronym: REEF-4i}
strategy: {vision: TBD by Ivo Novák, mission: To sea.}
consortium: {partners: [{id: CMC, contact: {name: Ivo Novák}}]}
"""


def left(name: str, own: str = "", amount: Decimal | None = None) -> tuple[Spec, Spec]:
    """Return a spec as it is, and without what is withheld."""
    workspace = api.workspace(SPECS / name)
    spec = workspace.state.spec
    assert spec is not None
    return spec.spec, without(spec, mask(workspace.state), own, amount).spec


def test_no_text_holds_what_is_personal() -> None:
    spec, seen = left("wave-4i")

    said = [text for _, text in texts(seen)]
    known = [
        one.value for one in api.personal(SPECS / "wave-4i") if not one.key.endswith(BY_PATH_ALONE)
    ]
    assert len(known) > 30
    assert [one for one in known for text in said if one in text] == []
    assert spec.budget.person_month_eur
    assert seen.budget.person_month_eur == {}


def test_all_else_is_the_same_and_stated_as_it_was() -> None:
    spec, seen = left("wave-4i")

    assert seen.roadmap is spec.roadmap
    assert seen.stated == spec.stated
    assert seen.call == spec.call
    assert [one.stated for one in seen.partners] == [one.stated for one in spec.partners]
    assert [one.country for one in seen.partners] == [one.country for one in spec.partners]


def test_what_the_assistant_wrote_itself_stays() -> None:
    key = "consortium.partners[0].contact.name"

    spec, seen = left("wave-4i", own=key)

    assert seen.partners[0].contact.name == spec.partners[0].contact.name
    assert seen.partners[1].contact.name == "[withheld]"


def test_amounts_can_be_any() -> None:
    _, seen = left("wave-4i", amount=Decimal(1))

    assert set((seen.budget.person_month_eur or {}).values()) == {Decimal(1)}


def test_words_of_what_is_not_written_yet_name_nobody(tmp_path: Path) -> None:
    path = tmp_path / "ours.yaml"
    path.write_text(UNWRITTEN)

    spec, seen = left(str(path))

    assert spec.strategy.unwritten == {"vision": "TBD by Ivo Novák"}
    assert seen.strategy.unwritten == {"vision": "TBD by [withheld]"}
    assert seen.strategy.stated == spec.strategy.stated
