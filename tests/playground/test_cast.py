"""The verbs in which tests talk about groups, inline mode and picked people."""

import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from playground.emulator import Emulator
from tests.cast import Cast
from tests.groupcast import GroupCast
from tests.playground.conftest import Api

CARD = {"inline_keyboard": [[{"text": "참여", "callback_data": "join"}], [{"text": "골목", "url": "https://t.me/golmok_bot?start=con_1"}]]}


@dataclass
class Street:
    """A town without a bot: nothing to wait for."""

    emulator: Emulator

    async def settles(self) -> None:
        await asyncio.sleep(0)


@pytest.fixture
def street(town: Emulator) -> Any:
    return Street(town)


def lives(street: Any, name: str) -> Cast:
    cast = Cast(street, street.emulator.person(name))
    cast.person.start()
    return cast


async def offers_a_card(api: Api) -> None:
    query = (await api.does("getUpdates", offset=-1))[0]["inline_query"]
    content = {"message_text": "골목 빵집 2/3"}
    result = {"type": "article", "id": "1", "title": "모집 카드", "input_message_content": content, "reply_markup": CARD}
    await api.does("answerInlineQuery", inline_query_id=query["id"], results=[result])


async def test_a_card_travels_to_a_neighbour_and_is_tapped_there(api: Api, street: Any):
    owner, neighbour = lives(street, "김수제"), lives(street, "이한울")
    await owner.types_inline("빵집", where=neighbour)
    await offers_a_card(api)
    assert owner.inline_titles() == ["모집 카드"]
    await owner.picks_result("모집 카드")
    assert "골목 빵집 2/3" in neighbour.reads_in(owner)
    await neighbour.taps_card("참여", where=owner)
    assert (await api.does("getUpdates", offset=-1))[0]["callback_query"]["data"] == "join"
    await neighbour.taps_card("골목", where=owner)
    assert neighbour.my_last().text == "/start con_1"


async def test_a_group_sees_what_the_bot_says_there(api: Api, street: Any):
    owner, neighbour = lives(street, "김수제"), lives(street, "이한울")
    group = GroupCast(street, street.emulator.group("연남동 골목", [owner.person, neighbour.person]))
    await group.says(owner, "/status")
    await api.does("sendMessage", chat_id=group.id, text="2/3", reply_markup=CARD)
    group.sees("2/3", "참여")
    group.sees_not("/status")
    await group.taps(neighbour, "참여")
    group.sees_not("2/3")
    with pytest.raises(AssertionError, match="no button"):
        await group.taps(neighbour, "없는 단추")
    await owner.types_inline(where=group)
    await offers_a_card(api)
    await owner.picks_result()
    assert group.last().text == "골목 빵집 2/3"
    await group.does("promotes_bot")
    await api.does("pinChatMessage", chat_id=group.id, message_id=group.last().id)
    assert group.pinned() is not None
    await group.does("migrates")
    await api.does("sendMessage", chat_id=group.id, text="2/3", reply_markup=CARD)
    group.sees("2/3")
    assert group.ever_said().strip() == "2/3  [참여] / [골목]"


async def test_topics_and_picked_people(api: Api, street: Any):
    owner, neighbour = lives(street, "김수제"), lives(street, "이한울")
    office = GroupCast(street, street.emulator.group("사무국", [owner.person], forum=True))
    number = await office.does("opens_topic", "접수 1", owner.person)
    await office.says(owner, "제가 볼게요", topic=number)
    assert "제가 볼게요" in office.in_topic(number)
    assert office.topics() == {"접수 1": number}
    keys = {"keyboard": [[{"text": "이웃", "request_users": {"request_id": 1}}]]}
    await api.does("sendMessage", chat_id=owner.person.id, text="누구?", reply_markup=keys)
    await owner.picks_people(neighbour)
    assert (await api.does("getUpdates", offset=-1))[0]["message"]["users_shared"]["users"][0]["user_id"] == neighbour.person.id
    sent = await api.does(
        "sendMessage", chat_id=owner.person.id, text="a", reply_markup={"inline_keyboard": [[{"text": "공유", "switch_inline_query": "b"}]]}
    )
    assert sent["message_id"]
    await owner.switches("공유", to=neighbour)
    assert (await api.does("getUpdates", offset=-1))[0]["inline_query"]["query"] == "b"
