"""What makes a spec unreadable: every fault at once, each with place, excerpt and cure."""

import pytest

from escp_docs.errors import Fault
from escp_docs.read.source import decode
from tests.support.reading import CALL_ID, HEAD, PROJECT, faults, read

GOOD = HEAD + PROJECT


def test_all_faults_are_told_at_once_in_order_of_place() -> None:
    found = faults(
        f"""\
        call: {CALL_ID}
        project:
          acronym: X
          titel: a
          duration_months: soon
        consortium:
          coordinator: CMCC
          partners:
            - {{id: CMC, country: pt}}
        """
    )

    assert [fault.place.line if fault.place else 0 for fault in found] == [4, 5, 7, 9]
    assert [fault.fix for fault in found][:1] == ["did you mean 'title'?"]
    assert found[2].fix == "did you mean 'CMC'?"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("call: cos-clusint-2020-3-1\n" + PROJECT, "no such call", id="call"),
        pytest.param(HEAD + "strand: C\n" + PROJECT, "no such strand", id="strand"),
        pytest.param(GOOD + "consortium: {coordinator: A}\n", "no partner", id="partner"),
        pytest.param(
            GOOD + "risks: [{id: R, work_packages: [WP9]}]\n", "no work package", id="package"
        ),
        pytest.param(
            GOOD + "strategy: {common_goals: [{id: G, targets: [CA]}]}\n", "no target", id="target"
        ),
        pytest.param(
            GOOD + "strategy: {common_goals: [{id: G, indicators: [K]}]}\n",
            "no indicator",
            id="indicator",
        ),
        pytest.param(
            GOOD + "budget: {person_month_eur: {A: 1}}\n", "no partner", id="key of a mapping"
        ),
        pytest.param(
            GOOD + "consortium: {associated: [{id: Q}], coordinator: Q}\n",
            "no partner",
            id="associated stand in the agreement alone",
        ),
    ],
)
def test_a_dangling_reference_is_a_fault(text: str, words: str) -> None:
    (fault,) = faults(text)

    assert words in fault.message


def test_associated_organisations_may_be_members_of_the_agreement() -> None:
    text = GOOD + "consortium: {associated: [{id: Q}]}\nagreement: {members: [Q]}\n"

    assert read(text).spec.agreement.members == ("Q",)


def test_ids_are_unique_whatever_the_case_and_across_partners_and_associated() -> None:
    (fault,) = faults(GOOD + "consortium: {partners: [{id: Ab}], associated: [{id: aB}]}\n")

    assert "stands already" in fault.message


def test_ids_of_different_lists_may_agree() -> None:
    text = GOOD + "roadmap: {work_packages: [{id: A, tasks: [{id: T}]}, {id: B, tasks: [{id: T}]}]}"

    assert not faults(text)


def test_a_target_may_be_named_by_the_commissions_code() -> None:
    text = "strategy: {common_goals: [{id: G, targets: [UK]}]}\ntarget_countries: [{country: GB}]\n"

    assert not faults(GOOD + text)


def test_a_target_has_exactly_one_name() -> None:
    found = faults(GOOD + "target_countries: [{country: CA, region: R}, {lead: null}]\n")

    assert [fault.message.split()[1] for fault in found] == ["names", "names"]


def test_an_amount_and_units_exclude_each_other() -> None:
    (fault,) = faults(GOOD + "budget: {costs: [{amount_eur: 1, units: 2}]}\n")

    assert "both" in fault.message


def test_a_key_in_two_files_names_both_places() -> None:
    (fault,) = faults(GOOD + "risks: []\n", "risks: []\n")

    assert "a.yaml:3:1" in fault.message
    assert str(fault.place) == "b.yaml:1:1"


def test_a_wrong_form_says_what_is_there_and_what_is_wanted() -> None:
    found = faults(GOOD + "roadmap: soon\nrisks: {id: R}\nconsortium: [A]\n")

    assert [fault.message for fault in found] == [
        "roadmap is the text 'soon', not a mapping",
        "risks is a mapping, not a list",
        "consortium is a list, not a mapping",
    ]


def test_an_empty_entry_is_told_and_the_next_one_keeps_its_number() -> None:
    found = faults(GOOD + "risks:\n  -\n  - {likelihood: huge, id: R}\n")

    assert [fault.path for fault in found] == ["risks[0]", "risks[R].likelihood"]


@pytest.mark.parametrize("name", ["1A", "a b", "x" * 31, "é"])
def test_an_id_has_its_form(name: str) -> None:
    (fault,) = faults(GOOD + f"risks: [{{id: '{name}'}}]\n")

    assert "not an id" in fault.message


def test_a_broken_file_is_not_blamed_for_what_it_may_hold() -> None:
    found = faults(
        GOOD + "consortium: {coordinator: A}\nrisks: [{id: R, likelihood: huge}]\n", "a: [\n"
    )

    assert [str(fault.place).split(":")[0] for fault in found][:2] == ["a.yaml", "b.yaml"]
    assert all(fault.follows for fault in found if "no partner" in fault.message)
    assert "huge" in found[0].message


@pytest.mark.parametrize("written", ["TBD", "tbc", "to be completed", "à compléter", "..."])
@pytest.mark.parametrize(
    "place",
    ["consortium: {{partners: {}}}", "risks: {}", "strategy: {}", "roadmap: {{work_packages: {}}}"],
)
def test_a_part_that_is_not_written_yet_is_no_entry(written: str, place: str) -> None:
    (fault,) = faults(GOOD + place.format(f'"{written}"') + "\n")

    assert (fault.fix or "").startswith("delete the key until it is written")


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("duration_months: １２", "write 12"),
        ("duration_months: ١٢", "write 12"),
        ("start_date: ２０２１-09-01", "write 2021-09-01"),
        ("start_date: ٢٠٢١-٠٩-٠١", "write 2021-09-01"),
    ],
)
def test_digits_of_other_scripts_have_their_cure(written: str, cure: str) -> None:
    (fault,) = faults(f"{HEAD}project: {{acronym: X, {written}}}\n")

    assert fault.fix == cure


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("consortium: {partners: [!include a.yaml]}", "write `- include: a.yaml`"),
        ("strategy: {vision: !include t/v.md}", "write `vision: {file: t/v.md}`"),
        ("strategy:\n  vision: !file t/v.md", "write `vision: {file: t/v.md}`"),
        ("consortium: !include c.yaml", "lay the file beside this one"),
        ("consortium: {partners: !include c.yaml}", "`- include: ...` for each file"),
    ],
)
def test_a_tag_that_names_a_file_is_told_alone_with_the_way_to_name_one(
    written: str, fix: str
) -> None:
    (fault,) = faults(f"{HEAD}{PROJECT}{written}\n")

    assert fix in (fault.fix or "")


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("target_countries: [Vietnam]", "write `country: VN`, and more keys below"),
        ("consortium: {partners: [CMC]}", "write `id: CMC`, and more keys below"),
        ("consortium: {partners: [CMC.yaml]}", "write `include: CMC.yaml`"),
        ("consortium:\n  partners:\n    - include:p/C.yaml", "write `include: p/C.yaml`"),
        ("consortium: {partners: [{id: A, eccp: none}]}", "write `eccp: {status: none}`"),
        ("consortium: {partners: [{id: A, town: B}]}", "did you mean 'city'?"),
        ("consortium: {partners: [{id: A, ZIP code: B}]}", "did you mean 'postcode'?"),
        ("consortium: {partners: [{id: A, legal name: B}]}", "did you mean 'legal_name'?"),
        ("consortium: {partners: [{id: A, phone: 1}]}", "'phone' is a key of contact; keys"),
        ("consortium: {duration_months: 3}", "'duration_months' is a key of project; keys"),
        ("budget: {reimbursement_rate: 90%}", "write 0.9"),
    ],
)
def test_a_cure_says_what_is_probably_meant(written: str, fix: str) -> None:
    (fault,) = faults(f"{HEAD}{PROJECT}{written}\n")

    assert (fault.fix or "").startswith(fix)


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("October", "write 2, if the first October of the action is meant"),
        ("October 2022", "write 14;"),
        ("2021-09", "write 1;"),
        ("August 2021", "write a project month; month 1 is that of 2021-09-01"),
        ("M10", "write 10"),
        ("soon", "write a project month, a whole number"),
    ],
)
def test_a_month_of_the_calendar_gets_its_number(written: str, fix: str) -> None:
    project = "project: {acronym: X, start_date: 2021-09-01}\n"

    (fault,) = faults(
        f"{HEAD}{project}roadmap: {{work_packages: [{{id: W, start_month: {written}}}]}}\n"
    )

    assert (fault.fix or "").startswith(fix)


def test_what_hangs_on_an_entry_that_is_refused_is_offered_no_other() -> None:
    first, second = faults(
        f"{HEAD}{PROJECT}consortium:\n  coordinator: TEKS\n"
        "  partners: [{id: Cluster TEKS}, {id: B}]\n"
    )

    assert "not an id" in first.message
    assert second.fix == "declare it; if it is declared, mend first what is told of its entry"


@pytest.mark.parametrize("typed", ["nenhum", "Horizon 2020", "Call A, Call B"])
def test_a_text_in_place_of_entries_becomes_no_list_of_texts(typed: str) -> None:
    (fault,) = faults(f"{GOOD}consortium: {{partners: [{{id: A, other_funding: '{typed}'}}]}}\n")

    assert fault.fix == (
        "write its entries below it, each after a hyphen: `- programme: ...`; "
        "if there is none, `other_funding: []`"
    )


@pytest.mark.parametrize("lead", ["1. ", "1 ", "+", "Call ", "\u201c"])
def test_a_key_that_is_misspelt_is_not_told_as_missing_too(lead: str) -> None:
    (fault,) = faults(f"{lead}call: {CALL_ID}\n{PROJECT}")

    assert "unknown key" in fault.message
    assert "'call'" in (fault.fix or "")


def test_a_part_that_stands_in_another_one_is_sent_to_the_left_edge() -> None:
    (fault,) = faults(f"call: {CALL_ID}\nproject:\n  acronym: X\n  consortium: {{}}\n")

    assert fault.message == "'consortium' belongs at the left edge, and stands below 'project'"
    assert fault.fix == "begin it at the left edge"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (f"call: {CALL_ID}\nproject:\n  - acronym: X\n", "without hyphens before them"),
        (f"{GOOD}budget: {{person_month_eur: [A: 4]}}\n", "`person_month_eur: {A: 4}`"),
        (f"{GOOD}budget: {{person_month_eur: [A, 4]}}\n", "in braces, as in"),
    ],
)
def test_a_list_in_place_of_a_mapping_is_told_to_be_none(text: str, fix: str) -> None:
    (fault,) = faults(text)

    assert fix in (fault.fix or "")


def test_a_whole_number_as_spreadsheets_write_it_is_cured() -> None:
    (fault,) = faults(f"call: {CALL_ID}\nproject: {{acronym: X, duration_months: 32.0}}\n")

    assert fault.fix == "write 32"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mots-clés", "keywords"),
        ("Título", "title"),
        ("Tytuł", "title"),
        ("Τίτλος", "title"),
        ("λέξεις-κλειδιά", "keywords"),
        ("cele", "objectives"),
    ],
)
def test_a_key_in_the_language_of_the_writer_is_known(typed: str, meant: str) -> None:
    (fault,) = faults(f"call: {CALL_ID}\nproject:\n  acronym: X\n  {typed}: Y\n")

    assert fault.fix == f"did you mean {meant!r}?"


def test_an_id_with_nothing_behind_it_is_told() -> None:
    (found,) = faults(GOOD + "risks:\n  - id:\n    description:\n")

    assert "lacks the key 'id'" in found.message


def test_messages_name_entries_by_their_ids() -> None:
    found = faults(
        GOOD
        + "risks: [{id: R1, likelihood: huge}]\n"
        + "roadmap: {work_packages: [{id: W1, tasks: [{id: T1, stat: 1}]}]}\n"
    )

    assert {one.message.split(" is ")[0] for one in found if "huge" in one.message} == {
        "risks[R1].likelihood"
    }
    assert "unknown key 'stat' in roadmap.work_packages[W1].tasks[T1]" in {
        one.message for one in found
    }


def test_an_id_with_a_blank_says_what_to_write() -> None:
    (found,) = faults(GOOD + "risks: [{id: R 1}]\n")

    assert found.fix is not None
    assert found.fix.startswith("write R1; begin with a letter")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Łódź Cluster 1", "LodzCluster1"), ("Ærø-Net", "AEro-Net"), ("São Net", "SaoNet")],
)
def test_the_id_that_is_proposed_keeps_the_letters(written: str, meant: str) -> None:
    (fault,) = [
        one
        for one in faults(f"{HEAD}consortium:\n  partners:\n    - id: {written}\n")
        if "not an id" in one.message
    ]

    assert fault.fix is not None
    assert fault.fix.startswith(f"write {meant};")


@pytest.mark.parametrize(
    ("key", "cure"),
    [
        ("personel", "did you mean 'personnel'?"),
        ("Travel", "did you mean 'travel'?"),
        ("xyzzy", "keys here: personnel, subcontracting, travel, "),
    ],
)
@pytest.mark.parametrize("value", [" 0.5", " soon", ""])
def test_a_name_that_is_no_category_is_told_once_with_those_that_are(
    key: str, cure: str, value: str
) -> None:
    head = f"{GOOD}budget:\n  rates_by_category:\n    subcontracting: 1\n"
    (fault,) = faults(f"{head}    {key}:{value}\n")

    assert fault.message == f"unknown key {key!r} in budget.rates_by_category"
    assert (fault.fix or "").startswith(cure)
    assert fault.place is not None
    assert fault.place.column == len("    ") + 1
    assert fault.place.length == len(key)


def test_at_one_place_what_is_missing_is_told_before_what_is_there_in_its_stead() -> None:
    found = faults(f"{GOOD}consortium:\n  partners:\n    - xyzzy: 1\n      country: Nowhere\n")

    assert [one.message.split(" ")[0] for one in found] == [
        "consortium.partners[0]",
        "unknown",
        "consortium.partners[0].country",
    ]


_NAMED = """\
consortium:
  coordinator: DANF
  partners: [{{id: {own}}}, {{id: CMC}}]
risks: [{{id: R1, work_packages: [WP1]}}]
roadmap:
  work_packages:
    - {{id: WP1, lead: {lead}, effort: {{DANF: 2, CMC: 1}}}}
"""


@pytest.mark.parametrize("own", ["danf", "Danf", "DANE", "DNAF", "DAN", "DANFF"])
def test_an_id_that_all_others_spell_otherwise_is_told_at_the_id_alone(own: str) -> None:
    (fault,) = faults(GOOD + _NAMED.format(own=own, lead="DANF"))

    assert fault.path == f"consortium.partners[{own}].id"
    assert "the 3 places that name it say 'DANF'" in fault.message
    assert fault.fix == "write DANF"


def test_names_that_lead_nowhere_are_told_where_they_stand_if_their_id_is_used() -> None:
    found = faults(GOOD + _NAMED.format(own="danf", lead="danf"))

    assert [fault.fix for fault in found] == ["did you mean 'danf'?"] * 2


def test_a_number_more_is_another_entry_and_no_slip_of_an_id() -> None:
    found = faults(
        GOOD
        + "risks: [{id: R1, work_packages: [WP2]}, {id: R2, work_packages: [WP2]}]\n"
        + "roadmap: {work_packages: [{id: WP1}]}\n"
    )

    paths = [fault.path for fault in found]
    assert paths == ["risks[R1].work_packages[0]", "risks[R2].work_packages[0]"]


def test_a_file_without_its_indentation_is_told_once() -> None:
    text = (
        f"call: {CALL_ID}\nproject:\n  acronym: X\n  title: Y\n  abstract: |\n    Some words.\n"
        "consortium:\n  coordinator: CMC\n  partners:\n    - id: CMC\n      city: Lisboa\n"
    )

    (fault,) = faults("".join(f"{line.lstrip()}\n" for line in text.splitlines()))

    assert fault.place is not None
    assert fault.place.line == 3
    assert "the blanks at the beginning of its lines are lost" in fault.message
    assert not faults(text)


def test_a_file_in_which_one_key_stands_too_far_left_has_not_lost_its_indentation() -> None:
    found = faults(f"call: {CALL_ID}\nproject:\nacronym: X\n")

    assert all("are lost" not in fault.message for fault in found)


@pytest.mark.parametrize("typed", ["[A]", "{id: A}", "{name: A}"])
def test_a_name_in_brackets_is_written_without_them(typed: str) -> None:
    (fault,) = faults(
        f"{HEAD}{PROJECT}consortium: {{coordinator: {typed}, partners: [{{id: A}}]}}\n"
    )

    assert fault.fix == "write `coordinator: A`"


def test_of_a_part_that_stands_twice_no_key_is_given_up() -> None:
    (part,) = faults(f"{HEAD}project:\n  acronym: X\nproject:\n  title: Y\n")
    (value,) = faults(f"{HEAD}project:\n  acronym: X\n  acronym: Y\n")

    assert part.fix == "keep one of the two, and put the keys of both below it"
    assert value.fix == "keep one of the two"


@pytest.mark.parametrize("typed", ["Circular Cluster", "circular cluster "])
def test_a_partner_that_is_called_by_its_full_name_is_known(typed: str) -> None:
    partner = "{id: CMC, legal_name: Circular Cluster}"
    (fault,) = faults(
        f"{HEAD}{PROJECT}consortium: {{coordinator: {typed!r}, partners: [{partner}, {{id: B}}]}}\n"
    )

    assert fault.fix == "did you mean 'CMC'?"


def test_a_part_in_another_one_takes_what_belongs_below_it_along() -> None:
    text = (
        f"{HEAD}project:\n  acronym: X\n  consortium:\n  coordinator: A\n  partners: [{{id: A}}]\n"
    )

    (fault,) = faults(text)

    assert fault.fix is not None
    assert fault.fix.startswith("'consortium' is no key of a part: begin it at the left edge")
    assert not faults(text.replace("  consortium", "consortium"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("call: Clusters Go International 2020\n", "cos-clusint-2020-3-01"),
        ("call: clusters go international\n", "cos-clusint-2020-3-01"),
        (HEAD + "strand: Strand A\n", "A"),
        (HEAD + "strand: 'strand: b'\n", "B"),
    ],
)
def test_a_call_by_its_title_and_a_strand_with_its_word_are_known(typed: str, meant: str) -> None:
    (fault,) = faults(typed + PROJECT)

    assert fault.fix == f"did you mean {meant!r}?"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_letters_without_a_mark_are_called_so(encoding: str) -> None:
    fault = decode("a.yaml", "call: x\nproject: {title: Café – Łódź}\n".encode(encoding))

    assert isinstance(fault, Fault)
    assert f"the file is UTF-16{encoding[-2:].upper()} without" in fault.message
