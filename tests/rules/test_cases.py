"""The corpus: each case has the outcomes that its first lines expect, at their lines."""

import pytest

from tests.rules.corpus import Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_has_the_outcomes_that_it_expects(case: Case) -> None:
    assert case.found() == case.expected, "the first lines of the case expect something else"


def test_a_case_lies_under_a_code_that_it_is_about() -> None:
    astray = [case.name for case in cases() if case.name.partition("/")[0] not in case.codes]

    assert not astray
