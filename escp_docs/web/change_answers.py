"""Changes: of values, texts and entries, back and forth, from returned files, a first spec."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from escp_docs.web import beginnings, folders, returned
from escp_docs.web.answers import Answers
from escp_docs.web.asked import body
from escp_docs.web.desk import ServedSpec
from escp_docs.web.events import wake
from escp_docs.web.saving import saved

if TYPE_CHECKING:
    from escp_docs import api


class ChangeAnswers(Answers):
    """What changes a spec; all of it comes from our own pages."""

    async def change(self, request: Request) -> Response:
        """Answer with what came of changes by key."""
        place, asked = self.place(request), await body(request)
        changes, version, label = asked.changes(), asked.number("version"), asked.text("label", "")
        stay = asked.text("stay", "")
        return await self._answer(
            place, lambda: place.workspace.change(changes, version, label, stay)
        )

    async def write(self, request: Request) -> Response:
        """Answer with what came of a text."""
        place, asked = self.place(request), await body(request)
        file, base, text = asked.text("file"), asked.text("base"), asked.text("text")
        is_sure, stay = asked.flag("sure"), asked.text("stay", "")
        return await self._answer(
            place, lambda: place.workspace.write(file, base, text, is_sure=is_sure, stay=stay)
        )

    async def write_again(self, request: Request) -> Response:
        """Answer with what came of files that were gone and are written as they were."""
        place = self.place(request)
        return await self._answer(place, place.workspace.write_again)

    async def undo(self, request: Request) -> Response:
        """Answer with what came of taking a step back."""
        place, asked = self.place(request), await body(request)
        number = asked.number("number")
        return await self._answer(place, lambda: place.workspace.undo(number))

    async def redo(self, request: Request) -> Response:
        """Answer with what came of making a step again."""
        place = self.place(request)
        return await self._answer(place, place.workspace.redo)

    async def pass_over(self, request: Request) -> Response:
        """Answer once a step is left as it is, so that those before it can be taken back."""
        place, asked = self.place(request), await body(request)
        number = asked.number("number")
        return await self._answer(place, lambda: place.workspace.pass_over(number))

    async def _answer(self, place: ServedSpec, act: Callable[[], "api.Changed"]) -> Response:
        answer = await run_in_threadpool(lambda: JSONResponse(saved(place, act)))
        await wake(self.desk)
        return answer

    async def drop(self, request: Request) -> Response:
        """Answer with the number under which a dropped file waits."""
        place, query = self.place(request), request.query_params
        data = await request.body()
        path = self.desk.keep(query.get("name", "file"), data)
        number = await run_in_threadpool(
            returned.read, self.desk, place, path, query.get("from", "")
        )
        return JSONResponse({"number": number}, 201)

    async def take(self, request: Request) -> Response:
        """Answer which proposals of a file could not be taken, and why, once the others are."""
        place, asked = self.place(request), await body(request)
        number, taken, kept = asked.number("number"), asked.numbers("taken"), asked.numbers("kept")
        refused = await run_in_threadpool(returned.decide, place, number, taken, kept)
        await wake(self.desk)
        told = [{"key": one.key, "why": one.why} for one in refused]
        return JSONResponse({"done": True, "refused": told})

    async def undo_taking(self, request: Request) -> Response:
        """Answer whether the last taking was given back."""
        place = self.place(request)
        done = await run_in_threadpool(returned.undo, self.desk, place)
        await wake(self.desk)
        return JSONResponse({"done": done})

    async def choose(self, request: Request) -> Response:
        """Answer once a folder is open."""
        asked = await body(request)
        await run_in_threadpool(folders.choose, self.desk, asked)
        return JSONResponse({"done": True})

    async def begin(self, request: Request) -> Response:
        """Answer with what the rules say of a spec that is begun, and write it if asked."""
        asked = await body(request)
        return await run_in_threadpool(beginnings.begin, self.desk, asked)
