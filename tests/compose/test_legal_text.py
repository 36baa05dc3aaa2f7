"""The linter of legal text finds each kind of flaw, and none in the examples."""

import pytest
from msgspec.structs import replace

from escp_docs.compose.checks.legal_structure import SURVIVORS
from escp_docs.compose.checks.legal_terms import DEFINING
from escp_docs.compose.checks.legal_text import legal_text
from escp_docs.document import (
    Block,
    Cell,
    Clause,
    Column,
    Field,
    Heading,
    Inline,
    Paragraph,
    Passage,
    Placeholder,
    Reference,
    Table,
    Text,
)
from tests.support.documents import document
from tests.support.sample import sample


def definitions(*terms: str) -> tuple[Block, ...]:
    rows = tuple(
        (Cell((Paragraph((Text(term),)),)), Cell((Paragraph((Text("a thing"),)),)))
        for term in terms
    )
    table = Table((Column((), 0.3), Column((), 0.7)), rows, "Terms", has_head=False)
    return Clause(1, (Text("The terms are:"),), "0.1", "0.1", DEFINING), table


def clause(*words: str | Inline, number: str = "1.1") -> Clause:
    children = tuple(Text(one) if isinstance(one, str) else one for one in words)
    return Clause(1, children, number, number, f"c-{number}")


def flaws(*blocks: Block, terms: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = replace(sample(), blocks=(*definitions(*terms), *blocks))
    return [(one.name, one.message) for one in legal_text(found)]


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("It pays within six months.", "legal-phrase", "six months"),
        ("It needs, beside that notice, the consent.", "legal-phrase", "beside that"),
        ("It carries out its work in time and with care.", "legal-phrase", "in time"),
        ("We pay.", "legal-phrase", "We"),
        ("It stops payments to a Member which is in default.", "legal-phrase", "in default"),
        ("Beside the Parties, enterprises may.", "legal-phrase", "Beside the"),
        ("It is an own legal entity.", "legal-phrase", "an own"),
        ("The text in that language prevails.", "legal-phrase", "in that language"),
        ("In haste half of that time is enough.", "legal-phrase", "half of that time"),
        ("Silence counts as present and in favour.", "legal-phrase", "present and in favour"),
        ("It is shown beyond the Union.", "legal-phrase", "beyond the Union"),
        ("It pays a fee..", "legal-shape", "doubled stop"),
        ("It pays at least 0 days before.", "legal-shape", "count of nothing"),
        ("It ends. clause 3 goes on.", "legal-shape", "begins small"),
        ("It takes 1 months.", "legal-shape", "singular"),
        ("It takes 3 month.", "legal-shape", "singular"),
        ("The criteria: none.", "legal-shape", "none"),
        ("It follows clause 3, clause 4 and clause 5.", "legal-shape", "one by one"),
        ("It follows clauses 3.", "legal-shape", "plural"),
        ("It pays the the fee.", "legal-shape", "twice"),
        ("It goes to the courts of the Member that is sued.", "legal-shape", "no place"),
        ("It asks the Sub Committee.", "legal-term", "Sub Committee"),
    ],
)
def test_a_flaw_of_words_is_found(words: str, name: str, said: str) -> None:
    found = flaws(clause(words))

    assert any(one == name and said in message for one, message in found), found


@pytest.mark.parametrize(
    "words",
    [
        "It pays within 6 months; an objection in that time counts.",
        "Clauses 3, 4.1 and 5(a) apply.",
        "It takes 1 month, 2 months and 11 days.",
        "None of them pays.",
        "It stops payments to one that has been found in default.",
        "In haste half of that time, rounded up to whole days, is enough.",
        "This is under clause 3 or Annex 2.",
    ],
)
def test_what_is_in_order_is_not_found(words: str) -> None:
    assert flaws(clause(words)) == []


def test_a_term_is_used_where_it_is_defined() -> None:
    used = clause("The Members pay, and a Party may.")

    assert flaws(used, terms=("Member", "Party")) == []
    assert flaws(used, terms=("Member", "Party", "Chair")) == [
        ("legal-term", "'Chair' is defined and not used")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No Member has a veto.", "A decision that is vetoed is not carried out."),
        ("This Agreement has no fixed term.", "At the end of its term it is renewed."),
        ("Meetings are held in person and not by video.", "Those that take part by video are in."),
        ("It is not limited to an amount.", "That other pays within the limit of the rest."),
        ("This Agreement is signed by hand.", "It takes a qualified electronic signature."),
        ("It lasts, whether or not the Grant is awarded.", "In that case this Agreement lapses."),
        (
            "Without an objection in that time the publication is allowed.",
            "It is published only with the consent of every owner.",
        ),
        (
            "It belongs jointly and in equal shares to those that are Members.",
            "It has rights to the Results of the other Parties.",
        ),
        ("It gives no rights to anybody who is not a Party.", "They have a right to use Results."),
    ],
)
def test_two_clauses_that_contradict_each_other_are_found(one: str, other: str) -> None:
    found = flaws(clause(one), clause(other, number="1.2"))

    assert "legal-contradiction" in [name for name, _ in found]
    assert "legal-contradiction" not in [name for name, _ in flaws(clause(one))]


def test_what_is_said_twice_is_found() -> None:
    assert ("legal-repetition", "it says what clause 1.1 says") in flaws(
        clause("It pays."), clause("It pays.", number="1.2")
    )


def test_a_reference_without_a_number_and_one_out_of_order_are_found() -> None:
    nowhere = Reference("recitals", "", "")
    later, sooner = Reference("b", "clauses 4.10", "4.10"), Reference("a", "4.9", "4.9")

    assert [name for name, _ in flaws(clause("See the ", nowhere, " there."))] == ["legal-citation"]
    assert flaws(clause("See ", later, " and ", sooner, ".")) == [
        ("legal-citation", "clause 4.9 is cited behind 4.10")
    ]
    assert flaws(clause("See ", replace(sooner, text="clauses 4.9"), " and ",
                        replace(later, text="4.10"), ".")) == []  # fmt: skip


def below(number: str) -> Clause:
    return Clause(2, (Text("it pays;"),), number, number, "")


def part(name: str, number: str) -> Heading:
    return Heading(1, (Text("The part"),), name, number=number)


def test_a_list_of_one_entry_is_found() -> None:
    one, two = below("1.1(a)"), replace(below("1.1(b)"), children=(Text("it works;"),))

    assert flaws(clause("It pays:"), one) == [("legal-list", "a list has one entry")]
    assert flaws(clause("It pays:"), one, two, clause("It is free.", number="1.2")) == []
    assert (
        flaws(
            clause("It pays:"),
            replace(
                one, children=(Placeholder("agreement.members", "[who]", "Who?", "coordinator"),)
            ),
        )
        == []
    )


def test_a_part_that_has_no_second_one_bears_no_number() -> None:
    first, second = part("part-partnership", "Part I"), part("part-action", "Part II")

    assert [name for name, _ in flaws(first)] == ["legal-part"]
    assert flaws(first, second) == flaws(replace(first, number="")) == []


def test_what_binds_beneficiaries_alone_speaks_of_no_party() -> None:
    first, second = part("part-partnership", "Part I"), part("part-action", "Part II")
    pays = clause("Each Party pays.")

    assert flaws(first, pays, second, terms=("Party",)) == []
    assert [name for name, _ in flaws(first, second, pays, terms=("Party",))] == ["legal-part"]
    annex = part("annex-members", "Annex 1")
    assert flaws(first, second, annex, pays, terms=("Party",)) == []


@pytest.mark.parametrize("name", SURVIVORS)
def test_what_has_to_outlive_the_agreement_is_named(name: str) -> None:
    article = Heading(2, (Text("The matter"),), name, number="7.")
    other = Reference("fees", "clauses 9", "9")
    said = Clause(1, (other, Text(" and go on.")), "9.1", "9.1", "survival")
    cited = (Reference(name, "clauses 7", "7"), Text(", "), replace(other, text="9"), Text("."))

    found = [one for one in flaws(article, said) if one[0] == "legal-survival"]
    assert found == [("legal-survival", "it does not name '7', which has to outlive the agreement")]
    assert "legal-survival" not in str(flaws(article, replace(said, children=cited)))
    assert "legal-survival" not in str(flaws(article, replace(said, children=(Text("All."),))))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("It is laid before them within three months.", "legal-phrase"),
        ("The Assembly sets the fee.", "legal-phrase"),
        ("Associated Members pay no fee.", "legal-phrase"),
        ("The fee is paid to the Coordination Office.", "legal-term"),
        ("The fee is paid to the Chair and set by the General Assembly within 3 months.", ""),
    ],
)
def test_what_the_members_have_written_is_read_as_a_lawyer_does(words: str, name: str) -> None:
    text = Passage("agreement.publicity", words, "text", (Paragraph((Text(words),)),))

    found = flaws(clause("The Chair opens it."), text, terms=("Chair",))
    assert [kind for kind, _ in found] == ([name] if name else [])
    if name == "legal-term":
        office = clause("The Coordination Office helps.")
        assert flaws(office, text, terms=("Coordination Office",)) == []


def test_what_a_spec_states_is_nobody_elses_style() -> None:
    value = Field("agreement.new_members.criteria", "six months", "six months", "criteria")

    assert flaws(clause("It has ", value, ".")) == []


def test_prose_among_clauses_that_speaks_as_a_letter_is_named_with_its_path() -> None:
    def prose(path: str) -> Passage:
        return Passage(path, "We pay.", "text", (Paragraph((Text("We pay."),)),))

    found = list(
        legal_text(replace(sample(), blocks=(*definitions(), prose("agreement.publicity"))))
    )

    assert [(one.name, one.path) for one in found] == [("legal-voice", "agreement.publicity")]
    assert not flaws(prose("strategy.vision"))


def test_a_document_without_definitions_is_no_agreement() -> None:
    assert list(legal_text(sample())) == []


@pytest.mark.parametrize("name", ["wave", "shield", "unfinished"])
def test_the_examples_are_in_order(name: str) -> None:
    assert list(legal_text(document("partnership-agreement", name))) == []
