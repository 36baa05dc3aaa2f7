"""How long a text is, against the form of the call."""

from escp_docs.assisting.limits import Length, length
from escp_docs.judging.open_spec import OpenSpec
from tests.support.own_calls import own_call
from tests.support.reading import read

CALL = own_call("""
    form:
      sections:
        value:
          - {title: Vision, keys: [strategy.vision], characters: 30}
          - {title: Ways, keys: [strategy.methodology], pages: 2}
        unit: sections
        confidence: official
        source: {document: text, quote: words}
""")
SPEC = """
    call: other-call
    strand: one
    project: {acronym: X}
    strategy:
      vision: %s
      mission: Somewhere else.
      methodology: A way.
"""


def found(path: str, text: str) -> Length:
    calls = {CALL.id: CALL}
    return length(OpenSpec("a.yaml", read(SPEC % text, calls=calls), calls), path, text)


def test_the_texts_of_a_section_are_counted_against_its_limit() -> None:
    short, long = (found("strategy.vision", "x" * count) for count in (30, 31))

    assert (short.section, short.most_characters, short.section_characters) == ("Vision", 30, 30)
    assert not short.is_too_long
    assert long.is_too_long


def test_pages_are_told_where_the_form_counts_them() -> None:
    ways = found("strategy.methodology", "A way.")

    assert (ways.section, ways.most_pages, ways.most_characters) == ("Ways", 2, None)
    assert not ways.is_too_long


def test_elsewhere_there_is_no_limit() -> None:
    assert found("strategy.mission", "two words") == Length(2, 9)
