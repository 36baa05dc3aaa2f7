"""Calls as files at the command line: listed, shown, begun, checked, compared."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from escp_docs.cli import main
from escp_docs.errors import UnreadableError
from escp_docs.model.call import Terms
from escp_docs.model.schema import ListOf, keys
from escp_docs.read import spec as reading
from escp_docs.read.call_scaffold import from_record
from escp_docs.read.topic_record import topic_record
from tests.support.places import ROOT, SPECS
from tests.support.reading import source

CALLS = sorted(path.stem for path in (SPECS / "calls").glob("*.yaml"))
RECORD: dict[str, Any] = {
    "TopicDetails": {
        "type": 1,
        "identifier": "SMP-COSME-2099-EXAMPLE-01",
        "title": "Example",
        "callIdentifier": "SMP-COSME-2099-EXAMPLE",
        "frameworkProgramme": {"id": 1, "abbreviation": "SMP", "description": "Single Market"},
        "actions": [
            {
                "types": [{"typeOfAction": "SMP-AG  Example Grants"}],
                "plannedOpeningDate": "4070908800000",
                "deadlineDates": ["4078684800000"],
            }
        ],
        "latestInfos": [
            {"lastChangeDate": "2099-02-01T10:00:00.000", "content": "<p>The <b>budget</b></p>"}
        ],
        "budgetOverviewJSONItem": {
            "budgetTopicActionMap": {
                "1": [
                    {
                        "action": "SMP-COSME-2099-EXAMPLE-01 - SMP-AG  Example Grants",
                        "budgetYearMap": {"2099": "1000000"},
                        "expectedGrants": 0,
                    },
                    {
                        "action": "SMP-COSME-2099-EXAMPLE-010 - SMP-AG  Example Grants",
                        "budgetYearMap": {"2099": "9000000"},
                        "expectedGrants": 7,
                    },
                ]
            }
        },
    }
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def written(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


# --- list and show ---------------------------------------------------------------------------


def test_calls_are_listed_one_id_a_line() -> None:
    assert run("call", "list").output.splitlines() == CALLS


def test_own_calls_are_listed_too(here: Path) -> None:
    run("call", "new", "mine")
    run("call", "new", "other", "--to", "elsewhere")

    assert "mine" in run("call", "list").output.splitlines()
    elsewhere = run("call", "list", "--calls", str(here / "elsewhere"))
    assert elsewhere.output.splitlines() == sorted([*CALLS, "other"])


@pytest.mark.parametrize("name", CALLS)
def test_a_call_is_shown_with_a_source_for_each_fact(name: str) -> None:
    done = run("call", "show", name, "--format", "json")
    page = json.loads(done.output)

    assert done.exit_code == 0
    assert page["id"] == name
    assert len([one for one in page["facts"] if one["source"]]) > 15
    assert all(one["states"] and one["shown"] for one in page["facts"])
    assert page["unknown"]
    text = run("call", "show", name).output
    assert all(one["path"] in text for one in page["facts"])


def test_what_is_no_call_is_told_with_the_nearest() -> None:
    done = run("call", "show", "cos-clusint-2020-3-1")

    assert done.exit_code == 2
    assert "did you mean cos-clusint-2020-3-01?" in done.output


# --- new -------------------------------------------------------------------------------------


def test_a_call_is_begun_from_nothing_and_says_what_is_not_written(here: Path) -> None:
    begun = run("call", "new", "My-Call")
    path = here / "calls" / "my-call.yaml"

    assert begun.exit_code == 0
    assert (here / "calls" / "call.schema.json").exists()
    assert written(path)["id"] == "my-call"
    checked = run("call", "check", str(path))
    assert checked.exit_code == 1
    assert "programme says that it is not written yet" in checked.output


def test_every_key_of_the_terms_stands_in_it_with_its_meaning(here: Path) -> None:
    from escp_docs.language.english.call_keys import CALL_KEYS  # noqa: PLC0415

    run("call", "new", "mine")
    text = (here / "calls" / "mine.yaml").read_text(encoding="utf-8")

    assert all(f"  # {name}:" in text for name in CALL_KEYS["Terms"])


def test_what_is_commented_out_there_has_the_form_that_is_wanted(here: Path) -> None:
    run("call", "new", "mine")
    text = (here / "calls" / "mine.yaml").read_text(encoding="utf-8")
    begun = text.partition("\nall_strands:\n")[2].partition("\n\n")[0]
    lines = (line.replace("# ", "", 1) for line in begun.splitlines())
    stated = yaml.safe_load("\n".join(line for line in lines if ":" in line))

    for name, key in keys(Terms).items():
        (entry,) = stated[name] if isinstance(key.shape, ListOf) else [stated[name]]
        shape = key.shape.item if isinstance(key.shape, ListOf) else key.shape
        assert isinstance(shape, type)
        assert {*entry} <= {*keys(shape)}, name


def test_nothing_is_written_over() -> None:
    run("call", "new", "mine")
    done = run("call", "new", "mine")

    assert done.exit_code == 2
    assert "is there already; nothing is written" in done.output


@pytest.mark.parametrize("name", ["", "1st", "a b", "../x"])
def test_a_name_that_is_no_id_is_refused(name: str, here: Path) -> None:
    done = run("call", "new", name)

    assert done.exit_code == 2
    assert "is no id of a call" in done.output
    assert not (here / "calls").exists()


@pytest.mark.parametrize("name", CALLS)
def test_what_a_call_begins_with_like_another_is_that_of_a_sibling(name: str, here: Path) -> None:
    assert run("call", "new", "mine", "--like", name).exit_code == 0
    found = (here / "calls" / "mine.yaml").read_text(encoding="utf-8")
    facts = [line.split()[1] for line in found.splitlines() if line.startswith("  confidence:")]

    assert written(here / "calls" / "mine.yaml")["number"] == "MINE"
    assert not {"stated", "official"} & {*facts}
    assert run("call", "check", "mine").exit_code == 0


def test_a_record_of_the_portal_gives_what_it_states_and_no_more(here: Path) -> None:
    (here / "topic.json").write_text(json.dumps(RECORD), encoding="utf-8")
    done = run("call", "new", "mine", "--from", "topic.json")
    found = written(here / "calls" / "mine.yaml")

    assert done.exit_code == 0
    assert found["number"] == "SMP-COSME-2099-EXAMPLE-01"
    assert found["programme"]["value"] == "Single Market"
    assert found["programme"]["confidence"] == "official"
    terms = found["all_strands"]
    # The hour of the record is not that of the call; 0 says that a number is not stated.
    assert str(terms["deadline"]["value"]) == "2099-04-01"
    assert str(terms["opening"]["value"]) == "2099-01-01"
    assert "expected_projects" not in terms
    assert found["corrigenda"][0]["value"]["changes"] == ["The budget"]
    # The amount may be that of several topics, so it is no fact; that of a sibling is left out.
    notes = [one.get("note", "") for one in found["unknown"]]
    assert "the record shows EUR 1,000,000, perhaps for several topics" in notes
    assert "9,000,000" not in (here / "calls" / "mine.yaml").read_text(encoding="utf-8")
    assert run("call", "show", "mine").exit_code == 0


def test_several_deadlines_of_a_record_are_stages(here: Path) -> None:
    record = json.loads(json.dumps(RECORD))
    record["TopicDetails"]["actions"][0]["deadlineDates"] = ["4078684800000", "4086547200000"]
    (here / "topic.json").write_text(json.dumps(record), encoding="utf-8")
    run("call", "new", "mine", "--from", "topic.json")
    stages = written(here / "calls" / "mine.yaml")["all_strands"]["stages"]

    assert [str(one["value"]["deadline"]) for one in stages] == ["2099-04-01", "2099-07-01"]
    assert run("call", "show", "mine").exit_code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the file is no JSON"),
        ("{", "the file is no JSON"),
        ("[]", "it has no key 'TopicDetails'"),
        ('{"TopicDetails": []}', "it has no key 'TopicDetails'"),
        ('{"TopicDetails": {}}', "the record has no identifier"),
        ("[" * 100_000, "nests too deeply"),
    ],
)
def test_what_is_no_record_is_refused_in_words(text: str, said: str, here: Path) -> None:
    (here / "topic.json").write_text(text, encoding="utf-8")
    done = run("call", "new", "mine", "--from", "topic.json")

    assert done.exit_code == 2
    assert said in done.output
    assert not (here / "calls").exists()


@pytest.mark.parametrize("key", list(RECORD["TopicDetails"]))
@pytest.mark.parametrize("odd", [None, [], {}, 0, "x", [[]], [{}], {"x": [None]}, [{"types": 3}]])
def test_a_record_of_another_shape_is_no_bug(key: str, odd: object) -> None:
    record = {"TopicDetails": RECORD["TopicDetails"] | {key: odd}}
    text = source(json.dumps(record), "topic.json")
    if key == "identifier" and odd != "x":
        with pytest.raises(UnreadableError, match="the record has no identifier"):
            topic_record(text)
        return
    made = from_record("mine", "mine.yaml", topic_record(text))

    assert reading.call(source(made, "mine.yaml")).id == "mine"


# --- check -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CALLS)
def test_nothing_is_wrong_with_a_call_that_ships(name: str) -> None:
    done = run("call", "check", name, "--format", "json")
    found = json.loads(done.output)

    assert (done.exit_code, found["faults"]) == (0, [])
    assert all(one["meets"] and one["fails"] for one in found["conditions"])


def changed(here: Path, name: str, *pairs: tuple[str, str]) -> str:
    """Write a call of ours with other words into `calls/`; return its file."""
    text = (SPECS / "calls" / f"{name}.yaml").read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (here / "calls").mkdir(exist_ok=True)
    path = here / "calls" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


UKRAINE = "smp-cosme-2024-clusterua"
SIBLING = ("title: EU-Ukraine", "# \ntitle: EU-Ukraine")


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("in: [ukraine]", "in: [ukrain]", 2, "did you mean 'ukraine'?"),
        ("at_least: 1, in: [ukraine]", "at_least: 2, in: [ukraine], count: countries", 1,
         "nobody can meet the condition from-ukraine"),
        ("at_least: 1, in: [ukraine]", "at_least: 0, in: [ukraine]", 1,
         "everybody meets the condition from-ukraine"),
        ("at_least: 1, in: [ukraine]", "at_least: 3, at_most: 2", 1,
         "from-ukraine asks for at least 3 and at most 2"),
        ("at_least: 1, in: [ukraine]", "atleast: 1", 2, "did you mean 'at_least'?"),
        ("at_least: 1, in: [ukraine]", "", 2, "demands nothing"),
        ("at_least: 1, in: [ukraine]", "at_least: 1, kinds: [universty]", 2,
         "no kind of organisation has that name"),
        ("as_at: 2024-03-19\n", "", 2, "lists countries without the day of the list"),
        ("union_of: [ukraine, smp_countries]", "union_of: [taking_part]", 2, "is made of itself"),
        ("  lengths_in_months:", "  length_in_months:", 2, "did you mean 'lengths_in_months'?"),
        ("opening:\n    value: 2024-03-19", "opening:\n    value: 2024-07-19", 1,
         "it opens on 2024-07-19, and closes on 2024-06-04"),
        ("value: 500000", "value: 5000000", 1,
         "a project can have EUR 5,000,000, and the strand has EUR 3,000,000"),
        ("    unit: projects\n", "", 1, "has no unit"),
        ("    confidence: official\n    source: *session", "    source: *session", 2,
         "lacks the key 'confidence'"),
        ("about: eligibility}", "about: eligible}", 2, "did you mean 'eligibility'?"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_call_file_is_told(
    old: str, new: str, status: int, said: str, here: Path
) -> None:
    done = run("call", "check", changed(here, UKRAINE, (old, new)))

    assert done.exit_code == status, done.output
    assert said in " ".join(done.output.split())


def test_a_stage_in_an_unknown_zone_is_told_with_the_nearest(here: Path) -> None:
    stages = """  stages:
    - value: {name: first, deadline: 2024-06-04T17:00:00+02:00, zone: %s}
      unit: stage
      confidence: official
      source: {document: d, quote: q}
  deadline:
"""
    path = changed(here, UKRAINE, ("  deadline:\n", stages % "Brussels"))
    assert "did you mean Europe/Brussels?" in run("call", "check", path).output
    path = changed(here, UKRAINE, ("  deadline:\n", stages % "Europe/Kyiv"))
    assert "is not by the clock of Europe/Kyiv" in run("call", "check", path).output


def test_another_edition_under_the_same_id_has_to_say_what_changed(here: Path) -> None:
    path = changed(here, UKRAINE, ("2024-06-04T17:00", "2024-06-11T17:00"))
    assert "tells the two apart" in run("call", "check", path).output

    corrigendum = """corrigenda:
  - value: {date: 2024-05-02, changes: [a week more]}
    unit: changes
    confidence: official
    source: {document: d, quote: q}

countries:
"""
    told = ("\ncountries:\n", corrigendum)
    path = changed(here, UKRAINE, ("2024-06-04T17:00", "2024-06-11T17:00"), told)
    assert run("call", "check", path).exit_code == 0


# --- diff ------------------------------------------------------------------------------------


def test_a_call_differs_in_nothing_from_itself() -> None:
    done = run("call", "diff", UKRAINE, UKRAINE)

    assert (done.exit_code, done.output) == (0, f"{UKRAINE} and {UKRAINE} say the same\n")


def test_codes_in_another_order_are_no_change(here: Path) -> None:
    path = changed(
        here, UKRAINE, ("value: [18, 24]", "value: [24, 18]"), ("[AT, BE, ", "[BE, AT, ")
    )
    done = run("call", "diff", str(SPECS / "calls" / f"{UKRAINE}.yaml"), path)

    assert (done.exit_code, "say the same" in done.output) == (0, True)


def test_what_changed_is_told_and_what_that_does_to_a_spec(here: Path) -> None:
    path = changed(here, UKRAINE, ("value: [18, 24]", "value: [18]"))
    (here / "spec.yaml").write_text(
        f"call: {UKRAINE}\nstrand: '1'\nproject: {{acronym: X, duration_months: 24}}\n",
        encoding="utf-8",
    )
    builtin = str(SPECS / "calls" / f"{UKRAINE}.yaml")
    done = run("call", "diff", builtin, path, "spec.yaml", "--format", "json")
    found = json.loads(done.output)

    assert done.exit_code == 1
    assert [one["path"] for one in found["changes"]] == ["all_strands.lengths_in_months"]
    (spec,) = found["specs"]
    assert (spec["before"], spec["after"]) == ("undecided", "ineligible")
    assert [rule for rule, _ in spec["appear"]] == ["error RMP003 length-outside-the-range"]
    text = run("call", "diff", builtin, path, "spec.yaml").output
    assert "spec.yaml: undecided -> ineligible" in text


# --- the schema, and own calls elsewhere -----------------------------------------------------


@pytest.mark.parametrize("name", CALLS)
def test_a_call_that_ships_holds_against_the_schema_of_calls(name: str) -> None:
    schema = json.loads(run("schema", "--of-call").output)
    text = (SPECS / "calls" / f"{name}.yaml").read_text(encoding="utf-8")
    found = yaml.load(text, Loader=yaml.BaseLoader)  # a loader of texts alone

    Draft202012Validator.check_schema(schema)
    kept = (ROOT / "specs" / "schemas" / "call.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == schema
    assert [one.message for one in Draft202012Validator(schema).iter_errors(found)] == []


def test_an_unknown_key_of_a_call_does_not() -> None:
    schema = json.loads(run("schema", "--of-call").output)

    assert [*Draft202012Validator(schema).iter_errors({"idd": "x"})]


def test_an_own_call_is_known_wherever_a_call_is_named(here: Path) -> None:
    run("call", "new", "mine", "--like", UKRAINE)

    assert run("init", "ours", "--call", "mine").exit_code == 0
    assert "call: mine" in (here / "ours" / "partnership.yaml").read_text(encoding="utf-8")
    assert run("check", "ours").exit_code == 0
    assert '"mine"' in run("schema", "--call", "mine").output
    assert "What mine says" in run("explain", "RMP003", "--call", "mine").output
    made = run("build", "--blank", "--call", "mine", "-d", "letters", "-f", "docx", "--output", "o")
    assert made.exit_code == 0, made.output
    assert list(here.glob("o/*mine*/**/*.docx"))


@pytest.mark.parametrize("full", [[], ["--full"]])
@pytest.mark.parametrize("name", CALLS)
def test_a_spec_asks_for_a_platform_where_its_call_does(
    name: str, full: list[str], here: Path
) -> None:
    assert run("init", "ours", "--call", name, "--acronym", "X", *full).exit_code == 0
    text = (here / "ours" / "partnership.yaml").read_text(encoding="utf-8")
    partners = yaml.safe_load(text)["consortium"]["partners"]
    call = reading.call(source((SPECS / "calls" / f"{name}.yaml").read_text("utf-8"), "c.yaml"))
    asks = any(call.terms(strand).eccp_status for strand in call.strands)

    assert [("eccp" in one) for one in partners] == [asks] * len(partners)


# --- editions --------------------------------------------------------------------------------


def remarks(spec: str) -> list[str]:
    """Return the messages of all remarks on a spec."""
    (found,) = json.loads(run("check", spec, "--format", "json").output)["specs"]
    return [one["message"] for one in found["remarks"]]


def test_a_spec_that_is_judged_by_an_older_edition_is_told_so(here: Path) -> None:
    run("init", "ours", "--acronym", "X")
    (here / "ours" / "calls").mkdir()
    text = (SPECS / "calls" / "cos-clusint-2020-3-01.yaml").read_text(encoding="utf-8")
    newer = text.replace("id: cos-clusint-2020-3-01", "id: second-edition", 1)
    newer = newer.replace('number: "1.0", date: 2020-09-30', 'number: "2.0", date: 2020-10-20', 1)
    (here / "ours" / "calls" / "second-edition.yaml").write_text(newer, encoding="utf-8")

    (told,) = [one for one in remarks("ours") if "a later edition" in one]
    assert told.endswith("second-edition of 2020-10-20; this is judged by cos-clusint-2020-3-01")
    spec = here / "ours" / "partnership.yaml"
    answer = spec.read_text(encoding="utf-8").replace("cos-clusint-2020-3-01", "second-edition", 1)
    spec.write_text(answer, encoding="utf-8")
    assert not [one for one in remarks("ours") if "a later edition" in one]


def test_what_changed_after_a_spec_was_drafted_is_told(here: Path) -> None:
    spec = "call: smp-cosme-2024-cluster\nproject: {acronym: X, drafting_date: %s}\n"
    (here / "spec.yaml").write_text(spec % "2024-12-24", encoding="utf-8")
    (told,) = [one for one in remarks("spec.yaml") if "was changed on" in one]

    assert "was changed on 2025-01-24, after this was drafted: affiliated entities can be" in told
    (here / "spec.yaml").write_text(spec % "2025-01-24", encoding="utf-8")
    assert not [one for one in remarks("spec.yaml") if "was changed on" in one]
