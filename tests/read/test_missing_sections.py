"""A section whose key is missing is one fault, its keys are read, and the cure brings it back."""

import re
from collections.abc import Iterator
from textwrap import dedent

import pytest

from tests.read.cures import done
from tests.support.reading import HEAD, faults, read
from tests.support.typing_mistakes import SPECS

EXAMPLES = [(SPECS / name).read_text() for name in ("rivers.yaml", "shield-4i.yaml")]


def sections(text: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield each section with keys below it: its key, what is before, in it and behind it."""
    for found in re.finditer(r"(?m)^([a-z_]+):\n((?:  .*\n|\n)+)", text):
        if not re.match(r"\s*- ", found[2]):
            yield found[1], text[: found.start()], found[2], text[found.end() :]


@pytest.mark.parametrize("at_the_edge", [True, False])
@pytest.mark.parametrize("text", EXAMPLES)
def test_each_section_is_told_alone_and_cured(text: str, *, at_the_edge: bool) -> None:
    found = [*sections(text)]
    assert len(found) > 4

    for key, before, inside, behind in found:
        slip = before + (dedent(inside) if at_the_edge else inside) + behind
        (fault,) = faults(slip)

        assert fault.message.endswith(f"below {key!r}, and that key is missing")
        assert read(done(slip, fault) or "").spec == read(text).spec


def test_a_file_of_a_folder_may_lack_its_key() -> None:
    own = f"{HEAD}project:\n  acronym: X\n"

    (fault,) = faults(own, "coordinator: A\npartners:\n- id: A\n  city: Porto\n")

    assert "'coordinator', 'partners' belong below 'consortium'" in fault.message
    assert (fault.fix or "").endswith("above this one, and indent lines 1 to 4 by 2 more blanks")


def test_two_sections_that_lack_their_keys_are_two_faults() -> None:
    found = faults(f"{HEAD}project: {{acronym: X}}\nvision: A\nmission: B\ncoordinator: A\n")

    told = [one.fix or "" for one in found if "is missing" in one.message]
    assert [one.partition(" on ")[0] for one in told] == [
        "write `strategy:`",
        "write `consortium:`",
    ]
    assert told[0].endswith(", and indent lines 3 to 4 by 2 more blanks")
    assert told[1].endswith(", and indent line 5 by 2 more blanks")


def test_a_list_whose_key_is_missing_below_another_list_is_one_fault() -> None:
    lists = "indicators:\n  - id: K1\n    unit: EUR\nrisks:\n  - id: R1\n    likelihood: low\n"
    text = f"{HEAD}project:\n  acronym: X\n{lists}"
    slip = text.replace("risks:\n", "")

    (fault,) = faults(slip)

    assert fault.message == "this entry belongs below 'risks', and that key is missing"
    assert read(done(slip, fault) or "").spec == read(text).spec


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}project: {{acronym: X}}\nconsortium: {{}}\ncoordinator: A\npartners: []\n",
        f"{HEAD}project: {{acronym: X}}\nrisk: [{{id: R1}}]\n",
        f"{HEAD}project:\n  acronym: X\n  coordinator: A\n  vision: B\n",
    ],
)
def test_what_may_be_something_else_is_told_key_by_key(text: str) -> None:
    assert all("unknown key" in one.message for one in faults(text))


def test_a_section_in_another_file_is_not_missing() -> None:
    own = f"{HEAD}project:\n  acronym: X\n"

    found = faults(
        own, "consortium:\n  coordinator: A\n", "partners:\n- id: A\naffiliated_entities: []\n"
    )

    assert not any("is missing" in one.message for one in found)


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_section_that_stands_below_the_one_before_it_is_one_fault(text: str) -> None:
    for key, before, inside, behind in [*sections(text)][1:]:
        if not re.search(r"\n  \S.*\n+$", before):
            continue
        slip = before + re.sub(r"(?m)^(?=.)", "  ", f"{key}:\n{inside}") + behind

        (fault,) = faults(slip)

        assert read(done(slip, fault) or "").spec == read(text).spec, key
