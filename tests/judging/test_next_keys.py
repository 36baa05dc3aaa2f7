"""The keys to state next: what is pasted where it is said can be read, and states nothing new."""

from collections.abc import Iterator

import pytest

from escp_docs.edit.changes import RemoveValue
from escp_docs.edit.editing import edited
from escp_docs.files import spec_sources
from escp_docs.finding import Answer, Severity
from escp_docs.judging.next_keys import next_keys
from escp_docs.judging.result import NextKey
from escp_docs.judging.verdict import judge
from escp_docs.read.spec import Reading
from tests.support.places import SPECS
from tests.support.reading import HEAD, spec

PROJECT = "project:\n  acronym: X\n"
WORK = ("management", "preparatory", "implementation", "communication")


def proposed(found: Reading) -> tuple[NextKey, ...]:
    return next_keys(judge(found.spec, found.call), found.places)


def pasted(text: str, key: NextKey) -> str:
    """Return a spec after what is said was done to the letter."""
    lines = text.splitlines()
    at = key.place.line
    match key.where:
        case "below":
            lines[at:at] = key.lines
        case "in place of":
            lines[at - 1 : at] = key.lines
        case _:
            lines += key.lines
    return "\n".join(lines) + "\n"


def rounds(text: str, most: int) -> Iterator[tuple[str, NextKey]]:
    """Yield what a spec becomes key by key, as somebody pastes the first that is proposed."""
    for _ in range(most):
        for key in proposed(spec(text)):
            yield pasted(text, key), key
        found = proposed(spec(text))
        if not found:
            return
        text = pasted(text, found[0])


def judged(text: str) -> set[str]:
    """Return the codes of the rules that a spec fails by an error."""
    found = spec(text)
    verdict = judge(found.spec, found.call)
    faults = (one for one in verdict.judged if one.outcome.answer is Answer.NOT_MET)
    return {one.rule.code for one in faults if one.outcome.severity is Severity.ERROR}


def without(*keys: str) -> str:
    """Return an example without some of its parts."""
    sources = spec_sources(str(SPECS / "shield-4i.yaml"))
    (file,) = edited(sources, [RemoveValue(key) for key in keys]).files
    return file.after


WRITTEN = {
    "three facts": HEAD + PROJECT,
    "empty keys": HEAD + "strand:\n" + PROJECT + "  duration_months:  # how long?\nconsortium:\n",
    "braces": HEAD
    + "strand: A\nproject: {acronym: X}\nconsortium: {partners: [{id: A}, {id: B}]}\n",
    "braces with an anchor": HEAD
    + "strand: A\nproject: &p {acronym: X}\n"
    + "\"consortium\": &c {partners: [&a {id: A}, &b {'id': B}]}\n",
    "deep indent": HEAD + "project:\n      acronym: X\nconsortium:\n    partners:\n      - id: A\n"
    "        eccp:\n      - id: B\n        country: PT\n",
    "prose first": HEAD
    + PROJECT
    + "consortium:\n  partners:\n  - profile: |\n      We are.\n    id: A\n",
    "no agenda": without("roadmap.long_term"),
    "no strategy": without("strategy", "roadmap.long_term"),
    "no tasks": HEAD
    + "strand: A\n"
    + PROJECT
    + "target_countries: [{country: CA}, {country: JP}]\nroadmap:\n  work_packages:\n"
    + "".join(f"    - id: WP{i}\n      kind: {kind}\n" for i, kind in enumerate(WORK, start=1))
    + "  long_term: {horizon_years: 3, agenda: Grow, sustainability: Fees}\n"
    + "consortium:\n  coordinator: A\n  partners: [{id: A, country: PT}]\n",
    "unfinished": (SPECS / "unfinished.yaml").read_text(encoding="utf-8"),
}


@pytest.mark.parametrize("kind", WORK)
def test_an_empty_task_takes_no_verdict_from_the_work_package_that_it_stands_in(kind: str) -> None:
    text = f"{HEAD}strand: A\n{PROJECT}target_countries: [{{country: CA}}, {{country: JP}}]\n"
    text += f"roadmap:\n  work_packages:\n    - id: WP1\n      kind: {kind}\n"
    (key,) = [one for one in proposed(spec(text)) if "tasks" in one.lines[0]]

    assert judged(pasted(text, key)) <= judged(text)


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_pasted_can_be_read_and_says_nothing_yet(name: str) -> None:
    done = list(rounds(WRITTEN[name], 4))

    assert done
    for text, key in done:
        assert judged(text) <= judged(WRITTEN[name]), (key, text)


@pytest.mark.parametrize("name", WRITTEN)
def test_all_that_is_named_can_be_pasted_at_once(name: str) -> None:
    text = WRITTEN[name]
    for _ in range(4):
        keys = sorted(
            proposed(spec(text)), key=lambda one: (one.where[:2] != "at", -one.place.line)
        )
        for key in keys:
            text = pasted(text, key)

        assert judged(text) <= judged(WRITTEN[name]), (keys, text)


def test_at_most_three_are_named_and_what_decides_comes_first() -> None:
    found = proposed(spec(HEAD + PROJECT))

    assert len(found) == 3
    assert found[0].lines[0] == "consortium:"


def test_a_key_with_nothing_behind_it_is_its_own_line() -> None:
    found = proposed(spec(HEAD + "strand:  # A or B?\n" + PROJECT))

    (line,) = [one for one in found if one.where == "in place of"]
    assert (line.place.line, line.lines) == (2, ("strand:  # A or B?",))
