"""Templates that nobody has read: they reach nothing but their values, and come to an end."""

from pathlib import Path

import pytest

from escp_docs.compose.templates import environment, quota
from escp_docs.errors import TemplateError
from tests.support.documents import templated, texts

GROW = "{% set n = namespace(x=START, y=START) %}{% for i in range(100) %}STEP{% endfor %}"
NESTED = GROW.replace("START", "['a']").replace(
    "STEP", "{% set n.x = [n.x, n.x] %}{% set n.y = [n.y, n.y] %}"
)
TUPLES = GROW.replace("START", "('a',)").replace("STEP", "{% set n.x = (n.x, n.x) %}")


@pytest.fixture(autouse=True)
def _a_smaller_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    # The steps are counted, so where they end changes how long a refusal takes and nothing else.
    monkeypatch.setattr(quota, "STEPS", quota.STEPS // 10)


def growing(start: str, step: str) -> str:
    return GROW.replace("START", start).replace("STEP", step)


def refusal(template: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        templated(template + "\n")
    return caught.value


@pytest.mark.parametrize(
    ("template", "words"),
    [
        pytest.param("{% for i in range(1000000000) %}x{% endfor %}", "numbers", id="long range"),
        pytest.param(
            "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}",
            "steps",
            id="loops in loops",
        ),
        pytest.param(
            "{% for i in range(9999) %}{% for j in range(9999) %}{{ i }}{% endfor %}{% endfor %}",
            "steps",
            id="values in loops in loops",
        ),
        pytest.param(
            "{% for i in range(9999) %}" + "words " * 2000 + "{% endfor %}", "steps", id="words"
        ),
        pytest.param("{{ 'x' * 1000000000 }}", "cannot do str * int", id="text repeated"),
        pytest.param("{% set a = 1000000000 * [1] %}", "cannot do int * list", id="list repeated"),
        pytest.param("{{ '%1000000000d' % 1 }}", "cannot do str % int", id="padding by %"),
        pytest.param("{{ '{:1000000000}'.format(1) }}", "can call", id="padding by format"),
        pytest.param("{{ 'x'.ljust(1000000000) }}", "can call", id="padding by a method"),
        pytest.param("{{ 9 ** 9 ** 9 }}", "cannot do int ** int", id="powers"),
        pytest.param(growing("9", "{% set n.x = n.x * n.x %}"), "beyond", id="squares"),
        pytest.param("{{ " + "9" * 5000 + " }}", "digits", id="many digits"),
        pytest.param(growing("'a'", "{% set n.x = n.x ~ n.x %}"), "steps", id="doubled by ~"),
        pytest.param(growing("'a'", "{% set n.x = n.x + n.x %}"), "steps", id="doubled by +"),
        pytest.param(
            growing("'a'", "{% set y %}{{ n.x }}{{ n.x }}{% endset %}{% set n.x = y %}"),
            "steps",
            id="doubled by printing",
        ),
        pytest.param(NESTED + "{{ n.x }}", "cannot be printed", id="lists of lists printed"),
        pytest.param(NESTED + "{{ n.x ~ '' }}", "steps", id="lists of lists joined"),
        pytest.param(NESTED + "{{ n.x | capital }}", "steps", id="lists of lists in a filter"),
        pytest.param(
            NESTED + "{% if n.x == n.y %}x{% endif %}", "steps", id="lists of lists compared"
        ),
        pytest.param(TUPLES + "{% set d = {n.x: 1} %}", "steps", id="tuples of tuples as a key"),
        pytest.param(TUPLES + "{{ {1: 1}[n.x] }}", "steps", id="tuples of tuples looked up"),
        pytest.param(
            "{% set l = range(9999) | list %}{% for i in l %}{% set x = l[:] %}{% endfor %}",
            "steps",
            id="slices",
        ),
        pytest.param("{% include 'probe/probe.md' %}" * 2, "without end", id="includes itself"),
        pytest.param("{% import 'probe/probe.md' as p %}", "without end", id="imports itself"),
        pytest.param("{% extends 'probe/probe.md' %}", "without end", id="extends itself"),
        pytest.param(
            "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", "without end", id="macro"
        ),
        pytest.param(
            "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
            "{{ m(60) }}",
            "steps",
            id="a macro that branches",
        ),
        pytest.param(
            "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}", "without end", id="loop"
        ),
        pytest.param("{{ '1e9999999'|percent }}", "so large", id="a large exponent"),
        pytest.param("{{ '1e-9999999'|percent }}", "so small", id="a small exponent"),
        pytest.param("{{ '1e999998'|figure }}", "so large", id="a figure of a million letters"),
        pytest.param("{{ 'inf'|amount }}", "so large", id="infinity in words"),
        pytest.param("{{ 1e400 }}", "too large", id="a number that is infinite"),
        pytest.param("{{ 1e308 * 10 }}", "large", id="a number that becomes infinite"),
        pytest.param("{{ " + "(" * 9999 + "1" + ")" * 9999 + " }}", "too deep", id="brackets"),
        pytest.param("{% for i in [1] %}" * 99 + "{% endfor %}" * 99, "too deep", id="blocks"),
    ],
)
def test_what_would_never_end_is_told_with_its_place(template: str, words: str) -> None:
    error = refusal(template)

    assert words in error.fault.message
    assert error.fault.place is not None
    assert str(error.fault.place).startswith("probe/probe.md:1")


@pytest.mark.parametrize(
    "expression",
    [
        "''.__class__.__mro__",
        "money.__globals__",
        "project.plain",
        "partners.bound",
        "self.__init__.__globals__",
        "lipsum(9)",
        "cycler('a').next()",
        "project.title.encode()",
        "call.title.split()",
        "'x'.join(['a'])",
        "money",
        "none",
        "[1]",
        "[1] | map('length')",
        "range",
        "''.format ~ ''",
        "[''.format_map] ~ ''",
        "money ~ ''",
    ],
)
def test_a_template_reaches_no_machinery_and_prints_none(expression: str) -> None:
    refusal("{{ " + expression + " }}")


def test_a_template_runs_no_program_by_way_of_a_pickle(tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    pickle = f"cos\\nsystem\\n(S'touch {proof}'\\ntR."
    call = f'parse_raw("{pickle}", proto="pickle", allow_pickle=True)'

    refusal("{{ project.plain." + call + " }}")

    assert not proof.exists()


@pytest.mark.parametrize("name", ["/etc/hostname", "../../etc/hostname", "file:///etc/hostname"])
def test_a_template_includes_templates_alone(name: str) -> None:
    assert "there is no template" in refusal("{% include '" + name + "' %}").fault.message


def test_an_ordinary_template_has_all_it_needs() -> None:
    document = templated(
        "{% macro twice(x) %}{{ x }} {{ x }}{% endmacro %}"
        "{% set n = namespace(sum=0) %}{% for i in range(4) %}{% set n.sum = n.sum + i %}"
        "{% endfor %}{{ twice(n.sum) }}{{ ' ' ~ (7 // 2 * 2) }}\n"
    )

    assert texts(document) == ["6 6 6"]


def test_a_document_longer_than_any_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "LONGEST", 20_000)
    text = "{% for i in range(3) %}" + "word " * 2000 + "{% endfor %}"

    assert "characters, more than" in refusal(text).fault.message


@pytest.mark.parametrize(
    "template",
    [
        "words[^a]\n\n[^a]: see[^a]",
        "words[^a]\n\n[^a]: see[^b]\n\n[^b]: see[^a]",
    ],
)
def test_a_footnote_that_leads_to_itself_is_told(template: str) -> None:
    assert "a footnote leads to itself" in refusal(template).fault.message


def test_names_of_our_own_machinery_are_ordinary_names() -> None:
    assert templated("{% set _binder = 5 %}{{ _binder }}{{ project.title }}\n")


@pytest.mark.parametrize("name", ["capital", "anchor", "figure", "percent", "plural('a', 'b')"])
def test_a_missing_fact_through_a_filter_shows_no_machinery(name: str) -> None:
    printed = repr(templated("{{ project.abstract | " + name + " }}\n"))

    assert "object at 0x" not in printed
