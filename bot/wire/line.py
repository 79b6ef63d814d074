"""The line to Telegram: one call by its name with a ready payload.

`telegram.Bot` builds 0.27 ms of objects for every message; the courier has its payloads ready and needs only
the library's backend and its reading of errors.
"""

from typing import Any

from telegram import InputFile
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.documents.document import MadeFile

Json = dict[str, Any]


class Line:
    """Calls `{root}/bot{token}/{method}`. Raises `telegram.error.TelegramError` as the library does."""

    def __init__(self, request: BaseRequest, root: str, token: str) -> None:
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


def _file(document: MadeFile) -> InputFile:
    file = InputFile(document.content, filename=document.name)
    file.mimetype = document.media_type
    return file


def _uploaded(payload: Json, photo: bytes) -> RequestParameter:
    if "media" not in payload:
        return RequestParameter("photo", None, [InputFile(photo, filename="picture.png")])
    file = InputFile(photo, filename="picture.png", attach=True)
    return RequestParameter("media", payload["media"] | {"media": file.attach_uri}, [file])
