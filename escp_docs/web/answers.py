"""What answers have in common: the specs of one desk, and which of them is asked about."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from escp_docs.web.desk import Desk, ServedSpec


class Answers:
    """The answers, for the specs of one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def place(self, request: Request) -> ServedSpec:
        """Return the spec that a request is about."""
        number: int = request.path_params["n"]
        if number >= len(self.desk.places):
            raise HTTPException(404)
        return self.desk.places[number]
