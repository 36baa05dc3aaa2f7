"""`check`: what it prints, in which form, and with which exit status."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from escp_docs.rules import ALL_RULES
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.reading import HEAD, INELIGIBLE, PROJECT


@pytest.mark.parametrize(
    ("spec", "verdict"),
    [("wave-4i", "eligible"), ("shield-4i.yaml", "eligible"), ("unfinished.yaml", "undecided")],
)
def test_the_examples(spec: str, verdict: str) -> None:
    status, output = run("check", str(SPECS / spec))

    assert status == 0
    assert f"{spec}: {verdict}" in output
    assert " error " not in output


def test_a_finding_shows_place_line_caret_fact_cure_and_source(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(INELIGIBLE)

    status, output = run("check", str(path), "-v")

    assert status == 1
    block = output[output.index(f"{path}:5:31: error CON002") :].splitlines()
    assert block[1] == "    5 | partners: [{id: A, country: US}]"
    assert block[2].index("^^") == block[1].index("US")
    assert [line.split(":")[0].strip() for line in block[4:6]] == ["fix", "source"]


def test_an_unreadable_spec_does_not_hide_the_readable_ones(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("call: x\nproject: {acronim: X}\n")

    status, output = run("check", str(tmp_path / "bad.yaml"), str(SPECS / "wave-4i"))

    assert status == 2
    assert "unknown key 'acronim'" in output
    assert "wave-4i: eligible" in output


def test_strict_fails_on_open_questions() -> None:
    assert run("check", "--strict", str(SPECS / "unfinished.yaml"))[0] == 1


def test_standard_input_is_read() -> None:
    status, output = run("check", "-", text=INELIGIBLE)

    assert status == 1
    assert "<stdin>:5:31: error CON002" in output


def test_json_agrees_with_its_schema_and_names_every_rule() -> None:
    _, output = run("check", "--format", "json", str(SPECS / "unfinished.yaml"), "/nowhere.yaml")
    report = json.loads(output)
    schema = json.loads((SPECS / "schemas" / "report.schema.json").read_text())

    jsonschema.Draft202012Validator(schema).validate(report)
    found, unreadable = report["specs"]
    assert found["verdict"] == "undecided"
    assert {one["code"] for one in found["outcomes"]} == {rule.code for rule in ALL_RULES}
    assert unreadable["verdict"] == "unreadable"
    assert report["errors"][0]["place"]["file"] == "/nowhere.yaml"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.yaml", None),
        ("empty.yaml", b""),
        ("binary.yaml", b"\x00\xff\x00"),
        ("deep.yaml", b"[" * 100_000),
        ("broken.yaml", b"a: [\n"),
        ("list.yaml", b"- a\n"),
    ],
)
def test_what_cannot_be_read_is_a_message_and_status_2(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    status, output = run("check", str(tmp_path / name))

    assert status == 2
    assert f"{name}:1:" in output or name in output
    assert "Traceback" not in output


def test_a_folder_without_yaml_is_told(tmp_path: Path) -> None:
    status, output = run("check", str(tmp_path))

    assert status == 2
    assert "no *.yaml or *.yml file" in output


def test_a_link_that_leaves_the_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text(HEAD + PROJECT)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "a.yaml").symlink_to(outside)

    status, output = run("check", str(tmp_path / "spec"))

    assert status == 2
    assert "leaves the folder" in output


def test_a_terminal_is_not_moved_by_what_a_spec_holds(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(HEAD + PROJECT + 'risks: [{id: "\\e[31mX"}]\n')

    _, output = run("check", str(path))

    assert "\x1b" not in output


_NOT_FOR_CHECK = (
    *("weasyprint", "docx", "jinja2", "markdown_it", "pypdf", "babel", "fontTools", "pydantic"),
    *("importlib.metadata", "email", "zipfile", "tempfile", "dataclasses"),
    *("escp_docs.read.mending.mended", "escp_docs.compose.documents", "escp_docs.produced.sent"),
)


def test_check_loads_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from escp_docs.cli import main\n"
        "try: main(['check', sys.argv[1]])\n"
        "except SystemExit as done: assert done.code == 0, done.code\n"
        "print(sorted({*sys.argv[2:]} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SPECS / "wave-4i"), *_NOT_FOR_CHECK],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[]"


def test_python_m_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "escp_docs", "--version"], capture_output=True, text=True, check=True
    )

    assert done.stdout.startswith("escp-docs, version ")


@pytest.mark.parametrize("command", ["build", "check", "explain", "init", "schema"])
def test_every_command_states_its_exit_status(command: str) -> None:
    status, output = run(command, "-h")

    assert status == 0
    assert "Exit status:" in output


def test_a_misspelt_command_is_guessed() -> None:
    status, output = run("chek", "x")

    assert status == 2
    assert "Did you mean 'check'" in output


def test_explain_prints_the_manual_with_the_calls_number() -> None:
    status, output = run("explain", "con003")

    assert status == 0
    assert "3 countries" in output
    assert "a minimum of three different countries participating" in " ".join(output.split())


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("BUD001", "90 %, share of eligible costs"),
        ("SUB001", "2 December 2020, 17:00 Brussels time"),
        ("SUB003", "1 consortium of each strand"),
        ("RMP003", "30 months at the least"),
        ("RMP003", "36 months at the most"),
        ("CON002", "the list inside the call text was not seen"),
        ("CON002", "Austria (AT), Belgium (BE)"),
        ("CON002", "Kosovo (XK)"),
        ("CON002", "Greenland (GL) as Denmark (DK)"),
        ("CON008", "warning, since the source is secondary"),
        ("STR002", "each goal names a target market"),
        ("STR004", "2 sectors of project and partners together"),
        ("CON003", "Strand B: the call file states no such fact"),
        ("AGR009", "error, since the source is consistency: this spec"),
    ],
)
def test_explain_shows_every_fact_of_a_rule_in_words(code: str, said: str) -> None:
    _, output = run("explain", code)

    assert said in " ".join(output.split())


def test_explain_puts_no_word_into_the_mouth_of_the_call() -> None:
    _, of_the_spec = run("explain", "AGR009")
    _, of_the_call = run("explain", "CON001")

    assert "What it rests on, under every call" in of_the_spec
    assert "cos-clusint-2020-3-01 says" not in of_the_spec
    assert "What cos-clusint-2020-3-01 says" in of_the_call


def test_explain_lists_every_rule_and_what_is_unknown() -> None:
    _, output = run("explain")

    assert all(rule.code in output for rule in ALL_RULES)
    assert "award criteria" in output


def test_explain_takes_the_name_that_stands_on_a_finding() -> None:
    assert run("explain", "too-few-countries") == run("explain", "CON003")


def test_explain_takes_a_key_as_reports_name_it() -> None:
    named = run("explain", "consortium.partners[CMA].city")

    assert named == run("explain", "consortium.partners[0].city")
    assert named[0] == 0


def test_explain_guesses_a_code() -> None:
    status, output = run("explain", "CON0003")

    assert status == 2
    assert "did you mean CON003" in output


@pytest.mark.parametrize(
    "name",
    [
        "country",
        "partners.country",
        "consortium.partners[0].country",
        "consortium.partners[].country",
    ],
)
def test_explain_says_what_a_key_is(name: str) -> None:
    status, output = run("explain", name)

    assert status == 0
    assert "consortium.partners[].country\n" in output
    assert "holds: two-letter country code" in output
    assert "asks: In which country is the partner established?" in output


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("contry", "did you mean country?"),
        ("xyzzyx", "lists the rules"),
        ("project.acronm", "did you mean project.acronym?"),
        ("consortium.partner[A].citty", "did you mean consortium.partners.city?"),
        ("partners.contct.nme", "did you mean partners.contact.name?"),
        ("project.xyzzyx", "lists the rules"),
    ],
)
def test_explain_guesses_a_key(name: str, said: str) -> None:
    status, output = run("explain", name)

    assert status == 2
    assert said in output


def test_a_key_as_json() -> None:
    (page,) = json.loads(run("explain", "strategy.vision", "--format", "json")[1])

    assert page["path"] == "strategy.vision"
    assert page["question"].endswith("?")


def test_explain_as_json() -> None:
    page = json.loads(run("explain", "CON001", "--format", "json")[1])

    assert page["strands"]["A"]["value"] == 3


@pytest.mark.parametrize("name", ["wave-4i", "shield-4i.yaml", "unfinished.yaml"])
def test_the_examples_agree_with_the_schema(name: str) -> None:
    import yaml  # noqa: PLC0415

    class Core(yaml.SafeLoader):
        """YAML 1.2: dates and yes are texts."""

    Core.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(("timestamp", "bool"))]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    path = SPECS / name
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    whole: dict[str, object] = {}
    for one in files:
        whole |= yaml.load(one.read_text(), Core)
    schema = json.loads((SPECS / "schemas" / "spec.schema.json").read_text())

    assert not [
        f"{error.json_path}: {error.message[:100]}"
        for error in jsonschema.Draft202012Validator(schema).iter_errors(whole)
    ]
