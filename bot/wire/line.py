"""The line to Telegram: one call by its name with a ready payload.

`telegram.Bot` builds 0.27 ms of objects for every message; the courier has its payloads ready and needs only
the library's backend and its reading of errors.
"""

from http import HTTPStatus
from typing import Any

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.documents.document import MadeFile
from bot.wire.backend import AiohttpRequest

Json = dict[str, Any]


class Line:
    """Calls `{root}/bot{token}/{method}`. Raises `telegram.error.TelegramError` as the library does."""

    def __init__(self, request: AiohttpRequest, root: str, token: str) -> None:
        self._request = request
        self._address = f"{root}/bot{token}/"

    async def call(
        self,
        method: str,
        payload: Json,
        *,
        photo: bytes | None = None,
        document: MadeFile | None = None,
        read_timeout: float | None = None,
    ) -> Any:
        """The `result` of the answer. `photo`: a PNG to be uploaded, as `photo` or into the `media` of the payload."""
        parameters = [RequestParameter(name, value, None) for name, value in payload.items() if name != "media"]
        if photo is not None:
            parameters.append(_uploaded(payload, photo))
        if document is not None:
            parameters.append(RequestParameter("document", None, [_file(document)]))
        return await self._request.post(
            self._address + method,
            RequestData(parameters),
            read_timeout=BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout,
        )

    async def post(self, method: str, body: bytes) -> Any:
        """As `call`, for a payload that is JSON already: of many messages only the chat differs, and the library's objects cost more."""
        status, answer = await self._request.post_json(self._address + method, body)
        if status != HTTPStatus.OK:
            return await _Answered(status, answer).post(method)  # raises: how an error reads is the library's knowledge
        return AiohttpRequest.parse_json_payload(answer)["result"]


class _Answered(BaseRequest):
    """A request that has its answer."""

    def __init__(self, status: int, answer: bytes) -> None:
        self._answer = status, answer

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self._answer


def _file(document: MadeFile) -> InputFile:
    file = InputFile(document.content, filename=document.name)
    file.mimetype = document.media_type
    return file


def _uploaded(payload: Json, photo: bytes) -> RequestParameter:
    if "media" not in payload:
        return RequestParameter("photo", None, [InputFile(photo, filename="picture.png")])
    file = InputFile(photo, filename="picture.png", attach=True)
    return RequestParameter("media", payload["media"] | {"media": file.attach_uri}, [file])
