"""The addresses of the workspace, and what answers at each."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import (
    JSONResponse,
    PlainTextResponse,
    Response,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from escp_docs import api
from escp_docs.web.change_answers import ChangeAnswers
from escp_docs.web.desk import Desk
from escp_docs.web.document_answers import DocumentAnswers
from escp_docs.web.guard import TooLargeError
from escp_docs.web.page_answers import PageAnswers

_Answer = Callable[[Request], Awaitable[Response]]
_FONTS: Final = "font/{file}"


def application(desk: Desk) -> Starlette:
    """Return what answers requests that the guard let through."""
    return Starlette(
        routes=_routes(_Answers(desk)),
        exception_handlers={
            api.EscpError: _told,
            TooLargeError: _too_large,
        },
    )


def _routes(answers: "_Answers") -> list[Route | Mount]:
    static = str(files("escp_docs.web") / "static")
    read = [
        ("/", answers.home),
        ("/new", answers.new),
        ("/choose", answers.folders),
        ("/choose/here", answers.here),
        ("/font/{file}", answers.font),
        ("/{n:int}/events", answers.events),
        ("/{n:int}/verdict", answers.verdict),
        ("/{n:int}/stale", answers.stale),
        ("/{n:int}/texts", answers.texts),
        ("/{n:int}/where", answers.where),
        ("/{n:int}/building", answers.building),
        ("/{n:int}/choice", answers.choice),
        ("/{n:int}/parts/{document:path}", answers.parts),
        ("/{n:int}/since/{document:path}", answers.since),
        ("/{n:int}/page/{document:path}", answers.document),
        ("/{n:int}/pages/{document:path}", answers.pages),
        ("/{n:int}/sheet/{name}.svg", answers.sheet),
        ("/{n:int}/page.css", answers.style),
        ("/{n:int}/font/{file}", answers.font),
        ("/{n:int}/file/{document:path}", answers.file),
        ("/{n:int}/{view}", answers.view),
        ("/{n:int}/{view}/{key:path}", answers.view),
    ]
    write = [
        ("/begin", answers.begin),
        ("/choose", answers.choose),
        ("/{n:int}/change", answers.change),
        ("/{n:int}/write", answers.write),
        ("/{n:int}/write-again", answers.write_again),
        ("/{n:int}/seen", answers.seen),
        ("/{n:int}/undo", answers.undo),
        ("/{n:int}/redo", answers.redo),
        ("/{n:int}/pass-over", answers.pass_over),
        ("/{n:int}/drop", answers.drop),
        ("/{n:int}/take", answers.take),
        ("/{n:int}/undo-taking", answers.undo_taking),
        ("/{n:int}/build", answers.build),
    ]
    return [
        Mount("/static", StaticFiles(directory=static)),
        *(Route(path, answer, methods=["POST"]) for path, answer in write),
        *(Route(path, answer) for path, answer in read),
    ]


async def _told(_: Request, error: Exception) -> Response:
    """Say what is wrong with what was asked, as the command line does."""
    known = isinstance(error, api.UnknownNameError)
    return JSONResponse({"error": _words(error)}, 404 if known else 409)


def _words(error: Exception) -> str:
    faults = getattr(error, "faults", ())
    return "; ".join(one.message for one in faults) or str(error)


async def _too_large(_: Request, __: Exception) -> Response:
    return PlainTextResponse("that is too much", 413)


class _Answers(PageAnswers, DocumentAnswers, ChangeAnswers):
    """All answers."""
