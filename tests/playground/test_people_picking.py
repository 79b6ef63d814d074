"""A key that asks for people: who was picked, and what the bot learns of them."""

from typing import Any

import pytest

from playground.emulator import Emulator
from playground.hands import NotPossible, Person
from tests.playground.conftest import Api


def asking(**request: Any) -> dict[str, Any]:
    return {"keyboard": [[{"text": "이웃 고르기", "request_users": {"request_id": 7, **request}}]]}


async def test_the_bot_hears_who_was_picked_and_their_names_only_if_it_asked(api: Api, town: Emulator, kim: Person, maya: Person):
    stranger = town.person("박다정", username="park_flowers")
    await api.does("sendMessage", chat_id=kim.id, text="누구?", reply_markup=asking(max_quantity=2, request_name=True))
    kim.shares_people([maya, stranger])
    shared = (await api.does("getUpdates", offset=-1))[0]["message"]["users_shared"]
    assert shared["request_id"] == 7
    assert shared["users"] == [{"user_id": maya.id, "first_name": "Maya"}, {"user_id": stranger.id, "first_name": "박다정"}]
    await api.does("sendMessage", chat_id=kim.id, text="누구?", reply_markup=asking(request_username=True))
    kim.shares_people([stranger], request_id=7)
    assert (await api.does("getUpdates", offset=-1))[0]["message"]["users_shared"]["users"] == [
        {"user_id": stranger.id, "username": "park_flowers"}
    ]
    reason = await api.hears_no("copyMessage", chat_id=kim.id, from_chat_id=kim.id, message_id=kim.chat()[-1].id)
    assert reason == "Bad Request: the message can't be copied"


async def test_nobody_shares_more_people_than_were_asked_for(api: Api, kim: Person, maya: Person):
    with pytest.raises(NotPossible, match="No key asks"):
        kim.shares_people([maya])
    await api.does("sendMessage", chat_id=kim.id, text="누구?", reply_markup=asking())
    with pytest.raises(NotPossible, match="between 1 and 1"):
        kim.shares_people([maya, kim])
    with pytest.raises(NotPossible, match="use shares_people"):
        kim.presses_key("이웃 고르기")


@pytest.mark.parametrize(
    ("request_users", "reason"),
    [
        ({"max_quantity": 3}, "Bad Request: can't parse keyboard button: Can't find field \"request_id\""),
        ({"request_id": "7"}, 'Bad Request: can\'t parse keyboard button: Field "request_id" must be of type Number'),
        ({"request_id": 7, "max_quantity": 11}, "Bad Request: request for users asks for more than 10"),
        ({"request_id": 7, "colour": "red"}, 'Bad Request: request for users has unknown field "colour"'),
    ],
)
async def test_a_request_that_is_none_is_refused(api: Api, kim: Person, request_users: dict[str, Any], reason: str):
    markup = {"keyboard": [[{"text": "이웃", "request_users": request_users}]]}
    assert await api.hears_no("sendMessage", chat_id=kim.id, text="누구?", reply_markup=markup) == reason


async def test_people_are_asked_for_in_private_only(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    reason = await api.hears_no("sendMessage", chat_id=group.id, text="누구?", reply_markup=asking())
    assert reason == "Bad Request: users can be requested in private chats only"
