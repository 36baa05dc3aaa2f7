"""The words in which a fact is asked for."""

from escp_docs.model.schema import Key


def question(key: Key) -> str:
    """Return the question that a key answers: what it states, with a question mark."""
    # How to write it in a spec is of no use to who is asked.
    meaning = " ".join((key.description or key.label).partition("; [")[0].split())
    return meaning if meaning.endswith("?") else f"{meaning}?"
