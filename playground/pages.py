"""The page's server side: its files, a snapshot, the events, and the deeds of people (PAGE_API.md)."""

import asyncio
import mimetypes
from collections.abc import AsyncIterator, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
from aiohttp import BodyPartReader, WSMsgType, web

from playground import deeds, group_deeds, inline_deeds, town_deeds  # noqa: F401 - deeds sign up by being read
from playground.clock import Clock
from playground.emulator import Emulator
from playground.eyes import NotPossible
from playground.refusals import Refused
from playground.server import TOWN, bot_api
from playground.views import event_view, snapshot
from playground.wishes import DEEDS, Given, newest, topic, where, who

PAGE = Path(__file__).with_name("page")
_FONT = "NotoSansKR-Regular.otf"
_PAGES = web.AppKey("pages", set[asyncio.Queue[bytes]])
_FRESH = {"Cache-Control": "no-cache"}
_MOST_BEHIND = 10_000
_EXPIRE_EVERY = 5.0  # seconds
mimetypes.add_type("text/javascript", ".js")


def page_app(town: Emulator) -> web.Application:
    """The Bot API and the page on one port."""
    app = bot_api(town)
    app[_PAGES] = set()
    app.router.add_get("/", _index)
    app.router.add_get("/playground/page/{path:.+}", _page_file)
    app.router.add_get(f"/playground/fonts/{_FONT}", _font)
    app.router.add_get("/playground/state", _state)
    app.router.add_get("/playground/events", _events)
    app.router.add_get("/playground/files/{file_id}", _file)
    app.router.add_post("/playground/do/{deed}", _do)
    app.router.add_post("/playground/upload", _upload)
    _listen(app, town)
    return app


def _listen(app: web.Application, town: Emulator) -> None:
    def tell(event: dict[str, Any]) -> None:
        if app[_PAGES]:
            spelt = orjson.dumps(event_view(town, event), default=str)
            for queue in app[_PAGES]:
                if queue.qsize() < _MOST_BEHIND:
                    queue.put_nowait(spelt)

    def moved() -> None:
        town.tell("clock")
        expire(town)

    async def leave(_: web.Application) -> None:
        town.listeners.remove(tell)
        if isinstance(town.clock, Clock):
            town.clock.moved.remove(moved)

    town.listeners.append(tell)
    if isinstance(town.clock, Clock):
        town.clock.moved.append(moved)
    app.on_cleanup.append(leave)
    app.on_shutdown.append(_say_goodbye)
    app.cleanup_ctx.append(_watch_presses)


async def _watch_presses(app: web.Application) -> AsyncIterator[None]:
    async def watch() -> None:
        while True:
            await asyncio.sleep(_EXPIRE_EVERY)
            expire(app[TOWN])

    watching = asyncio.create_task(watch())
    yield
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)


def expire(town: Emulator) -> None:
    """Tells of presses the bot will never answer."""
    for press in town.presses.expire(town.clock.now()):
        where_pressed = {"callback_id": press.id, "person_id": press.person_id, "chat_id": press.chat_id, "message_id": press.message_id}
        town.tell("callback_answered", **where_pressed, text=None, show_alert=False, url=None, expired=True)


async def _say_goodbye(app: web.Application) -> None:
    for queue in app[_PAGES]:
        queue.put_nowait(b"")


async def _index(_: web.Request) -> web.StreamResponse:
    return web.FileResponse(PAGE / "index.html", headers=_FRESH)


async def _page_file(request: web.Request) -> web.StreamResponse:
    wanted = (PAGE / request.match_info["path"]).resolve()
    if not wanted.is_relative_to(PAGE.resolve()) or not wanted.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(wanted, headers=_FRESH)


async def _font(_: web.Request) -> web.StreamResponse:
    content = files("pylopdf_fonts_ko").joinpath(_FONT).read_bytes()
    return web.Response(body=content, content_type="font/otf", headers={"Cache-Control": "max-age=86400"})


async def _state(request: web.Request) -> web.StreamResponse:
    return _json(snapshot(request.app[TOWN]))


async def _events(request: web.Request) -> web.StreamResponse:
    socket = web.WebSocketResponse(heartbeat=30)
    await socket.prepare(request)
    queue: asyncio.Queue[bytes] = asyncio.Queue()
    queue.put_nowait(orjson.dumps({"event": "snapshot", **snapshot(request.app[TOWN])}, default=str))
    request.app[_PAGES].add(queue)
    telling = asyncio.create_task(_tell(socket, queue))
    try:
        async for message in socket:
            if message.type is WSMsgType.ERROR:
                break
    finally:
        request.app[_PAGES].discard(queue)
        telling.cancel()
        await asyncio.gather(telling, return_exceptions=True)
    return socket


async def _tell(socket: web.WebSocketResponse, queue: asyncio.Queue[bytes]) -> None:
    """Until the page goes or the server closes (an empty message)."""
    while spelt := await queue.get():
        await socket.send_str(spelt.decode())
    await socket.close()


async def _file(request: web.Request) -> web.StreamResponse:
    town = request.app[TOWN]
    file = town.files.known.get(request.match_info["file_id"])
    if file is None:
        raise web.HTTPNotFound
    name = request.query.get("name") or file.name or file.path.rpartition("/")[2]
    shown = file.kind != "document" and "download" not in request.query
    response = web.Response(body=town.files.content(file))
    response.headers["Content-Type"] = file.mime if shown else "application/octet-stream"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = _disposition(name, shown=shown)
    return response


def _disposition(name: str, *, shown: bool) -> str:
    return f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{quote(name, safe='')}"


async def _do(request: web.Request) -> web.StreamResponse:
    deed = DEEDS.get(request.match_info["deed"])
    if deed is None:
        return _json({"ok": False, "error": "There is no such deed"}, 404)
    try:
        given = orjson.loads(await request.read() or b"{}")
    except orjson.JSONDecodeError:
        given = None
    if not isinstance(given, dict):
        return _json({"ok": False, "error": "The request must be a JSON object"}, 400)
    return _done(lambda: deed(request.app[TOWN], given))


async def _upload(request: web.Request) -> web.StreamResponse:
    if request.content_type != "multipart/form-data":
        return _json({"ok": False, "error": "The request must be multipart/form-data"}, 400)
    given: Given = {}
    content, name, mime = b"", "", ""
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            continue
        if part.name == "file":
            content, name, mime = bytes(await part.read(decode=True)), part.filename or "", part.headers.get("Content-Type", "")
        else:
            given[part.name] = await part.text()
    return _done(lambda: _uploaded(request.app[TOWN], given, content, name=name, mime=mime))


def _uploaded(town: Emulator, given: Given, content: bytes, *, name: str, mime: str) -> dict[str, Any]:
    person, chat_id = who(town, given), where(town, given)
    caption, album = str(given.get("caption") or ""), str(given.get("album") or "")
    if not content:
        raise NotPossible("The file is empty")
    match given.get("kind"):
        case "photo":
            person.sends_photo(content, caption=caption, chat=chat_id, album=album, topic=topic(given))
        case "document":
            person.sends_file(name or "file", content, mime, caption=caption, chat=chat_id, album=album, topic=topic(given))
        case "voice":
            person.sends_voice(content, chat=chat_id, topic=topic(given))
        case _:
            raise NotPossible("kind must be photo, document or voice")
    return newest(town, chat_id)


def _done(run: Callable[[], dict[str, Any]]) -> web.StreamResponse:
    try:
        return _json({"ok": True, "result": run()})
    except NotPossible as impossible:
        return _json({"ok": False, "error": str(impossible)}, 400)
    except Refused as refused:
        return _json({"ok": False, "error": refused.description.removeprefix("Bad Request: ")}, 400)


def _json(body: Any, status: int = 200) -> web.StreamResponse:
    return web.Response(body=orjson.dumps(body, default=str), status=status, content_type="application/json", headers=_FRESH)
