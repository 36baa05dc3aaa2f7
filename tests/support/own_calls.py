"""Calls of others for tests: as small as can be, with what a test adds."""

import textwrap

from escp_docs.model.call import Call
from escp_docs.read import spec as reading
from escp_docs.read.source import decode

FACT = "unit: u, confidence: official, source: {document: text, quote: words}"
SMALL = f"""
id: other-call
number: OTHER-1
title: Other Call
programme: {{value: Other Programme, {FACT}}}
agency: {{value: Other Agency, {FACT}}}
countries:
  member_states: {{value: [IT, DE, FR], {FACT}}}
  cosme_countries: {{value: [UA], {FACT}}}
strands:
  one: {{}}
"""


def own_call(more: str = "", text: str = SMALL) -> Call:
    """Return a call of one strand, with what YAML adds to it; `FACT` stands in for a source."""
    added = textwrap.dedent(more).replace("FACT", FACT)
    source = decode("other-call.yaml", (text + added).encode())
    return reading.call(source)
