"""Each change lands in the file that holds its value, whose bytes are otherwise the same."""

import pytest

from escp_docs.edit.changes import AddEntry, RemoveValue, SetValue, SpecChange
from escp_docs.edit.editing import edited
from escp_docs.edit.wanted import put, same
from escp_docs.errors import UnreadableError
from tests.edit.edits import MESSY, files, folder, text_after, texts_after, values

PROJECT = "call: x\nproject:\n  acronym: X\n"
INCLUDING = PROJECT + (
    "consortium:\n  partners:\n    - include: partners/A.yaml   # ours\n      city: Porto\n"
    "    - id: B\n"
)
INCLUDED = "id: A\ncountry: PT\ncity: Lisboa\n"


def test_an_included_entry_is_changed_in_its_own_file_but_for_keys_beside_include() -> None:
    spec = files(INCLUDING, partners__A_yaml=INCLUDED)
    done = edited(
        spec,
        [
            SetValue("consortium.partners[A].country", "ES"),
            SetValue("consortium.partners[A].city", "Vigo"),
            SetValue("consortium.partners[A].pic", "9"),
        ],
    )
    texts = texts_after(done)

    assert texts["partners/A.yaml"] == 'id: A\ncountry: ES\ncity: Lisboa\npic: "9"\n'
    assert texts["spec.yaml"] == INCLUDING.replace("Porto", "Vigo")
    assert [one.file for one in done.files] == ["partners/A.yaml", "spec.yaml"]
    assert [str(one.place) for one in done.made] == [
        "partners/A.yaml:2:10",
        "spec.yaml:7:13",
        "partners/A.yaml:4:6",
    ]


def test_places_are_those_of_the_texts_in_the_end() -> None:
    text = PROJECT + "risks:\n  - id: R1\n  - id: R2\nconsortium: {partners: [{id: A}]}\n"
    changes: list[SpecChange] = [
        AddEntry("risks", {"id": "R3"}),
        RemoveValue("risks[R1]"),
        SetValue("project.title", "t"),
        SetValue("consortium.coordinator", "A"),
    ]
    done = edited(files(text), changes)

    assert [(one.path, one.place.line) for one in done.made] == [
        ("risks[R3]", 7),
        ("risks[R1]", 5),
        ("project.title", 4),
        ("consortium.coordinator", 8),
    ]


def test_a_key_beside_include_goes_where_it_stands() -> None:
    spec = files(INCLUDING, partners__A_yaml="id: A\ncountry: PT\n")
    texts = texts_after(edited(spec, [RemoveValue("consortium.partners[A].city")]))

    assert texts["spec.yaml"] == INCLUDING.replace("      city: Porto\n", "")


def test_a_key_that_another_wins_over_goes_along_with_it() -> None:
    spec = files(INCLUDING, partners__A_yaml=INCLUDED)
    texts = texts_after(edited(spec, [RemoveValue("consortium.partners[A].city")]))

    assert texts["spec.yaml"] == INCLUDING.replace("      city: Porto\n", "")
    assert texts["partners/A.yaml"] == "id: A\ncountry: PT\n"


def test_a_prose_in_a_file_of_its_own_is_changed_there() -> None:
    text = PROJECT + "strategy:\n  vision: {file: texts/vision.md}\n"
    spec = files(text, texts__vision_md="One.\r\n\r\nTwo.\r\n")
    done = edited(spec, [SetValue("strategy.vision", "One.\n\n2.")])

    assert texts_after(done) == {"spec.yaml": text, "texts/vision.md": "One.\r\n\r\n2.\r\n"}
    assert str(done.made[0].place) == "texts/vision.md:1:1"


def test_a_new_part_of_a_folder_goes_into_the_file_of_its_name() -> None:
    spec = folder({"s/a.yaml": PROJECT, "s/risks.yaml": "# all of them\n"})
    done = edited(
        spec,
        [
            AddEntry("risks", {"id": "R1"}),
            SetValue("strategy.vision", "x"),
            SetValue("strand", "A"),
        ],
    )

    assert texts_after(done) == {
        "s/a.yaml": "call: x\nstrand: A\nproject:\n  acronym: X\n",
        "s/risks.yaml": "# all of them\nrisks:\n  - id: R1\n",
        "s/strategy.yaml": "strategy:\n  vision: x\n",
    }
    assert [(one.file, one.before) for one in done.files if one.before is None] == [
        ("s/strategy.yaml", None)
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_line_ends_and_the_end_of_the_file_stay(ending: str, end: str) -> None:
    text = (MESSY.rstrip("\n") + end).replace("\n", ending)
    done = text_after(
        text,
        SetValue("indicators[K2].verification", "one\ntwo"),
        AddEntry("risks", {"id": "R1", "description": "a"}),
        SetValue("project.acronym", "Y"),
        RemoveValue("agreement") if end else SetValue("strategy.vision", "z"),
    )

    assert values(files(done.replace(ending, "\n"))) == values(files(done))
    assert done.endswith(ending) is bool(end)
    if ending == "\r\n":
        assert done.count("\r\n") == done.count("\n")


def test_a_file_that_is_no_yaml_is_told_by_its_faults() -> None:
    with pytest.raises(UnreadableError, match=r"spec\.yaml"):
        edited(files("call: x\nproject: {acronym: X\n"), [SetValue("call", "y")])


def test_a_spec_whose_values_are_wrong_can_be_mended() -> None:
    text = "call: x\nproject: {acronym: X, duration_months: many}\n"

    assert "months: 32}" in text_after(text, SetValue("project.duration_months", "32"))


def test_characters_that_yaml_does_not_take_keep_their_places() -> None:
    text = PROJECT + ("  title: a\u2028b\n  abstract: one\x0btwo\n  keywords: [a]\n\x0crisks: []\n")
    done = text_after(text, SetValue("project.keywords[0]", "z"))

    assert done == text.replace("[a]", "[z]")
    assert same(
        values(files(text_after(text, SetValue("project.abstract", "q")))),
        put(values(files(text)), ("project", "abstract"), "q"),
    )
