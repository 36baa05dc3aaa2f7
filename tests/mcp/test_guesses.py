"""Whether a guess hits what is withheld makes no difference to any answer."""

import json
import re
from pathlib import Path

import pytest

from tests.support.assistants import Answer, Call, ask, proposal

SPEC = """\
call: cos-clusint-2020-3-01
strand: A
project:
  acronym: REEF-4i
  title: Reefs for small firms of four regions
  duration_months: 24
  objectives: |
    The four clusters bring firms to markets that need them. Ivo Novák of Porto leads the work
    on harbours, and whoever has a question writes to ivo@reef.example or calls 00351 225550907.

    A month of work in Brest is EUR 6,150.
strategy:
  vision: In 2030 the sea is clean, and the four clusters work as one.
  mission: |
    Ida Weiss brings the firms of Genoa together with those of Porto, year after year.
roadmap:
  work_packages:
    - id: WP1
      title: Harbours
      lead: CMC
      effort: {CMC: 12, CMA: 9}
budget:
  reimbursement_rate: 0.75
  indirect_rate: 0.07
  indirect_base_excludes_subcontracting: true
  person_month_eur: {CMC: 5210, CMA: 6150}
  costs:
    - {partner: CMA, category: personnel, description: Officer, units: 613, unit_cost_eur: 4450}
    - {partner: CMC, category: personnel, description: Others, amount_eur: 31700}
    - {partner: CMC, category: travel, description: Trip, units: 3, unit_cost_eur: 1234}
consortium:
  coordinator: CMC
  partners:
    - id: CMC
      country: PT
      city: Porto
      legal_name: Cluster do Mar
      confirmed: [city, contact]
      contact:
        name: Ivo Novák
        role: Harbour master
        email: ivo@reef.example
        phone: +351 225 550 907
      signatories: [{name: Rosa Quill, role: Chair}]
      key_staff:
        - {name: Ida Weiss, role: Adviser, experience: Twelve years in the ports of Asia.}
    - {id: CMA, country: FR, city: Brest, legal_name: Cluster Mer}
    - {id: CMI, country: IT, city: Genoa, legal_name: Cluster Mare}
"""
WAITING = {
    "what": "value",
    "key": "consortium.partners[CMC].contact.name",
    "base": "Ivo Novák",
    "value": "Pia Holmen",
    "author": "a program",
    "reason": "Pia Holmen wrote so",
}
CMC = "consortium.partners[CMC]"
PROSE = "Ida Weiss brings the firms of Genoa together with those of Porto, year after year."

# The key, what it states or what a text says of it, and what is as like it as can be.
GUESSES = [
    (f"{CMC}.contact.name", "Ivo Novák", "Tim Zubík"),
    (f"{CMC}.contact.phone", "+351 225 550 907", "+351 225 550 908"),
    ("budget.person_month_eur.CMA", "6150", "6250"),
    ("strategy.mission", PROSE, PROSE.replace("Ida Weiss", "Uta Zubik")),
    (f"{CMC}.contact.name", "Novák", "Zubík"),
    (f"{CMC}.contact.name", "I. Novak", "I. Zubik"),
    (f"{CMC}.contact.name", "Pia Holmen", "Eva Zubiks"),
    (f"{CMC}.contact.role", "Harbour master", "Harbour keeper"),
    (f"{CMC}.contact.email", "ivo@reef.example", "tim@reef.example"),
    (f"{CMC}.contact.phone", "00351225550907", "00351225550908"),
    (f"{CMC}.signatories[0].name", "Rosa Quill", "Nora Zubik"),
    (f"{CMC}.key_staff[0].name", "Ida Weiss", "Uta Zubik"),
    (f"{CMC}.key_staff[0].name", "WEIß", "WEAß"),
    (
        f"{CMC}.key_staff[0].experience",
        "Twelve years in the ports of Asia.",
        "Twelve weeks in the ports of Asia.",
    ),
    ("budget.person_month_eur.CMA", "6,150", "6,180"),
    ("budget.person_month_eur.CMC", "5210", "5310"),
    ("budget.costs[0].unit_cost_eur", "4450", "4550"),
    ("budget.costs[0].units", "613", "614"),
    ("budget.costs[1].amount_eur", "31700", "31800"),
    ("budget.costs[1].amount_eur", "31 700", "31 800"),
]


def questions(key: str, guess: str) -> list[Call]:
    """Return what somebody asks who tries whether a guess is right."""
    text = f"We write that {guess} it is, and EUR {guess} a month; 40 firms of {guess}."
    return [
        *(("review", {"key": at, "text": text}) for at in ("strategy.vision", "keywords")),
        ("review", {"key": "strategy.vision", "text": PROSE.replace("Ida Weiss", guess)}),
        ("review", {"key": "project.objectives", "text": guess}),
        ("review", {"key": key, "text": guess}),
        proposal("budget.costs[0].category", guess),
        proposal(f"{CMC}.signatories[{guess}].name", guess),
        ("brief", {"key": f"{CMC}.key_staff[{guess}]"}),
        ("brief", {"key": guess}),
        ("explain", {"name": guess}),
        ("compare", {"since": guess}),
        ("compare", {"since": f"{guess}.docx"}),
        ("status", {"spec": guess}),
        (guess, {}),
        proposal(f"{CMC}.key_staff", {"name": guess, "role": guess}, action="add"),
        *proposals(key, guess),
        proposal(key, "7000"),
        ("propose", {"key": key, "action": "remove", "reason": guess, "facts": [guess]}),
        proposal("project.objectives", text),
        proposal("strategy.mission", PROSE.replace("Ida Weiss", guess)),
        ("status", {}),
    ]


def proposals(key: str, guess: str) -> list[Call]:
    """Return proposals of a guess, and a look at what came of them."""
    return [
        proposal(key, guess),
        proposal(key, guess),
        proposal(key, guess, reason=f"{guess} says so", facts=[guess]),
        ("brief", {"key": key}),
        ("status", {}),
        ("check", {"met": True}),
        ("next_questions", {"count": 20}),
    ]


def session(folder: Path, key: str, guess: str) -> list[str]:
    """Return the answers to such questions, of two assistants one after the other."""
    folder.mkdir()
    spec = folder / "ours.yaml"
    spec.write_text(SPEC)
    waiting = folder / "ours.record" / "proposals" / "program.json"
    waiting.parent.mkdir(parents=True)
    waiting.write_text(json.dumps({"proposals": [WAITING]}))
    (folder / "Ivo Novák.docx").write_bytes(b"")
    answers = ask(spec, *questions(key, guess), client=guess)
    answers += ask(spec, *proposals(key, guess))
    return [_plain(one, folder) for one in answers]


def _plain(answer: Answer, folder: Path) -> str:
    """Return an answer without what tells one run from another, and without words that are near."""
    text = re.sub(r"\d{8}T\d{6}-[0-9a-f]{8}", "FILE", answer.text.replace(str(folder), "FOLDER"))
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+(?:\+[\d:]+)?", "WHEN", text)
    if answer.is_error:
        text = re.split(r"[;:] (?:did you mean|there is|write one|`escp-docs)", text)[0]
    return f"{answer.is_error}\n{text}"


def alike(answer: str, words: str, others: str) -> str:
    """Return an answer with other words in place of some, however they are written."""
    for one, other in zip(forms(words), forms(others), strict=True):
        answer = re.sub(rf"(?:(?<!\w)|(?<=\\n)){re.escape(one)}(?!\w)", other, answer)
    said, _, text = answer.partition("\n")
    if '"waiting": [' not in text:
        return answer
    whole = json.loads(text)  # files of one moment stand in any order
    whole["waiting"].sort(key=lambda one: json.dumps(one, sort_keys=True))
    return f"{said}\n{json.dumps(whole, ensure_ascii=False)}"


def forms(words: str) -> list[str]:
    """Return words as answers may write them: as they are, one by one, as keys and amounts are."""
    several = words.split()
    digits = re.sub("[ ,]", "", words)
    return [
        words,
        " ".join(several[:2]),
        *(several[:1] if len(several) > 3 else several if digits.isalpha() else ()),
        words.rpartition(".")[0] if "@" in words else words,
        words.replace("@", ""),
        words.lstrip("+"),
        digits.lstrip("0"),
        words.replace(",", ".").rstrip("0"),
    ]


def compare(folder: Path, key: str, right: str, wrong: str) -> None:
    """Fail if an answer to a right guess is other than to a wrong one."""
    asked = [*questions(key, right), *proposals(key, right)]
    hit, missed = (
        session(folder / name, key, guess) for name, guess in (("a", right), ("b", wrong))
    )

    for call, one, other in zip(asked, hit, missed, strict=True):
        assert alike(one, right, wrong) == alike(other, wrong, wrong), call


@pytest.mark.parametrize(("key", "right", "wrong"), GUESSES[:4])
def test_no_answer_tells_whether_a_guess_is_right(
    tmp_path: Path, key: str, right: str, wrong: str
) -> None:
    compare(tmp_path, key, right, wrong)


@pytest.mark.slow
@pytest.mark.parametrize(("key", "right", "wrong"), GUESSES[4:])
def test_no_answer_tells_whether_another_guess_is_right(
    tmp_path: Path, key: str, right: str, wrong: str
) -> None:
    compare(tmp_path, key, right, wrong)


OTHERWISE = [
    ("Ivo Novák", "Tim Zubík"),
    ("Ida Weiss", "Uta Zubik"),
    ("Rosa Quill", "Nora Quint"),
    ("ivo@reef", "tim@reef"),
    ("225 550 907", "225 550 908"),
    ("225550907", "225550908"),
    ("CMC: 5210", "CMC: 3105"),
    ("CMA: 6150", "CMA: 9990"),
    ("EUR 6,150", "EUR 9,990"),
    ("units: 613, unit_cost_eur: 4450", "units: 3, unit_cost_eur: 4999"),
    ("amount_eur: 31700", "amount_eur: 92000"),
]
"""What is withheld of the spec, and what it might be as well."""

TRIED = (
    *(
        ("review", {"key": key, "text": text})
        for key in ("strategy.vision", "roadmap.work_packages[WP1].effort.CMA", "budget.costs")
        for text in ("The four clusters ask for EUR 300,000 for 24 months.", "900", "0")
    ),
    proposal("roadmap.work_packages[WP1].effort.CMA", "4000"),
    proposal("roadmap.work_packages[WP1].effort.CMA", "0"),
    proposal("budget.costs[0].category", "travel"),
    proposal("budget.costs[1].partner", "CMI"),
    ("propose", {"key": "budget.costs[0]", "action": "remove", "reason": "x", "facts": []}),
    (
        "propose",
        {"key": "budget.costs[0].category", "action": "remove", "reason": "x", "facts": []},
    ),
    proposal("budget.person_month_eur.CMA", "9990"),
    proposal("budget.reimbursement_rate", "0.9"),
)


def test_what_is_tried_is_told_alike_whatever_is_withheld(tmp_path: Path) -> None:
    told = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        spec = tmp_path / name / "ours.yaml"
        text = SPEC
        for one, other in OTHERWISE if name == "b" else ():
            assert one in text
            text = text.replace(one, other)
        spec.write_text(text)
        told.append([tried(one, spec.parent) for one in ask(spec, *TRIED)])

    for call, one, other in zip(TRIED, *told, strict=True):
        assert one == other, call


def tried(answer: Answer, folder: Path) -> object:
    """Return an answer without what `check` tells as well: rules that are tried on nothing."""
    text = _plain(answer, folder)
    if answer.is_error:
        return text
    whole = json.loads(text.partition("\n")[2])
    untried = whole.pop("untried")
    opens = whole.pop("open", [])
    return whole, [one for one in opens if one["code"] not in untried]


def agreeing(folder: Path, *, personal: bool) -> tuple[dict[str, list[str]], list[str]]:
    """Return the amounts and persons of a text by the facts that agree, and names without one."""
    spec = folder / "ours.yaml"
    spec.write_text(SPEC)
    text = (
        "All of it costs EUR 2,956,679.64. The part of CMA costs EUR 2,918,799.50, and of these "
        "EUR 2,759,550 are for personnel. The travel costs EUR 3,702. They trust Ivo Novák."
    )
    (found,) = ask(spec, ("review", {"key": "strategy.vision", "text": text}), personal=personal)
    facts = {one["words"]: [fact["key"] for fact in one["facts"]] for one in found.json["agreeing"]}
    return facts, found.json["names_without_fact"]


def test_the_whole_of_the_budget_is_a_fact_and_what_work_costs_is_none(tmp_path: Path) -> None:
    facts, names = agreeing(tmp_path, personal=False)

    assert facts == {
        "EUR 2,956,679.64": ["budget#total cost"],
        "CMA": ["consortium.partners[CMA].id"],
        "EUR 3,702": ["budget#travel"],
    }
    assert names == ["Ivo Novák"]


def test_whoever_is_told_of_persons_is_told_of_all_facts(tmp_path: Path) -> None:
    facts, names = agreeing(tmp_path, personal=True)

    assert facts["EUR 2,918,799.50"] == ["budget#cost.CMA"]
    assert facts["EUR 2,759,550"] == ["budget#personnel"]
    assert facts["Ivo Novák"] == [f"{CMC}.contact.name"]
    assert names == []


def test_a_proposal_is_no_version_that_tells_whether_it_is_right(tmp_path: Path) -> None:
    told = []
    for guess in ("Ivo Novák", "Tim Zubík"):
        spec = tmp_path / "ours.yaml"
        spec.write_text(SPEC)
        (put,) = ask(spec, proposal(f"{CMC}.contact.name", guess))
        since = f"ours.record/proposals/{put.json['file']}"
        (found,) = ask(spec, ("compare", {"since": since}))
        told.append(alike(_plain(found, tmp_path), guess, "Tim Zubík"))

    assert told[0] == told[1]


def test_a_text_that_is_cut_tells_no_half_of_a_name(tmp_path: Path) -> None:
    spec = tmp_path / "ours.yaml"
    long = "The firms go on. " * 41  # to the middle of the name
    spec.write_text(SPEC.replace("In 2030 the sea", f"{long[:690]} Ivo Novák. In 2030 the sea"))

    (found,) = ask(spec, ("brief", {"key": "project.title"}))

    (vision,) = [one for one in found.json["texts"] if one["key"] == "strategy.vision"]
    assert vision["is_cut"]
    assert "Iv" not in vision["quoted"]


@pytest.mark.parametrize("key", ["x[", "", "[", "consortium.partners[XX].contact.name", 5, None])
def test_a_proposal_of_a_program_for_an_odd_key_is_told_and_no_more(
    tmp_path: Path, key: object
) -> None:
    spec = tmp_path / "ours.yaml"
    spec.write_text(SPEC)
    folder = tmp_path / "ours.record" / "proposals"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(json.dumps({"proposals": [WAITING | {"key": key}]}))

    status, put = ask(spec, ("status", {}), proposal(f"{CMC}.contact.name", "Pia Holmen"))

    assert not status.is_error
    assert not put.json["waited_already"]
    assert put.json["replaces"] is None


def test_a_value_that_several_share_is_refused_whatever_the_guess(tmp_path: Path) -> None:
    told = []
    for guess in ("Ivo Novák", "Tim Zubík"):
        spec = tmp_path / "ours.yaml"
        text = SPEC.replace("name: Ivo Novák", "name: &ivo Ivo Novák", 1)
        spec.write_text(text.replace("name: Rosa Quill", "name: *ivo"))
        asked = (
            ("review", {"key": f"{CMC}.signatories[0].name", "text": guess}),
            proposal(f"{CMC}.signatories[0].name", guess),
            proposal(f"{CMC}.contact.name", guess),
        )
        told.append([alike(_plain(one, tmp_path), guess, "Tim Zubík") for one in ask(spec, *asked)])

    assert told[0] == told[1]
    assert "True" in told[0][0]
