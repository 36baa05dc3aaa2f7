"""Pages, and what their scripts ask."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from escp_docs.web import beginnings, folders, views
from escp_docs.web.answers import Answers
from escp_docs.web.events import stream
from escp_docs.web.pages import fragment, page


class PageAnswers(Answers):
    """Pages of the workspace, and what is told of a spec."""

    async def home(self, request: Request) -> Response:
        """Lead to the one spec, to the list of several, or to the first questions."""
        del request
        if self.desk.asks:
            return RedirectResponse("/choose", 303)
        if self.desk.new_folder:
            return RedirectResponse("/new", 303)
        if len(self.desk.places) == 1:
            return RedirectResponse("/0/overview", 303)
        return await run_in_threadpool(page, "specs.html", views.specs(self.desk))

    async def folders(self, request: Request) -> Response:
        """Answer with the folders of which one is chosen."""
        if not self.desk.asks:
            return RedirectResponse("/", 303)
        path = request.query_params.get("path", "")
        found = await run_in_threadpool(folders.context, self.desk, path)
        return page("choose.html", found)

    async def here(self, request: Request) -> Response:
        """Answer a page that says that it is still open."""
        del request
        return Response(status_code=204)

    async def new(self, request: Request) -> Response:
        """Answer with the first questions of a new spec."""
        del request
        if not self.desk.new_folder:
            return RedirectResponse("/", 303)
        return page("new.html", beginnings.context(self.desk))

    async def view(self, request: Request) -> Response:
        """Answer with a view: a whole page, or its own part of it for a page that is there."""
        place = self.place(request)
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
        """Answer with the verdict as the head of a page shows it."""
        place = self.place(request)
        return await run_in_threadpool(lambda: fragment("verdict.html", views.standing(place)))

    async def choice(self, request: Request) -> Response:
        """Answer with a choice of the agreement."""
        place, key = self.place(request), request.query_params.get("key", "")

        def made() -> Response:
            return fragment("choice.html", {"choice": place.workspace.choice(key)})

        return await run_in_threadpool(made)

    async def events(self, request: Request) -> Response:
        """Answer with a stream of versions."""
        place = self.place(request)
        return StreamingResponse(stream(self.desk, place), media_type="text/event-stream")

    async def stale(self, request: Request) -> Response:
        """Answer with the texts that still say what was changed."""
        place, n = self.place(request), request.path_params["n"]

        def made() -> Response:
            found = place.workspace.stale(place.before) if place.before else ()
            return fragment("stale.html", {"stale": found, "n": n})

        return await run_in_threadpool(made)

    async def seen(self, request: Request) -> Response:
        """Note that somebody has seen these texts."""
        self.place(request).before = None
        return JSONResponse({"done": True})

    async def texts(self, request: Request) -> Response:
        """Answer with the files of a spec as text, and what is to be said of them."""
        place = self.place(request)
        return await run_in_threadpool(lambda: JSONResponse(views.texts(place)))

    async def where(self, request: Request) -> Response:
        """Answer with the key, the screen and the line of a value."""
        place, path = self.place(request), request.query_params.get("path", "")
        return await run_in_threadpool(lambda: JSONResponse(views.where(place, path)))
