"""What a build says at its end: whom to ask for what, with the keys where they are few."""

from pathlib import Path

import pytest

from escp_docs.build.result import Built, DocumentRemark, OpenPlace
from escp_docs.finding import Severity
from escp_docs.report import summary


def lines(*places: OpenPlace, remarks: tuple[DocumentRemark, ...] = ()) -> list[str]:
    built = Built(
        "ours.yaml",
        Path("output/ours"),
        "undecided",
        is_draft=True,
        open_places=places,
        rules_to_settle=(),
        remarks=remarks,
        files=(),
    )
    return summary.text(built).splitlines()


def told(*places: OpenPlace) -> list[str]:
    return [line for line in lines(*places) if "open, ask" in line]


def place(key: str, label: str, ask: str = "A") -> OpenPlace:
    return OpenPlace(key, ask, "?", f"[{label}]")


def test_a_command_can_be_pasted_whatever_the_folder_is_called() -> None:
    built = Built(
        "Our folder/spec.yaml",
        Path("output/ours"),
        "undecided",
        is_draft=True,
        open_places=(),
        rules_to_settle=("CON003",),
        remarks=(),
        files=(),
    )

    assert "see `escp-docs check 'Our folder/spec.yaml'`" in summary.text(built)


def test_a_few_open_facts_are_named_with_their_keys() -> None:
    found = told(place("requests.deadline", "date for answers"), place("project.title", "title"))

    assert found == [
        "  open, ask A (2): date for answers [requests.deadline]; title [project.title]"
    ]


def test_many_are_named_in_words_and_counted() -> None:
    found = told(*(place(f"k{number}", f"fact {number}") for number in range(9)))

    assert found == [
        "  open, ask A (9): fact 0; fact 1; fact 2; fact 3; fact 4; fact 5; and 3 more"
    ]


def test_each_person_has_a_line_and_each_placeholder_stands_once() -> None:
    found = told(place("x", "one"), place("y", "one"), place("z", "two", ask="B"))

    assert found == ["  open, ask A (1): one [x]", "  open, ask B (1): two [z]"]


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "open"), (Severity.WARNING, "warning")],
)
def test_what_keeps_documents_drafts_is_open_and_no_error_for_they_are_written(
    severity: Severity, word: str
) -> None:
    remark = DocumentRemark("ours.yaml:6:72", severity, "", "words are not settled", "settle them")

    _, found = lines(remarks=(remark,))

    assert found == f"  ours.yaml:6:72: {word}: words are not settled; settle them"
