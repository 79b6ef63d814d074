"""A forum: topics that people and the bot open, close and talk in."""

from typing import Any

import pytest

from playground.emulator import Emulator
from playground.groups import Group
from playground.hands import NotPossible, Person
from tests.playground.conftest import Api


@pytest.fixture
def office(town: Emulator, kim: Person) -> Group:
    """The bot may manage topics there, and nothing else."""
    office = town.group("사무국", [kim], forum=True)
    office.promotes_bot("can_manage_topics")
    return office


async def heard(api: Api) -> list[dict[str, Any]]:
    updates = await api.does("getUpdates")
    if updates:
        await api.does("getUpdates", offset=updates[-1]["update_id"] + 1)
    return [update["message"] for update in updates if "message" in update]


async def opened(api: Api, office: Group, name: str = "접수 1") -> int:
    topic = await api.does("createForumTopic", chat_id=office.id, name=name)
    assert topic["name"] == name
    return int(topic["message_thread_id"])


async def test_what_is_said_in_a_topic_bears_its_number(api: Api, office: Group, kim: Person):
    number = await opened(api, office)
    assert (await heard(api))[-1]["forum_topic_created"]["name"] == "접수 1"
    sent = await api.does("sendMessage", chat_id=office.id, text="문의예요", message_thread_id=number)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (number, True)
    kim.sends("제가 볼게요", chat=office.id, topic=number)
    kim.sends("답이에요", chat=office.id, reply_to=sent["message_id"])
    kim.sends("모두에게", chat=office.id)
    first, reply, general = await heard(api)
    assert (first["message_thread_id"], first["is_topic_message"]) == (number, True)
    assert "forum_topic_created" in first["reply_to_message"]  # Telegram spells it so: everything in a topic replies to its beginning
    assert (reply["message_thread_id"], reply["reply_to_message"]["message_id"]) == (number, sent["message_id"])
    assert "message_thread_id" not in general


async def test_topics_are_named_closed_and_opened_again(api: Api, office: Group, kim: Person):
    number = await opened(api, office)
    await api.does("editForumTopic", chat_id=office.id, message_thread_id=number, name="접수 1 (끝)")
    await api.does("closeForumTopic", chat_id=office.id, message_thread_id=number)
    assert (office.state.topics[number].name, office.state.topics[number].closed) == ("접수 1 (끝)", True)
    reason = await api.hears_no("closeForumTopic", chat_id=office.id, message_thread_id=number)
    assert reason == "Bad Request: TOPIC_NOT_MODIFIED"
    await api.does("reopenForumTopic", chat_id=office.id, message_thread_id=number)
    messages = await heard(api)
    assert [name for message in messages for name in message if name.startswith("forum_topic_")] == [
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    ]


async def test_a_deleted_topic_is_gone_with_all_that_was_said(api: Api, office: Group, kim: Person):
    number = await opened(api, office)
    kim.sends("안녕하세요", chat=office.id, topic=number)
    await api.does("deleteForumTopic", chat_id=office.id, message_thread_id=number)
    assert "안녕하세요" not in [message.text for message in office.chat()]
    reason = await api.hears_no("sendMessage", chat_id=office.id, text="a", message_thread_id=number)
    assert reason == "Bad Request: message thread not found"
    assert await api.hears_no("closeForumTopic", chat_id=office.id, message_thread_id=number) == "Bad Request: TOPIC_ID_INVALID"


async def test_into_a_closed_topic_only_those_may_write_who_manage_it(api: Api, town: Emulator, office: Group, kim: Person, maya: Person):
    office.adds(maya, by=kim)
    number = office.opens_topic("점심", by=kim)
    office.closes_topic(number, by=kim)
    await api.does("sendMessage", chat_id=office.id, text="a", message_thread_id=number)
    with pytest.raises(NotPossible, match="is closed"):
        maya.sends("저요", chat=office.id, topic=number)
    office.demotes_bot()
    assert await api.hears_no("sendMessage", chat_id=office.id, text="a", message_thread_id=number) == "Bad Request: TOPIC_CLOSED"
    office.closes_topic(number, by=kim, closed=False)
    await api.does("sendMessage", chat_id=office.id, text="a", message_thread_id=number)


async def test_a_bot_that_may_not_manage_topics_is_told_so(api: Api, town: Emulator, kim: Person):
    office = town.group("사무국", [kim], forum=True)
    number = office.opens_topic("점심", by=kim)
    where = {"chat_id": office.id, "message_thread_id": number}
    assert await api.hears_no("createForumTopic", chat_id=office.id, name="a") == "Bad Request: not enough rights to create a topic"
    assert await api.hears_no("editForumTopic", **where, name="a") == "Bad Request: not enough rights to edit the topic"
    assert await api.hears_no("closeForumTopic", **where) == "Bad Request: not enough rights to close or open the topic"
    assert await api.hears_no("deleteForumTopic", **where) == "Bad Request: not enough rights to delete the topic"


async def test_topics_live_in_forums_only(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    assert await api.hears_no("createForumTopic", chat_id=group.id, name="a") == "Bad Request: the chat is not a forum"
    assert "message_thread_id" not in await api.does("sendMessage", chat_id=group.id, text="a", message_thread_id=99)
    group.becomes_forum()
    group.promotes_bot()
    assert await api.hears_no("createForumTopic", chat_id=group.id, name=" ") == "Bad Request: name must be non-empty"
    assert len((await api.does("createForumTopic", chat_id=group.id, name="가" * 200))["name"]) == 128
    assert (await api.does("getChat", chat_id=group.id))["is_forum"]
    reason = await api.hears_no("sendMessage", chat_id=group.id, text="a", message_thread_id=1)
    assert reason == "Bad Request: message thread not found"


async def test_what_opened_a_topic_cannot_be_deleted(api: Api, office: Group):
    number = await opened(api, office)
    assert await api.hears_no("deleteMessage", chat_id=office.id, message_id=number) == "Bad Request: message can't be deleted"
