"""What a quick fix writes: the value that the cure names, or nothing."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import pytest

from escp_docs.authoring.notices import Fix, Notice
from escp_docs.authoring.spec_in_editor import SpecInEditor
from escp_docs.errors import Fault
from escp_docs.workspace.objections import refusals
from tests.support.many_hands import SPEC
from tests.support.typing_mistakes import MISTAKES, Line, examples, lines

FEW, MANY = 40, 1_500
LAST: Final = 10_000  # a line behind the end of every file


def fixes_of(spec: Path, text: str) -> dict[str, str]:
    """Return what the spec is after each fix of a fault, by its words."""
    known = SpecInEditor(str(spec))
    known.type({str(spec): text})
    found = known.fixes(str(spec), 0, LAST)
    return {one.label: one.texts[0][2] for one in found if one.mends is not None}


@pytest.mark.parametrize(
    ("right", "wrong", "label", "after"),
    [
        ("country: FR", "country: “FR”", "use FR", "country: FR"),
        ("country: FR", "country: [FR]", "use FR", "country: FR"),
    ],
)
def test_a_line_that_a_cure_shows_gives_its_value(
    spec: Path, right: str, wrong: str, label: str, after: str
) -> None:
    found = fixes_of(spec, SPEC.replace(right, wrong, 1))

    assert found[label] == SPEC.replace(right, after, 1)


HEAD: Final = "call: cos-clusint-2020-3-01\nstrand: A\n"
ONE: Final = f"{HEAD}consortium:\n  partners:\n    - id: CMA\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"{HEAD}project:\n  start_date: “2021-10-01”\n", ["start_date: 2021-10-01"]),
        (
            f"{ONE}      sectors: agri-food; field robotics\n",
            ["sectors: [agri-food, field robotics]", "- agri-food\n        - field robotics"],
        ),
        (f"{HEAD}agreement:\n  public_edition: ja\n", ["public_edition: true"]),
        (f"{HEAD}budget:\n  person_month_eur: [1, 2]\n", []),
        (f"{ONE}      eccp: {{date: [2020-10-01]}}\n", ["date: 2020-10-01"]),
        (f"{HEAD}target_countries: [Marocco]\n", ["[{country: MA}]"]),
        (f"{HEAD}target_countries: [{{country: Marocco}}]\n", ["country: MA"]),
        (f"{HEAD}project: [acronym, X]\n", []),
        (f"{ONE}      sectors: agri...; field...\n", []),
    ],
)
def test_a_fix_writes_the_value_or_is_not_offered(
    tmp_path: Path, wrong: str, right: list[str]
) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(wrong)
    found = fixes_of(spec, wrong)

    assert bool(found) == bool(right), found
    for after in found.values():
        assert any(one in after for one in right), after


COUNTRY: Final = f"{HEAD}target_countries:\n  - country: {{}}  # as agreed\n    rationale: 'a'\n"
CONFIRMED: Final = f"{ONE}      confirmed: {{}}\n"
WEIGHTS: Final = f"{ONE}agreement:\n  background: {{}}\n"


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (COUNTRY, "Marocco", "MA"),
        (COUNTRY, "'Marocco'", "'MA'"),
        (COUNTRY, '"Marocco"', '"MA"'),
        (COUNTRY, "&there Marocco", "&there MA"),
        (f"{HEAD}target_countries: [{{}}]\n", "Marocco", "{country: MA}"),
        (f"{HEAD}target_countries: [{{}} , US]\n", "'Marocco'", "{country: MA}"),
        (f"{HEAD}target_countries: [\n  {{}}  # first\n  ]\n", '"Marocco"', "{country: MA}"),
        (f"{HEAD}target_countries:\n  - {{}}  # first\n  - US\n", "Marocco", "{country: MA}"),
        (f"{HEAD}target_countries:\n- {{}}\n", "'Marocco'", "{country: MA}"),
        (f"{HEAD}target_countries: [{{{{country: {{}} , lead: B}}}}]\n", "Marocco", "MA"),
        (f'{HEAD}target_countries: [{{{{"country": {{}}}}}}]\n', '"Marocco"', '"MA"'),
        (f"{HEAD}risks:\n  - {{}}\n", "R1", "{id: R1}"),
        (CONFIRMED, "[adress]", "[address]"),
        (CONFIRMED, "[city, 'adress' , pic]", "[city, 'address' , pic]"),
        (CONFIRMED, '[adress, "city"]', '[address, "city"]'),
        (
            CONFIRMED,
            "\n        - adress  # x\n        - city",
            "\n        - address  # x\n        - city",
        ),
        (CONFIRMED, "\n        - 'adress'", "\n        - 'address'"),
        (WEIGHTS, "{CNA: Sensors}", "{CMA: Sensors}"),
        (WEIGHTS, "{'CNA': Sensors}", "{'CMA': Sensors}"),
        (WEIGHTS, "\n    CNA: Sensors", "\n    CMA: Sensors"),
        (f"{ONE}      members: {{}}\n", "{total: 1,500, smes: 2}", "{total: 1500, smes: 2}"),
        (f"{ONE}      members: {{}}\n", "{total: '15.0', smes: 2}", "{total: '15', smes: 2}"),
        (f"{ONE}      eccp: {{}}\n", "{status: registred}", "{status: registered}"),
    ],
)
@pytest.mark.parametrize(
    "form",
    [("", "\n"), ("", "\r\n"), ("declarations: a: b\n", "\n"), ("declarations: a: b\n", "\r\n")],
    ids=["whole", "whole, of Windows", "broken below", "broken below, of Windows"],
)
def test_a_fix_touches_the_value_alone_in_every_style(
    tmp_path: Path, text: str, wrong: str, right: str, form: tuple[str, str]
) -> None:
    rest, ending = form
    before = (text.format(wrong) + rest).replace("\n", ending)
    after = (text.format(right) + rest).replace("\n", ending)
    spec = tmp_path / "spec.yaml"
    spec.write_bytes(before.encode())

    found = fixes_of(spec, before)

    assert after in found.values()


@pytest.mark.parametrize("mark", ["|", "|-", ">", ">-"])
def test_a_fix_touches_a_value_below_its_key_alone(tmp_path: Path, mark: str) -> None:
    text = f"{HEAD}target_countries:\n  - country: {mark}\n      Marocco\n    rationale: 'a'\n"
    spec = tmp_path / "spec.yaml"
    spec.write_text(text)

    assert text.replace("Marocco", "MA") in fixes_of(spec, text).values()


def _rubbish(tmp_path: Path, count: int, seed: int) -> list[str]:
    """Return the fixes of mistakes in the examples after which their fault is there still."""
    random, found, offered = Random(seed), [], 0
    for number, files in enumerate(examples()):
        for name, text in files.items():
            (tmp_path / str(number)).mkdir(exist_ok=True)
            (tmp_path / str(number) / name).write_text(text)
    while count:
        count -= 1
        number = random.randrange(len(examples()))
        folder, files = tmp_path / str(number), examples()[number]
        name = random.choice(sorted(files))
        mistake = random.choice((*MISTAKES, *_VALUES))
        rows = [one.text for one in lines(files[name])]
        change = (
            _misread(random, lines(files[name]), mistake)
            if isinstance(mistake, str)
            else mistake.change(random, lines(files[name]))
        )
        if change is None:
            continue
        rows[change[0]] = change[1]
        file = str(folder / name)
        known = SpecInEditor(str(folder) if len(files) > 1 else file)
        known.type({file: "\n".join(rows)})
        found += _unnamed(known.notices())
        for fix in list(known.fixes(file, 0, LAST)):
            if fix.mends is not None and fix.mends.said.severity == "error":
                offered += not fix.mends.said.code
                found += _left(known, fix)
        known.type({})
    assert offered
    return found


def _unnamed(notices: Sequence[Notice]) -> list[str]:
    """Return the values that a form would offer and the cure of the fault does not name."""
    every = [
        (one.said, value)
        for one in notices
        if one.said.severity == "error" and not one.said.code
        for cure in one.said.cures
        for value in _values(cure.value)
    ]
    return [f"{value}: {said.fix}" for said, value in every if not _is_named(value, said.fix)]


def _values(value: object) -> list[object]:
    if isinstance(value, dict):
        return [f"{name}: {inner}" for name, inner in value.items()]
    return value if isinstance(value, list) else [value]


def _is_named(value: object, fix: str) -> bool:
    return isinstance(value, str) and "`" not in value and value in fix.replace("''", "'")


_VALUES: Final = ("“{}”", "[{}]", "[{}, {}]", "{{name: {}}}", "{}; {}", "{} x", "ja", "{}.0")


def _misread(random: Random, rows: Sequence[Line], form: str) -> tuple[int, str] | None:
    keys = [at for at, one in enumerate(rows) if one.kind == "key" and one.value]
    at = random.choice(keys) if keys else None
    if at is None:
        return None
    one = rows[at]
    return at, f"{one.lead}{one.key}: {form.format(one.value, one.value)}"


def _left(known: SpecInEditor, fix: Fix) -> list[str]:
    assert fix.mends is not None
    if fix.mends.said.code:
        return []
    ((file, before, after),) = fix.texts
    known.type({file: after})
    told = [(one.path, one.message) for one in known.state.result.faults]
    known.type({file: before})
    said = next(one for one in known.state.result.faults if one.message == fix.mends.said.message)
    if (said.path, said.message) in told or after.count("`") > before.count("`"):
        return [f"{fix.label}: {said.message}: {said.fix}"]
    return []


def test_a_value_that_a_form_refused_is_offered_for_its_own_key_alone() -> None:
    one = Fault(
        "x", "write `start_date: 2021-10-01`, without the curly quotes", path="a.start_date"
    )
    item = Fault("x", "write MA", path="project.topics[1]")

    (date,) = refusals([one], "a.start_date")
    (several,) = refusals([item], "project.topics")

    assert [(cure.label, cure.value) for cure in date.cures] == [("use 2021-10-01", "2021-10-01")]
    assert several.cures == ()


def test_no_fix_of_a_fault_leaves_it_there(tmp_path: Path) -> None:
    assert not _rubbish(tmp_path, FEW, seed=11)


@pytest.mark.slow
def test_no_fix_of_hundreds_leaves_its_fault_there(tmp_path: Path) -> None:
    assert not _rubbish(tmp_path, MANY, seed=12)
