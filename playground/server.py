"""The Bot API's own door: `{root}/bot{token}/{method}` and `{root}/file/bot{token}/{path}`."""

import hmac
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from aiohttp import BodyPartReader, web

from playground.calls import Call
from playground.emulator import Emulator
from playground.faults import ConnectionCut
from playground.methods import METHODS, Method
from playground.parameters import Parameters, Upload
from playground.refusals import Refused, bad, unauthorized
from playground.tax_counter import open_counter

TOWN = web.AppKey("town", Emulator)
_MOST_BODY = 60 * 1024 * 1024


def bot_api(town: Emulator) -> web.Application:
    app = web.Application(client_max_size=_MOST_BODY)
    app[TOWN] = town
    app.router.add_route("*", "/bot{token}/{method}", _answer)
    app.router.add_get("/file/bot{token}/{path:.+}", _file)
    open_counter(app, town.tax_office)
    return app


@asynccontextmanager
async def served(town: Emulator, host: str, port: int, app: web.Application | None = None) -> AsyncIterator[str]:
    """The root address while it is open. A caller who hangs up ends the call it made, as a killed poller does."""
    runner = web.AppRunner(app or bot_api(town), handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        where = runner.addresses[0]
        yield f"http://{where[0]}:{where[1]}"
    finally:
        town.updates.interrupt()
        await town.webhook.close()
        await runner.cleanup()


async def _answer(request: web.Request) -> web.StreamResponse:
    town = request.app[TOWN]
    begun = time.perf_counter()
    given = Parameters({})
    method = METHODS.get(request.match_info["method"].lower())
    try:
        _check_token(town, request)
        given = await _parameters(request)
        result = await _carried_out(town, method, given)
        status, body = 200, {"ok": True, "result": result}
    except Refused as refused:
        status, body = refused.code, refused.body()
    except ConnectionCut:
        return await _cut(request)
    name = method.name if method else request.match_info["method"]
    _log(town, name, given, (status, body), (time.perf_counter() - begun) * 1000)
    try:
        await town.faults.after()
    except ConnectionCut:
        return await _cut(request)
    headers = {"Retry-After": str(body["parameters"]["retry_after"])} if "retry_after" in body.get("parameters", {}) else {}
    return web.Response(body=orjson.dumps(body), status=status, content_type="application/json", headers=headers)


async def _carried_out(town: Emulator, method: Method | None, given: Parameters) -> Any:
    town.faults.before(sends=method is not None and method.sends)
    if town.logged_out:
        raise Refused(400, "Logged out")
    if method is None:
        raise Refused(404, "Not Found: method not found")
    return await method(town, given)


def _check_token(town: Emulator, request: web.Request) -> None:
    if not hmac.compare_digest(request.match_info["token"].encode(), town.token.encode()):
        raise unauthorized()


def _log(town: Emulator, method: str, given: Parameters, answer: tuple[int, dict[str, Any]], ms: float) -> None:
    status, body = answer
    call = Call(
        id=town.log.number(),
        method=method,
        params=given.shown(),
        status=status,
        answer=body.get("result"),
        description=body.get("description"),
        at=town.clock.now(),
        ms=ms,
    )
    town.log.add(call)
    if not call.idle:
        town.tell("call", call=call)


async def _parameters(request: web.Request) -> Parameters:
    given: dict[str, Any] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return Parameters(given)
    match request.content_type:
        case "application/json":
            return Parameters(given | _object(await request.read()))
        case "multipart/form-data":
            return await _multipart(request, given)
        case _:
            return Parameters(given | dict(await request.post()))


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = orjson.loads(body or b"{}")
    except orjson.JSONDecodeError as error:
        raise bad("can't parse request body JSON object") from error
    if not isinstance(value, dict):
        raise bad("object expected as request body")
    return value


async def _multipart(request: web.Request, given: dict[str, Any]) -> Parameters:
    files: dict[str, Upload] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        if part.filename is None:
            given[part.name] = await part.text()
        else:
            mime = part.headers.get("Content-Type", "")
            files[part.name] = Upload(bytes(await part.read(decode=True)), part.filename, mime)
    return Parameters(given, files)


async def _file(request: web.Request) -> web.StreamResponse:
    town = request.app[TOWN]
    try:
        _check_token(town, request)
        town.faults.before(sends=False)
        content = _content(town, request.match_info["path"])
        await town.faults.after()
    except Refused as refused:
        return web.Response(body=orjson.dumps(refused.body()), status=refused.code, content_type="application/json")
    except ConnectionCut:
        return await _cut(request)
    return web.Response(body=content, content_type="application/octet-stream")


def _content(town: Emulator, path: str) -> bytes:
    file = town.files.at_path(path)
    if file is None:
        raise Refused(404, "Not Found")
    return town.files.content(file)


async def _cut(request: web.Request) -> web.StreamResponse:
    """Hangs up without a word."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
