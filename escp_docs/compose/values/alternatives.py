"""A choice with the options that were not taken."""

from escp_docs.compose.values.value import At
from escp_docs.compose.values.view import view
from escp_docs.language.language import Language
from escp_docs.model import schema
from escp_docs.model.schema import ListOf, Scalar
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at


def alternatives(spec: Spec, path: str, language: Language) -> dict[str, object]:
    """Return `chosen`, what a key states, and `others`, its other options in words.

    Raises:
        KeyError: there is no such key.
    """
    key = schema.at(Spec, path)
    if key is None:
        raise KeyError(path)
    value = value_at(spec, path)
    shape = key.shape.item if isinstance(key.shape, ListOf) else key.shape
    options = shape.options if isinstance(shape, Scalar) else ()
    if isinstance(shape, Scalar) and shape.kind == "flag":
        others = [language.flag(value=one) for one in (True, False) if one is not value]
    else:
        others = [language.choice(one) for one in options if one != value]
    chosen = view(At(spec, language, path, key), key.shape, value)
    # A key that takes a day or a word has no list of options, but words for them.
    is_word = isinstance(value, str) and not options
    return {"chosen": language.choice(str(value)) if is_word else chosen, "others": others}
