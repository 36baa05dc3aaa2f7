"""The words in which a fact is asked for."""

from escp_docs.model.shape import Key


def question(key: Key) -> str:
    """Return the question that a key answers: what it states, with a question mark."""
    meaning = " ".join((key.description or key.label).split())
    return meaning if meaning.endswith("?") else f"{meaning}?"
