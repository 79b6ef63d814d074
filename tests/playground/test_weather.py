"""Rates and faults: the bot is told off as Telegram would, and on bad days the API fails."""

import time

import aiohttp
import pytest

from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits, Rate, Style
from playground.refusals import Refused
from tests.playground.conftest import Api


class Watch:
    """A stopwatch that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def accepted(limits: Limits, chats: list[int]) -> int:
    count = 0
    for chat in chats:
        try:
            limits.charge(chat)
        except Refused:
            continue
        count += 1
    return count


def test_thirty_messages_a_second_and_no_more():
    watch = Watch()
    limits = Limits(per_chat=None, now=watch)
    assert accepted(limits, list(range(1, 101))) == 30
    watch.seconds += 0.5
    assert accepted(limits, list(range(1, 101))) == 15


def test_a_strict_window_forgives_nothing():
    watch = Watch()
    limits = Limits(per_chat=None, style=Style.WINDOW, now=watch)
    assert accepted(limits, list(range(1, 101))) == 30
    watch.seconds += 0.99
    assert accepted(limits, [1]) == 0
    watch.seconds += 0.02
    assert accepted(limits, list(range(1, 101))) == 30


def test_one_message_a_second_to_a_chat_after_a_burst():
    watch = Watch()
    limits = Limits(overall=None, per_chat=Rate(1, 1.0, burst=3), now=watch)
    assert accepted(limits, [7] * 10) == 3
    watch.seconds += 2
    assert accepted(limits, [7] * 10) == 2


def test_twenty_messages_a_minute_to_a_group():
    watch = Watch()
    limits = Limits(overall=None, per_chat=None, now=watch)
    assert accepted(limits, [-7] * 30) == 20
    assert accepted(limits, [7] * 30) == 30
    with pytest.raises(Refused) as refused:
        limits.charge(-7)
    assert (refused.value.code, refused.value.parameters) == (429, {"retry_after": 60})


async def test_too_many_messages_are_refused_with_a_time_to_wait(api: Api, town: Emulator, kim: Person):
    town.limits = Limits(per_chat=Rate(1, 1.0, burst=1), now=Watch())
    await api.does("sendMessage", chat_id=kim.id, text="a")
    refused = await api.asks("sendMessage", chat_id=kim.id, text="b")
    assert refused["error_code"] == 429
    assert refused["description"] == "Too Many Requests: retry after 1"
    assert refused["parameters"] == {"retry_after": 1}
    await api.does("getMe")


async def test_a_flood_hits_the_next_sending_call_only(api: Api, town: Emulator, kim: Person):
    town.floods(seconds=3)
    await api.does("getMe")
    assert (await api.asks("sendMessage", chat_id=kim.id, text="a"))["parameters"] == {"retry_after": 3}
    await api.does("sendMessage", chat_id=kim.id, text="a")


async def test_the_server_fails_so_many_times(api: Api, town: Emulator):
    town.fails(times=2, status=502)
    assert [await api.hears_no("getMe") for _ in range(2)] == ["Bad Gateway"] * 2
    await api.does("getMe")


async def test_a_cut_connection_may_or_may_not_have_had_an_effect(api: Api, town: Emulator, kim: Person):
    town.drops_connections()
    with pytest.raises(aiohttp.ClientError):
        await api.asks("sendMessage", chat_id=kim.id, text="lost")
    town.drops_connections(after_effect=True)
    with pytest.raises(aiohttp.ClientError):
        await api.asks("sendMessage", chat_id=kim.id, text="arrived")
    assert [message.text for message in kim.chat() if message.from_bot] == ["arrived"]


async def test_a_slow_answer_comes_after_the_effect(api: Api, town: Emulator, kim: Person):
    town.slow(0.2)
    begun = time.monotonic()
    await api.does("sendMessage", chat_id=kim.id, text="a")
    assert time.monotonic() - begun >= 0.2
    assert kim.last().text == "a"


async def test_a_revoked_token_opens_nothing(api: Api, town: Emulator):
    town.revokes_token()
    assert (await api.asks("getMe"))["error_code"] == 401
