"""A text that somebody would put at a key, read against the facts and the call."""

from msgspec import Struct

from escp_docs.assisting.as_told import ToldSpec
from escp_docs.assisting.demands import touches
from escp_docs.assisting.limits import Length, length
from escp_docs.assisting.names import texts_but, unknown_names
from escp_docs.comparing.claims.listing import FigureInProse, figures_of
from escp_docs.comparing.claims.passages import text_at
from escp_docs.finding import Remark
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding
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
        untried: The codes of rules that rest on what is withheld, so that they are not asked what
            they say with the text: what is open of them is what they say without.
        remarks: What of it may not be read as it is meant.
    """

    key: str
    without_fact: tuple[FigureInProse, ...]
    names_without_fact: tuple[str, ...]
    agreeing: tuple[FigureInProse, ...]
    length: Length
    open: tuple[Finding, ...]
    brought: tuple[Finding, ...]
    untried: frozenset[str]
    remarks: tuple[Remark, ...]


def review(actual: OpenSpec, before: ToldSpec, after: ToldSpec, path: str, text: str) -> Review:
    """Return what is to be said of a text.

    Args:
        actual: The spec as it is; what its texts have of characters counts for the limits.
        before: The same, as it is known to whoever asks.
        after: The same with the text.
        path: Where the text stands.
        text: The text.
    """
    spec, untried = after.spec, before.resting
    words = text_at(spec.spec, path, text)
    figures = figures_of(words, after.facts, after.following, spec.places)
    key = named(path, spec.spec)
    known = {one.identity for one in before.result.findings}
    tried = [one for one in after.result.findings if one.code not in untried]
    stays = [one for one in before.actual.findings if one.code in untried]
    return Review(
        key,
        tuple(one for one in figures if not one.facts),
        unknown_names(text, spec, texts_but(spec, path)),
        tuple(one for one in figures if one.facts),
        length(actual, path, text),
        tuple(one for one in (*tried, *stays) if _is_shown(one) and touches(one, path, key)),
        tuple(one for one in tried if _is_shown(one) and one.identity not in known),
        untried,
        tuple(one for one in after.result.remarks if one.path in (path, key)),
    )


def _is_shown(one: Finding) -> bool:
    return one.is_fault or one.is_question
