"""The words in which a fact is asked for."""

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.part_words import PartWords, question_for
from escp_docs.model.schema import Key, at, form, join, label_of, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import label
from escp_docs.model.target import Target


def question(key: Key, words: KeyWords | None = None) -> str:
    """Return what a key states, with a question mark.

    Args:
        key: The key.
        words: Its words in the language of who is asked; English if none are given.
    """
    found = words or key.words
    # How to write it in a spec is of no use to who is asked.
    stated = found.description or label_of(key, found)
    meaning = " ".join(stated.partition("; [")[0].split())
    return meaning if meaning.endswith("?") else f"{meaning}?"


def question_of(path: str, entry: str = "", language: PartWords = ENGLISH_KEYS) -> str:
    """Return the question that what stands at a path of a spec answers, in good words.

    Args:
        path: A path of a spec, as in `consortium.partners[0].address`; of an entry of a list or
            mapping, the question is that of the whole list or mapping.
        entry: What to call the entry that is asked about, as in "MAR"; "the partner" and the like
            if nothing is given.
        language: The words of the language to ask in.

    Raises:
        LookupError: no spec can have anything at the path.
    """
    key = at(Spec, path) or at(Spec, join(split(path)[:-1]))
    if key is None or form(Spec, path) is None:
        raise LookupError(f"there is no key {path!r}")
    return question_for(language, key.part, key.name, entry)


def entry_name(entry: object, position: int, language: PartWords = ENGLISH_KEYS) -> str:
    """Return what to call an entry of a list in a question: its id or name, a country's name.

    It is the position from 1 if an entry has none; empty if it is a target not chosen yet.
    """
    if isinstance(entry, Target):
        return language.countries.get(entry.name, entry.name)
    return label(entry, position)
