"""Groups: what the bot hears there, and how a group becomes another chat."""

from typing import Any

from playground.emulator import Emulator
from playground.hands import Person
from tests.playground.conftest import Api


async def heard(api: Api) -> list[dict[str, Any]]:
    updates = await api.does("getUpdates")
    if updates:
        await api.does("getUpdates", offset=updates[-1]["update_id"] + 1)
    return list(updates)


async def test_the_bot_hears_that_it_was_added(api: Api, town: Emulator, kim: Person, maya: Person):
    await heard(api)
    town.group("골목 모임", [kim, maya])
    change, message = await heard(api)
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["new_chat_members"][0]["username"] == "golmok_bot"


async def test_in_a_group_the_bot_hears_commands_mentions_and_replies_only(api: Api, town: Emulator, kim: Person, maya: Person):
    group = town.group("골목 모임", [kim, maya])
    sent = await api.does("sendMessage", chat_id=group.id, text="안녕하세요")
    await heard(api)
    kim.sends("오늘 장사 어때요?", chat=group.id)
    kim.sends("/status@other_bot", chat=group.id)
    maya.sends("/status", chat=group.id)
    maya.sends("/status@golmok_bot", chat=group.id)
    maya.sends("저요", chat=group.id, reply_to=sent["message_id"])
    assert [update["message"]["text"] for update in await heard(api)] == ["/status", "/status@golmok_bot", "저요"]


async def test_everybody_in_the_group_sees_the_same(api: Api, town: Emulator, kim: Person, maya: Person):
    group = town.group("골목 모임", [kim, maya])
    await api.does("sendMessage", chat_id=group.id, text="2/3 모였어요")
    assert kim.last(group.id) is maya.last(group.id)
    assert await api.does("getChatMemberCount", chat_id=group.id) == 3
    assert (await api.does("getChatMember", chat_id=group.id, user_id=kim.id))["status"] == "creator"
    assert (await api.does("getChatMember", chat_id=group.id, user_id=maya.id))["status"] == "member"


async def test_a_group_that_migrates_has_another_id_and_the_old_one_says_which(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    old = group.id
    await heard(api)
    group.migrates()
    leaving, arriving = await heard(api)
    assert leaving["message"]["migrate_to_chat_id"] == group.id == arriving["message"]["chat"]["id"]
    assert arriving["message"]["migrate_from_chat_id"] == old
    refused = await api.asks("sendMessage", chat_id=old, text="a")
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": group.id}
    await api.does("sendMessage", chat_id=group.id, text="여기예요")


async def test_a_bot_that_was_removed_cannot_write(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    group.removes_bot(kim)
    assert await api.hears_no("sendMessage", chat_id=group.id, text="a") == "Forbidden: bot was kicked from the group chat"
    group.adds_bot(kim)
    await api.does("sendMessage", chat_id=group.id, text="a")


async def test_the_bot_can_leave(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    await api.does("leaveChat", chat_id=group.id)
    assert await api.hears_no("sendMessage", chat_id=group.id, text="a") == "Forbidden: bot is not a member of the group chat"
    left, change = (await heard(api))[-2:]
    assert left["message"]["left_chat_member"]["id"] == town.bot_id
    assert change["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert await api.hears_no("leaveChat", chat_id=kim.id) == "Bad Request: can't leave private chats"
    stranger = town.group("남의 모임", [kim], with_bot=False)
    assert await api.hears_no("sendMessage", chat_id=stranger.id, text="a") == "Bad Request: chat not found"


async def test_an_administrator_bot_hears_everything_and_is_told_its_rights(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    await heard(api)
    group.promotes_bot("can_pin_messages", by=kim)
    kim.sends("오늘 장사 어때요?", chat=group.id)
    change, message = await heard(api)
    now = change["my_chat_member"]["new_chat_member"]
    assert (now["status"], now["can_pin_messages"], now["can_delete_messages"]) == ("administrator", True, False)
    assert "can_manage_topics" not in now  # a basic group has none
    assert message["message"]["text"] == "오늘 장사 어때요?"
    statuses = [one["status"] for one in await api.does("getChatAdministrators", chat_id=group.id)]
    assert statuses == ["creator", "administrator"]
    group.migrates()
    assert (await api.does("getChatMember", chat_id=group.id, user_id=town.bot_id))["can_manage_topics"] is False
    group.demotes_bot()
    assert (await api.does("getChatMember", chat_id=group.id, user_id=town.bot_id))["status"] == "member"


async def test_pinning_in_a_group_needs_the_right_and_is_heard(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    card = (await api.does("sendMessage", chat_id=group.id, text="2/3"))["message_id"]
    where = {"chat_id": group.id, "message_id": card}
    for call in ("pinChatMessage", "unpinChatMessage"):
        assert await api.hears_no(call, **where) == "Bad Request: not enough rights to manage pinned messages in the chat"
    group.promotes_bot()
    await heard(api)
    await api.does("pinChatMessage", **where)
    (pinned,) = await heard(api)
    assert pinned["message"]["pinned_message"]["message_id"] == card
    reason = await api.hears_no("pinChatMessage", chat_id=group.id, message_id=pinned["message"]["message_id"])
    assert reason == "Bad Request: service messages can't be pinned"
    await api.does("unpinChatMessage", **where)
    assert group.state.pinned == []


async def test_the_bot_deletes_only_its_own_words_in_a_group(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    kim.sends("/hello", chat=group.id)
    own = await api.does("sendMessage", chat_id=group.id, text="a")
    reason = await api.hears_no("deleteMessage", chat_id=group.id, message_id=own["message_id"] - 1)
    assert reason == "Bad Request: message can't be deleted"
    await api.does("deleteMessages", chat_id=group.id, message_ids=[own["message_id"]])
    group.promotes_bot("can_delete_messages")
    await api.does("deleteMessage", chat_id=group.id, message_id=own["message_id"] - 1)


def test_two_people_talk_without_the_bot(town: Emulator, kim: Person, maya: Person):
    waiting = len(town.updates.waiting)
    talk = town.talk(kim.id, maya.id)
    kim.sends("https://t.me/golmok_bot?start=abc", chat=talk.id)
    assert maya.chat(talk.id)[-1].text == "https://t.me/golmok_bot?start=abc"
    assert len(town.updates.waiting) == waiting
    assert town.talk(maya.id, kim.id) is talk
