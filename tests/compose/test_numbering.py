"""Numbers, references and captions are settled in the tree."""

from escp_docs.document import Clause, Heading, Reference, all_inlines, plain, walk
from tests.support.documents import templated

TEMPLATE = """\
# First {: #first }

## Parties

§ One, see [](#second) and [Clause](#deep).

§ Two: {: #second }
§§ a;
§§ b: {: #b }
§§§ i; {: #deep }
§§§ ii.

§ Three.

# Second

## Money

§ Four, see [-](#first).

# Members {: .annex #members }

# Free {: .plain }

See [](#members).
"""


def test_an_agreement_is_numbered_as_lawyers_do() -> None:
    blocks = list(walk(templated(TEMPLATE).blocks))

    assert [block.number for block in blocks if isinstance(block, Heading)] == [
        "Part I",
        "1.",
        "Part II",
        "2.",
        "Annex 1",
        "",
    ]
    assert [block.number for block in blocks if isinstance(block, Clause)] == [
        "1.1",
        "1.2",
        "(a)",
        "(b)",
        "(i)",
        "(ii)",
        "1.3",
        "2.1",
    ]


def test_references_are_words_with_the_number_last() -> None:
    found = [one for one in all_inlines(templated(TEMPLATE)) if isinstance(one, Reference)]

    assert [one.text.replace("\u00a0", " ") for one in found] == [
        "clause 1.2",
        "Clause 1.2(b)(i)",
        "I",
        "Annex 1",
    ]


def test_clauses_may_follow_line_by_line() -> None:
    clauses = [one for one in walk(templated(TEMPLATE).blocks) if isinstance(one, Clause)]

    assert plain(clauses[1].children) == "Two:"
    assert plain(clauses[2].children) == "a;"
