"""A call file that is wrong is refused with place, fact and cure."""

import pytest

from escp_docs.errors import Fault, UnreadableError
from escp_docs.read import spec as reading
from tests.support.reading import read, source

FACT = "{value: 3, unit: entities, confidence: stated, source: {document: text, quote: three}}"
GOOD = f"""
id: my-call
number: MY-CALL
title: Mine
programme: {{value: P, unit: programme, confidence: stated, source: {{document: t, quote: q}}}}
agency: {{value: P, unit: agency, confidence: stated, source: {{document: t, quote: q}}}}
countries:
  member_states: {{value: [IT], unit: u, confidence: stated, source: {{document: t, quote: q}}}}
  cosme_countries: {{value: [TR], unit: u, confidence: stated, source: {{document: t, quote: q}}}}
all_strands:
  least_legal_entities: {FACT}
strands:
  "1": {{}}
  2.a: {{least_countries: {FACT}}}
"""


def faults(text: str) -> list[Fault]:
    try:
        reading.call(source(text, "call.yaml"))
    except UnreadableError as error:
        return list(error.faults)
    return []


def test_the_smallest_call_can_be_read() -> None:
    assert faults(GOOD) == []
    found = reading.call(source(GOOD, "call.yaml"))
    assert found.terms("2.a").least_countries is not None
    assert found.terms("1").least_legal_entities is not None


@pytest.mark.parametrize(
    ("old", "new", "line", "fact", "cure"),
    [
        pytest.param(
            "least_legal_entities:",
            "least_legal_entity:",
            11,
            "unknown key 'least_legal_entity' in all_strands",
            "did you mean 'least_legal_entities'?",
            id="unknown parameter",
        ),
        pytest.param(
            "{least_countries:",
            "{least_contries:",
            14,
            "unknown key 'least_contries' in strands[2.a]",
            "did you mean 'least_countries'?",
            id="unknown parameter in a strand with a dot",
        ),
        pytest.param(
            f"least_legal_entities: {FACT}",
            "least_legal_entities: {value: 3, unit: entities, confidence: stated}",
            11,
            "all_strands.least_legal_entities lacks the key 'source'",
            "add `source: ...`",
            id="number without a source",
        ),
        pytest.param(
            f"least_legal_entities: {FACT}",
            "least_legal_entities: 3",
            11,
            "all_strands.least_legal_entities is the text '3', not a mapping",
            "write its keys below it: value, unit, confidence, source",
            id="number alone",
        ),
        pytest.param(
            f"entities: {FACT}",
            f"entities: {FACT.replace(', quote: three', '')}",
            11,
            "all_strands.least_legal_entities.source has neither a quote nor a reason",
            "add the words, or why it follows",
            id="source without words",
        ),
        pytest.param(
            f"entities: {FACT}",
            f"entities: {FACT.replace('quote: three', 'quote: ' + 'word ' * 15)}",
            11,
            "all_strands.least_legal_entities.source has a quote of fifteen words or more",
            "shorten it to what one searches",
            id="quote of fifteen words",
        ),
        pytest.param(
            "confidence: stated, source: {document: text",
            "confidence: sure, source: {document: text",
            11,
            "all_strands.least_legal_entities.confidence is 'sure', not one of stated",
            "write one of stated",
            id="unknown confidence",
        ),
        pytest.param(
            "value: 3, unit: entities",
            "value: three, unit: entities",
            11,
            "all_strands.least_legal_entities.value is 'three', not a number",
            "write a number",
            id="number in words",
        ),
        pytest.param(
            "number: MY-CALL",
            "number: MY-CALL\nnumber: OTHER",
            4,
            "the key 'number' stands twice in one mapping; first on line 3",
            "",
            id="key twice",
        ),
        pytest.param(
            '"1": {}',
            '"1": {}\n  1: {}',
            14,
            "the key '1' stands twice in one mapping; first on line 13",
            "",
            id="strand twice",
        ),
        pytest.param(
            "value: [IT]",
            "value: [IT, ITA]",
            8,
            "countries.member_states.value[1] is 'ITA', no ISO 3166-1 code",
            "write IT",
            id="no country",
        ),
        pytest.param(
            f"least_legal_entities: {FACT}",
            "established_in: {value: [member_state], unit: sets, confidence: stated, "
            "source: {document: t, quote: q}}",
            11,
            "all_strands.established_in.value[0] names 'member_state', and no set of countries has "
            "that name",
            "did you mean 'member_states'?",
            id="unknown set of countries",
        ),
    ],
)
def test_what_is_wrong_is_told(  # one per part of a message
    old: str, new: str, line: int, fact: str, cure: str
) -> None:
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1))

    assert [one for one in found if fact in one.message], found
    (fault,) = [one for one in found if fact in one.message]
    assert cure in (fault.fix or "")
    assert fault.place is not None
    assert (fault.place.file, fault.place.line) == ("call.yaml", line)


def test_a_quote_of_fourteen_words_is_short_enough() -> None:
    assert faults(GOOD.replace("quote: three", "quote: " + "word " * 14, 1)) == []


def test_all_that_is_wrong_is_told_at_once() -> None:
    text = GOOD.replace("least_legal_entities:", "x:").replace("least_countries:", "y:")

    assert len(faults(text)) == 2


def test_a_call_without_strands_says_so_to_the_spec_that_names_one() -> None:
    bare = reading.call(source(GOOD[: GOOD.index("\nstrands:")] + "\nstrands: {}\n", "call.yaml"))
    with pytest.raises(UnreadableError) as raised:
        read("call: my-call\nstrand: A\nproject: {acronym: X}\n", calls={"my-call": bare})

    assert "declare a strand in the call file" in [one.fix for one in raised.value.faults]
