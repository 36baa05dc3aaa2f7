"""The addresses of the workspace, and what answers at each."""

from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from escp_docs import api
from escp_docs.web import beginnings, policies, returned, views
from escp_docs.web.asked import body
from escp_docs.web.building import BEING_MADE, begin_build, made_file
from escp_docs.web.desk import Desk, ServedSpec
from escp_docs.web.events import stream, wake
from escp_docs.web.guard import TooLargeError
from escp_docs.web.pages import fragment, page
from escp_docs.web.saving import saved

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
        ("/font/{file}", answers.font),
        ("/{n:int}/events", answers.events),
        ("/{n:int}/verdict", answers.verdict),
        ("/{n:int}/stale", answers.stale),
        ("/{n:int}/texts", answers.texts),
        ("/{n:int}/where", answers.where),
        ("/{n:int}/building", answers.building),
        ("/{n:int}/choice", answers.choice),
        ("/{n:int}/parts/{document:path}", answers.parts),
        ("/{n:int}/page/{document:path}", answers.document),
        ("/{n:int}/page.css", answers.style),
        ("/{n:int}/font/{file}", answers.font),
        ("/{n:int}/file/{document:path}", answers.file),
        ("/{n:int}/{view}", answers.view),
        ("/{n:int}/{view}/{key:path}", answers.view),
    ]
    write = [
        ("/begin", answers.begin),
        ("/{n:int}/change", answers.change),
        ("/{n:int}/write", answers.write),
        ("/{n:int}/seen", answers.seen),
        ("/{n:int}/undo", answers.undo),
        ("/{n:int}/redo", answers.redo),
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


class _Answers:
    """The answers, for the specs of one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def _place(self, request: Request) -> ServedSpec:
        number: int = request.path_params["n"]
        if number >= len(self.desk.places):
            raise HTTPException(404)
        return self.desk.places[number]

    # --- pages -------------------------------------------------------------------------------

    async def home(self, request: Request) -> Response:
        del request
        if self.desk.new_folder:
            return RedirectResponse("/new", 303)
        if len(self.desk.places) == 1:
            return RedirectResponse("/0/overview", 303)
        return await run_in_threadpool(page, "specs.html", views.specs(self.desk))

    async def new(self, request: Request) -> Response:
        del request
        if not self.desk.new_folder:
            return RedirectResponse("/", 303)
        return page("new.html", beginnings.context(self.desk))

    async def view(self, request: Request) -> Response:
        """Answer with a view: a whole page, or its own part of it for a page that is there."""
        place = self._place(request)
        name, key = request.path_params["view"], request.path_params.get("key", "")
        query = request.query_params

        def made() -> Response:
            template, context = views.view(self.desk, request.path_params["n"], name, key, query)
            if "part" in query:
                return fragment(template, context)
            frame = views.frame(self.desk, place, request.path_params["n"], name, key)
            return page("frame.html", context | frame | {"inner": template})

        return await run_in_threadpool(made)

    async def verdict(self, request: Request) -> Response:
        place = self._place(request)
        return await run_in_threadpool(lambda: fragment("verdict.html", views.standing(place)))

    async def choice(self, request: Request) -> Response:
        place, key = self._place(request), request.query_params.get("key", "")

        def made() -> Response:
            return fragment("choice.html", {"choice": place.workspace.choice(key)})

        return await run_in_threadpool(made)

    async def events(self, request: Request) -> Response:
        place = self._place(request)
        return StreamingResponse(stream(self.desk, place), media_type="text/event-stream")

    async def stale(self, request: Request) -> Response:
        place, n = self._place(request), request.path_params["n"]

        def made() -> Response:
            found = place.workspace.stale(place.before) if place.before else ()
            return fragment("stale.html", {"stale": found, "n": n})

        return await run_in_threadpool(made)

    async def seen(self, request: Request) -> Response:
        self._place(request).before = None
        return JSONResponse({"done": True})

    async def texts(self, request: Request) -> Response:
        place = self._place(request)
        return await run_in_threadpool(lambda: JSONResponse(views.texts(place)))

    async def where(self, request: Request) -> Response:
        place, path = self._place(request), request.query_params.get("path", "")
        return await run_in_threadpool(lambda: JSONResponse(views.where(place, path)))

    # --- documents ---------------------------------------------------------------------------

    async def parts(self, request: Request) -> Response:
        place, document = self._place(request), request.path_params["document"]
        since = request.query_params.get("since", "")

        def made() -> Response:
            number = int(since) if since.isdigit() else -1
            return JSONResponse(views.parts(place, document, number))

        return await run_in_threadpool(made)

    async def document(self, request: Request) -> Response:
        place, document = self._place(request), request.path_params["document"]
        context = {"n": request.path_params["n"], "document": document}
        answer = await run_in_threadpool(
            lambda: fragment("document.html", context | {"page": place.workspace.page(document)})
        )
        answer.headers["Content-Security-Policy"] = policies.OF_DOCUMENTS
        return answer

    async def style(self, request: Request) -> Response:
        place = self._place(request)
        made = await run_in_threadpool(place.workspace.page_style, _FONTS)
        return Response(made, media_type="text/css")

    async def font(self, request: Request) -> Response:
        file = request.path_params["file"]
        look = self.desk.look if "n" not in request.path_params else self._place(request).workspace
        made = await run_in_threadpool(look.page_font, file)
        return Response(made, media_type="font/woff", headers={"Cache-Control": "max-age=86400"})

    async def file(self, request: Request) -> Response:
        place, name = self._place(request), request.path_params["document"]
        path = await run_in_threadpool(made_file, self.desk, place, name)
        if path is None:
            raise HTTPException(404)
        return FileResponse(path, filename=path.name)

    async def build(self, request: Request) -> Response:
        place, asked = self._place(request), await body(request)
        begin_build(self.desk, place, asked.text("document"), asked.text("format"))
        return JSONResponse({"begun": True}, 202)

    async def building(self, request: Request) -> Response:
        place, query = self._place(request), request.query_params
        state = place.building.get(f"{query.get('document')}.{query.get('format')}", "")
        is_made = state == BEING_MADE
        return JSONResponse({"state": state if is_made else "", "error": "" if is_made else state})

    # --- changes -----------------------------------------------------------------------------

    async def change(self, request: Request) -> Response:
        place, asked = self._place(request), await body(request)
        changes, version, label = asked.changes(), asked.number("version"), asked.text("label", "")
        return await self._answer(place, lambda: place.workspace.change(changes, version, label))

    async def write(self, request: Request) -> Response:
        place, asked = self._place(request), await body(request)
        file, base, text = asked.text("file"), asked.text("base"), asked.text("text")
        is_sure = asked.flag("sure")
        return await self._answer(
            place, lambda: place.workspace.write(file, base, text, is_sure=is_sure)
        )

    async def undo(self, request: Request) -> Response:
        place, asked = self._place(request), await body(request)
        number = asked.number("number")
        return await self._answer(place, lambda: place.workspace.undo(number))

    async def redo(self, request: Request) -> Response:
        place = self._place(request)
        return await self._answer(place, place.workspace.redo)

    async def _answer(self, place: ServedSpec, act: Callable[[], "api.Changed"]) -> Response:
        answer = await run_in_threadpool(lambda: JSONResponse(saved(place, act)))
        await wake(self.desk)
        return answer

    # --- what comes back ---------------------------------------------------------------------

    async def drop(self, request: Request) -> Response:
        place, query = self._place(request), request.query_params
        data = await request.body()
        path = self.desk.keep(query.get("name", "file"), data)
        number = await run_in_threadpool(
            returned.read, self.desk, place, path, query.get("from", "")
        )
        return JSONResponse({"number": number}, 201)

    async def take(self, request: Request) -> Response:
        place, asked = self._place(request), await body(request)
        number, taken, kept = asked.number("number"), asked.numbers("taken"), asked.numbers("kept")
        await run_in_threadpool(returned.decide, place, number, taken, kept)
        await wake(self.desk)
        return JSONResponse({"done": True})

    async def undo_taking(self, request: Request) -> Response:
        place = self._place(request)
        done = await run_in_threadpool(returned.undo, place)
        await wake(self.desk)
        return JSONResponse({"done": done})

    # --- a new spec --------------------------------------------------------------------------

    async def begin(self, request: Request) -> Response:
        asked = await body(request)
        return await run_in_threadpool(beginnings.begin, self.desk, asked)
