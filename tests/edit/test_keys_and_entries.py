"""Keys and entries come, go and move as a careful person would do it; the rest stands as it did."""

from escp_docs.edit.changes import AddEntry, MoveEntry, RemoveValue, SetValue
from tests.edit.edits import after, refusals

PARTNERS = "consortium:\n  partners:\n  - id: A\n"


def test_a_new_key_stands_where_the_format_has_it() -> None:
    text = (
        "consortium:\n"
        "  partners:\n"
        "    - id: A   # the first\n"
        "      country: PT   # its country\n"
        "\n"
        "      # how to reach it\n"
        "      website: https://a.example\n"
    )
    assert after(text, SetValue("consortium.partners[A].city", "Porto")) == (
        "consortium:\n"
        "  partners:\n"
        "    - id: A   # the first\n"
        "      country: PT   # its country\n"
        "      city: Porto\n"
        "\n"
        "      # how to reach it\n"
        "      website: https://a.example\n"
    )


def test_a_key_that_comes_first_stands_behind_the_dash() -> None:
    text = "consortium:\n  partners:\n  - id: A\n    key_staff:\n    - role: Chair\n"
    done = after(text, SetValue("consortium.partners[A].key_staff[0].name", "Ana"))

    assert done.endswith("    - name: Ana\n      role: Chair\n")


def test_absent_parents_are_written_too() -> None:
    text = "consortium:\n  partners:\n    - id: A\n"
    done = after(text, SetValue("consortium.partners[A].contact.email", "a@b.example"))

    assert done == f"{text}      contact:\n        email: a@b.example\n"


def test_a_key_in_braces_stays_in_braces() -> None:
    text = "consortium:\n  partners: [{id: A, city: Porto},]  # one\n"

    assert after(text, SetValue("consortium.partners[A].country", "PT")) == (
        "consortium:\n  partners: [{id: A, country: PT, city: Porto},]  # one\n"
    )
    assert after(text, RemoveValue("consortium.partners[A].city")) == (
        "consortium:\n  partners: [{id: A},]  # one\n"
    )


def test_a_key_without_a_value_gets_one_before_its_comment() -> None:
    text = "consortium:\n  coordinator:   # who leads\n  partners: [{id: A}]\n"

    assert "  coordinator: A   # who leads\n" in after(
        text, SetValue("consortium.coordinator", "A")
    )


def test_a_new_part_is_set_off_by_a_blank_line_where_others_are() -> None:
    text = "\nstrategy:\n  vision: x\n\nrisks: []\n"
    done = after(text, SetValue("roadmap.long_term.horizon_years", "5"))

    assert done == (
        "\nstrategy:\n  vision: x\n\nroadmap:\n  long_term:\n    horizon_years: 5\n\nrisks: []\n"
    )


def test_prose_is_written_below_a_bar() -> None:
    text = "strategy:\n  mission: y\n"
    done = after(text, SetValue("strategy.vision", "# One\n\n- two\n"))

    assert done == "strategy:\n  vision: |\n    # One\n\n    - two\n  mission: y\n"


def test_a_bar_stands_behind_its_key_wherever_the_old_value_began() -> None:
    text = "strategy:\n  vision:   # why\n    'plain on'\n  mission: y\n"
    done = after(text, SetValue("strategy.vision", "a\nb"))

    assert done == "strategy:\n  vision: |   # why\n    a\n    b\n  mission: y\n"


def test_lines_of_a_prose_that_stay_are_left_as_they_are() -> None:
    text = (
        "strategy:\n  vision: |+  # ours\n     one\n     \n     two  \n     three\n\n  mission: y\n"
    )
    done = after(text, SetValue("strategy.vision", "one\n\n2\nthree"))

    assert done == text.replace("two  ", "2")


def test_folds_that_stay_are_left_as_they_are() -> None:
    text = "strategy:\n  vision: >-\n    one two\n    three four\n    five\n\n    six\n"
    done = after(text, SetValue("strategy.vision", "one two three 4 five\nsix"))

    assert done == text.replace("four", "4")


def test_an_entry_is_added_as_its_neighbours_are_written() -> None:
    block = "risks:\n - id: R1\n   impact: low\n\n - id: R2\n"
    flow = "risks:\n  - {id: R1, impact: low}\n"
    entry = AddEntry("risks", {"impact": "high", "id": "R3"})

    assert after(block, entry) == f"{block}\n - id: R3\n   impact: high\n"
    assert after(flow, entry) == f"{flow}  - {{id: R3, impact: high}}\n"
    assert after("risks: []  # none\n", entry) == ("risks:  # none\n  - id: R3\n    impact: high\n")
    assert after("strategy: {}\n", entry).endswith("risks:\n  - id: R3\n    impact: high\n")


def test_a_text_is_added_to_a_list_of_texts() -> None:
    text = "strategy:\n  common_goals: [{id: G1, targets: [A]}]\n"
    done = after(
        text + "target_countries: [{country: CA}, {region: A}]\n",
        AddEntry("strategy.common_goals[G1].targets", "CA", 0),
    )

    assert "targets: [CA, A]" in done


def test_an_entry_goes_with_its_lines_and_leaves_the_comments_around_it() -> None:
    text = "risks:\n  # first\n  - id: R1\n    impact: low\n\n  # second\n  - id: R2  # it\n"

    assert (
        after(text, RemoveValue("risks[R1]"))
        == "risks:\n  # first\n\n  # second\n  - id: R2  # it\n"
    )
    assert after(text, RemoveValue("risks[R2]")) == text.replace("  - id: R2  # it\n", "")


def test_entries_change_places_with_the_comments_right_above_them() -> None:
    text = "risks:\n  - id: R1\n\n  # about R2\n  - id: R2\n    impact: low\n\n  - id: R3"

    assert after(text, MoveEntry("risks[R2]", 2)) == (
        "risks:\n  - id: R1\n\n  - id: R3\n\n  # about R2\n  - id: R2\n    impact: low"
    )


def test_the_last_entry_and_the_last_key_take_along_what_would_be_empty() -> None:
    text = "budget:\n  person_month_eur: {A: 1}\nconsortium:\n  partners: [{id: A}]\n"
    done = after(text, RemoveValue("budget.person_month_eur.A"))

    assert done == "consortium:\n  partners: [{id: A}]\n"
    assert after("risks:\n  - id: R1\nstrategy: {vision: x}\n", RemoveValue("risks[R1]")) == (
        "strategy: {vision: x}\n"
    )


def test_an_empty_list_can_be_set() -> None:
    text = "risks:   # of all kinds\n  - id: R1\n"

    assert after(text, SetValue("risks", [])) == "risks: []\n"


def test_of_a_list_only_what_differs_is_touched() -> None:
    text = PARTNERS + "    strengths:\n    - a   # first\n    - b\n    # last\n    - c\n"
    done = after(text, SetValue("consortium.partners[A].strengths", ["a", "x", "c", "d"]))

    assert done == text.replace("- b", "- x") + "    - d\n"


def test_of_a_mapping_only_what_differs_is_touched() -> None:
    text = PARTNERS + "    contact:  # who\n      name: Ana   # she\n      role: x\n"
    done = after(text, SetValue("consortium.partners[A].contact", {"name": "Ana", "phone": "1"}))

    assert done == text.replace("      role: x\n", '      phone: "1"\n')


def test_a_value_that_is_stated_already_changes_no_byte() -> None:
    text = "risks:\n  - {id:   'R1', impact:   \"low\"}\n"

    assert after(text, SetValue("risks[R1].impact", "low"), SetValue("risks[R1].id", "R1")) == text


def test_what_cannot_be_found_is_named_with_what_comes_near() -> None:
    text = (
        "call: x\nproject: {acronym: X, keywords: [a]}\nrisks: [{id: R1}]\n"
        "consortium: {partners: [{id: CMC}]}\n"
    )
    changes = (
        SetValue("consortium.partners[CMA].city", "x"),
        SetValue("consortium.partners[CMC].citty", "x"),
        RemoveValue("risks[R1].impact"),
        RemoveValue("risks[4]"),
        MoveEntry("risks[R1]", 1),
        SetValue("project.keywords[x]", "y"),
        SetValue("project.acronym.x", "y"),
        SetValue("project..acronym", "y"),
        AddEntry("project.acronym", "y"),
        SetValue("project.title", " "),
        SetValue("project.keywords", ["a", "b\x07"]),
    )
    assert refusals(text, *changes) == [
        "there is no consortium.partners[CMA]; did you mean CMC?",
        "there is no key 'consortium.partners[CMC].citty'; did you mean city?",
        "risks[R1].impact is not stated; fix: there is nothing to remove",
        "there is no risks[4]; the list has 1",
        "there is no position 1; risks has 0 to 0",
        "there is no project.keywords[x]; name one by its position, project.keywords[0] to [0]",
        "project.acronym is a single value; nothing stands below it",
        (
            "'project..acronym' is no key behind 'project'; "
            "write it as consortium.partners[CMA].city, or budget.person_month_eur.CMA"
        ),
        "project.acronym is no list, so no entry can be added to it",
        "project.title gets no value; take the key out instead",
        (
            "project.keywords: a control character (U+0007) cannot stand in a text; "
            "leave it out, or save the text as UTF-8"
        ),
    ]
