"""Lines that came with what was pasted or merged are told as what they are, and hide nothing."""

import pytest

from escp_docs.errors import Fault, UnreadableError
from escp_docs.read.source import SourceText, SpecText
from escp_docs.read.spec import spec as read_spec
from tests.support.reading import CALL_ID, HEAD, PROJECT, call, faults, read

LINES = f"{HEAD}project:\n  acronym: X\n"
CONFLICTS = [
    "<<<<<<< HEAD\n  title: A\n=======\n  title: B\n>>>>>>> other\n",
    "<<<<<<<\n  title: A\n=======\n  title: B\n  keywords: [b]\n>>>>>>> a1b2 (work)\n",
    "<<<<<<< HEAD\n||||||| base\n  title: B\n=======\n  title: C\n>>>>>>> other\n",
    "  abstract: |\n    1.\n<<<<<<< HEAD\n    2.\n=======\n    3.\n>>>>>>> other\n    4.\n",
]


@pytest.mark.parametrize("conflict", CONFLICTS)
@pytest.mark.parametrize("end", ["", "strategy: {vision: We grow.}\n"])
def test_a_merge_conflict_is_told_once_with_its_lines_and_its_cure(conflict: str, end: str) -> None:
    (fault,) = faults(LINES + conflict + end)

    first = (LINES + conflict).split("<<<<<<<")[0].count("\n") + 1
    last = (LINES + conflict).split(">>>>>>>")[0].count("\n") + 1
    assert fault.place is not None
    assert (fault.place.line, (fault.excerpt or "")[:7]) == (first, "<<<<<<<")
    assert f"merge conflict of git is not settled: lines {first} to {last}" in fault.message
    assert "keep one version" in (fault.fix or "")
    assert ("|||||||" in (fault.fix or "")) == ("|||||||" in conflict)


def test_every_conflict_is_told_and_none_hides_what_else_is_wrong() -> None:
    text = f"{LINES}{CONFLICTS[0]}strategy:\n  visionn: We grow.\n" + CONFLICTS[0].replace(
        "title", "mission"
    )

    found = faults(text)

    assert ["merge conflict" in one.message for one in found] == [True, True, False]
    assert found[-1].fix == "did you mean 'vision'?"


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> other"])
def test_a_mark_that_was_left_behind_is_told(mark: str) -> None:
    (fault,) = faults(f"{LINES}{mark}\n  title: A\n")

    assert "left by a merge conflict" in fault.message
    assert fault.fix == "delete the line"


def test_a_text_in_a_file_of_its_own_may_have_a_conflict_too() -> None:
    text = "We grow.\n<<<<<<< HEAD\nHere.\n=======\nThere.\n>>>>>>> other\n"
    files = SpecText(
        (SourceText("a.yaml", f"{HEAD}{PROJECT}strategy: {{vision: {{file: v.md}}}}\n"),),
        {("v.md", False): SourceText("v.md", text)},
    )

    with pytest.raises(UnreadableError) as error:
        read_spec(files, {CALL_ID: call()})

    (fault,) = error.value.faults
    assert isinstance(fault, Fault)
    assert str(fault.place) == "v.md:2:1"


@pytest.mark.parametrize("fence", ["```yaml", "```", "~~~", "```yml"])
@pytest.mark.parametrize(("closers", "cure"), [(1, "delete lines 1 and 5"), (0, "delete line 1")])
def test_a_fence_round_the_file_is_told_once(fence: str, closers: int, cure: str) -> None:
    (fault,) = faults(f"{fence}\n{LINES}" + f"{fence[:3]}\n" * closers)

    assert fault.place is not None
    assert fault.place.line == 1
    assert "is no part of YAML" in fault.message
    assert fault.fix == cure


def test_a_fence_may_be_set_in_with_the_file() -> None:
    (fault,) = faults("".join(f"  {line}\n" for line in ["```", *LINES.splitlines(), "```"]))

    assert fault.fix == "delete lines 1 and 5"


@pytest.mark.parametrize(
    "text",
    [
        "  abstract: |\n    ```\n    code\n    ```\n",
        "  abstract: |\n    Title\n    =======\n    <<<<<<< is a mark\n",
        "  title: '>>>>>>> we grow'\n",
    ],
)
def test_such_marks_within_a_text_are_words(text: str) -> None:
    assert read(LINES + text).spec.project.acronym == "X"


@pytest.mark.parametrize(
    ("mark", "cure"),
    [
        ("> ", "take `>` and 1 blank off the beginning of each line"),
        (">", "take `>` off the beginning of each line"),
        ("+", "take `+` off the beginning of each line"),
    ],
)
def test_a_mark_before_all_lines_is_told_once_and_hides_nothing(mark: str, cure: str) -> None:
    text = f"{LINES}  titel: A\n"

    first, second = faults("".join(f"{mark}{one}\n" for one in text.splitlines()))

    assert first.fix == cure
    assert second.place is not None
    assert second.place.line == len(text.splitlines())
    assert "unknown key 'titel'" in second.message


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        pytest.param("{number:6d}\t", "their number", id="cat -n"),
        pytest.param("{number:3d} ", "their number", id="an editor"),
        pytest.param("{number}: ", "their number", id="a colon"),
        pytest.param("{number:4d} | ", "their number", id="a bar"),
        pytest.param("ours/a.yaml:", "the name of a file", id="grep"),
        pytest.param("ours/a.yaml:{number}:", "the name of a file", id="grep -n"),
    ],
)
def test_what_a_program_prints_before_all_lines_is_told_once_and_hides_nothing(
    mark: str, said: str
) -> None:
    text = f"{LINES}  abstract: |\n    One.\n\n    Two.\n  duration_months: 3O\n"
    listed = [mark.format(number=number) + line for number, line in enumerate(text.splitlines(), 1)]

    first, second, *others = faults("\n".join(listed))

    assert f"all lines begin with {said}" in first.message
    assert "off the beginning of each line" in (first.fix or "")
    assert (second.path, others) == ("project.duration_months", [])


def test_a_file_whose_keys_are_numbers_but_not_those_of_its_lines_is_no_listing() -> None:
    found = faults("2020: a\n2021: b\n2019: c\n")

    assert not any("all lines" in one.message for one in found)
