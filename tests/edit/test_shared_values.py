"""Values that others share by an alias are never changed behind anybody's back."""

from escp_docs.edit.changes import RemoveValue, SetValue
from tests.edit.edits import after, refusals

HEAD = "call: x\nproject: {acronym: X}\n"


def test_a_value_that_an_alias_reads_is_refused_with_the_anchor() -> None:
    text = (
        HEAD
        + "consortium:\n  coordinator: &lead A\n  partners: [{id: A}]\n"
        + "indicators:\n  - {id: K1, lead: *lead}\n"
    )

    assert refusals(text, SetValue("consortium.coordinator", "B")) == [
        (
            "spec.yaml:4:16: consortium.coordinator is shared: *lead stands for it elsewhere; "
            "fix: write the values out in place of *lead, or edit the file by hand"
        )
    ]
    assert refusals(text, SetValue("indicators[K1].lead", "B")) == [
        (
            "spec.yaml:7:20: indicators[K1].lead is read from elsewhere, by *lead; "
            "fix: write the value out in place of *lead, or change it where &lead stands"
        )
    ]


def test_what_stands_inside_a_shared_entry_is_refused_and_its_neighbours_are_not() -> None:
    text = HEAD + (
        "consortium:\n  partners:\n    - id: A\n      contact: &c {name: Ana}\n      city: x\n"
        "    - id: B\n      contact: *c\n"
    )
    assert "shared: *c" in refusals(text, SetValue("consortium.partners[A].contact.name", "B"))[0]
    assert "by *c" in refusals(text, SetValue("consortium.partners[B].contact.phone", "1"))[0]
    assert not refusals(text, SetValue("consortium.partners[A].city", "y"))
    assert not refusals(text, RemoveValue("consortium.partners[B].contact"))


def test_an_anchor_that_nothing_refers_to_is_kept() -> None:
    text = "consortium:\n  coordinator: &lead A\n  partners: [{id: A}, {id: B}]\n"

    assert after(text, SetValue("consortium.coordinator", "B")) == text.replace("lead A", "lead B")


def test_an_anchor_cannot_go_while_an_alias_needs_it() -> None:
    text = HEAD + "indicators:\n  - {id: K1, lead: &l A}\n  - {id: K2, lead: *l}\n"

    assert "names no anchor" in refusals(text, RemoveValue("indicators[K1]"))[0]


def test_a_key_that_comes_by_a_merge_is_written_into_the_entry_itself() -> None:
    text = (
        "consortium:\n  partners:\n    - &a\n      id: A\n      city: x\n"
        "    - <<: *a\n      id: B\n"
    )
    done = after(text, SetValue("consortium.partners[B].city", "y"))

    assert done == text + "      city: y\n"
