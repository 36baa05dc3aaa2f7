"""The search for a repair ends, whatever a spec asks of it."""

from collections.abc import Iterator, Sequence

import pytest

from escp_docs.judging import repair
from escp_docs.model.amendment import Amendment
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.rule import Judged
from tests.support.reading import call, spec

NOBODY = "strand: A\nconsortium: {partners: []}\n"


def test_it_ends_after_so_many_candidates_and_names_no_repair(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried = 0

    def endless(
        whole: Spec, _call: Call, _judged: Sequence[Judged]
    ) -> Iterator[tuple[Spec, tuple[Amendment, ...]]]:
        nonlocal tried
        while tried <= repair.MOST_CANDIDATES:
            tried += 1
            yield whole, ()

    monkeypatch.setattr(repair, "partner_repairs", endless)

    assert repair.smallest_repair(spec(NOBODY).spec, call()) == ()
    assert tried == repair.MOST_CANDIDATES


@pytest.mark.parametrize("emptied", ["countries", "kinds"])
def test_a_call_that_admits_nobody_has_no_repair(emptied: str) -> None:
    of_2020 = call()
    nobody = of_2020.all_strands.established_in
    assert nobody is not None
    none = nobody.updated({"value": ()})
    change = (
        {"countries": of_2020.countries.updated({"member_states": none})}
        if emptied == "countries"
        else {"all_strands": of_2020.all_strands.updated({"eligible_kinds": none})}
    )

    assert repair.smallest_repair(spec(NOBODY).spec, of_2020.updated(change)) == ()
