"""The edges that people get wrong, each judged as the call has it."""

import pytest

from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge
from escp_docs.rule import Standing
from tests.support.reading import outcomes, spec


def partners(countries: str) -> str:
    entries = ", ".join(
        f"{{id: P{index}, country: {code}}}" if code != "?" else f"{{id: P{index}}}"
        for index, code in enumerate(countries.split())
    )
    return f"consortium: {{partners: [{entries}]}}\n"


MET, NOT, OPEN = Answer.MET, Answer.NOT_MET, Answer.UNDECIDED


@pytest.mark.parametrize(
    ("strand", "countries", "con003", "con004"),
    [
        pytest.param("A", "IT FR TR", MET, MET, id="a COSME country counts in Strand A"),
        pytest.param("A", "IT TR RS", MET, NOT, id="one Member State is not two"),
        pytest.param("A", "TR RS UA", MET, NOT, id="no Member State"),
        pytest.param("A", "IT IT FR", NOT, MET, id="one country twice"),
        pytest.param("A", "IT FR ES ?", MET, MET, id="a fourth without country does not matter"),
        pytest.param("A", "IT IT ?", NOT, OPEN, id="two at the most"),
        pytest.param("A", "IT FR ?", OPEN, MET, id="the third decides"),
        pytest.param("A", "FR RE GP", NOT, NOT, id="Réunion and Guadeloupe are France"),
        pytest.param("A", "FI AX XK", NOT, NOT, id="Åland is Finland"),
        pytest.param("A", "EL UK XK", MET, MET, id="EL, UK and Kosovo"),
        pytest.param("A", "IT FR US", NOT, MET, id="an ineligible country does not count"),
        pytest.param("B", "IT FR RO", None, MET, id="three Member States"),
        pytest.param("B", "IT FR FR", None, NOT, id="two Member States in Strand B"),
        pytest.param("B", "IT FR TR", None, NOT, id="a COSME country is no Member State"),
        pytest.param("B", "IT FR GB", None, MET, id="the United Kingdom counts as one"),
    ],
)
def test_countries(strand: str, countries: str, con003: Answer | None, con004: Answer) -> None:
    text = f"strand: {strand}\n" + partners(countries)

    assert [one.answer for one in outcomes(text, "CON004")] == [con004]
    assert [one.answer for one in outcomes(text, "CON003")] == [con003 or Answer.NOT_APPLICABLE]


@pytest.mark.parametrize(
    ("first", "second", "entities"),
    [
        pytest.param("pic: '900000001'", "pic: '900000001'", 1, id="one PIC"),
        pytest.param("pic: '900000001'", "pic: '900000002'", 2, id="two PICs"),
        pytest.param(
            "country: IT, legal_name: Cluster Méca",
            "country: IT, legal_name: CLUSTER-MECA",
            1,
            id="two spellings of one name",
        ),
        pytest.param(
            "country: IT, legal_name: Polo",
            "country: FR, legal_name: Polo",
            2,
            id="one name in two countries",
        ),
        pytest.param(
            "pic: '900000001', country: IT, legal_name: Polo",
            "pic: '900000002', country: IT, legal_name: Polo",
            2,
            id="the PIC is surer than the name",
        ),
        pytest.param(
            "pic: '12', country: IT, legal_name: Polo",
            "pic: '900000002', country: IT, legal_name: Polo",
            1,
            id="a malformed PIC identifies nothing",
        ),
        pytest.param("legal_name: Polo", "legal_name: Polo", 2, id="a name without country"),
        pytest.param(
            "country: IT, registration_number: AB-12, register: Bari",
            "country: IT, registration_number: ab 12, register: BARI",
            1,
            id="one number of one register",
        ),
        pytest.param(
            "country: DE, registration_number: VR 1234, register: AG München, legal_name: Alpha",
            "country: DE, registration_number: VR 1234, register: AG Köln, legal_name: Beta",
            2,
            id="one number of two registers",
        ),
        pytest.param(
            "country: IT, registration_number: AB-12",
            "country: IT, registration_number: ab 12",
            2,
            id="a number alone",
        ),
        pytest.param(
            "country: RE, legal_name: Pole Mer",
            "country: FR, legal_name: Pôle Mer",
            1,
            id="a territory is its state",
        ),
        pytest.param(
            "country: DK, legal_name: Søborg Net",
            "country: DK, legal_name: Soborg Net",
            1,
            id="a letter that does not decompose",
        ),
    ],
)
def test_which_partners_are_one_entity(first: str, second: str, entities: int) -> None:
    text = f"consortium: {{partners: [{{id: A, {first}}}, {{id: B, {second}}}]}}\n"

    (found,) = outcomes(text, "CON001")
    assert found.message.startswith(f"{entities} legal entit")
    assert (outcomes(text, "CON007")[0].answer is NOT) == (entities == 1)


def test_two_pics_are_two_entities_whatever_hangs_between_them() -> None:
    text = """
        consortium:
          partners:
            - {id: A, pic: "900000001", country: FR, legal_name: Pole Mer}
            - {id: B, country: FR, legal_name: Pole Mer}
            - {id: C, pic: "900000002", country: FR, legal_name: Pole Mer}
            - {id: D, country: IT, legal_name: Polo}
    """

    assert outcomes(text, "CON001")[0].answer is MET
    assert [one.message for one in outcomes(text, "CON007") if one.answer is NOT] == [
        "A and B are one legal entity"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("country: IE, legal_name: Sea Ltd", "country: IE, legal_name: SEA LIMITED"),
        ("country: DE, legal_name: Luce e.V.", "country: DE, legal_name: Luce"),
        ("country: DE, legal_name: Grün", "country: DE, legal_name: Gruen"),
        ("vat_number: PT599000007", "vat_number: '599000007'"),
        (
            "pic: '900000001', country: IT, legal_name: Polo",
            "pic: '900000002', country: IT, legal_name: Polo",
        ),
    ],
)
def test_what_may_be_one_entity_is_asked_and_counts_as_two(first: str, second: str) -> None:
    text = f"consortium: {{partners: [{{id: A, {first}}}, {{id: B, {second}}}]}}\n"

    (found,) = outcomes(text, "CON007")
    assert (found.answer, found.severity) == (OPEN, Severity.WARNING)
    assert outcomes(text, "CON001")[0].message.startswith("2 legal entities")


def test_entities_are_linked_through_a_third_entry_in_any_order() -> None:
    entries = [
        "{id: A, pic: '900000001'}",
        "{id: B, pic: '900000001', country: IT, legal_name: Polo}",
        "{id: C, country: IT, legal_name: POLO}",
    ]
    for order in (entries, entries[::-1], [entries[0], entries[2], entries[1]]):
        (found,) = outcomes(f"consortium: {{partners: [{', '.join(order)}]}}", "CON001")
        assert found.message.startswith("1 legal entity")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-12-02", MET),
        ("2020-12-03", NOT),
        ("2020-12-02T16:59+01:00", MET),
        ("2020-12-02T17:00+01:00", MET),
        ("2020-12-02T17:01+01:00", NOT),
        ("2020-12-02T16:00Z", MET),
        ("2020-12-02T16:30Z", NOT),
        ("2020-12-02T18:00+02:00", MET),
    ],
)
def test_the_deadline(written: str, expected: Answer) -> None:
    (found,) = outcomes(f"project: {{acronym: X, submission_date: {written}}}", "SUB001")

    assert found.answer is expected
    assert "17:00" in found.message


@pytest.mark.parametrize(
    ("targets", "tgt001", "tgt002"),
    [
        pytest.param("{country: US}, {country: CA}", MET, MET, id="exactly two"),
        pytest.param("{country: US}, {country: TR}", NOT, NOT, id="Turkey is no target"),
        pytest.param("{country: US}, {region: Mercosur}", MET, MET, id="a region is one"),
        pytest.param(
            "{region: Gulf, countries: [AE, SA]}, {country: JP}", MET, MET, id="region with list"
        ),
        pytest.param(
            "{region: Balkans, countries: [RS]}, {country: JP}", NOT, NOT, id="region in COSME"
        ),
        pytest.param("{country: GB}, {country: JP}", MET, MET, id="the United Kingdom as target"),
        pytest.param("{country: RE}, {country: JP}", NOT, NOT, id="Réunion as target"),
        pytest.param("{country: US}, {country: US}", NOT, MET, id="one target twice"),
        pytest.param("", NOT, MET, id="a list that says none"),
    ],
)
def test_targets(targets: str, tgt001: Answer, tgt002: Answer) -> None:
    text = f"strand: A\ntarget_countries: [{targets}]\n"

    assert [one.answer for one in outcomes(text, "TGT001")] == [tgt001]
    assert outcomes(text, "TGT002")[0].answer is tgt002


def test_the_number_of_targets_is_an_error_in_a_and_a_warning_in_b() -> None:
    severities = [
        outcomes(f"strand: {strand}\ntarget_countries: []\n", "TGT001")[0].severity
        for strand in "AB"
    ]

    assert severities == [Severity.ERROR, Severity.WARNING]


def test_without_strand_a_rule_that_differs_asks_for_it() -> None:
    text = partners("IT FR ES")

    (con001,) = outcomes(text, "CON001")
    (con003,) = outcomes(text, "CON003")
    assert con001.answer is MET
    assert (con003.answer, con003.key, con003.severity) == (OPEN, "strand", Severity.ERROR)


@pytest.mark.parametrize(
    ("rate", "expected"), [("0.90", MET), ("0.9001", NOT), ("9/10", MET), ("0", MET)]
)
def test_the_rate(rate: str, expected: Answer) -> None:
    assert outcomes(f"budget: {{reimbursement_rate: {rate}}}", "BUD001")[0].answer is expected


BUDGET = """\
strand: A
consortium: {{partners: [{{id: A}}, {{id: B}}]}}
roadmap: {{work_packages: []}}
budget:
  reimbursement_rate: 0.9
  indirect_rate: 0
  costs: [{{partner: A, category: travel, amount_eur: {amount}}}]
"""


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        pytest.param("611111.11", MET, id="just below the cap"),
        pytest.param("611111.12", MET, id="exactly the cap, rounded down to the cent"),
        pytest.param("611111.13", NOT, id="a cent above the cap"),
    ],
)
def test_the_cap(amount: str, expected: Answer) -> None:
    assert outcomes(BUDGET.format(amount=amount), "BUD002")[0].answer is expected


def test_what_is_known_can_exceed_the_cap_while_the_rest_is_open() -> None:
    text = BUDGET.format(amount=700000).replace("roadmap: {work_packages: []}\n", "")

    (found,) = outcomes(text, "BUD002")
    assert found.answer is NOT
    assert "at the least" in found.message


def test_warnings_never_change_the_verdict() -> None:
    found = spec("strand: B\ntarget_countries: []\n")
    verdict = judge(found.spec, found.call)

    assert verdict.standing is Standing.UNDECIDED
