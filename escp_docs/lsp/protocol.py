"""JSON-RPC as an editor is owed it: whatever asks for an answer gets one, an error if need be."""

from typing import Any, Final

from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcMethodNotFound,
    JsonRpcParseError,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

UNREADABLE: Final = (ValueError, RecursionError)
"""What bytes that are no JSON raise: of another encoding, cut off, or nested too deeply."""


class AnsweringProtocol(LanguageServerProtocol):
    """Answers a request that cannot be understood, where pygls shows its user a message."""

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401  # as pygls has it
        """Return a message by its kind; None if it was answered already."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" not in data or "method" not in data:
                raise
            self.refuse(self._objection(data["method"]), data["id"])
            return None

    def _objection(self, method: object) -> JsonRpcException:
        if not isinstance(method, str):
            return JsonRpcInvalidRequest()
        is_known = self.get_message_type(method) is not None
        return JsonRpcInvalidParams() if is_known else JsonRpcMethodNotFound.of(method)

    def handle_message(self, message: Any) -> None:  # noqa: ANN401  # whatever JSON holds
        """Hand a message on; what is none is answered."""
        if message is None:
            return
        if getattr(message, "jsonrpc", None) != self.VERSION:
            asked = message.get("id") if isinstance(message, dict) else None
            self.refuse(JsonRpcInvalidRequest(), asked)
            return
        super().handle_message(message)

    def refuse(self, error: JsonRpcException, asked: object = None) -> None:
        """Answer with an error; `asked` is the id of the request, None if that is not known."""
        name = asked if isinstance(asked, int | str) else None
        # In plain JSON, for pygls leaves out an id that is null, and JSON-RPC demands one.
        said = {"code": error.code, "message": error.message}
        self._send_data({"jsonrpc": self.VERSION, "id": name, "error": said})


class AnsweringServer(LanguageServer):
    """A server that answers what it cannot read."""

    protocol: AnsweringProtocol

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401
        """Answer bytes that are no JSON; tell of everything else as pygls does."""
        if source is JsonRpcException and isinstance(error, UNREADABLE):
            self.protocol.refuse(JsonRpcParseError())
        else:
            super().report_server_error(error, source)
