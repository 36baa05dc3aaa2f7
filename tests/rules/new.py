"""Begin a rule: its file, with the page to fill in, and a case for each answer.

    python -m tests.rules.new CON012 too-few-regions least_regions

The fact is the field of `Terms` (escp_docs/model/call/terms.py) that the rule rests on.
"""

import re
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from escp_docs.finding import Severity
from escp_docs.model.call import Terms
from escp_docs.rules import ALL_RULES, BY_CODE, FAMILIES
from tests.support.places import ROOT
from tests.support.reading import CALL_ID, HEAD, PROJECT, call

_MODULE: Final = '''"""{code} {name}: the fault in one clause.

What it checks
    What is looked at, and what an open fact does to the answer.

Why
    What happens to an application that has the fault.

Met
    strand: {strand}

Not met
    strand: {strand}

Undecided
    strand: {strand}

Source
    {fact}
"""

from collections.abc import Iterator
{imports}
from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule

KEY = "consortium.partners"


def check(case: Case[{type}]) -> Iterator[Outcome]:
    """Yield one answer, at KEY."""
    yield case.undecided("what is not known", "What would settle it?", KEY)


RULE = Rule("{code}", "{name}", lambda terms: terms.{fact}, check)
'''
_IMPORTS: Final = {
    "Decimal": "from decimal import Decimal\n",
    "Fraction": "from fractions import Fraction\n",
}
_ANSWERS: Final = ("met", "not_met", "undecided")


def objections(code: str, name: str, fact: str) -> Iterator[str]:
    """Yield what is wrong with a rule that is to be: place, fact, cure."""
    family = code[:3]
    if not re.fullmatch(r"[A-Z]{3}[0-9]{3}", code):
        yield f"'{code}' is no code; fix: a family and three digits, as CON012"
    elif family not in FAMILIES:
        yield f"no family '{family}'; fix: one of {', '.join(FAMILIES)}"
    elif code in BY_CODE:
        last = max(int(one[3:]) for one in BY_CODE if one[:3] == family)
        yield f"{code} is {BY_CODE[code].name}; fix: the next free code is {family}{last + 1:03}"
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        yield f"'{name}' is no name; fix: the fault in small letters, as too-few-countries"
    elif name in {rule.name for rule in ALL_RULES}:
        yield f"a rule is named '{name}' already; fix: name what is different about the fault"
    if fact not in Terms.__struct_fields__:
        near = get_close_matches(fact, Terms.__struct_fields__, 1)
        guess = f"did you mean {near[0]}? else " if near else ""
        yield (
            f"escp_docs/model/call/terms.py: Terms has no fact '{fact}'; fix: {guess}add it there, "
            f"and its value, confidence and source to specs/calls/{CALL_ID}.yaml"
        )


def files(code: str, name: str, fact: str) -> dict[str, str]:
    """Return the text of each file of a new rule, by its path in the repository."""
    strands = [one for one in call().strands if getattr(call().terms(one), fact) is not None]
    strand = strands[0] if strands else next(iter(call().strands))
    stated = getattr(call().terms(strand), fact)
    severity = (stated.severity if stated else Severity.ERROR).value
    module = f"escp_docs/rules/{code.lower()}_{name.replace('-', '_')}.py"
    type_ = _type(fact)
    page = _MODULE.format(
        code=code, name=name, fact=fact, strand=strand, type=type_, imports=_IMPORTS.get(type_, "")
    )
    cases = {
        f"tests/cases/{code}/{answer.replace('_', '-')}-in-which-case.yaml": (
            f"# expect: {code} {answer} {severity} -\n{HEAD}strand: {strand}\n{PROJECT}"
        )
        for answer in _ANSWERS
    }
    return {module: page, **cases}


def _type(fact: str) -> str:
    """Return the Python type of the value of a fact, as it is written in a rule."""
    (held, *_) = get_args(get_type_hints(Terms)[fact])
    return _plain(get_type_hints(held, include_extras=True)["value"])


def _plain(type_: Any) -> str:  # noqa: ANN401  # an alias, an annotated type or a class
    """Return the name of the class that a type of the model reads into."""
    if hasattr(type_, "__value__"):
        return _plain(type_.__value__)
    if get_origin(type_) is Annotated:
        return _plain(get_args(type_)[0])
    if get_origin(type_) is tuple:
        return f"tuple[{_plain(get_args(type_)[0])}, ...]"
    return str(getattr(type_, "__name__", type_))


def main(arguments: list[str], home: Path = ROOT) -> int:
    """Write the files of a rule; return 2 and say why if it cannot be begun."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    code, name, fact = arguments
    if faults := list(objections(code, name, fact)):
        print("\n".join(faults), file=sys.stderr)
        return 2
    for path, text in files(code, name, fact).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(text, encoding="utf-8")
        print(path)
    print(
        "Write the page and the check, then cases: tests/rules/corpus.py says how they begin.\n"
        f"Add answers={code} to the heading of the template whose section answers it.\n"
        "Then: make generated, and .venv/bin/python -m pytest -n 0 tests/rules"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
