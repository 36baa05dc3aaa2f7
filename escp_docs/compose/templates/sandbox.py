"""Jinja's sandbox made narrower: few callables, no repetition, and every step is charged."""

import operator
from collections.abc import Callable, Iterable
from functools import wraps
from itertools import repeat
from math import isfinite
from typing import Any, Final

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

from escp_docs.compose.templates.quota import counted, spend, weigh, words_alone

LARGEST_NUMBER: Final = 10**18
LONGEST_RANGE: Final = 10_000
_VIEWS: Final = frozenset({"items", "keys", "values"})
_TEXTS: Final = (str, bytes, list, tuple)
_HIDDEN: Final = frozenset({"plain", "bound", "beside", "placeholder"})  # of views, for Python
# Names that no template can write, since they are no identifiers.
_WEIGH, _COUNT, _SPEND, _WORDS = "<weigh>", "<count>", "<spend>", "<words>"


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates that nobody has read.

    A template can call its macros, `range`, `namespace`, and the functions handed to it by name:
    no method of any value, since some open files or take any amount of memory; but a dictionary
    that it wrote itself shows what it holds.
    """

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # Jinja's own
        super().__init__(**options)
        self.globals = {"range": _range, "namespace": Namespace}

    def use(self, filters: dict[str, Any], tests: dict[str, Any]) -> None:
        """Set the filters and tests that templates can use; each charges for what it is given."""
        self.filters = {name: _charged(filter_) for name, filter_ in filters.items()}
        self.filters |= {_WEIGH: weigh, _COUNT: counted, _SPEND: spend, _WORDS: words_alone}
        self.tests = {name: _charged(test) for name, test in tests.items()}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may see an attribute: nothing that views keep for Python."""
        return attr not in _HIDDEN and super().is_safe_attribute(obj, attr, value)

    def call(self, context: Context, function: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what a template may call, and nothing else."""
        if not (
            isinstance(function, Macro | LoopContext)
            or _is_among(function, context.parent.values())
            or _is_among(function, self.globals.values())
            or (type(getattr(function, "__self__", None)) is dict and function.__name__ in _VIEWS)
        ):
            raise SecurityError("a template can call its macros and the functions handed to it")
        return super().call(context, function, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """Reckon with numbers and join texts; repeating, formatting and powers are refused."""
        if operator == "+":
            weigh(left)
            weigh(right)
        elif operator == "**" or isinstance(left, _TEXTS) or isinstance(right, _TEXTS):
            raise SecurityError(f"a template cannot do {_named(left)} {operator} {_named(right)}")
        found = super().call_binop(context, operator, left, right)
        if isinstance(found, int) and abs(found) > LARGEST_NUMBER:
            raise SecurityError(f"a number of a template lies beyond {LARGEST_NUMBER:,}")
        return found

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002  # Jinja's own
    ) -> str:
        charged = _Charging(name, filename).visit(source)
        charged.body.insert(0, _charge(source, 1))
        charged.set_environment(self)
        return super()._generate(charged, name, filename, defer_init)


def _is_among(one: object, others: Iterable[object]) -> bool:
    """Whether something is one of others, itself and not by its own word."""
    return any(map(operator.is_, others, repeat(one)))


def _named(value: object) -> str:
    return type(value).__name__


def _range(*bounds: int) -> range:
    found = range(*(operator.index(bound) for bound in bounds))
    if len(found) > LONGEST_RANGE:
        raise SecurityError(f"a range of a template has {len(found):,} numbers, more than 10,000")
    return found


def _charged(function: Callable[..., object]) -> Callable[..., object]:
    """Return a filter or test that charges for its arguments."""

    @wraps(function)  # keeps Jinja's mark on what the function wants passed
    def charged(*args: object, **kwargs: object) -> object:
        for one in (*args, *kwargs.values()):
            if not isinstance(one, jinja2.Environment | Context | nodes.EvalContext):
                weigh(one)
        return function(*args, **kwargs)

    return charged


# --- charges written into a template before it is compiled -----------------------------------


class _Charging(NodeTransformer):
    """Puts a charge before whatever a template can do many times or with much.

    A number that is no number any more is refused where it stands.
    """

    def __init__(self, name: str | None, filename: str | None) -> None:
        self._named = name, filename

    def visit_Const(self, node: nodes.Const) -> nodes.Node:  # noqa: N802  # Jinja's names
        if isinstance(node.value, float) and not isfinite(node.value):
            raise jinja2.TemplateSyntaxError("a number is too large", node.lineno, *self._named)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(_COUNT, node.iter)
        node.body.insert(0, _charge(node, 1))  # a recursive loop goes over what no `iter` names
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, _charge(node, 1))
        return node

    def visit_Output(self, node: nodes.Output) -> object:  # noqa: N802
        self.generic_visit(node)
        length = sum(len(one.data) for one in node.nodes if isinstance(one, nodes.TemplateData))
        return [_charge(node, length), node] if length else node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.args = [_filtered(_WEIGH, one) for one in node.args]
        for keyword in node.kwargs:
            keyword.value = _filtered(_WEIGH, keyword.value)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _filtered(_WEIGH, node.expr)
        for operand in node.ops:
            operand.expr = _filtered(_WEIGH, operand.expr)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.nodes = [_filtered(_WORDS, one) for one in node.nodes]
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.key = _filtered(_WEIGH, node.key)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(_WEIGH, node.node)
        elif not isinstance(node.arg, nodes.Const):
            node.arg = _filtered(_WEIGH, node.arg)
        return node


def _filtered(name: str, node: nodes.Node) -> nodes.Expr:
    assert isinstance(node, nodes.Expr)
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _charge(node: nodes.Node, steps: int) -> nodes.Node:
    spent = _filtered(_SPEND, nodes.Const(steps, lineno=node.lineno))
    return nodes.ExprStmt(spent, lineno=node.lineno)
