"""Documents: as they would be now, in parts, and as files."""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from escp_docs.web import policies, views
from escp_docs.web.answers import Answers
from escp_docs.web.asked import body
from escp_docs.web.building import BEING_MADE, begin_build, made_file
from escp_docs.web.pages import fragment

_FONTS: Final = "font/{file}"


class DocumentAnswers(Answers):
    """Documents, their style and fonts, and files made of them."""

    async def parts(self, request: Request) -> Response:
        """Answer with the parts of a document that a page lacks."""
        place, document = self.place(request), request.path_params["document"]
        since = request.query_params.get("since", "")

        def made() -> Response:
            number = int(since) if since.isdigit() else -1
            return JSONResponse(views.parts(place, document, number))

        return await run_in_threadpool(made)

    async def since(self, request: Request) -> Response:
        """Answer with the parts of a document that the last package does not have."""
        place, document = self.place(request), request.path_params["document"]

        def made() -> Response:
            name, parts = place.workspace.changed_since_package(document)
            return JSONResponse({"since": name, "parts": sorted(parts)})

        return await run_in_threadpool(made)

    async def document(self, request: Request) -> Response:
        """Answer with a document for the frame of the preview."""
        place, document = self.place(request), request.path_params["document"]
        context = {"n": request.path_params["n"], "document": document}
        answer = await run_in_threadpool(
            lambda: fragment("document.html", context | {"page": place.workspace.page(document)})
        )
        answer.headers["Content-Security-Policy"] = policies.OF_DOCUMENTS
        return answer

    async def pages(self, request: Request) -> Response:
        """Answer with the pages of a document, and what stands on those that a page lacks."""
        place, document = self.place(request), request.path_params["document"]
        since = request.query_params.get("since", "")

        def made() -> Response:
            number = int(since) if since.isdigit() else -1
            return JSONResponse(views.pages(place, document, number))

        return await run_in_threadpool(made)

    async def sheet(self, request: Request) -> Response:
        """Answer with the picture of a page."""
        place, name = self.place(request), request.path_params["name"]
        made = await run_in_threadpool(place.workspace.page_picture, name)
        headers = {"Content-Security-Policy": policies.OF_PICTURES}
        return Response(made, media_type="image/svg+xml", headers=headers)

    async def style(self, request: Request) -> Response:
        """Answer with the style sheet of documents."""
        place = self.place(request)
        made = await run_in_threadpool(place.workspace.page_style, _FONTS)
        return Response(made, media_type="text/css")

    async def font(self, request: Request) -> Response:
        """Answer with a font of the documents."""
        file = request.path_params["file"]
        look = self.desk.look if "n" not in request.path_params else self.place(request).workspace
        made = await run_in_threadpool(look.page_font, file)
        return Response(made, media_type="font/woff", headers={"Cache-Control": "max-age=86400"})

    async def file(self, request: Request) -> Response:
        """Answer with a file that was made."""
        place, name = self.place(request), request.path_params["document"]
        path = await run_in_threadpool(made_file, self.desk, place, name)
        if path is None:
            raise HTTPException(404)
        return FileResponse(path, filename=path.name)

    async def build(self, request: Request) -> Response:
        """Begin to make a file, and answer at once."""
        place, asked = self.place(request), await body(request)
        begin_build(self.desk, place, asked.text("document"), asked.text("format"))
        return JSONResponse({"begun": True}, 202)

    async def building(self, request: Request) -> Response:
        """Answer whether a file is being made, or why it was not."""
        place, query = self.place(request), request.query_params
        state = place.building.get(f"{query.get('document')}.{query.get('format')}", "")
        is_made = state == BEING_MADE
        return JSONResponse({"state": state if is_made else "", "error": "" if is_made else state})
