"""The files that a spec consists of: which are read, which are refused, and which are named."""

from pathlib import Path

import pytest

from escp_docs import files
from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.inputs import InputRole, Inputs
from escp_docs.read import spec as reading
from escp_docs.read.attached import has_front_matter
from escp_docs.read.source import decode
from escp_docs.read.spec import Reading
from tests.support.reading import CALL_ID, call

_OF_THE_SPEC = (InputRole.SPEC, InputRole.NAMED)
PROJECT = f"call: {CALL_ID}\nproject: {{acronym: X}}\n"


def laid_out(folder: Path, **texts: str) -> Path:
    """Write files, each named as its key with __ for / and a dot before its ending."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_yaml", ".yaml").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def read(spec: Path) -> Reading:
    return reading.spec(files.spec_sources(str(spec)), {CALL_ID: call()})


def faults(spec: Path) -> tuple[Fault, ...]:
    with pytest.raises(UnreadableError) as caught:
        read(spec)
    return caught.value.faults


@pytest.mark.parametrize("name", ["risks.yml", "Risks.YAML", "risks.Yml"])
def test_yaml_has_several_endings(tmp_path: Path, name: str) -> None:
    laid_out(tmp_path, project_yaml=PROJECT)
    (tmp_path / name).write_text("risks: []\n")

    assert read(tmp_path).spec.risks == ()


@pytest.mark.parametrize("name", ["budget.yaml.txt", "budget.txt", "x.yml.bak", "budget.json"])
def test_what_looks_like_a_part_and_is_not_read_is_named(tmp_path: Path, name: str) -> None:
    laid_out(tmp_path, project_yaml=PROJECT)
    (tmp_path / name).write_text("budget: {}\n")

    (remark,) = read(tmp_path).remarks

    assert name in remark.message


@pytest.mark.parametrize("name", ["notes.txt", "README.md", ".budget.yaml.swp", "logo.png"])
def test_other_files_are_nobodys_business(tmp_path: Path, name: str) -> None:
    laid_out(tmp_path, project_yaml=PROJECT)
    (tmp_path / name).write_text("x")

    assert not read(tmp_path).remarks


@pytest.mark.parametrize(
    "name",
    [
        "risks-LAPTOP.yaml",
        "risks (Anna's conflicted copy 2026-03-01).yaml",
        "risks (1).yaml",
        "Copy of risks.yaml",
        "risks.sync-conflict-20260301.yaml",
    ],
)
def test_a_copy_of_a_sync_program_is_one_fault_that_names_the_lines(
    tmp_path: Path, name: str
) -> None:
    laid_out(tmp_path, project_yaml=PROJECT, risks_yaml="risks:\n  - id: R1\n  - id: R2\n")
    (tmp_path / name).write_text("risks:\n  - id: R1\n  - id: R3\n")

    (fault,) = faults(tmp_path)

    assert "they differ in line 3" in fault.message
    assert fault.place is not None
    assert (Path(fault.place.file).name, fault.place.line) == (name, 1)


def test_a_part_of_another_name_is_no_copy(tmp_path: Path) -> None:
    laid_out(
        tmp_path, project_yaml=PROJECT, risks_yaml="risks: []\n", risky_yaml="indicators: []\n"
    )

    assert read(tmp_path).spec.indicators == ()


# --- entries and texts in files of their own -------------------------------------------------


def test_an_entry_lies_in_a_file_of_its_own_and_what_stands_beside_wins(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        spec__project_yaml=PROJECT,
        spec__consortium_yaml="consortium:\n  partners:\n    - id: A\n"
        "    - include: ../partners/B.yaml\n      city: Faro\n",
        partners__B_yaml="id: B\ncity: Porto\ncountry: PT\n",
    )

    found = read(tmp_path / "spec")

    assert [(one.id, one.city, one.country) for one in found.spec.partners][1] == (
        "B",
        "Faro",
        "PT",
    )
    assert found.places.of("consortium.partners[1].country").file.endswith("partners/B.yaml")
    assert found.places.of("consortium.partners[1].country").line == 3
    assert found.places.of("consortium.partners[1].city").file.endswith("consortium.yaml")


def test_what_is_wrong_in_an_included_file_is_told_there(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        spec__project_yaml=PROJECT + "consortium: {partners: [{include: ../B.yaml}]}\n",
        B_yaml="id: B\n\ncountrie: PT\n",
    )

    (fault,) = faults(tmp_path / "spec")

    assert fault.place is not None
    assert (Path(fault.place.file).name, fault.place.line) == ("B.yaml", 3)


def test_a_text_lies_in_a_file_of_its_own(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        project_yaml=PROJECT + "strategy: {vision: {file: texts/my vision.md}, mission: Act.}\n",
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "my vision.md").write_text("We *go*.\n\nFar.\n")

    found = read(tmp_path)

    assert found.spec.strategy.vision == "We *go*.\n\nFar."
    place = found.places.of("strategy.vision")
    assert (Path(place.file).name, place.line, place.column) == ("my vision.md", 1, 1)
    assert found.places.excerpt(place) == "We *go*."


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("/etc/hostname", "absolute path"),
        ("C:\\texts\\a.md", "absolute path"),
        ("texts\\a.md", "has backslashes"),
        ("../outside.md", "leads out of"),
        ("texts/../../outside.md", "leads out of"),
        ("nothing.md", "there is no file"),
        ("link.md", "is a link"),
        ("folder/a.md", "lies behind one"),
        ("texts", "no regular file"),
        ("front.md", "begins with front matter"),
        ("latin.md", "is not UTF-8"),
        ("long.md", "at most 1,000,000"),
    ],
)
def test_a_text_must_be_a_file_of_text_below_the_spec(tmp_path: Path, name: str, fact: str) -> None:
    spec = laid_out(tmp_path / "spec", texts__a_md="x\n", front_md="---\na: b\n---\nText\n")
    (tmp_path / "outside.md").write_text("secret\n")
    (spec / "link.md").symlink_to(tmp_path / "outside.md")
    (spec / "folder").symlink_to(spec / "texts")
    (spec / "latin.md").write_bytes(b"caf\xe9\n")
    (spec / "long.md").write_text("a" * 1_000_001)
    laid_out(spec, project_yaml=PROJECT + f"strategy: {{vision: {{file: '{name}'}}}}\n")

    (fault,) = faults(spec)

    assert fact in fault.message
    assert "secret" not in str(fault)


NAMES = ["my vision, v2.md", "v.md", "o'k.md", "a (1).md", "ü #1.md", "a: b.md", "x}.md"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("\n    file: t/my vision, v2.md\n", "my vision, v2.md"),
        ('{"file":"t/v.md"}\n', "v.md"),
        ("\n    file: >-\n      t/v.md\n", "v.md"),
        ("\n    file:\n      t/v.md\n", "v.md"),
        ("\n    file: |\n      t/v.md\n", "v.md"),
        ("{file: 't/o''k.md'}\n", "o'k.md"),
        ('{file: "t/\\u00fc #1.md"}\n', "ü #1.md"),
        ("{'file': t/v.md}\n", "v.md"),
        ("\n    ? file\n    : t/v.md\n", "v.md"),
        ("{file: t/v.md , }\n", "v.md"),
        ("\n    file: t/v.md  # the text\n", "v.md"),
        ("\n    file: t/a (1).md\n", "a (1).md"),
        ("{file: &v t/v.md}\n  mission: {file: *v}\n", "v.md"),
        ("{file: t/./v.md}\n", "v.md"),
    ],
)
def test_a_name_is_what_yaml_reads(tmp_path: Path, written: str, name: str) -> None:
    laid_out(tmp_path, spec__project_yaml=PROJECT + f"strategy:\n  vision: {written}")
    (tmp_path / "spec" / "t").mkdir()
    (tmp_path / "spec" / "t" / name).write_text("We go.\n", encoding="utf-8")

    assert read(tmp_path / "spec").spec.strategy.vision == "We go."


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("style", ["{{file: {}}}", "\n    file: {}", "\n    file:\n      {}"])
@pytest.mark.parametrize("quote", ["'", '"'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_whatever_a_file_is_called_it_is_found(
    tmp_path: Path, name: str, style: str, quote: str, end: str
) -> None:
    value = quote + f"t/{name}".replace("'", "''" if quote == "'" else "'") + quote
    text = PROJECT + "strategy:\n  vision: " + style.format(value) + "\n"
    laid_out(tmp_path, project_yaml=text.replace("\n", end))
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / name).write_text("We go.\n", encoding="utf-8")

    assert read(tmp_path).spec.strategy.vision == "We go."


@pytest.mark.parametrize(
    "written",
    [
        "[include: p/a.yaml, include: p/b.yaml]",
        '[{"include":"p/a.yaml"},{"include":"p/b.yaml"}]',
        "\n    - include: >\n        p/a.yaml\n    - include:\n        p/b.yaml",
    ],
)
def test_entries_are_found_however_they_are_named(tmp_path: Path, written: str) -> None:
    laid_out(
        tmp_path,
        project_yaml=PROJECT + f"consortium:\n  partners: {written}\n",
        p__a_yaml="id: A\n",
        p__b_yaml="id: B\n",
    )

    assert [one.id for one in read(tmp_path).spec.partners] == ["A", "B"]


def test_a_file_is_not_missed_because_something_else_is_no_yaml(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        project_yaml=PROJECT + "strategy:\n  vision:\n    file: t/a, b.md\n  mission: 'Act\n",
        t__x_md="x",
    )
    (tmp_path / "t" / "a, b.md").write_text("We go.\n")

    assert not [one for one in faults(tmp_path) if "there is no file" in one.message]


def test_a_backslash_is_told_with_the_path_that_is_meant(tmp_path: Path) -> None:
    text = "strategy: {vision: {file: t\\v.md}}\n"
    laid_out(tmp_path, project_yaml=PROJECT + text, t__v_md="x")

    (fault,) = faults(tmp_path)

    assert fault.message.startswith("'t\\v.md' has backslashes")
    assert fault.fix == "write / between folders: t/v.md"


def test_an_entry_may_lie_beside_the_folder_of_the_spec_and_no_further(tmp_path: Path) -> None:
    laid_out(
        tmp_path / "in" / "spec",
        project_yaml=PROJECT + "risks: [{include: ../../R.yaml}]\n",
    )
    laid_out(tmp_path, R_yaml="id: R\n")

    (fault,) = faults(tmp_path / "in" / "spec")

    assert "leads out of" in fault.message


def test_a_spec_of_one_file_includes_from_its_own_folder(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        spec__a_yaml=PROJECT + "risks: [{include: parts/R.yaml}]\n",
        spec__parts__R_yaml="id: R\ndescription: x\n",
    )

    assert (read(tmp_path / "spec" / "a.yaml").spec.risks or ())[0].id == "R"


@pytest.mark.parametrize(
    ("included", "fact"),
    [
        ("include: C.yaml\n", "includes another file"),
        ("- id: R\n", "is not one entry, but a list"),
        ("just text\n", "is not one entry, but a text"),
    ],
)
def test_an_included_file_is_one_entry(tmp_path: Path, included: str, fact: str) -> None:
    laid_out(
        tmp_path,
        spec__project_yaml=PROJECT + "risks: [{include: R.yaml}]\n",
        spec__parts__C_yaml="id: C\n",
    )
    (tmp_path / "spec" / "project.yaml").write_text(PROJECT + "risks: [{include: parts/R.txt}]\n")
    (tmp_path / "spec" / "parts" / "R.txt").write_text(included)

    assert any(fact in fault.message for fault in faults(tmp_path / "spec"))


def test_standard_input_names_no_files() -> None:
    text = (PROJECT + "risks: [{include: R.yaml}]\n").encode()

    with pytest.raises(UnreadableError) as caught:
        reading.spec([decode("<stdin>", text)], {CALL_ID: call()})

    assert "standard input can name no files" in str(caught.value)


def test_a_build_depends_on_every_file_of_its_spec(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        spec__project_yaml=PROJECT + "risks: [{include: ../R.yaml}]\n"
        "strategy: {vision: {file: vision.md}}\n",
        R_yaml="id: R\n",
        spec__vision_md="x\n",
    )
    spec = str(tmp_path / "spec")
    before = Inputs(spec).fingerprint()

    names = {Path(one.path).name for one in Inputs(spec).files() if one.role in _OF_THE_SPEC}
    (tmp_path / "R.yaml").write_text("id: R2\n")

    assert names == {"project.yaml", "vision.md", "R.yaml"}
    assert before != Inputs(spec).fingerprint()


def test_an_included_file_includes_no_other_and_says_so(tmp_path: Path) -> None:
    laid_out(
        tmp_path,
        spec__a_yaml=f"{PROJECT}consortium:\n  partners:\n    - include: p/A.yaml\n",
        spec__p__A_yaml="id: A\nkey_staff:\n  - include: B.yaml\n",
        spec__p__B_yaml="name: Bob\n",
    )

    (fault,) = faults(tmp_path / "spec")
    assert fault.message == "an included file can include no other"
    assert fault.place is not None
    assert (fault.place.file.endswith("A.yaml"), fault.place.line) == (True, 3)


@pytest.mark.parametrize(
    ("named", "there"),
    [
        ("Abstract.md", "abstract.md"),
        ("texts/abstact.md", "texts/abstract.md"),
        ("Texts/../visoin.md", "Texts/../vision.md"),
    ],
)
def test_a_file_that_is_called_almost_so_is_named(tmp_path: Path, named: str, there: str) -> None:
    spec = laid_out(tmp_path / "spec", abstract_md="x\n", texts__abstract_md="x\n", vision_md="x\n")
    (spec / "Texts").mkdir()
    laid_out(spec, project_yaml=PROJECT + f"strategy: {{vision: {{file: '{named}'}}}}\n")

    (fault,) = faults(spec)

    assert fault.fix == f"did you mean {there}?"


@pytest.mark.parametrize("named", ["soill.yaml", "Soil.yml", "soi.yml"])
def test_a_spec_that_is_called_almost_so_is_named(tmp_path: Path, named: str) -> None:
    laid_out(tmp_path, soil_yaml=PROJECT, notes_md="x\n")

    (fault,) = faults(tmp_path / named)

    assert fault.fix == f"did you mean {tmp_path / 'soil.yaml'}?"


@pytest.mark.parametrize("leads", ["nowhere.yaml", "link.yaml"])
def test_a_link_that_leads_to_nothing_is_called_a_link(tmp_path: Path, leads: str) -> None:
    (tmp_path / "link.yaml").symlink_to(tmp_path / leads)

    (fault,) = faults(tmp_path / "link.yaml")

    assert fault.message == f"{tmp_path / 'link.yaml'} is a link, and what it leads to is not there"


def test_a_name_that_is_too_long_names_no_file() -> None:
    (fault,) = faults(Path("x" * 300 + ".yaml"))

    assert fault.message.startswith("there is no file or folder xxx")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Our vision\n---\n\nWe go.\n",
        "---\ntitle: x\n\ntags:\n- a\n...\nWe go.\n",
        "---\n# kept by the editor\nlayout: page\n---\nWe go.\n",
        '---\n"title": x\n---\nWe go.\n',
        "\n---  \nlast modified: today\n---\n",
        "---\n---\nWe go.\n",
        "\ufeff---\na: b\n---\nWe go.\n",
    ],
)
def test_front_matter_is_told_whatever_ends_its_lines(text: str, end: str) -> None:
    assert has_front_matter(text.replace("\n", end))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    [
        "---\n\nWe go.\n\n---\n\nFar.\n",
        "---\nWe go far.\n---\n",
        "---\n- growth\n---\n",
        "We go.\n---\na: b\n---\n",
        "---\na: b\n",
        "----\na: b\n----\n",
        "---",
        "",
    ],
)
def test_a_rule_at_the_start_is_no_front_matter(text: str, end: str) -> None:
    assert not has_front_matter(text.replace("\n", end))


def test_front_matter_of_windows_is_a_fault(tmp_path: Path) -> None:
    laid_out(tmp_path, project_yaml=PROJECT + "strategy: {vision: {file: v.md}}\n")
    (tmp_path / "v.md").write_bytes(b"---\r\ntitle: x\r\n---\r\nWe go.\r\n")

    (fault,) = faults(tmp_path)

    assert "begins with front matter" in fault.message
