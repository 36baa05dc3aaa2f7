"""The library: typed values in and out, errors that say what is wrong, nothing printed."""

import pickle
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from escp_docs import api
from escp_docs.finding import Place, Remark
from tests.support.places import SPECS
from tests.support.small_builds import specs

TODAY = date(2020, 11, 20)
UNFINISHED = SPECS / "unfinished.yaml"


def options(home: Path) -> api.BuildOptions:
    return api.BuildOptions(home / "out", ("application",), ("html",), today=TODAY)


def test_a_spec_is_read_once_and_judged_and_asked_about() -> None:
    opened = api.open_spec(UNFINISHED)
    found = api.check(opened)
    status = api.status(opened)

    assert opened.spec.project.acronym == "SOIL-4i"
    assert found.standing == "undecided"
    assert {one.code for one in found.findings} == {rule.code for rule in api.rules()}
    assert "CAR" in status.people
    assert status.open_facts.missing[0].question.endswith("?")


def test_what_cannot_be_read_says_every_fault_with_its_place(tmp_path: Path) -> None:
    spec = tmp_path / "x.yaml"
    spec.write_text("call: nonsense\nproject: {acronym: X, titel: Y}\n")

    with pytest.raises(api.UnreadableError) as raised:
        api.check(spec)
    assert [one.place.line for one in raised.value.faults if one.place] == [1, 2]
    assert f"{spec}:2:" in str(raised.value)
    assert "; fix: " in str(raised.value)


def test_a_build_gives_files_sizes_verdict_and_what_is_open(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "x")
    found = api.build(spec, options(tmp_path))

    (file,) = found.files
    assert (found.verdict, found.is_draft, file.is_new) == ("undecided", True, True)
    assert file.path == tmp_path / "out" / "x" / "application.html"
    assert file.size == len(file.path.read_bytes())
    assert [(one.path, one.ask) for one in found.open_places] == [("project.title", "coordinator")]
    assert api.unchanged(spec, options(tmp_path)) == found.as_unchanged
    assert api.build(spec, options(tmp_path)) == found.as_unchanged


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (spec,) = specs(tmp_path, "x")
    api.build(spec, options(tmp_path))
    api.check(spec)
    api.verify(tmp_path / "out" / "x", spec)

    assert capfd.readouterr() == ("", "")


def test_a_final_build_says_what_is_open_and_writes_nothing(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "x")

    with pytest.raises(api.StillOpenError) as raised:
        api.build(spec, replace(options(tmp_path), final=True))
    assert "project.title" in {one.path for one in raised.value.built.open_places}
    assert not (tmp_path / "out" / "x").exists()


def test_of_several_specs_each_comes_to_something(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b", "c")
    Path(names[1]).write_text("project: [\n")
    found = list(api.build_each(names, options(tmp_path)))

    assert [type(one) for one in found] == [api.Built, api.NotBuilt, api.Built]
    assert [one.spec for one in found] == names


def test_two_specs_of_one_folder_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    names = specs(tmp_path, "a", "b")
    Path(names[1]).write_text(Path(names[0]).read_text())

    with pytest.raises(api.ArgumentError, match="would both write the folder a"):
        list(api.build_each(names, options(tmp_path)))
    assert not (tmp_path / "out").exists()


class Watcher(api.Silent):
    """Progress that is written down."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def took(self, step: str, seconds: float, why: str) -> None:
        """Write a step down."""
        del seconds
        self.steps.append(f"{step}: {why}" if why else step)

    def over(self, names: Sequence[str]) -> Iterator[str]:
        """Write down what is made."""
        for name in names:
            self.steps.append(f"making {name}")
            yield name


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    (spec,) = specs(tmp_path, "x")
    told = Watcher()
    api.build(spec, options(tmp_path), progress=told)

    made = ["making application.html", "application.html: it was not there"]
    assert told.steps == ["read", "composed", *made]


@pytest.mark.parametrize(
    ("asked", "what"),
    [
        ({"call": "cos-clusint-2020-3-02"}, "call"),
        ({"strand": "Z"}, "strand"),
        ({"without": "NOBODY"}, "partner"),
    ],
)
def test_a_name_that_nothing_has_says_what_there_is(asked: dict[str, Any], what: str) -> None:
    with pytest.raises(api.UnknownNameError) as raised:
        api.check(UNFINISHED, **asked)
    assert raised.value.what == what
    assert "; did you mean " in str(raised.value) or "; there is " in str(raised.value)


@pytest.mark.parametrize(
    "error",
    [
        api.UnreadableError((api.Fault("a", "b"),), (Remark(Place("x", 1, 1), "b", "c"),)),
        api.TemplateError(api.Fault("a")),
        api.UnknownNameError("a", "call"),
        api.WriteError(Path("x"), OSError(28, "No space left on device")),
        api.StillOpenError(
            api.Built("x", Path("x"), "undecided", True, (), (), (), ())  # noqa: FBT003
        ),
        api.MissingProgramError("a"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_crosses_from_process_to_process(error: api.EscpError) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert (type(again), str(again)) == (type(error), str(error))
    assert repr(vars(again)) == repr(vars(error))


def test_every_name_is_there_and_no_other() -> None:
    assert [name for name in api.__all__ if getattr(api, name, None) is None] == []
    with pytest.raises(AttributeError):
        _ = api.nonsense  # type: ignore[attr-defined]


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import sys, escp_docs.api; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    heavy = {"pydantic", "yaml", "jinja2", "lxml", "weasyprint", "babel", "markdown_it", "click"}
    assert heavy.intersection(loaded.stdout.split()) == set()


@pytest.mark.parametrize(
    "asked", [{"strand": "Q"}, {"call_id": "cos"}], ids=lambda asked: next(iter(asked))
)
def test_a_new_spec_begins_with_names_that_there_are(asked: dict[str, str]) -> None:
    with pytest.raises(api.UnknownNameError):
        api.begin(call_id=asked.get("call_id", api.DEFAULT_CALL), strand=asked.get("strand"))


def test_what_cannot_stand_in_a_new_spec_says_its_cure() -> None:
    with pytest.raises(api.ArgumentError, match="partner is '1', not an id; begin with a letter"):
        api.begin(partners={"1": "PT"})
