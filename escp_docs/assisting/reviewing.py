"""A text that somebody would put at a key, read against the facts and the call."""

from msgspec import Struct

from escp_docs.assisting.demands import touches
from escp_docs.assisting.limits import Length, length
from escp_docs.assisting.names import texts_but, unknown_names
from escp_docs.comparing.claims.listing import FigureInProse, figures_of
from escp_docs.comparing.claims.passages import text_at
from escp_docs.finding import Remark
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding, Result
from escp_docs.model.stable_path import named


class Review(Struct, frozen=True):
    """What is to be said of a text at a key.

    Attributes:
        key: The key.
        without_fact: Its figures and dates with which no fact agrees.
        names_without_fact: Its names of which neither the spec nor the call says anything.
        agreeing: Its figures, dates and names with the facts that they agree with.
        length: How long it is, and may be.
        open: What the rules still object to or ask at the key, with this text.
        brought: What they object to or ask only because of it.
        remarks: What of it may not be read as it is meant.
    """

    key: str
    without_fact: tuple[FigureInProse, ...]
    names_without_fact: tuple[str, ...]
    agreeing: tuple[FigureInProse, ...]
    length: Length
    open: tuple[Finding, ...]
    brought: tuple[Finding, ...]
    remarks: tuple[Remark, ...]


def review(spec: OpenSpec, result: Result, before: Result, path: str, text: str) -> Review:
    """Return what is to be said of a text.

    Args:
        spec: The spec as it would be with the text.
        result: What the rules say of it.
        before: What they say of the spec as it is.
        path: Where the text stands.
        text: The text.
    """
    figures = figures_of(spec.reading, text_at(spec.spec, path, text))
    key = named(path, spec.spec)
    known = {one.identity for one in before.findings}
    shown = [one for one in result.findings if one.is_fault or one.is_question]
    return Review(
        key,
        tuple(one for one in figures if not one.facts),
        unknown_names(text, spec, texts_but(spec, path)),
        tuple(one for one in figures if one.facts),
        length(spec, path, text),
        tuple(one for one in shown if touches(one, path, key)),
        tuple(one for one in shown if one.identity not in known),
        tuple(one for one in result.remarks if one.path in (path, key)),
    )
