"""What a questionnaire asks of one person: rows of a question and what is filled in."""

from collections.abc import Iterator
from typing import Any

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.templates.binder import BoundValue
from escp_docs.compose.values.controls import AskedFact, Control, blanks, stated
from escp_docs.document import Checkbox, LineBreak, Strong, Text
from escp_docs.judging.open_facts import OpenFact, OpenFacts
from escp_docs.language.language import Language
from escp_docs.model.schema import Scalar, form, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at

Row = dict[str, Any]


def questions(spec: Spec, owing: OpenFacts, language: Language) -> dict[str, Any]:
    """Return what one person is asked, for templates.

    Returns:
        `missing`: pairs of a topic and its rows, each with `asked` and `answer`; `unconfirmed`:
        rows with `fact`, `known` and `correct`, the box that confirms it.
    """
    topics: dict[str, list[Row]] = {}
    for one in owing.missing:
        topics.setdefault(_topic(one.path), []).extend(_missing(spec, one, language))
    return {
        "missing": list(topics.items()),
        "unconfirmed": [
            row for one in owing.unconfirmed for row in _unconfirmed(spec, one, language)
        ],
    }


def _topic(path: str) -> str:
    """Return what a fact is about, in a word that the template has a heading for."""
    match split(path):
        case ("consortium", "partners", int(), *_):
            return "organisation"
        case ("roadmap", "work_packages", int(), "effort", *_) | ("budget", *_):
            return "money"
        case ("consortium" | "project" | "call" | "strand", *_):
            return "project"
        case (("strategy" | "roadmap" | "agreement" | "requests" | "target_countries") as name, *_):
            return str(name)
        case _:
            return "monitoring"


def _missing(spec: Spec, one: OpenFact, language: Language) -> Iterator[Row]:
    shape = form(Spec, one.path) or Scalar("prose")
    controls = blanks(AskedFact(spec, language, one.path, one.label, shape))
    for number, control in enumerate(controls):
        yield {
            "asked": _asked(spec, one, control, language, is_first=number == 0),
            "answer": BoundValue(control.inlines),
        }


def _asked(
    spec: Spec, one: OpenFact, control: Control, language: Language, *, is_first: bool
) -> BoundValue:
    is_own = one.path.startswith("consortium.partners")
    entry = f"{one.entry}: " if one.entry and not is_own else ""
    label = Strong((Text(printable(f"{entry}{_capital(control.label)}")),))
    if not is_first:
        return BoundValue((label,))
    said_already = one.question.rstrip("?").casefold() == control.label.casefold()
    say = [one.question] * (not said_already)
    say += [language.questions.decides_eligibility] * one.urgent
    if value_at(spec, one.path) is not None:
        say.append(language.questions.not_clear)
    return BoundValue((label, LineBreak(), Text(printable(" ".join(say)))) if say else (label,))


def _unconfirmed(spec: Spec, one: OpenFact, language: Language) -> Iterator[Row]:
    shape = form(Spec, one.path)
    assert shape is not None
    path, _, key = one.path.rpartition(".")
    fact = AskedFact(spec, language, one.path, one.label, shape)
    controls = stated(fact, value_at(spec, one.path))
    correct = language.questions.correct.format(label=one.label)
    box = BoundValue((Checkbox(correct, path=f"{path}.confirmed", value=key),))
    if len(controls) > 1:
        # One box for all of the rows that follow.
        label = Strong((Text(_capital(one.label)),))
        yield {
            "fact": BoundValue((label,)),
            "known": BoundValue((Text(language.questions.as_follows),)),
            "correct": box,
        }
        box = BoundValue((Text(""),))
    for control in controls:
        label_ = Text(printable(_capital(control.label)))
        yield {"fact": BoundValue((label_,)), "known": BoundValue(control.inlines), "correct": box}


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
