"""Templates to HTML. What people wrote is text in it, never markup."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.responses import HTMLResponse

from escp_docs.pattern import pattern
from escp_docs.web import policies

_CODE: Final = pattern(r"`([^`\n]+)`")
_MARKS: Final = {"error": "✕", "warning": "!", "remark": "i", "question": "?"}


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("escp_docs.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["as_json"] = lambda value: json.dumps(value, ensure_ascii=False)
    found.filters["capital"] = _capital
    found.filters["said"] = _said
    found.filters["plain"] = _plain
    found.globals["marks"] = _MARKS
    return found


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(text: str) -> Markup:
    """Return a message with what is to be typed set as code, as it stands between backticks."""
    pieces = _CODE.split(_capital(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(one) if index % 2 else escape(one)
        for index, one in enumerate(pieces)
    )


def _plain(value: object) -> str:
    """Return a plain value as somebody reads it in a line."""
    match value:
        case None:
            return "nothing"
        case str():
            return value
        case list():
            return ", ".join(map(_plain, value)) or "none"
        case dict():
            return ", ".join(f"{name}: {_plain(one)}" for name, one in value.items())
        case _:
            return str(value)


def fragment(template: str, context: Mapping[str, object]) -> HTMLResponse:
    """Return a part of a page, without what is around it."""
    made = _environment().get_template(template).render(**context, whole=False)
    return HTMLResponse(made, headers={"X-Version": str(context.get("version", ""))})


def page(template: str, context: Mapping[str, object]) -> HTMLResponse:
    """Return a whole page."""
    nonce = policies.nonce()
    made = _environment().get_template(template).render(**context, whole=True, nonce=nonce)
    return HTMLResponse(made, headers={"Content-Security-Policy": policies.of_workspace(nonce)})


def rendered(template: str, context: Mapping[str, object]) -> str:
    """Return a part of a page as text, to be sent in something else."""
    return _environment().get_template(template).render(**context, whole=False)
