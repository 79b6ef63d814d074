"""How the bot hears of things: long polling, one poller at a time, a webhook that is tried again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import NotPossible, Person
from tests.playground.conftest import Api


async def polling(town: Emulator, api: Api, **params: object) -> "asyncio.Task[dict[str, Any]]":
    """A poll that is surely under way."""
    turn = town.updates.turn
    poll = asyncio.create_task(api.asks("getUpdates", timeout=20, **params))
    assert await town.until(lambda: town.updates.turn > turn)
    return poll


async def test_a_long_poll_answers_as_soon_as_something_happens(api: Api, town: Emulator):
    kim = town.person("김수제")
    poll = await polling(town, api)
    kim.start("r_abc")
    (update,) = (await poll)["result"]
    assert update["message"]["text"] == "/start r_abc"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_updates_come_again_until_the_offset_passes_them(api: Api, kim: Person):
    first = kim.sends("하나")
    kim.sends("둘")
    assert len(await api.does("getUpdates")) == 3
    assert [update["message"]["text"] for update in await api.does("getUpdates", offset=first)] == ["하나", "둘"]
    assert [update["message"]["text"] for update in await api.does("getUpdates", offset=-1)] == ["둘"]
    assert len(await api.does("getUpdates")) == 1


async def test_a_second_poller_ends_the_first_with_a_conflict(api: Api, town: Emulator, kim: Person):
    await api.does("getUpdates", offset=kim.sends("a") + 1)
    first = await polling(town, api)
    second = await polling(town, api)
    assert (await first)["error_code"] == 409
    assert "terminated by other getUpdates request" in (await first)["description"]
    kim.sends("b")
    assert (await second)["ok"]


async def test_updates_are_forgotten_after_a_day(api: Api, town: Emulator, kim: Person):
    assert isinstance(town.clock, Clock)
    town.clock.shift(int(timedelta(hours=24, seconds=1).total_seconds()))
    kim.sends("오늘")
    assert [update["message"]["text"] for update in await api.does("getUpdates")] == ["오늘"]


async def test_only_the_kinds_that_are_allowed_arrive(api: Api, kim: Person):
    await api.does("getUpdates", allowed_updates=["edited_message"], offset=-1)
    number = kim.chat()[0].id
    kim.sends("하나")
    kim.edits(number, "/start again")
    assert [sorted(update) for update in await api.does("getUpdates", offset=-5)][-1] == ["edited_message", "update_id"]


async def test_the_town_is_quiet_when_all_updates_are_acknowledged(api: Api, town: Emulator, kim: Person):
    waiting = asyncio.create_task(town.quiet_updates())
    last = kim.sends("하나")
    await api.does("getUpdates", offset=last)
    assert not waiting.done()
    await api.does("getUpdates", offset=last + 1)
    await asyncio.wait_for(waiting, 5)


@dataclass
class Door:
    """A bot's own web server; `answers` says what each knock gets."""

    answers: list[int]
    knocks: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    async def knock(self, request: web.Request) -> web.Response:
        self.knocks.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), await request.json()))
        return web.Response(status=self.answers.pop(0) if self.answers else 200)


@asynccontextmanager
async def opened(door: Door) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", door.knock)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    finally:
        await runner.cleanup()


async def test_a_webhook_is_tried_again_until_it_answers_200(api: Api, town: Emulator, kim: Person):
    town.webhook.first_wait = 0.01
    door = Door(answers=[500, 503])
    async with opened(door) as url:
        await api.does("setWebhook", url=url, secret_token="s3cret")
        await asyncio.wait_for(town.quiet_updates(), 5)
        assert [secret for secret, _ in door.knocks] == ["s3cret"] * 3
        assert len({update["update_id"] for _, update in door.knocks}) == 1
        told = await api.does("getWebhookInfo")
        assert (told["url"], told["last_error_message"]) == (url, "Wrong response from the webhook: 503")
        await api.does("deleteWebhook")


async def test_a_webhook_keeps_the_order_of_each_chat(api: Api, town: Emulator, kim: Person, maya: Person):
    town.webhook.first_wait = 0.01
    for number in range(5):
        kim.sends(f"{number}")
        maya.sends(f"{number}")
    door = Door(answers=[500, 200, 500, 500])
    async with opened(door) as url:
        await api.does("setWebhook", url=url)
        await asyncio.wait_for(town.quiet_updates(), 5)
        await api.does("deleteWebhook")
    for person in (kim, maya):
        said = [update["message"]["text"] for _, update in door.knocks if update["message"]["chat"]["id"] == person.id]
        assert list(dict.fromkeys(said)) == ["/start", "0", "1", "2", "3", "4"]


async def test_with_a_webhook_there_is_no_polling(api: Api, town: Emulator, kim: Person):
    poll = await polling(town, api, offset=kim.sends("a") + 1)
    async with opened(Door(answers=[])) as url:
        await api.does("setWebhook", url=url)
        assert (await poll)["error_code"] == 409
        assert (await api.hears_no("getUpdates")).startswith("Conflict: can't use getUpdates method while webhook is active")
        await api.does("deleteWebhook")
    await api.does("getUpdates")


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://bot.example.kr/"}, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://bot.example.kr/", "secret_token": "a b"}, "Bad Request: secret token contains unallowed characters"),
        ({"url": "https://bot.example.kr/", "secret_token": "a" * 257}, "Bad Request: secret token is too long"),
    ],
)
async def test_a_webhook_telegram_would_not_call_is_refused(api: Api, params: dict[str, Any], reason: str):
    assert await api.hears_no("setWebhook", **params) == reason


async def test_after_logging_out_nothing_works(api: Api):
    assert (await api.hears_no("close")).startswith("Too Many Requests: retry after ")
    await api.does("logOut")
    assert await api.hears_no("getMe") == "Logged out"


async def test_a_contact_is_the_senders_own_only_when_telegram_says_so(api: Api, kim: Person, maya: Person):
    kim.shares_contact()
    kim.shares_contact(own=False)
    own, other = [update["message"]["contact"] for update in await api.does("getUpdates", offset=-2)]
    assert own["user_id"] == kim.id
    assert "user_id" not in other


async def test_blocking_is_told_and_a_blocked_bot_is_not_written_to(api: Api, kim: Person):
    kim.blocks()
    (update,) = await api.does("getUpdates", offset=-1)
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    with pytest.raises(NotPossible, match="has blocked the bot"):
        kim.sends("a")


async def test_a_deep_link_opens_the_chat_and_starts_with_its_payload(api: Api, town: Emulator):
    kim = town.person("김수제")
    kim.opens("https://t.me/golmok_bot?start=r_Ab-9")
    assert (await api.does("getUpdates"))[0]["message"]["text"] == "/start r_Ab-9"
    with pytest.raises(NotPossible, match="at most 64"):
        kim.start("가게")
    with pytest.raises(NotPossible, match="does not lead to"):
        kim.opens("https://t.me/another_bot?start=a")


async def test_stickers_voices_and_places_arrive(api: Api, kim: Person):
    kim.sends_sticker()
    kim.sends_voice()
    kim.shares_place(37.5, 127.0)
    messages = [update["message"] for update in await api.does("getUpdates", offset=-3)]
    assert [next(name for name in ("sticker", "voice", "location") if name in message) for message in messages] == [
        "sticker",
        "voice",
        "location",
    ]
