"""How agreements are written in a language: what the linter of legal text goes by."""

from re import Pattern

from msgspec import Struct


class LegalText(Struct, frozen=True, kw_only=True):
    """What stays out of the agreements of a language, with the cures.

    Attributes:
        phrases: Words that the agreement itself never uses, each with what it says instead.
        shapes: Shapes of printed words, values included: pattern, what it is, cure.
        contradictions: Pairs of sentences that no agreement can hold together, with the cure.
        names: Words with a capital that are no terms.
        endings: What the terms of a table of definitions end with in a text, as a pattern.
        voices: Words by which a text speaks of whoever wrote it.
        prose: What the Members' own words among clauses do not say, with the cures.
        optional_terms: Terms that an agreement defines under some choices alone.
        all_parties: What finds the term for everybody that is bound.
        joint: The longest word between the clauses of a list, with its blanks.
    """

    phrases: tuple[tuple[Pattern[str], str], ...]
    shapes: tuple[tuple[Pattern[str], str, str], ...]
    contradictions: tuple[tuple[Pattern[str], Pattern[str], str], ...]
    names: tuple[str, ...]
    endings: str
    voices: tuple[str, ...]
    prose: tuple[tuple[Pattern[str], str], ...]
    optional_terms: tuple[str, ...]
    all_parties: Pattern[str]
    joint: str
