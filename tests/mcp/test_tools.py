"""Whatever an assistant asks, the files of a spec stay as they are; what it proposes is shown."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.assistants import TOOL_NAMES, Call, ask, proposal, stands
from tests.support.many_hands import KEYS, SPEC
from tests.support.places import SPECS
from tests.support.program import run
from tests.support.sizes import examples

CITY = "consortium.partners[CMA].city"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
KEY = st.sampled_from((*KEYS, "project", "consortium.partners", "budget.costs", "x[", "", "a.b"))
ARGUMENT = {
    "spec": st.just("") | st.text(max_size=10),
    "key": KEY | JUNK,
    "text": st.text(max_size=80) | JUNK,
    "name": st.sampled_from(("CON003", "city", "nothing")) | JUNK,
    "since": st.sampled_from(("", "HEAD", "../ours.yaml", "--output=x", "/")) | JUNK,
    "count": st.integers(-3, 30) | JUNK,
    "met": st.booleans() | JUNK,
    "action": st.sampled_from(("set", "add", "remove")) | JUNK,
    "value": JUNK,
    "reason": st.text(max_size=20) | JUNK,
    "facts": st.lists(st.text(max_size=5), max_size=3) | JUNK,
}
CALL = st.tuples(
    st.sampled_from((*TOOL_NAMES, "write", "")),
    st.fixed_dictionaries({}, optional=ARGUMENT) | st.dictionaries(st.text(max_size=5), JUNK),
)
PROPER = st.builds(
    lambda key, value, action: proposal(key, value, action=action),
    KEY,
    st.text(max_size=12) | st.dictionaries(st.sampled_from(("id", "country", "confirmed")), JUNK),
    st.sampled_from(("set", "add", "remove")),
)


@given(calls=st.lists(CALL | PROPER, min_size=1, max_size=8))
@settings(max_examples=examples(25))
def test_no_call_of_any_kind_changes_a_byte_of_the_spec(
    calls: list[Call], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "ours.yaml").write_text(SPEC, encoding="utf-8")

    answers = ask(folder / "ours.yaml", *calls)

    assert len(answers) == len(calls)
    assert stands(folder) == {"ours.yaml": SPEC.encode()}
    for one in (folder / "ours.record").rglob("*.json"):
        assert "confirmed" not in str(json.loads(one.read_text())["proposals"][0]["value"])
    shutil.rmtree(folder)


def test_every_tool_answers_a_proper_question(spec: Path) -> None:
    key = {"key": "project.objectives"}
    answers = ask(
        spec,
        ("next_questions", {"count": 2}),
        ("brief", key),
        ("review", {**key, "text": "Three partners meet 40 firms in Osaka."}),
        ("check", {}),
        ("explain", {"name": "too-few-countries"}),
        ("explain", {"name": "consortium.partners[CMA].city"}),
        ("status", {}),
        proposal(CITY, "Nantes"),
        mode="legacy",
    )

    assert not [one.text for one in answers if one.is_error]
    questions, brief, review, check, rule, key_page, status, put = (one.json for one in answers)
    assert len(questions["questions"]) == 2
    assert questions["questions"][0]["decides"]
    assert brief["page"]["states"]
    assert brief["stated"].startswith("First line.")
    assert review["without_fact"] == ["40 firms"]
    assert review["names_without_fact"] == ["Osaka"]
    assert check["verdict"] == "undecided"
    assert check["outcomes"][0]["source"]["quote"]
    assert rule["rule"]["code"] == "CON003"
    assert key_page["keys"][0]["holds"] == "text"
    assert status["waiting"] == []
    assert put["verdict"] == {"now": "undecided", "if_taken": "undecided"}


def test_a_proposal_waits_with_author_and_reason_until_a_person_takes_it(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))

    status, shown = run("pull", str(spec))
    applied, _ = run("pull", str(spec), "--apply")
    untouched = spec.read_text()
    taken, _ = run("pull", str(spec), "--accept", CITY)

    assert status == applied == 1
    assert "by assistant (mcp" in shown
    assert "reason: it moved" in shown
    assert "rests on: project.title" in shown
    assert "as returned   Nantes" in shown
    assert untouched == SPEC
    assert taken == 0
    assert spec.read_text() == SPEC.replace("Brest", "Nantes")
    assert run("pull", str(spec))[0] == 0
    assert ask(spec, ("status", {}))[0].json["waiting"] == []


def test_what_a_person_leaves_is_not_proposed_again(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))

    assert run("pull", str(spec), "--keep", CITY)[0] == 0
    assert run("pull", str(spec)) == (0, "nothing is proposed\n")
    assert spec.read_text() == SPEC


def test_a_taking_can_be_taken_back_and_is_proposed_again(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    run("pull", str(spec), "--accept", CITY)

    run("pull", str(spec), "--undo")

    assert spec.read_text() == SPEC
    assert "as returned   Nantes" in run("pull", str(spec))[1]


def test_options_that_speak_of_files_want_one(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))

    status, said = run("pull", str(spec), "--from", "CMC", "--apply")

    assert status == 2
    assert "name one" in said
    assert spec.read_text() == SPEC


@pytest.mark.parametrize(
    "call",
    [
        proposal("consortium.partners[CMA].confirmed", ["city"]),
        proposal("consortium.partners[CMA].confirmed", "all"),
        proposal("consortium.partners[CMA].confirmed", None, action="remove"),
        proposal("consortium.partners", {"id": "NEW", "confirmed": "all"}, action="add"),
    ],
)
def test_no_proposal_confirms_a_fact(spec: Path, call: Call) -> None:
    (answer,) = ask(spec, call)

    assert answer.is_error
    assert "only a partner can confirm" in answer.text
    assert not list(spec.parent.rglob("*.json"))


def test_a_program_that_writes_the_file_itself_confirms_nothing_either(spec: Path) -> None:
    folder = spec.parent / "ours.record" / "proposals"
    folder.mkdir(parents=True)
    key = "consortium.partners[CMA].confirmed"
    found = {"what": "answer", "key": key, "value": "all", "author": "assistant (x)"}
    (folder / "a.json").write_text(json.dumps({"proposals": [found]}))

    status, shown = run("pull", str(spec), "--accept", key)

    assert status == 2
    assert "cannot be written as it stands" in shown
    assert spec.read_text() == SPEC


WORDING = "agreement.wording"


@pytest.mark.parametrize(
    "call",
    [
        proposal("declarations", [{"id": "x", "by": "M. Silva"}]),
        proposal("declarations", {"id": "x"}, action="add"),
        proposal("declarations", None, action="remove"),
        proposal(f"{WORDING}[0].status", "agreed"),
        proposal(f"{WORDING}[0].answer", "We agree."),
        proposal(f"{WORDING}[0].comments", "CMA: fine", action="add"),
        proposal(f"{WORDING}[0].comments[0]", None, action="remove"),
        proposal(WORDING, {"clause": "fees", "text": "No fees.", "status": "agreed"}, action="add"),
        proposal("agreement", {"wording": [{"clause": "fees", "answer": "yes"}]}),
    ],
)
def test_no_proposal_says_what_a_person_alone_can(spec: Path, call: Call) -> None:
    (answer,) = ask(spec, call)

    assert answer.is_error
    assert "leave that to a person" in answer.text
    assert not list(spec.parent.rglob("*.json"))


def test_words_for_a_clause_can_be_proposed(spec: Path) -> None:
    (answer,) = ask(
        spec,
        proposal(
            WORDING,
            {
                "clause": "liability-cap",
                "text": "No fees.",
                "by": "CMA",
            },
            action="add",
        ),
    )

    assert not answer.is_error, answer.text


@pytest.mark.parametrize(
    "call",
    [
        proposal(CITY, "[withheld]"),
        proposal("project.objectives", "Ask \\[Withheld\\] of Brest."),
        proposal("consortium.partners[CMA].strengths", ["[withheld]"]),
        proposal("consortium.partners[CMA].contact", {"name": "[withheld]"}),
        proposal("consortium.partners[CMA].key_staff", {"name": "[ withheld ]"}, action="add"),
        proposal("budget.person_month_eur", {"[withheld]": "4000"}),
    ],
)
def test_no_proposal_puts_the_mask_over_words(spec: Path, call: Call) -> None:
    (answer,) = ask(spec, call)

    assert answer.is_error
    assert "stands for words that you were not told" in answer.text
    assert not list(spec.parent.rglob("*.json"))


def test_a_text_that_holds_the_mask_itself_may_keep_it(spec: Path) -> None:
    spec.write_text(SPEC.replace("Second line.", "Names are [withheld] here."))

    (answer,) = ask(spec, proposal("project.objectives", "The names are [withheld] here."))

    assert not answer.is_error


@pytest.mark.parametrize("value", ["[withheld]", "Name \\[withheld\\]"])
def test_a_program_that_writes_the_file_itself_puts_no_mask_either(spec: Path, value: str) -> None:
    folder = spec.parent / "ours.record" / "proposals"
    folder.mkdir(parents=True)
    found = {"what": "value", "key": CITY, "base": "Brest", "value": value}
    (folder / "a.json").write_text(json.dumps({"proposals": [found]}))

    status, shown = run("pull", str(spec), "--accept", CITY)

    assert status == 2
    assert "stands for words that the program was not told" in shown
    assert spec.read_text() == SPEC


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (proposal(CITY, "Brest"), "the spec says that already"),
        (proposal(CITY, "Nantes", reason=" "), "give a reason"),
        (proposal(CITY, None), "give a value"),
        (proposal("consortium.partners[XYZ].city", "Nantes"), "XYZ"),
        (proposal("consortium.partners[CMA].town", "Nantes"), "there is no key"),
        (proposal("consortium.partners[CMA].country", "Atlantis"), "Atlantis"),
        (proposal("consortium", {"coordinator": "CMA"}), "holds several values"),
        (proposal("project.title", "x" * 200_001), "at most 200,000 characters"),
        (proposal(CITY, "x", spec="other.yaml"), "none of the specs"),
        (("propose", {}), "key: is missing; reason: is missing; facts: is missing"),
        (("check", {"path": "/etc/passwd"}), "path: is no argument of this tool"),
        (("next_questions", {"count": 0}), "greater than or equal to 1"),
        (("write", {}), "there is no tool 'write'; there is next_questions"),
        (("compare", {"since": "/etc/passwd"}), "no file in the folder of the spec"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure(spec: Path, call: Call, words: str) -> None:
    (answer,) = ask(spec, call)

    assert answer.is_error
    assert words in answer.text
    assert not list(spec.parent.rglob("*.json"))


def test_a_link_that_leads_out_of_the_folder_is_no_version(spec: Path, tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    inner = folder / "inner.yaml"
    inner.write_text(SPEC)
    (folder / "other.docx").symlink_to(spec)

    (answer,) = ask(inner, ("compare", {"since": "other.docx"}))

    assert answer.is_error
    assert "no file in the folder" in answer.text


def test_the_same_proposal_waits_once_and_a_better_one_takes_its_place(spec: Path) -> None:
    first, again, better = ask(
        spec, proposal(CITY, "Nantes"), proposal(CITY, "Nantes"), proposal(CITY, "Quimper")
    )

    assert again.json["file"] == first.json["file"]
    assert again.json["waited_already"]
    (waiting,) = (spec.parent / "ours.record" / "proposals").iterdir()
    assert waiting.name == better.json["file"]


def test_what_replaces_a_proposal_says_which(spec: Path) -> None:
    first, better = ask(
        spec,
        proposal(CITY, "Nantes", reason="it moved"),
        proposal("consortium.partners[1].city", "Quimper", reason="it moved on"),
    )

    assert first.json["replaces"] is None
    assert better.json["replaces"] == {"value": "Nantes", "quoted": {"reason": "it moved"}}
    assert len(list((spec.parent / "ours.record" / "proposals").iterdir())) == 1


def test_a_person_is_not_told_by_what_is_replaced(spec: Path) -> None:
    key = "consortium.partners[CMA].contact.name"
    _, put = ask(spec, proposal(key, "Nina Nextone"), proposal(key, "Paul Another"))

    assert put.json["replaces"]["value"] == "[withheld]"


def test_a_new_reason_for_the_same_value_takes_the_place_of_the_old_one(spec: Path) -> None:
    _, again = ask(
        spec,
        proposal(CITY, "Nantes", reason="a guess"),
        proposal(CITY, "Nantes", reason="its letter of 3 May"),
    )

    (waiting,) = (spec.parent / "ours.record" / "proposals").iterdir()
    (found,) = json.loads(waiting.read_text())["proposals"]
    assert found["reason"] == "its letter of 3 May"
    assert not again.json["waited_already"]
    assert again.json["replaces"]["value"] == "Nantes"


def test_the_reasons_of_two_assistants_for_the_same_value_are_both_kept(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes", reason="a guess"))
    second, third = ask(
        spec, *(proposal(CITY, "Nantes", reason="its letter", facts=["a letter"]) for _ in "12")
    )

    (waiting,) = (spec.parent / "ours.record" / "proposals").iterdir()
    (found,) = json.loads(waiting.read_text())["proposals"]
    assert found["reason"].startswith("a guess\nassistant (mcp")
    assert found["reason"].endswith(": its letter")
    assert found["facts"] == ["project.title", "a letter"]
    assert not second.json["waited_already"]
    assert third.json["waited_already"]


def test_a_file_of_another_program_with_odd_facts_takes_a_reason_too(spec: Path) -> None:
    folder = spec.parent / "ours.record" / "proposals"
    folder.mkdir(parents=True)
    found = {"what": "value", "key": CITY, "base": "Brest", "value": "Nantes", "facts": 5}
    (folder / "a.json").write_text(json.dumps({"proposals": [found]}))

    (answer,) = ask(spec, proposal(CITY, "Nantes", reason="its letter"))

    assert answer.json["replaces"]["value"] == "Nantes"
    (waiting,) = folder.iterdir()
    assert "its letter" in json.loads(waiting.read_text())["proposals"][0]["reason"]


@pytest.mark.parametrize("is_removed_first", [True, False])
def test_the_later_word_on_a_key_replaces_the_earlier_one(
    spec: Path, *, is_removed_first: bool
) -> None:
    stated = proposal(CITY, "Nantes")
    removed = ("propose", {"key": CITY, "action": "remove", "reason": "it moved", "facts": ["x"]})
    calls = [removed, stated] if is_removed_first else [stated, removed]

    first, then = ask(spec, *calls)

    assert [one.is_error for one in (first, then)] == [False, False]
    (waiting,) = (spec.parent / "ours.record" / "proposals").iterdir()
    assert waiting.name == then.json["file"]
    assert then.json["replaces"]["value"] == (None if is_removed_first else "Nantes")
    assert "1 conflict" not in run("pull", str(spec))[1]


def test_two_assistants_that_differ_are_shown_both(spec: Path) -> None:
    ask(spec, proposal(CITY, "Nantes"))
    ask(spec, proposal(CITY, "Quimper"))

    shown = run("pull", str(spec))[1]

    assert "\n1 conflict\n" in shown
    assert 'says "Nantes"' in shown
    assert 'says "Quimper"' in shown


def test_a_fact_that_a_person_stated_meanwhile_is_not_overwritten(spec: Path) -> None:
    key = "consortium.partners[CMA].website"
    ask(spec, proposal(key, "https://cma.example"))
    run("set", str(spec), f"{key}=https://other.example")

    shown = run("pull", str(spec))[1]

    assert "1 conflict" in shown
    assert "as it is now  https://other.example" in shown


def test_so_many_wait_and_no_more(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("escp_docs.assisting.proposal_box._MOST", 2)

    *_, last = ask(spec, *(proposal(one, "Nantes") for one in KEYS[:3]))

    assert last.is_error
    assert "2 proposals wait for a person" in last.text


def test_a_record_that_cannot_be_written_is_told(spec: Path) -> None:
    (spec.parent / "ours.record").write_text("in the way")

    (answer,) = ask(spec, proposal(CITY, "Nantes"))

    assert answer.is_error
    assert "cannot be written" in answer.text


def test_a_record_that_is_a_link_is_not_followed(spec: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (spec.parent / "ours.record").symlink_to(tmp_path / "elsewhere")

    (answer,) = ask(spec, proposal(CITY, "Nantes"))

    assert answer.is_error
    assert not list((tmp_path / "elsewhere").iterdir())


def test_of_several_specs_one_is_named_by_the_assistant(spec: Path) -> None:
    other = spec.with_name("theirs.yaml")
    other.write_text(SPEC)

    unnamed, named, outside = ask(
        [spec, other],
        ("check", {}),
        ("check", {"spec": str(other)}),
        ("check", {"spec": str(SPECS / "shield-4i.yaml")}),
    )

    assert "say which spec is meant" in unnamed.text
    assert named.json["spec"] == str(other)
    assert "none of the specs" in outside.text


def test_a_spec_that_cannot_be_read_is_told_by_its_faults(spec: Path) -> None:
    spec.write_text(SPEC.replace("strand: A", "strand: [A"))

    check, brief, put = ask(spec, ("check", {}), ("brief", {"key": CITY}), proposal(CITY, "x"))

    assert check.json["verdict"] == "unreadable"
    assert check.json["errors"][0]["place"]["line"]
    assert brief.is_error
    assert put.is_error
