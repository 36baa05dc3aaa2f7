"""The questions that settle most come first."""

from escp_docs import api
from escp_docs.assisting.questions import next_questions
from tests.support.places import SPECS


def test_what_decides_on_eligibility_comes_first_and_says_why() -> None:
    spec = api.open_spec(SPECS / "unfinished.yaml")
    result, status = api.check(spec), api.status(spec)

    found = next_questions(result, status, 100)

    decides = [one.decides for one in found]
    assert decides == sorted(decides, reverse=True)
    assert decides[0]
    assert found[0].why
    assert found[0].sources
    assert len({one.key for one in found}) == len(found)


def test_no_more_are_told_than_were_asked_for() -> None:
    spec = api.open_spec(SPECS / "unfinished.yaml")

    assert len(next_questions(api.check(spec), api.status(spec), 2)) == 2
