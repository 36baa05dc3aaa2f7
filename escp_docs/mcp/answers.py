"""What each tool answers, as plain values; personal data are masked by whoever sends them."""

from typing import Any

from escp_docs import api
from escp_docs.mcp.arguments import (
    Arguments,
    CheckArguments,
    KeyArguments,
    NameArguments,
    ProposalArguments,
    QuestionArguments,
    SinceArguments,
    TextArguments,
)
from escp_docs.mcp.quoting import NOTE, QUOTED, quoted
from escp_docs.report import assisted
from escp_docs.report.status import status_object
from escp_docs.struct_json import json_value

_Plain = dict[str, Any]


def next_questions(spec: "api.Assistant", asked: QuestionArguments, _: str) -> _Plain:
    """Return the questions that settle most, and how many facts no partner has confirmed."""
    found = spec.next_questions(asked.count)
    unconfirmed = len(spec.status().open_facts.unconfirmed)
    return {"questions": json_value(found), "unconfirmed": unconfirmed}


def brief(spec: "api.Assistant", asked: KeyArguments, _: str) -> _Plain:
    """Return what there is to know of a key."""
    found, returned = spec.brief(asked.key)
    whole: _Plain = json_value(found)
    is_hidden = found.stated and spec.mask.hides(found.key)
    return {
        **whole,
        "stated": api.WITHHELD if is_hidden else whole["stated"],
        "texts": [
            {**json_value(one), "words": None, QUOTED: quoted(one.words)} for one in found.texts
        ],
        "returned": [
            {
                "file": one.file,
                "by": _seen_hand(spec, one.by),
                "when": one.when,
                "key": one.key,
                "kind": "comment" if one.is_comment else "change",
                QUOTED: _seen(spec, one.key, {"words": one.words, "on": one.on}),
            }
            for one in returned
        ],
        "note": NOTE,
    }


def review(spec: "api.Assistant", asked: TextArguments, _: str) -> _Plain:
    """Return what is to be said of a text."""
    found = spec.review(asked.key, asked.text)

    def own(words: Any) -> Any:  # noqa: ANN401  # plain values
        return spec.mask.hide_but(asked.text, words)

    def finding(one: "api.Finding") -> _Plain:
        plain = assisted.finding_object(one)
        return plain if one.code in found.untried else own(plain)

    return {
        "key": found.key,
        "without_fact": own([one.words for one in found.without_fact]),
        "names_without_fact": own(found.names_without_fact),
        "agreeing": [
            own({"words": one.words, "facts": json_value(one.facts)}) for one in found.agreeing
        ],
        "length": {**json_value(found.length), "too_long": found.length.is_too_long},
        "open": [finding(one) for one in found.open],
        "brought": [finding(one) for one in found.brought],
        "untried": sorted(found.untried),
        "remarks": own([{"message": one.message, "fix": one.fix} for one in found.remarks]),
    }


def check(spec: "api.Assistant", asked: CheckArguments, _: str) -> _Plain:
    """Return the verdict, with what is not met or open, or with all."""
    return assisted.result_object(spec.check(), with_met=asked.met)


def explain(spec: "api.Assistant", asked: NameArguments, _: str) -> _Plain:
    """Return the manual of a rule or of a key.

    Raises:
        UnknownNameError: there is neither.
    """
    page = spec.explain(asked.name)
    if page is not None:
        return {"rule": json_value(page)}
    return {"keys": [json_value(one) for one in api.explain_key(asked.name)]}


def status(spec: "api.Assistant", _: Arguments, __: str) -> _Plain:
    """Return who owes what, and what waits for a person."""
    return {
        **status_object(spec.status()),
        "waiting": [_waiting(spec, one) for one in spec.waiting()],
        "note": NOTE,
    }


def _waiting(spec: "api.Assistant", one: "api.WaitingProposal") -> _Plain:
    found = {
        "key": one.key,
        "by": one.by,
        "when": one.when,
        "file": one.file,
        QUOTED: quoted({"value": one.value, "reason": one.reason}),
    }
    told = spec.mask.own(found) if one.is_unknowing else found
    return {**told, "standing": one.standing, "why": one.why}


def compare(spec: "api.Assistant", asked: SinceArguments, _: str) -> _Plain:
    """Return what changed; of a document that came back all words are quoted."""
    found, is_file = spec.compare(asked.since)
    hidden = [one for one in found.facts if spec.mask.hides(one.path)]
    gone = [
        (one.path.rpartition(".")[2], text) for one in hidden for text in (one.old, one.new) if text
    ]
    whole = spec.mask.with_words(gone).hide(json_value(found))
    for one in whole["facts"]:
        if spec.mask.hides(one["path"]):
            one |= {"old": api.WITHHELD, "new": api.WITHHELD, "came": [], "went": []}
    for one, text in zip(whole["proses"], found.proses, strict=True):
        # Piece by piece words would tell what is withheld of the whole.
        if (one["old"], one["new"]) != (text.old, text.new):
            one["words"] = api.WITHHELD
    if is_file:
        return {"differs": found.differs, QUOTED: quoted(whole), "note": NOTE}
    return {"differs": found.differs, **whole}


def propose(spec: "api.Assistant", asked: ProposalArguments, author: str) -> _Plain:
    """Return what came of a proposal."""
    value = as_spec(asked.value)
    kind = api.ProposalKind(asked.action)
    wanted = api.Suggestion(kind, asked.key, value, asked.reason, tuple(asked.facts))
    done = spec.propose(wanted, author)
    return {
        "file": done.place.name,
        "key": done.key,
        "waited_already": done.waited,
        "replaces": _replaced(spec, done),
        "verdict": {"now": done.now, "if_taken": done.if_taken},
        "untried": list(done.untried),
        "taken_by": f"a person: `escp-docs pull {spec.name}`, or the workspace",
    }


def _seen(spec: "api.Assistant", key: str, words: dict[str, str]) -> _Plain:
    """Return words of others on a key, as far as they may be told."""
    if spec.mask.hides(key):
        return dict.fromkeys(words, api.WITHHELD)
    return dict(quoted(words))


def _replaced(spec: "api.Assistant", done: "api.Put") -> _Plain | None:
    """Return the proposal that waited before, as far as it may be told; it may be another's."""
    before = done.replaced
    if before is None:
        return None
    value = api.WITHHELD if spec.mask.hides(done.key) else quoted(json_value(before.value))
    found = {"value": value, QUOTED: quoted({"reason": before.reason})}
    # Its words are those of the assistant, or of one that knew no more.
    return spec.mask.own(found) if before.is_unknowing else found


def _seen_hand(spec: "api.Assistant", name: str) -> str:
    """Return who wrote something, as far as it may be told: a partner is no person."""
    is_told = spec.mask.pattern is None or not name or name in spec.partners()
    return name if is_told else api.WITHHELD


def as_spec(value: Any) -> Any:  # noqa: ANN401  # anybody's JSON
    """Return a value of JSON as the files of a spec hold it: texts, lists, mappings of them."""
    match value:
        case None | str():
            return value
        case bool():
            return str(value).lower()
        case list():
            return [as_spec(one) for one in value]
        case dict():
            return {name: as_spec(one) for name, one in value.items()}
        case _:
            return str(value)
