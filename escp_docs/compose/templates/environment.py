"""The Jinja environment of all templates: sandboxed, strict, and binding what it prints."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from pathlib import PurePosixPath
from traceback import walk_tb
from typing import Any, Final

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup

from escp_docs.compose.templates.binder import Binder, BoundValue
from escp_docs.compose.templates.placing import placed
from escp_docs.compose.templates.quota import allowance, spend_on_printing
from escp_docs.compose.templates.sandbox import Sandbox
from escp_docs.compose.values.view import Missing, bind, listing, plain
from escp_docs.errors import Fault, TemplateError
from escp_docs.finding import Place
from escp_docs.language.language import Language
from escp_docs.pattern import pattern

BINDER: Final = "<binder>"  # no name that a template can write
LONGEST: Final = 2_000_000
"""Characters of a rendered template, some 700 pages; prose is set aside and not among them."""

_ITS_OWN_FAULTS: Final = (
    *(jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError),
    *(RecursionError, MemoryError, SyntaxError),  # Python gives up on what is nested too deep
)
_EXPONENT: Final = 18
_PRIVATE: Final = pattern("[\ue000-\uf8ff]")


class _Loader(jinja2.BaseLoader):
    """Templates handed over as texts; a name is a path below the folder of templates."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        del environment
        if template not in self.texts:
            raise jinja2.TemplateNotFound(template)
        # A private-use character typed in a template could pose as a marker.
        return _PRIVATE.sub("\ufffd", self.texts[template]), template, None


def environment(texts: Mapping[str, str], language: Language) -> Sandbox:
    """Return the environment for templates given as texts by name, written in a language."""
    return _environment(tuple(texts.items()), language)


@lru_cache(maxsize=4)
def _environment(texts: tuple[tuple[str, str], ...], language: Language) -> Sandbox:
    made = Sandbox(
        loader=_Loader(dict(texts)),
        autoescape=True,  # macro output stays Markup and passes; everything else is bound
        undefined=jinja2.StrictUndefined,
        finalize=_finalizer(language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # what is reckoned while compiling would be charged once, not each time
    )
    made.use(_filters(language), _TESTS)
    return made


def _finalizer(language: Language) -> Callable[[Context, object], object]:
    @jinja2.pass_context
    def finalize(context: Context, value: object) -> object:
        spend_on_printing(value)
        if isinstance(value, Markup):
            return value
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, with the name that is not defined
        binder = context[BINDER]
        assert isinstance(binder, Binder)
        return binder.marker(bind(value, language))

    return finalize


def render(
    texts: Mapping[str, str], name: str, values: Mapping[str, object], language: Language
) -> tuple[str, Binder]:
    """Return the text of a rendered template, and what its markers stand for.

    Raises:
        TemplateError: the template cannot be parsed, or names what no spec can have.
    """
    binder = Binder()
    try:
        with allowance():
            template = environment(texts, language).get_template(name)
            text = template.render({**values, BINDER: binder})
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            _fault(texts, error.name or name, error.lineno, error.message or "syntax error")
        ) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(
            Fault(f"there is no template {error.name!r}", f"{name} names it", Place(name, 1, 1))
        ) from error
    except _ITS_OWN_FAULTS as error:
        where = _place(error, texts) or (name, 1)
        raise TemplateError(_fault(texts, *where, _said(error))) from error
    if len(text) > LONGEST:
        message = f"the document has {len(text):,} characters, more than {LONGEST:,}"
        raise TemplateError(_fault(texts, name, 1, message))
    return text, binder


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError | MemoryError | SyntaxError):
        return "the template is nested too deep, or includes or calls itself without end"
    text = str(error) or type(error).__name__
    return text if isinstance(error, jinja2.TemplateError) else f"{type(error).__name__}: {text}"


def _place(error: Exception, texts: Mapping[str, str]) -> tuple[str, int] | None:
    found = None
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename in texts:
            found = frame.f_code.co_filename, line
    return found


def _fault(texts: Mapping[str, str], name: str, line: int, message: str) -> Fault:
    lines = texts.get(name, "").split("\n")
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    indent = len(excerpt) - len(excerpt.lstrip())
    return Fault(
        message,
        f"mend {PurePosixPath(name).name}; what templates can use stands in docs/templates.md",
        Place(name, line, indent + 1, max(len(excerpt.strip()), 1)),
        excerpt,
    )


# --- filters ---------------------------------------------------------------------------------


def _through(value: object, show: Callable[[Any], object]) -> object:
    """Apply `show` to a value; a missing fact stays the question it is."""
    return value if isinstance(value, Missing) or value is None else show(plain(value))


def _shown(show: Callable[[Any], object]) -> Callable[[object], object]:
    """Return a filter that shows a value in words."""
    return lambda value: _through(value, show)


def _in_words(language: Language) -> dict[str, Callable[..., object]]:
    """Return the filters whose answers are words of a language."""

    def listed(items: Any, last: str = "") -> BoundValue | Missing:  # noqa: ANN401
        return items if isinstance(items, Missing) else listing(tuple(items), language, last)

    return {
        "amount": _shown(lambda found: language.amount(_number(found))),
        "choice": _shown(lambda found: language.choice(str(found))),
        "code": _shown(lambda found: language.code(str(found))),
        "country_name": _shown(lambda found: language.country(str(found))),
        "language_name": _shown(lambda found: language.language(str(found))),
        "listed": listed,
        "number": _shown(lambda found: language.number(int(_number(found)))),
        "months": _shown(lambda found: language.months(_number(found))),
        "percent": _shown(lambda found: language.tenths(_share(found))),
        "words": _shown(lambda found: language.small(int(_number(found)))),
    }


def _number(found: Any) -> Decimal:  # noqa: ANN401  # whatever a template hands over
    """Return a number as templates may print it: finite, and below 10 to the power of 18."""
    number = Decimal(found)
    if not number.is_finite() or abs(number.adjusted() if number else 0) > _EXPONENT:
        raise ValueError("a number so large or so small cannot be printed")
    return number


def _share(found: Any) -> Fraction:  # noqa: ANN401
    return found if isinstance(found, Fraction) else Fraction(_number(found))


def _figure(value: object) -> object:
    """Return an amount as forms take it: two decimals, no commas."""
    return _through(value, lambda found: f"{_number(found):.2f}")


def _plural(value: object, one: str, many: str) -> str:
    return one if plain(value) == 1 else many


def _capital(value: object) -> object:
    def capital(found: object) -> str:
        text = str(found)
        return text[:1].upper() + text[1:]

    return _through(value, capital)


def _anchor(value: object) -> Markup:
    """Return letters, digits and hyphens of a value, or of the key that lacks it, for an id."""
    text = value.bound().label if isinstance(value, Missing) else str(plain(value))
    return Markup(re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-").lower())  # noqa: S704


_KEPT: Final = (
    "first",
    "groupby",
    "last",
    "length",
    "list",
    "reject",
    "rejectattr",
    "select",
    "selectattr",
    "sort",
    "unique",
    "map",
    "default",
)
_TESTS: Final = {
    name: jinja2.tests.TESTS[name]
    for name in (
        *("defined", "undefined", "none", "in", "sameas", "odd", "even"),
        *("eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge"),
        *("==", "!=", "<", "<=", ">", ">="),
    )
} | {"missing": lambda value: isinstance(value, Missing)}
_FILTERS: Final[Mapping[str, Any]] = {name: jinja2.filters.FILTERS[name] for name in _KEPT} | {
    "anchor": _anchor,
    "capital": _capital,
    "figure": _figure,
    "placed": placed,
    "plural": _plural,
}


def _filters(language: Language) -> dict[str, Any]:
    return {**_FILTERS, **_in_words(language)}
