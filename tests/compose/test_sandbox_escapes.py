"""Every way out of Jinja's sandbox that was ever published, and some hundreds of others.

None leads anywhere: each is an error with its place, or prints what shows nothing of Python.
"""

import re
from itertools import product

import pytest

from escp_docs.compose.templates import quota
from escp_docs.errors import TemplateError
from tests.support.documents import templated, texts

_MACHINERY = re.compile(
    r"<(class|function|built-?in|bound|module|generator|code|frame|slot|method|type)\b|object at 0x"
    r"|__\w+__|/(usr|etc|home|tmp)/|site-packages|root:x:|Traceback"
)


@pytest.fixture(autouse=True)
def _a_smaller_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quota, "STEPS", quota.STEPS // 100)


def outcome(template: str) -> str:
    """Return what a template prints; empty if it is refused at its place."""
    try:
        return "\n".join(texts(templated(f"{template}\n")))
    except TemplateError as error:
        is_placed = str(error.fault.place).startswith("probe/probe.md:1")
        return "" if is_placed else f"__misplaced__ {error.fault}"


def leads_out(template: str) -> bool:
    return _MACHINERY.search(outcome(template)) is not None


ADVISORIES = {
    "CVE-2014-0012": "{% include '__jinja2_cache/x' %}",
    "CVE-2014-1402": "{% import '/tmp/__jinja2_x.cache' as x %}",
    "CVE-2016-10745, format": "{{ '{0.__class__.__init__.__globals__}'.format(money) }}",
    "CVE-2016-10745, format in a variable": "{% set f = '{0.__class__}'.format %}{{ f(money) }}",
    "CVE-2019-8341": "{{ ''.__class__.__mro__[2].__subclasses__() }}",
    "CVE-2019-10906": "{{ '{x.__class__}'.format_map({'x': money}) }}",
    "CVE-2020-28493": "{{ ('a@' ~ 'a.' * 9999) | urlize }}",
    "CVE-2024-22195": "{{ {'a b onclick=alert(1)': 'x'} | xmlattr }}",
    "CVE-2024-34064": "{{ {'a/onclick=alert(1)>': 'x'} | xmlattr }}",
    "CVE-2024-56201": '{% include \'{__import__("os").system("id")}\' %}',
    "CVE-2024-56201, in a name": "{% macro x() %}{% endmacro %}{% import 'a{1/0}.md' as x %}",
    "CVE-2024-56326, map": "{{ ['{0.__class__}'] | map('format', money) | list }}",
    "CVE-2024-56326, by reference": "{{ {'f': '{0.__class__}'.format}['f'](money) }}",
    "CVE-2024-56326, in a macro": (
        "{% macro m(f) %}{{ f(money) }}{% endmacro %}{{ m('{0.__class__}'.format) }}"
    ),
    "CVE-2024-56326, a call block": (
        "{% macro m() %}{{ caller('{0.__class__}'.format) }}{% endmacro %}"
        "{% call(f) m() %}{{ f(money) }}{% endcall %}"
    ),
    "CVE-2025-27516, attr": "{{ '{0.__class__}' | attr('format')(money) }}",
    "CVE-2025-27516, attr of attr": "{{ money | attr('__glob' ~ 'als__') | attr('get')('os') }}",
    "CVE-2025-27516, map of attr": "{{ ['{0}'] | map(attribute='format') | list }}",
}


@pytest.mark.parametrize("name", ADVISORIES)
def test_a_published_way_out_leads_nowhere(name: str) -> None:
    assert outcome(ADVISORIES[name]) == ""


_BASES = (
    *("''", "'{0}'", "1", "1.5", "true", "[]", "[1]", "{}", "{'a': 1}", "()", "none"),
    *("project", "project.title", "partners", "partners[0]", "call", "money", "range"),
    *("namespace()", "namespace(a=1)", "self", "loop", "caller", "cycler", "joiner", "lipsum"),
    *("dict", "undefined_name", "varargs", "kwargs", "super", "_", "environment", "request"),
)
_TARGETS = (
    *("__class__", "__mro__", "__globals__", "__init__", "__subclasses__", "__getattribute__"),
    *("__builtins__", "__reduce_ex__", "__dict__", "__call__", "__code__", "__self__", "__func__"),
    *("mro", "func_globals", "im_func", "gi_frame", "gi_code", "cr_frame", "f_globals", "f_back"),
    *("tb_frame", "ag_code", "format", "format_map", "plain", "bound", "_value", "model_fields"),
    *("model_construct", "parse_raw", "environment", "globals", "_TemplateReference__context"),
)
_ROUTES = (
    "{{{{ {base}.{target} }}}}",
    "{{{{ {base}['{target}'] }}}}",
    "{{{{ {base} | attr('{target}') }}}}",
    "{{{{ [{base}] | map(attribute='{target}') | list }}}}",
    "{{{{ [{base}] | map('attr', '{target}') | list }}}}",
    "{{{{ [{base}] | selectattr('{target}') | list }}}}",
    "{{{{ [{base}] | groupby('{target}') | list }}}}",
    "{{{{ [{base}] | sort(attribute='{target}') }}}}",
    "{{{{ [{base}, {base}] | sum(attribute='{target}') }}}}",
    "{{{{ [{base}] | unique(attribute='{target}') | list }}}}",
    "{{{{ {base}.{target}() }}}}",
    "{{{{ ({base}.{target}) ~ '' }}}}",
    "{{% for x in {base}.{target} %}}{{{{ x }}}}{{% endfor %}}",
    "{{% set x = {base}.{target} %}}{{{{ x }}}}",
    "{{% set x = '{target}' %}}{{{{ {base}[x] }}}}",
    "{{% if {base}.{target} %}}{{{{ {base}.{target} }}}}{{% endif %}}",
)
_PAYLOADS = tuple(
    route.format(base=base, target=target)
    for route, base, target in product(_ROUTES, _BASES, _TARGETS)
)
_STEP = 37  # a prime, so that the share that is tried has every route, base and target


def test_no_name_of_python_is_reached_by_any_route() -> None:
    tried = _PAYLOADS[::_STEP]

    assert len(tried) > 309
    assert [one for one in tried if leads_out(one)] == []


@pytest.mark.slow
def test_no_name_of_python_is_reached_by_any_route_at_all() -> None:
    assert [one for one in _PAYLOADS if leads_out(one)] == []


_GROWING = tuple(
    f"{{% set n = namespace(x={start}) %}}{{% for i in range(200) %}}{{% set n.x = {step} %}}"
    f"{{% endfor %}}{use}"
    for start in ("'ab'", "['a']", "('a',)", "{'a': 1}", "7", "7.5")
    for step in (
        "n.x ~ n.x",
        "n.x + n.x",
        "n.x * n.x",
        "[n.x, n.x]",
        "{1: n.x, 2: n.x}",
        "n.x ** 9",
    )
    for use in ("{{ n.x }}", "{{ n.x | length }}", "{{ n.x == n.x }}", "{{ n.x | string }}")
)


@pytest.mark.parametrize("index", range(0, len(_GROWING), 5))
def test_what_grows_comes_to_an_end(index: int) -> None:
    assert len(outcome(_GROWING[index])) < 100_000
