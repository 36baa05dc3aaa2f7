"""What holds for the rules whatever the spec: open facts, order, files, further partners."""

import random
from collections import Counter
from copy import deepcopy

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from escp_docs.finding import Answer, Severity
from escp_docs.judging.verdict import judge
from escp_docs.model.consortium import Partner
from escp_docs.model.entity import identifiers, same
from escp_docs.rule import Standing, Verdict
from escp_docs.rules import BY_CODE
from escp_docs.rules.facts.legal_entities import linked
from tests.rules import specs
from tests.rules.specs import Tree
from tests.support.reading import read
from tests.support.shuffling import shuffled
from tests.support.sizes import examples

# A spec is large, and shrinking one takes minutes: a failure shows the keys that it is about.
LAZY = settings(
    max_examples=examples(60),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


# They judge what is written, and are never undecided; BUD008 judges once the costs are known.
OF_WHAT_IS_WRITTEN = {rule.code for rule in BY_CODE.values() if rule.of_the_spec} | {"BUD008"}


def verdict(tree: Tree) -> Verdict:
    found = read(specs.text(tree))
    return judge(found.spec, found.call)


def answers(found: Verdict, code: str) -> set[Answer]:
    return {one.outcome.answer for one in found.judged if one.rule.code == code}


def faults(found: Verdict, code: str) -> set[Severity]:
    return {
        one.outcome.severity
        for one in found.judged
        if one.rule.code == code and one.outcome.answer is Answer.NOT_MET
    }


def said(found: Verdict) -> Counter[tuple[str, Answer, Severity]]:
    """Return all that a verdict says but places and words."""
    return Counter(
        (one.rule.code, one.outcome.answer, one.outcome.severity) for one in found.judged
    )


# --- open facts ------------------------------------------------------------------------------


def excused(full: Tree, absent: set[specs.Path]) -> set[str]:
    """Return the codes for which the design says that an absent key is not open.

    A country that only serves to match identifies nothing, and an entity has the country of its
    other entries; a region without countries is judged by its name alone, and one that is named
    like a country is that country in every rule on targets.
    """
    found: set[str] = set()
    if any(path[-1] == "country" for path in absent):
        found |= {"CON001", "CON007"}
        pics = [partner.get("pic") for partner in full["consortium"]["partners"]]
        if len(set(pics)) < len(pics):
            found |= {"CON003", "CON004"}
    if any(path[-1] == "countries" for path in absent):
        found |= {code for code in BY_CODE if code.startswith("TGT")}
    return found


@LAZY
@given(st.data(), specs.spec())
def test_filling_in_open_facts_overturns_nothing(data: st.DataObject, full: Tree) -> None:
    paths = specs.open_paths(full)
    absent = data.draw(st.sets(st.sampled_from(paths), max_size=12))
    before, after = verdict(specs.without(full, absent)), verdict(full)

    for code in BY_CODE.keys() - excused(full, absent):
        if answers(before, code) == {Answer.MET} and code not in OF_WHAT_IS_WRITTEN:
            assert answers(after, code) == {Answer.MET}, (code, absent)
        if faults(before, code):
            assert faults(after, code), (code, absent)
        if Severity.ERROR in faults(before, code):
            assert Severity.ERROR in faults(after, code), (code, absent)


@LAZY
@given(st.data(), specs.spec())
def test_a_single_open_fact_overturns_nothing(data: st.DataObject, full: Tree) -> None:
    path = data.draw(st.sampled_from(specs.open_paths(full)))
    before, after = verdict(specs.without(full, {path})), verdict(full)

    for code in BY_CODE.keys() - excused(full, {path}):
        if answers(before, code) == {Answer.MET} and code not in OF_WHAT_IS_WRITTEN:
            assert answers(after, code) == {Answer.MET}, (code, path)
        if faults(before, code):
            assert faults(after, code), (code, path)


@LAZY
@given(specs.spec())
def test_a_whole_spec_leaves_nothing_open(full: Tree) -> None:
    # FRM006 asks for identifiers too, which a whole spec here may lack; SUB002 who is in another
    # application, which no spec states; CON007 whether two that resemble each other are one; CON012
    # who is active in defence.
    identifying = {"FRM006", "SUB002", "CON007", "CON012"}
    found = verdict(full)

    for code in BY_CODE.keys() - identifying:
        assert Answer.UNDECIDED not in answers(found, code), code


# --- order and files -------------------------------------------------------------------------


@LAZY
@given(specs.spec(), st.data(), st.integers(0, 10_000))
def test_the_order_of_entries_and_keys_changes_no_verdict(
    full: Tree, data: st.DataObject, seed: int
) -> None:
    absent = data.draw(st.sets(st.sampled_from(specs.open_paths(full)), max_size=6))
    tree = specs.without(full, absent)
    other = shuffled(tree, random.Random(seed))

    assert said(verdict(other)) == said(verdict(tree))


@LAZY
@given(specs.spec(), st.integers(0, 10_000))
def test_splitting_a_spec_into_files_changes_nothing_but_places(full: Tree, seed: int) -> None:
    chance = random.Random(seed)
    parts: list[Tree] = [{}, {}, {}]
    for key, value in full.items():
        chance.choice(parts)[key] = value
    found = read(*(yaml.safe_dump(part, sort_keys=False) if part else "" for part in parts))

    assert judge(found.spec, found.call) == verdict(full)


# --- partners --------------------------------------------------------------------------------

NEWCOMER = {
    "id": "NEW",
    "legal_name": "Nueva Red",
    "pic": "999999999",
    "kind": "cluster_organisation",
    "own_legal_entity": "true",
    "eccp": {"status": "registered"},
    "other_applications": [],
}
ORDER = (Standing.INELIGIBLE, Standing.UNDECIDED, Standing.ELIGIBLE)


@LAZY
@given(specs.spec(), st.data(), st.sampled_from(["ES", "IS", "GB", "TR", "RE"]))
def test_an_eligible_partner_never_makes_a_consortium_less_eligible(
    full: Tree, data: st.DataObject, country: str
) -> None:
    """Two rules say otherwise, and are heeded: what a written list says is complete.

    AGR001: members of the agreement that are listed have to name the newcomer too. BUD003: where
    every partner asks for an amount of its own, the newcomer has to state its own.
    """
    absent = data.draw(st.sets(st.sampled_from(specs.open_paths(full)), max_size=6))
    tree = specs.without(full, absent)
    more = deepcopy(tree)
    more.setdefault("consortium", {}).setdefault("partners", []).append(
        NEWCOMER | {"country": country}
    )
    if "members" in more.get("agreement", {}):
        more["agreement"]["members"].append("NEW")
    if "requested_grant_eur" in more.get("budget", {}):
        more["budget"]["requested_grant_eur"]["NEW"] = "0"
    if "partners" in tree.get("consortium", {}):
        before, after = verdict(tree), verdict(more)
        assert ORDER.index(after.standing) >= ORDER.index(before.standing)
        for code in ("CON001", "CON003", "CON004"):
            assert not faults(after, code) or faults(before, code)


# --- entities --------------------------------------------------------------------------------

ENTRY = st.builds(
    lambda name, pic, number, country, legal: Partner(
        id=f"P{name}", pic=pic, registration_number=number, country=country, legal_name=legal
    ),
    st.integers(0, 10**9),
    st.sampled_from([None, "900000001", "900000002", "12"]),
    st.sampled_from([None, "A1", "A2"]),
    st.sampled_from([None, "IT", "FR"]),
    st.sampled_from([None, "Polo", "Rete"]),
)


@settings(max_examples=examples(400))
@given(st.lists(ENTRY, max_size=9))
def test_entities_are_the_groups_linked_pair_by_pair_parted_by_pic(entries: list[Partner]) -> None:
    keys = [identifiers(entry) for entry in entries]
    groups = {index: {index} for index in range(len(entries))}
    for left in range(len(entries)):
        for right in range(left):
            if same(keys[left], keys[right]) and groups[left] is not groups[right]:
                joined = groups[left] | groups[right]
                groups.update(dict.fromkeys(joined, joined))
    expected = {frozenset(group) for group in groups.values()}
    found = [frozenset(entity) for entity in linked(entries)]

    assert frozenset().union(*found) == frozenset(range(len(entries)))
    for group in expected:
        inside = [entity for entity in found if entity <= group]
        assert sum(len(entity) for entity in inside) == len(group)
        pics = {keys[one].pic for one in group} - {None}
        assert len(inside) == max(1, len(pics))
        for entity in inside:
            assert len({keys[one].pic for one in entity} - {None}) <= 1
