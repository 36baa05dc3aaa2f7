"""What changed from one edition of a call to another, and what that does to specs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec import Struct

from escp_docs.finding import Answer
from escp_docs.judging.calls.facts import said, walked
from escp_docs.judging.verdict import judge
from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import anchored
from escp_docs.rule import Judged, Standing, Verdict


class ChangedFact(Struct, frozen=True):
    """A fact of a call that changed: its path, before and after in words; None where it is not."""

    path: str
    before: str | None
    after: str | None


class Affected(Struct, frozen=True):
    """What another edition does to a spec: the verdict by each, and answers that come and go.

    `appear` and `disappear` are code, condition or nothing, and what is said.
    """

    spec: str
    before: Standing
    after: Standing
    appear: tuple[tuple[str, str], ...]
    disappear: tuple[tuple[str, str], ...]


class CallDifference(Struct, frozen=True):
    """What is otherwise between two calls, and what that does to specs."""

    old: str
    new: str
    changes: tuple[ChangedFact, ...]
    specs: tuple[Affected, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changed."""
        return not self.changes and not any(one.appear or one.disappear for one in self.specs)


def difference(old: Call, new: Call, specs: Sequence[tuple[str, Spec]] = ()) -> CallDifference:
    """Return what is otherwise between two calls, and what that does to specs by their names."""
    before, after = _facts(old), _facts(new)
    changes = (
        ChangedFact(path, _words(before.get(path)), _words(after.get(path)))
        for path in dict.fromkeys((*before, *after))
        if before.get(path) != after.get(path)
    )
    affected = tuple(_affected(name, spec, old, new) for name, spec in specs)
    return CallDifference(old.id, new.id, tuple(changes), affected)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a call states at a path; the order of codes and of numbers states nothing."""

    stated: object
    words: str = field(compare=False)


def _words(one: _Said | None) -> str | None:
    return one.words if one else None


def _facts(call: Call) -> dict[str, _Said]:
    return {path: one for path, one in _said(call) if not path.startswith(("id", "unknown"))}


def _said(call: Call) -> Iterator[tuple[str, _Said]]:
    for path, _, _, value in walked(call):
        if not isinstance(value, Fact):
            yield path, _Said(str(value), str(value))
            continue
        words = f"{said(value, call)} ({value.confidence})"
        is_set = isinstance(value.value, tuple | frozenset)
        stated = (frozenset(map(repr, value.value)), value.unit) if is_set else words
        yield path, _Said((stated, value.confidence), words)


def _affected(name: str, spec: Spec, old: Call, new: Call) -> Affected:
    by_old, by_new = judge(spec, old), _judged(spec, new)
    before = {_identity(one, spec): one for one in by_old.judged if _is_told(one)}
    after = {_identity(one, spec): one for one in by_new.judged if _is_told(one)}
    return Affected(
        name,
        by_old.standing,
        by_new.standing,
        tuple(_told(one) for key, one in after.items() if key not in before),
        tuple(_told(one) for key, one in before.items() if key not in after),
    )


def _judged(spec: Spec, call: Call) -> Verdict:
    strand = spec.strand if spec.strand in call.strands else None
    return judge(spec.updated({"call": call.id, "strand": strand}), call)


def _is_told(one: Judged) -> bool:
    return one.outcome.answer in (Answer.NOT_MET, Answer.UNDECIDED)


def _identity(one: Judged, spec: Spec) -> tuple[object, ...]:
    outcome = one.outcome
    where = "" if outcome.path is None else anchored(spec, outcome.path)
    return one.rule.code, outcome.condition, where, outcome.answer, outcome.severity


def _told(one: Judged) -> tuple[str, str]:
    outcome = one.outcome
    return f"{outcome.severity.value} {one.rule.code} {one.rule.name}", outcome.message
