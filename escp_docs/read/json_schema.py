"""The JSON Schema of a spec, generated from the model."""

import json
from typing import Any, Final

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import words_of
from escp_docs.language.rule_words import and_listed
from escp_docs.model.call import Call
from escp_docs.model.call.country_sets import COSME_COUNTRIES
from escp_docs.model.personal import personal_keys
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.read.part_schema import part_schema
from escp_docs.struct_json import DIALECT

_NUMBER = pattern(r"[0-9]+(\.[0-9]+)?")


_INCLUDED: Final = {
    "type": "object",
    "description": "An entry that lies in a file of its own; keys beside it win over the file's",
    "required": ["include"],
    "properties": {
        "include": {
            "type": "string",
            "description": "The file, relative to this one, with the keys of the entry",
        }
    },
}


def schema(call: Call | None = None) -> dict[str, Any]:
    """Return the schema: every key with its meaning, every choice with its values.

    Args:
        call: Narrows the schema to specs that answer this call; None keeps it for any.
    """
    found = _described(part_schema(Spec))
    found.pop("required")  # a file of a folder holds a part; `check` tells what is missing
    found["$schema"] = DIALECT
    found["title"] = "A partnership described for escp-docs"
    _let_entries_be_included(found, found["$defs"])
    found["$defs"]["Included"] = _INCLUDED
    whole = {"$schema": DIALECT, **found}
    return whole if call is None else _narrowed(whole, call)


def _let_entries_be_included(node: Any, kinds: dict[str, Any]) -> None:  # noqa: ANN401
    """Let each entry of a list lie in a file of its own; `kinds` are the schemas by name."""
    if isinstance(node, list):
        for inner in node:
            _let_entries_be_included(inner, kinds)
    elif isinstance(node, dict):
        for inner in node.values():
            _let_entries_be_included(inner, kinds)
        items = node.get("items")
        kind = items.get("$ref", "").rpartition("/")[2] if isinstance(items, dict) else ""
        if "properties" in kinds.get(kind, {}):
            included = {"$ref": "#/$defs/Included"}
            node["items"] = {"if": {"required": ["include"]}, "then": included, "else": items}


def schema_text(call: Call | None = None) -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(call), indent=1, ensure_ascii=False) + "\n"


def _described(whole: dict[str, Any]) -> dict[str, Any]:
    """Return the schema: what each key states, its label as title, whether it is personal data."""
    personal = personal_keys()
    for name, part in ((Spec.__name__, whole), *whole["$defs"].items()):
        for key, found in part.get("properties", {}).items():
            words = words_of(ENGLISH_KEYS, name, key)
            found["description"] = words.description
            if words.label:
                found["title"] = words.label
            if (name, key) in personal:
                found["x-personal"] = True
            part["properties"][key] = dict(sorted(found.items()))
    return whole


def _narrowed(whole: dict[str, Any], call: Call) -> dict[str, Any]:
    """Return the schema for one call: what it would be an error to write is no longer allowed.

    A partner from elsewhere can be described, and is then a finding; so where partners may come
    from is told in words.
    """
    whole["title"] += f" that answers {call.id}"
    keys = whole["properties"]
    keys["call"] = {
        "description": f"{keys['call'].get('description')}: {call.title}",
        "enum": list(dict.fromkeys((call.id, call.number))),
    }
    keys["strand"] = {
        "description": "Strand of the call. " + "; ".join(_strands(call)),
        "enum": [form for strand in call.strands for form in _forms(strand)],
    }
    partner = whole["$defs"]["Partner"]["properties"]["country"]
    partner["description"] = f"{partner.get('description')}. {_eligible(call)}"
    return whole


def _strands(call: Call) -> list[str]:
    titles = {strand: terms.title for strand, terms in call.strands.items()}
    return [f"{strand}: {title.value}" if title else strand for strand, title in titles.items()]


def _forms(strand: str) -> list[str | int | float]:
    """Return a strand as an editor may see it: `1` without quotes is a number there."""
    if not _NUMBER.fullmatch(strand):
        return [strand]
    return [strand, float(strand) if "." in strand else int(strand)]


def _eligible(call: Call) -> str:
    countries = call.countries
    sets = [
        f"{'COSME countries' if name == COSME_COUNTRIES else countries.words(name).many} "
        f"({', '.join(sorted(countries.codes(name)))})"
        for name in countries.participating_sets
    ]
    return f"Partners can take part from {and_listed(sets)}"
