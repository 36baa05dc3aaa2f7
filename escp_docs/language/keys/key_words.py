"""What a language has to say of a key."""

from typing import NamedTuple


class KeyWords(NamedTuple):
    """The words of a key of a spec.

    Attributes:
        description: What the key states, for editors and questionnaires.
        question: What to ask somebody who knows; `{entry}` stands for the entry it belongs to.
        label: A noun phrase for placeholders, if the key's own words do not read well.
    """

    description: str
    question: str
    label: str = ""
