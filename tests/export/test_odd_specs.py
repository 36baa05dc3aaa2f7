"""Whatever a spec states, as long as it can be read: valid files, and the words of the tree."""

import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from openxml_audit import OpenXmlValidator

from escp_docs import files
from escp_docs.compose.checks.lint import lint
from escp_docs.compose.document_types import USUAL, DocumentRequest, DocumentType
from escp_docs.document import Document, Numbering
from escp_docs.document.remarks import without_remarks
from escp_docs.export.html.writer import to_html
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.produced.expected_text import printed
from tests.support.documents import PAGED, composed, samples
from tests.support.look import look
from tests.support.odd_specs import Odd, odd_specs
from tests.support.printed_words import of_html, of_word
from tests.support.sizes import examples
from tests.support.tagged import faults
from tests.support.word_reading import WordFile

_PROBE = DocumentType("probe", Numbering.LEGAL, ("docx",))
_TEMPLATE = """\
::: cover
{{ call.title }}

# {{ project.title }}

{{ project.acronym }}
:::

::: contents depth=2 title=Contents
:::

# {{ project.title }} {: #one }

## {{ strategy.vision }} {: #two }

§ {{ strategy.vision }}

§ “{{ project.title }}” is the work of {{ beneficiaries }}, as [](#one) says^[{{ project.title }}].

§§ {{ strategy.mission }};

{{ project.abstract }}

{% for partner in beneficiaries %}
## {{ partner.legal_name }}

Table: {{ partner.legal_name }} {: widths=1,3 }

| | |
| --- | --- |
| {{ partner.id }} | {{ partner.profile }} |
| {{ partner.city }} | {{ partner.contribution }} |

*{{ partner.legal_name }}*

{{ signatures(partner) }}

{% endfor %}
{% for risk in risks %}
{% if loop.first %}
Table: Risks {: widths=1,3,3 .row-heads }

| Number | Risk | Cure |
| --- | --- | --- |
{% endif %}
| {{ risk.id }} | {{ risk.description }} | {{ risk.mitigation }} |
{% endfor %}

::: landscape
Figure: {{ project.title }} {: #map draw=map }

Figure: Timeline {: #timeline draw=timeline }

Figure: Effort {: #effort draw=effort }
:::
"""


@lru_cache(maxsize=1)
def templates() -> dict[str, str]:
    found = files.templates(files.template_files(files.STDIN, None))
    return {**found, _PROBE.template: _TEMPLATE}


def check(document: Document) -> None:
    """Compare what each format says, and let validators judge it."""
    word, pdf = to_docx(document, look()).data, to_pdf(document, look()).data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "odd.docx"
        path.write_bytes(word)
        assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
        assert faults(pdf, Path(folder)) == []
    assert of_word(WordFile(word)) == printed(without_remarks(document))
    assert of_html(to_html(document, look())) == printed(document)
    assert {flaw.name for flaw in lint(document)} <= {
        # Of the last: words as odd as these may well look like no contract's.
        *("placeholder-left", "missing-glyph", "deep-list", "legal-shape")
    }


_SOME = settings(
    max_examples=examples(20),
    derandomize=True,
    phases=[Phase.generate],  # each example takes a second: none is made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@_SOME
@given(odd_specs())
def test_a_short_document_of_an_odd_spec_is_valid(odd: Odd) -> None:
    read = odd.reading()
    assume(read is not None)
    assert read is not None

    check(composed(read, DocumentRequest(_PROBE), templates()))


@pytest.mark.slow
@settings(_SOME, max_examples=20)
@given(odd_specs())
def test_the_documents_of_an_odd_spec_are_valid(odd: Odd) -> None:
    checked(odd, USUAL)


@pytest.mark.slow
@settings(_SOME, max_examples=8)
@given(odd_specs())
def test_the_rest_of_the_bundle_of_an_odd_spec_is_valid(odd: Odd) -> None:
    checked(odd, tuple(name for name in PAGED if name not in USUAL))


def checked(odd: Odd, kinds: tuple[str, ...]) -> None:
    read = odd.reading()
    assume(read is not None)
    assert read is not None

    for name, paper in samples(read.spec).items():
        if name in kinds:
            check(composed(read, paper, templates()))
