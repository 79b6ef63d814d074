"""The page's server side, as PAGE_API.md tells it."""

import io
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from PIL import Image

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import Person
from playground.pages import PAGE, page_app
from playground.server import served
from playground.wishes import DEEDS
from tests.playground.conftest import Api

CONTRACT = PAGE.with_name("PAGE_API.md")


@dataclass
class Door:
    session: aiohttp.ClientSession
    url: str

    async def does(self, deed: str, **given: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.url}/playground/do/{deed}", json=given) as answer:
            body = await answer.json()
        assert body["ok"], body
        return dict(body["result"])

    async def hears_no(self, deed: str, **given: Any) -> str:
        async with self.session.post(f"{self.url}/playground/do/{deed}", json=given) as answer:
            assert 400 <= answer.status < 500
            return str((await answer.json())["error"])

    async def state(self) -> dict[str, Any]:
        async with self.session.get(f"{self.url}/playground/state") as answer:
            return dict(await answer.json())


@pytest_asyncio.fixture
async def door(town: Emulator) -> AsyncIterator[Door]:
    async with served(town, "127.0.0.1", 0, page_app(town)) as url, aiohttp.ClientSession() as session:
        yield Door(session, url)


@pytest_asyncio.fixture
async def api(town: Emulator, door: Door) -> Api:
    return Api(door.session, door.url, town.token)


async def event(socket: aiohttp.ClientWebSocketResponse, name: str) -> dict[str, Any]:
    """The next event of that name."""
    while True:
        told = json.loads(await socket.receive_str(timeout=5))
        if told["event"] == name:
            return dict(told)


def test_every_deed_of_the_contract_exists_and_every_deed_is_in_the_contract():
    table = CONTRACT.read_text(encoding="utf-8").partition("## Deeds")[2]
    named = {name.strip("` ") for line in table.splitlines() if line.startswith("| `") for name in line.split("|")[1].split(",")}
    assert named == set(DEEDS)


async def test_a_page_hears_everything_from_the_first_snapshot_on(door: Door, api: Api, kim: Person):
    async with door.session.ws_connect(f"{door.url}/playground/events") as socket:
        first = json.loads(await socket.receive_str(timeout=5))
        assert (first["event"], first["messages"][str(kim.id)][0]["text"]) == ("snapshot", "/start")
        keyboard = {"inline_keyboard": [[{"text": "네", "callback_data": "y"}]]}
        sent = await api.does("sendMessage", chat_id=kim.id, text="맞아요?", reply_markup=keyboard)
        assert (await event(socket, "message"))["message"]["text"] == "맞아요?"
        assert (await event(socket, "call"))["call"]["method"] == "sendMessage"
        pressed = await door.does("press", person_id=kim.id, message_id=sent["message_id"], row=0, column=0)
        await api.does("answerCallbackQuery", callback_query_id=pressed["callback_id"], text="좋아요")
        answered = await event(socket, "callback_answered")
        assert (answered["callback_id"], answered["text"], answered["show_alert"]) == (pressed["callback_id"], "좋아요", False)
        await api.does("sendChatAction", chat_id=kim.id, action="typing")
        assert (await event(socket, "typing"))["chat_id"] == kim.id
        await api.does("editMessageText", chat_id=kim.id, message_id=sent["message_id"], text="고마워요")
        assert (await event(socket, "message_edited"))["message"]["text"] == "고마워요"
        await api.does("deleteMessage", chat_id=kim.id, message_id=sent["message_id"])
        assert (await event(socket, "messages_deleted"))["message_ids"] == [sent["message_id"]]


async def test_a_press_nobody_answers_expires_when_the_clock_moves_on(door: Door, api: Api, kim: Person):
    sent = await api.does(
        "sendMessage", chat_id=kim.id, text="a", reply_markup={"inline_keyboard": [[{"text": "b", "callback_data": "c"}]]}
    )
    async with door.session.ws_connect(f"{door.url}/playground/events") as socket:
        pressed = await door.does("press", person_id=kim.id, message_id=sent["message_id"], row=0, column=0)
        await door.does("move_clock", seconds=200)
        told = await event(socket, "callback_answered")
        assert (told["callback_id"], told["expired"]) == (pressed["callback_id"], True)


async def test_people_are_added_and_talk(door: Door, town: Emulator):
    person = (await door.does("add_person", name="최바람", language_code="ko"))["person"]
    await door.does("start", person_id=person["id"], payload="r_1")
    await door.does("send", person_id=person["id"], text="안녕하세요")
    await door.does("edit", person_id=person["id"], message_id=2, text="안녕!")
    await door.does("share_contact", person_id=person["id"], own=True)
    await door.does("share_place", person_id=person["id"], latitude=37.5, longitude=127)
    await door.does("send_sticker", person_id=person["id"])
    await door.does("send_voice", person_id=person["id"])
    await door.does("delete", person_id=person["id"], message_id=1)
    messages = (await door.state())["messages"][str(person["id"])]
    assert [message.get("text") for message in messages] == ["안녕!", None, None, None, None]
    assert len(town.updates.waiting) == 7
    await door.does("change_person", person_id=person["id"], language_code="en")
    assert (await door.state())["people"][0]["language_code"] == "en"


async def test_keys_and_buttons_that_are_gone_are_refused(door: Door, api: Api, kim: Person):
    await api.does("sendMessage", chat_id=kim.id, text="번호?", reply_markup={"keyboard": [[{"text": "보내기", "request_contact": True}]]})
    await door.does("press_key", person_id=kim.id, row=0, column=0)
    assert kim.chat()[-1].json["contact"]["user_id"] == kim.id
    assert await door.hears_no("press_key", person_id=kim.id, row=1, column=0) == "There is no such button any more"
    assert await door.hears_no("press", person_id=kim.id, message_id=77, row=0, column=0) == "That message is gone"


async def test_links_lead_to_the_bot_to_a_choice_of_chats_or_outside(door: Door, kim: Person, maya: Person):
    to_bot = await door.does("open_link", person_id=kim.id, url="https://t.me/golmok_bot?start=r_9")
    assert to_bot == {"kind": "bot", "chat_id": kim.id, "payload": "r_9"}
    to_share = await door.does(
        "open_link",
        person_id=kim.id,
        url="https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fgolmok_bot%3Fstart%3Dr_9&text=%EA%B0%99%EC%9D%B4",
    )
    assert to_share == {"kind": "share", "url": "https://t.me/golmok_bot?start=r_9", "text": "같이"}
    assert (await door.does("open_link", person_id=kim.id, url="https://seoul.kr"))["kind"] == "outside"
    shared = await door.does("share", person_id=kim.id, to_person_id=maya.id, url=to_share["url"], text="같이")
    assert maya.chat(shared["chat_id"])[-1].text == "https://t.me/golmok_bot?start=r_9\n같이"


async def test_groups_are_made_grow_and_move(door: Door, town: Emulator, kim: Person, maya: Person):
    chat_id = (await door.does("add_group", person_id=kim.id, title="골목 모임", people=[maya.id]))["chat_id"]
    lee = (await door.does("add_person", name="이한울"))["person"]["id"]
    await door.does("add_member", person_id=kim.id, chat_id=chat_id, member_id=lee)
    await door.does("remove_member", person_id=maya.id, chat_id=chat_id, member_id=maya.id)
    await door.does("remove_member", person_id=kim.id, chat_id=chat_id, member_id=town.bot_id)
    await door.does("add_member", person_id=kim.id, chat_id=chat_id, member_id=town.bot_id)
    new = (await door.does("migrate", chat_id=chat_id))["chat_id"]
    chats = {chat["id"]: chat for chat in (await door.state())["chats"]}
    assert chats[chat_id]["migrated_to"] == new
    assert (chats[new]["type"], chats[new]["people"]) == ("supergroup", [kim.id, lee])


async def test_the_clock_moves_for_everybody(door: Door, town: Emulator):
    assert (await door.does("move_clock", seconds=3600))["shift_seconds"] == 3600
    assert (await door.does("move_clock", shift_seconds=0))["shift_seconds"] == 0
    await door.does("move_clock", until="08:00")
    assert isinstance(town.clock, Clock)
    assert 0 < town.clock.shift_seconds <= 86_400
    assert await door.hears_no("move_clock", until="25:00") == "until must be a time like 08:00"
    assert await door.hears_no("move_clock", seconds=-5) == "Time only goes forward"


async def test_bad_weather_is_made_and_ended_on_the_page(door: Door, api: Api, kim: Person):
    await door.does("flood", seconds=3)
    assert (await api.asks("sendMessage", chat_id=kim.id, text="a"))["error_code"] == 429
    await door.does("fail", times=5, status=503)
    assert (await api.asks("getMe"))["error_code"] == 503
    assert (await door.does("fail", times=0))["faults"]["fail_times"] == 0
    assert (await door.does("drop", times=0))["faults"]["drop_times"] == 0
    assert (await door.does("slow", seconds=0))["faults"]["slow_seconds"] == 0
    await api.does("getMe")


async def test_blocking_shows_on_the_person(door: Door, kim: Person):
    await door.does("block", person_id=kim.id)
    assert (await door.state())["people"][0]["blocked"]
    assert "has blocked the bot" in await door.hears_no("send", person_id=kim.id, text="a")
    await door.does("unblock", person_id=kim.id)


async def test_a_picture_is_uploaded_and_served_back(door: Door, kim: Person):
    out = io.BytesIO()
    Image.new("RGB", (50, 50)).save(out, "PNG")
    form = aiohttp.FormData({"person_id": str(kim.id), "chat_id": str(kim.id), "kind": "photo", "caption": "가게"})
    form.add_field("file", out.getvalue(), filename="가게.png", content_type="image/png")
    async with door.session.post(f"{door.url}/playground/upload", data=form) as answer:
        assert (await answer.json())["ok"]
    message = (await door.state())["messages"][str(kim.id)][-1]
    async with door.session.get(door.url + message["media_url"]) as answer:
        assert (answer.content_type, await answer.read()) == ("image/png", out.getvalue())


async def test_a_file_is_downloaded_never_opened_in_the_page(door: Door, kim: Person):
    kim.sends_file("<b>.html", b"<script>alert(1)</script>", "text/html")
    media_url = (await door.state())["messages"][str(kim.id)][-1]["media_url"]
    async with door.session.get(door.url + media_url) as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment;")


@pytest.mark.parametrize(
    ("deed", "given"),
    [
        ("send", {}),
        ("send", {"person_id": 5, "text": "a"}),
        ("send", {"person_id": "kim", "text": "a"}),
        ("send", {"person_id": 1_000_001, "text": ""}),
        ("send", {"person_id": 1_000_001, "chat_id": -5, "text": "a"}),
        ("share_place", {"person_id": 1_000_001, "latitude": "north", "longitude": 1}),
        ("add_group", {"person_id": 1_000_001, "title": "a", "people": "all"}),
        ("migrate", {"chat_id": 1_000_001}),
        ("fail", {"times": 1, "status": 200}),
        ("dance", {}),
    ],
)
async def test_a_deed_that_makes_no_sense_is_refused_with_a_reason(door: Door, kim: Person, deed: str, given: dict[str, Any]):
    assert await door.hears_no(deed, **given)


async def test_the_page_its_scripts_and_the_font_are_served_and_nothing_else(door: Door):
    async with door.session.get(door.url) as answer:
        assert answer.content_type == "text/html"
    async with door.session.get(f"{door.url}/playground/fonts/NotoSansKR-Regular.otf") as answer:
        assert (await answer.read())[:4] == b"OTTO"
    for outside in ("../PAGE_API.md", "%2e%2e/server.py", "..%2fserver.py", "nothing.js"):
        async with door.session.get(f"{door.url}/playground/page/{outside}") as answer:
            assert answer.status == 404


async def test_a_card_is_asked_for_offered_and_picked(door: Door, api: Api, town: Emulator, kim: Person, maya: Person):
    talk = (await door.does("open_talk", person_id=kim.id, to_person_id=maya.id))["chat_id"]
    async with door.session.ws_connect(f"{door.url}/playground/events") as socket:
        typed = await door.does("type_inline", person_id=kim.id, chat_id=talk, query="빵집")
        assert (typed["inline"]["answered"], (await event(socket, "inline_results"))["inline"]["query"]) == (False, "빵집")
        query = (await api.does("getUpdates", offset=-1))[0]["inline_query"]
        content = {"message_text": "골목 빵집 2/3"}
        card = {"type": "article", "id": "1", "title": "모집 카드", "description": "2/3", "input_message_content": content}
        await api.does("answerInlineQuery", inline_query_id=query["id"], results=[card], next_offset="1")
        offered = (await event(socket, "inline_results"))["inline"]
    assert offered["results"] == [{"type": "article", "title": "모집 카드", "description": "2/3"}]
    assert (offered["answered"], offered["more"]) == (True, True)
    await door.does("more_results", person_id=kim.id)
    await door.does("pick_result", person_id=kim.id, number=0)
    assert (await door.state())["messages"][str(talk)][-1]["via_bot"]["username"] == "golmok_bot"
    assert "typed nothing" in await door.hears_no("pick_result", person_id=kim.id, number=0)


async def test_people_of_the_town_are_picked_for_a_key(door: Door, api: Api, kim: Person, maya: Person):
    keys = {"keyboard": [[{"text": "이웃", "request_users": {"request_id": 3}}]]}
    await api.does("sendMessage", chat_id=kim.id, text="누구?", reply_markup=keys)
    await door.does("share_people", person_id=kim.id, request_id=3, people=[maya.id])
    assert (await api.does("getUpdates", offset=-1))[0]["message"]["users_shared"]["user_ids"] == [maya.id]
    assert await door.hears_no("share_people", person_id=kim.id, request_id=3, people="a") == "people must be a list of numbers"


async def test_a_group_becomes_a_forum_with_topics_and_an_administrator_bot(door: Door, api: Api, town: Emulator, kim: Person):
    group = (await door.does("add_group", person_id=kim.id, title="사무국", people=[]))["chat_id"]
    forum = (await door.does("make_forum", chat_id=group))["chat_id"]
    await door.does("promote_bot", person_id=kim.id, chat_id=forum)
    topic = (await door.does("open_topic", person_id=kim.id, chat_id=forum, name="점심"))["topic"]
    await door.does("send", person_id=kim.id, chat_id=forum, topic=topic, text="뭐 먹죠?")
    await door.does("close_topic", person_id=kim.id, chat_id=forum, topic=topic)
    chat = next(chat for chat in (await door.state())["chats"] if chat["id"] == forum)
    assert (chat["is_forum"], chat["bot_is_admin"], chat["topics"]) == (True, True, [{"id": topic, "name": "점심", "closed": True}])
    assert (await api.does("getUpdates", offset=-2))[0]["message"]["message_thread_id"] == topic
    await door.does("demote_bot", person_id=kim.id, chat_id=forum)
    assert town.chats[forum].bot_rights is None


async def test_a_mention_leads_to_the_person(door: Door, kim: Person, maya: Person):
    assert await door.does("open_link", person_id=kim.id, url=f"tg://user?id={maya.id}") == {"kind": "person", "person_id": maya.id}
    assert (await door.does("open_link", person_id=kim.id, url="tg://user?id=5"))["person_id"] is None
