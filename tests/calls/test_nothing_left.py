"""Facts of a call that leave nothing and nobody are told where they stand; others are not."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from escp_docs.cli import main
from escp_docs.errors import UnreadableError
from escp_docs.judging.calls.check import check_call
from escp_docs.model.call import Call
from tests.calls.conditions import HEAD, SOURCE, call_with

TERMS = f"all_strands:\n  least_legal_entities: {{value: 2, {SOURCE}}}\n"


def told(call: Call) -> dict[str, str]:
    return {one.path: one.message for one in check_call(call).faults}


def fact(value: object) -> str:
    return f"{{value: {value}, {SOURCE}}}"


def money(highest: int | None = None, **bounds: object) -> Call:
    stated = "".join(f"  {key}: {fact(value)}\n" for key, value in bounds.items())
    cap = f"  highest_grant_eur: {fact(highest)}\n" if highest is not None else ""
    return call_with(terms=f"{TERMS}{cap}money:\n{stated}")


def form(section: str, more: str = "") -> Call:
    return call_with(terms=f"{TERMS}form:\n  sections: {fact(f'[{section}]')}\n{more}")


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (money(least_grant_eur=5, highest=4), "money.least_grant_eur"),
        (
            money(least_partner_grant_eur=5, highest_partner_grant_eur=4),
            "money.least_partner_grant_eur",
        ),
        (money(least_partner_grant_eur=5, highest=4), "money.least_partner_grant_eur"),
        (money(lump_sums_eur=[3, 9], least_grant_eur=10), "money.lump_sums_eur"),
        (money(lump_sums_eur=[3, 9], highest=2), "money.lump_sums_eur"),
        (money(lump_sums_eur=[3, 9], least_grant_eur=4, highest=8), "money.lump_sums_eur"),
        (money(lump_sums_eur=[]), "money.lump_sums_eur"),
        (money(rates_by_kind={}), "money.rates_by_kind"),
        (money(lump_sums_eur=[1], highest=0), "all_strands.highest_grant_eur"),
        (form("{title: A, keys: [strategy.impact], pages: 0}"), "form.sections.value[0].pages"),
        (
            form("{title: A, keys: [strategy.impact], characters: 0}"),
            "form.sections.value[0].characters",
        ),
        (
            form("{title: A, keys: [strategy.impact]}", f"  most_pages: {fact(0)}\n"),
            "form.most_pages",
        ),
        (form(""), "form.sections"),
        (
            call_with(terms=f"{TERMS}  longest_abstract: {fact(0)}\n"),
            "all_strands.longest_abstract",
        ),
        (
            call_with(terms=f"{TERMS}  established_in: {fact('[]')}\n"),
            "all_strands.established_in",
        ),
    ],
)
def test_what_leaves_nothing_is_told_at_its_place(call: Call, path: str) -> None:
    assert path in told(call)


@pytest.mark.parametrize(
    "call",
    [
        money(least_grant_eur=4, highest=4),
        money(lump_sums_eur=[3, 9], least_grant_eur=4, highest=9),
        money(least_partner_grant_eur=4, highest_partner_grant_eur=4),
        money(highest_subcontracting_share=0),
        form("{title: A, keys: [strategy.impact], pages: 1, characters: 1}"),
    ],
)
def test_what_leaves_something_is_not(call: Call) -> None:
    assert {one for one in told(call) if one.startswith(("money", "form"))} == set()


def test_an_empty_set_of_countries_is_told_and_so_is_one_that_is_made_empty() -> None:
    listed = f"{{one: e, many: es, as_at: 2024-01-01, countries: {fact('[]')}}}"
    made = "{one: m, many: ms, union_of: [ukraine], without: [wide]}"
    found = told(call_with(terms=TERMS, sets={"empty": listed, "made": made}))

    assert "countries.sets.empty.countries" in found
    assert "countries.sets.made" in found
    assert "countries.sets.wide" not in found


def test_an_unknown_strand_is_told_where_something_is_unknown() -> None:
    with pytest.raises(UnreadableError) as raised:
        call_with(terms=f"{TERMS}unknown: [{{topic: x, strands: [T]}}]\n")

    (fault,) = raised.value.faults
    assert fault.message.startswith("unknown[0].strands[0] names 'T'")


@pytest.mark.parametrize("region", ["Outermost", "P", "US1", "PT12345", "XX", "PT-", "GR30", "GB1"])
def test_a_region_with_which_no_code_begins_is_told(region: str) -> None:
    found = check_call(call_with(f"{{at_least: 1, regions: [{region}]}}")).faults
    (fault,) = (one for one in found if repr(region) in one.message)

    assert fault.path == "all_strands.conditions[c1]"
    if region in {"GR30", "GB1"}:
        assert fault.fix == f"did you mean {'EL30' if region == 'GR30' else 'UK1'!r}?"


@given(
    st.sampled_from(["PT", "EL", "UK", "FR", "pt"]), st.from_regex(r"[A-Z0-9]{0,3}", fullmatch=True)
)
def test_a_region_with_which_codes_begin_is_not(country: str, rest: str) -> None:
    call = call_with({"at_least": 1, "regions": [f"{country}{rest}"]})

    assert not [one for one in check_call(call).faults if "NUTS" in one.message]


@pytest.mark.parametrize(
    ("lies", "is_told"),
    [
        (None, True),
        ("templates/application/how.md", False),
        ("calls/templates/application/how.md", False),
        ("valley/templates/application/how.md", False),
        ("templates/how.md", True),
    ],
)
def test_a_template_that_lies_nowhere_is_told(
    lies: str | None, *, is_told: bool, tmp_path: Path
) -> None:
    section = "[{title: How, template: application/how.md}]"
    file = tmp_path / "calls" / "mine.yaml"
    file.parent.mkdir()
    file.write_text(f"{HEAD}{TERMS}form: {{sections: {fact(section)}}}\nstrands: {{S: {{}}}}\n")
    if lies:
        (tmp_path / lies).parent.mkdir(parents=True)
        (tmp_path / lies).write_text("# How\n")
    found = CliRunner().invoke(main, ["call", "check", str(file)])

    said = "form.sections.value[0].template: there is no template 'application/how.md'"
    assert (said in found.output) == is_told
