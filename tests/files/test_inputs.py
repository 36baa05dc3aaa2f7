"""What a build depends on, asked by everybody who has to know: stamp, key, manifest, make, watch.

Every kind of input is changed in turn, and each of them says so.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from escp_docs import api
from escp_docs.build.build_stamp import unchanged
from escp_docs.build.options import BuildOptions
from escp_docs.files import inputs
from escp_docs.files.inputs import InputRole, Inputs
from tests.support.places import ROOT
from tests.support.reading import CALL_ID, HEAD

TODAY = date(2020, 11, 20)
PROGRAM = "export/html/writer.py"


@dataclass(frozen=True)
class House:
    """A spec with every kind of input, in a program that can be changed, and what was built."""

    home: Path
    program: Path

    @property
    def spec(self) -> str:
        """The folder of the spec."""
        return str(self.home / "spec")

    @property
    def options(self) -> BuildOptions:
        """How it is built."""
        documents = ("application",)
        return BuildOptions(self.home / "out", documents, ("html",), today=TODAY, depfile=True)

    @property
    def manifest(self) -> dict[str, object]:
        """What the manifest says."""
        found: dict[str, object] = json.loads(self.made("manifest.json"))
        return found

    @property
    def key(self) -> str:
        """The key of the file that is made."""
        files = self.manifest["files"]
        assert isinstance(files, dict)
        return str(files["application.html"]["key"])

    def made(self, name: str) -> str:
        """Return the text of a file of the output folder."""
        return (self.home / "out" / "x" / name).read_text()

    def build(self) -> None:
        """Build it."""
        api.build(self.spec, self.options)

    def changes(self) -> dict[InputRole, Path]:
        """Return a file of each role that can be changed."""
        return {
            InputRole.SPEC: self.home / "spec" / "project.yaml",
            InputRole.TEMPLATE: self.home / "spec" / "templates" / "application" / "application.md",
            InputRole.LOOK: self.home / "spec" / "templates" / "look" / "screen.css",
            InputRole.CALL: self.home / "spec" / "calls" / f"{CALL_ID}.yaml",
            InputRole.PROGRAM: self.program / PROGRAM,
        }


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    program = tmp_path / "program"
    shutil.copytree(inputs.PACKAGE, program, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(inputs, "PACKAGE", program)
    monkeypatch.setattr(inputs, "shipped", lambda _, there: ROOT / there)
    inputs.program.cache_clear()
    found = House(tmp_path, program)
    spec = tmp_path / "spec"
    for folder in ("templates/application", "templates/look", "calls"):
        (spec / folder).mkdir(parents=True)
    (spec / "project.yaml").write_text(f"{HEAD}project: {{acronym: X}}\n")
    (spec / "templates/application/application.md").write_text("## Title\n\n{{ call.title }}\n")
    shutil.copy(ROOT / "templates/look/screen.css", spec / "templates/look/screen.css")
    shutil.copy(ROOT / f"specs/calls/{CALL_ID}.yaml", spec / "calls")
    found.build()
    yield found
    inputs.program.cache_clear()


ROLES = [InputRole.SPEC, InputRole.TEMPLATE, InputRole.LOOK, InputRole.CALL, InputRole.PROGRAM]
ENDS: dict[InputRole, Callable[[str], str]] = {
    InputRole.SPEC: lambda text: text.replace("acronym: X", "acronym: X, title: Another"),
    InputRole.TEMPLATE: lambda text: f"{text}\nMore words.\n",
    InputRole.LOOK: lambda text: f"{text}\n/* another look */\n",
    InputRole.CALL: lambda text: text.replace("title: ", "title: Another ", 1),
    InputRole.PROGRAM: lambda text: f"{text}\n# another program\n",
}


def change(house: House, role: InputRole) -> Path:
    """Change a file of a role."""
    path = house.changes()[role]
    path.write_text(ENDS[role](path.read_text()))
    inputs.program.cache_clear()
    return path


def test_every_role_is_tried_or_said_below() -> None:
    # What the spec names is read by the reader, and libraries are folders of their metadata.
    assert {*ROLES, InputRole.NAMED, InputRole.LIBRARY} == set(InputRole)


@pytest.mark.parametrize("role", ROLES)
def test_the_stamp_says_that_something_may_be_due(house: House, role: InputRole) -> None:
    assert unchanged(house.spec, house.options) is not None
    change(house, role)

    assert unchanged(house.spec, house.options) is None


@pytest.mark.parametrize("role", ROLES)
def test_the_manifest_says_from_what_it_was_made(house: House, role: InputRole) -> None:
    before = house.manifest["inputs"]
    path = change(house, role)
    house.build()
    after = house.manifest["inputs"]

    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert [one for one in before if before[one] != after[one]] == [role]
    assert role is InputRole.PROGRAM or any(name.endswith(path.name) for name in after[role])


@pytest.mark.parametrize(
    "role", [InputRole.TEMPLATE, InputRole.LOOK, InputRole.CALL, InputRole.PROGRAM]
)
def test_what_was_made_is_made_anew(house: House, role: InputRole) -> None:
    before = house.key
    change(house, role)
    house.build()

    assert house.key != before


@pytest.mark.parametrize("role", ROLES)
def test_make_looks_at_it(house: House, role: InputRole) -> None:
    names = {(Path.cwd() / line.strip(" \\\n:")).resolve() for line in _words(house)}

    assert house.changes()[role].resolve() in names


def _words(house: House) -> list[str]:
    return house.made("documents.d").replace("\\ ", "\0").replace(":", " ").split()


@pytest.mark.parametrize("role", ROLES)
def test_watch_looks_at_its_folder(house: House, role: InputRole) -> None:
    folders = {Path(one).resolve() for one in api.watcher(house.spec, house.options, print).folders}

    assert house.changes()[role].parent.resolve() in folders


@pytest.mark.parametrize("role", [InputRole.TEMPLATE, InputRole.CALL, InputRole.SPEC])
def test_verify_names_what_changed_since(house: House, role: InputRole) -> None:
    if role is InputRole.SPEC:
        template = house.changes()[InputRole.TEMPLATE]
        template.write_text("{{ project.title }}\n")
        house.build()
    path = change(house, role)
    found = api.verify(house.home / "out" / "x", house.spec)

    (file,) = found.files
    assert any(role in remark and path.name in remark for remark in file.remarks), file


def test_what_the_spec_names_is_an_input(tmp_path: Path) -> None:
    spec, prose = tmp_path / "x.yaml", tmp_path / "texts" / "vision.md"
    spec.write_text(f"{HEAD}project: {{acronym: X}}\n")
    prose.parent.mkdir()
    prose.write_text("A vision.\n")
    found = Inputs(str(spec), named=(str(prose),))
    before = found.fingerprint()

    assert str(prose) in found.paths(CALL_ID)
    assert str(prose.parent) in found.folders()
    assert list(found.hashes(CALL_ID)[InputRole.NAMED]) == ["texts/vision.md"]
    prose.write_text("Another vision.\n")
    assert found.fingerprint() not in (None, before)


def test_a_library_of_another_version_is_another_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "lib-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(site))
    spec = tmp_path / "x.yaml"
    spec.write_text(HEAD)
    before = Inputs(str(spec)).fingerprint()
    (site / "lib-1.0.dist-info").rename(site / "lib-1.1.dist-info")

    assert Inputs(str(spec)).fingerprint() != before
    assert str(site / "lib-1.1.dist-info") in Inputs(str(spec)).paths(CALL_ID)


def test_a_built_in_file_with_one_of_your_own_in_its_place_is_not_used(tmp_path: Path) -> None:
    spec, own = tmp_path / "x.yaml", tmp_path / "templates" / "application" / "application.md"
    spec.write_text(HEAD)
    own.parent.mkdir(parents=True)
    own.write_text("## Mine\n")

    used = [one for one in Inputs(str(spec)).paths(CALL_ID) if one.endswith("application.md")]
    assert used == [str(own)]
