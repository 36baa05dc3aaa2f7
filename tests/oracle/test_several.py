"""Several specs of one call: the program against the oracle, whoever sits in which of them."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from escp_docs import api
from tests.oracle import several
from tests.oracle.answers import faults
from tests.oracle.comparing import fired, opened
from tests.oracle.maker import Made
from tests.support.sizes import examples

ENTITIES = (
    {"pic": "900000001"},
    {"pic": "900000001", "legal_name": "Polo Mare", "country": "IT"},
    {"legal_name": "POLO-MARE", "country": "IT"},
    {"pic": "900000002", "legal_name": "Pôle Mer", "country": "FR"},
    {"legal_name": "Pole Mer", "country": "FR"},
    {"pic": "900000003", "country": "ES"},
    {"legal_name": "Red Norte", "country": "ES", "registration_number": "7", "register": "Bilbao"},
)

PARTNER = st.builds(
    lambda entity, said: entity | said,
    st.sampled_from(ENTITIES),
    st.sampled_from([{"other_applications": []}, {"other_applications": []}, {}]),
)
SPEC = st.builds(
    lambda acronym, strand, entries: {
        "call": "cos-clusint-2020-3-01",
        "strand": strand,
        "project": {"acronym": acronym},
        "consortium": {"partners": [{"id": f"P{at}", **one} for at, one in enumerate(entries)]},
    },
    st.sampled_from(["ONE", "TWO", "One", "THREE"]),
    st.sampled_from(["A", "B"]),
    st.lists(PARTNER, max_size=3),
)


@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(specs=st.lists(SPEC, min_size=2, max_size=3))
def test_specs_together_are_judged_as_the_oracle_judges_them(
    specs: list[Made], tmp_path: Path
) -> None:
    results = api.check_each(
        [opened(one, tmp_path / f"{place}.yaml") for place, one in enumerate(specs)]
    )
    for place, result in enumerate(results):
        for code, judge in (("SUB002", several.sub002), ("SUB003", several.sub003)):
            assert fired(result).get(code, frozenset()) == faults(judge(specs, place)), code
