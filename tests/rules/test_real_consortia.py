"""Consortia that this call funded, from what was published of them: none has an error."""

import pytest

from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge_together
from escp_docs.rule import Standing
from tests.rules.corpus import Case, cases

FUNDED = [one for one in cases() if "funded" in one.name]


@pytest.mark.parametrize("case", FUNDED, ids=lambda case: case.name)
def test_what_is_known_of_a_funded_consortium_is_no_error(case: Case) -> None:
    for verdict in judge_together([(one.spec, one.call) for one in case.readings]):
        faults = [one.outcome for one in verdict.judged if one.outcome.answer is Answer.NOT_MET]

        assert [one for one in faults if one.severity is Severity.ERROR] == []
        assert verdict.standing is Standing.UNDECIDED, "no more was published than this"


def test_there_are_three_of_them() -> None:
    assert sum(len(one.readings) for one in FUNDED) == 3
