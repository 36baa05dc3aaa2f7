"""The report for people: a line a finding, what decides first, each question once."""

import re

import pytest

from escp_docs.report import text
from escp_docs.report.terminal_text import TextLayout
from tests.report.sample import result
from tests.support.places import SPECS
from tests.support.program import report, run

LINE = re.compile(
    r"\S+:\d+:\d+: (error|undecided|warning) [A-Z]{3}\d{3} [a-z0-9-]+: \S|.*: remark: "
)
EXAMPLES = ("wave-4i", "unfinished.yaml", "shield-4i.yaml")


def findings(output: str) -> list[str]:
    return output.partition("\n\n")[0].splitlines() if "\n\n" in output else []


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_finding_is_a_line_that_editors_jump_to(name: str) -> None:
    _, output = run("check", str(SPECS / name))

    found = findings(output)
    assert found
    assert [line for line in found if not LINE.match(line)] == []


def test_what_decides_stands_first_and_inside_each_the_places_grow() -> None:
    found = result("consortium: {partners: [{id: A, country: US}]}\nstrategy: {vision: TBD}\n")
    lines = findings("".join(text.render([found])))

    kinds = [re.split(r": ", line)[1].split(" ")[0] for line in lines]
    order = ["error", "undecided", "warning", "remark"]
    assert [order.index(kind) for kind in kinds] == sorted(order.index(kind) for kind in kinds)
    errors = [line for line in lines if ": error " in line]
    places = [tuple(map(int, re.findall(r":(\d+):(\d+):", line)[0])) for line in errors]
    assert places == sorted(places)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_question_is_asked_once_and_counted_alike(name: str) -> None:
    _, output = run("check", str(SPECS / name))
    _, full = run("check", "-v", str(SPECS / name))
    missing = report(str(SPECS / name))["missing"]

    lines = [line for line in output.splitlines() if re.search(r":\d+: undecided ", line)]
    more = sum(int(number) for line in lines for number in re.findall(r"and (\d+) more:", line))
    asked = [line for line in full.splitlines() if line.startswith("  ask ")]
    assert len(lines) + more == missing["questions"] == len(asked) == len(set(asked))
    last = output.splitlines()[-1]
    told = re.search(r"(\d+) facts? missing", last)
    total = missing["questions"] + missing["other_facts"]
    assert int(told[1]) == total if told else total == 0
    assert f"{len(asked)} question" in last or not asked


def test_what_one_rule_asks_of_many_is_one_line() -> None:
    lines = findings("".join(text.render([result(TWO)])))

    (line,) = [line for line in lines if " CON005 " in line]
    assert (
        "ask TIDE: consortium.partners[TIDE].kind; and 1 more: ask B: consortium.partners[B].kind"
    ) in line


def test_in_full_each_has_its_line_cure_and_source() -> None:
    full = "".join(text.render([result(BAD)], TextLayout(is_full=True)))

    for words in ("  fix: ", "  question: ", "  source: ", "| consortium"):
        assert words in full


TWO = "consortium: {partners: [{id: TIDE}, {id: B}]}\n"
BAD = "consortium: {partners: [{id: TIDE, country: US}]}\n"


def test_a_terminal_wraps_between_words_and_shows_names_for_paths() -> None:
    lines = "".join(text.render([result(BAD)], TextLayout(width=60))).splitlines()
    asked = " ".join(" ".join(lines).split())

    assert max(map(len, findings("\n".join(lines)))) <= 60
    assert "(eccp.status of TIDE)" in asked
    assert "partners[TIDE]" not in asked


def test_the_last_line_is_the_verdict() -> None:
    assert (
        run("check", str(SPECS / "unfinished.yaml"))[1]
        .splitlines()[-1]
        .startswith(f"{SPECS / 'unfinished.yaml'}: undecided (2 warnings, ")
    )
