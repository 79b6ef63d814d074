"""What was said is said again: one by one, several at once, all kinds; and the bot reacts."""

import pytest

from playground.emulator import Emulator
from playground.hands import Person
from tests.playground.conftest import Api

NAME = "협업협약서 (초안).pdf"


async def test_everything_a_person_sends_can_be_copied_and_forwarded(api: Api, kim: Person, maya: Person):
    kim.sends("안녕하세요")
    kim.shares_contact()
    kim.shares_place(37.5, 127.0)
    kim.sends_photo(caption="가게")
    kim.sends_file(NAME, b"%PDF-1.7", "application/pdf", caption="서류")
    kim.sends_sticker()
    kim.sends_voice()
    said = [message.id for message in kim.chat()][1:]
    copied = await api.does("copyMessages", chat_id=maya.id, from_chat_id=kim.id, message_ids=said)
    assert [one["message_id"] for one in copied] == [message.id for message in maya.chat() if message.from_bot]
    kinds = ("text", "contact", "location", "photo", "document", "sticker", "voice")
    assert [kind for kind, message in zip(kinds, maya.chat()[1:], strict=True) if kind not in message.json] == []
    await api.does("forwardMessages", chat_id=maya.id, from_chat_id=kim.id, message_ids=said)
    assert [message.json["forward_origin"]["sender_user"]["id"] for message in maya.chat()[8:]] == [kim.id] * 7
    assert [message.document["file_name"] for message in maya.chat() if message.document] == [NAME, NAME]


async def test_albums_stay_albums_and_captions_may_be_left_behind(api: Api, kim: Person, maya: Person):
    kim.sends_photo(caption="하나", album="1")
    kim.sends_photo(caption="둘", album="1")
    numbers = [message.id for message in kim.chat()][1:]
    await api.does("copyMessages", chat_id=maya.id, from_chat_id=kim.id, message_ids=numbers, remove_caption=True)
    first, second = maya.chat()[-2:]
    assert first.json["media_group_id"] == second.json["media_group_id"] != "1"
    assert (first.text, second.text) == ("", "")


async def test_what_is_gone_is_left_out_and_nothing_at_all_is_refused(api: Api, town: Emulator, kim: Person, maya: Person):
    kim.sends("하나")
    kim.sends("둘")
    first, second = (message.id for message in kim.chat()[1:])
    kim.deletes(first)
    where = {"chat_id": maya.id, "from_chat_id": kim.id}
    assert len(await api.does("copyMessages", **where, message_ids=[first, second])) == 1
    reason = await api.hears_no("copyMessages", **where, message_ids=[first])
    assert reason == "Bad Request: there are no messages to forward"
    reason = await api.hears_no("copyMessages", **where, message_ids=[second, first])
    assert reason == "Bad Request: message identifiers must be in a strictly increasing order"


async def test_service_messages_and_protected_ones_go_nowhere(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    where = {"chat_id": kim.id, "from_chat_id": group.id, "message_id": group.chat()[0].id}
    assert await api.hears_no("forwardMessage", **where) == "Bad Request: the message can't be forwarded"
    assert await api.hears_no("copyMessage", **where) == "Bad Request: the message can't be copied"
    sent = await api.does("sendMessage", chat_id=kim.id, text="비밀", protect_content=True)
    where = {"chat_id": group.id, "from_chat_id": kim.id, "message_id": sent["message_id"]}
    assert await api.hears_no("forwardMessage", **where) == "Bad Request: the message can't be forwarded"
    reason = await api.hears_no("forwardMessages", chat_id=group.id, from_chat_id=kim.id, message_ids=[sent["message_id"]])
    assert reason == "Bad Request: messages can't be forwarded"


async def test_the_bot_reacts_with_one_known_emoji(api: Api, town: Emulator, kim: Person):
    kim.sends("고마워요")
    where = {"chat_id": kim.id, "message_id": kim.chat()[-1].id}
    for emoji in ("👍", "❤", "❤\ufe0f", "👨\u200d💻"):
        await api.does("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": emoji}])
        assert kim.chat()[-1].reactions == [{"type": "emoji", "emoji": emoji}]
    await api.does("setMessageReaction", **where)
    assert kim.chat()[-1].reactions == []


@pytest.mark.parametrize(
    ("reaction", "reason"),
    [
        ([{"type": "emoji", "emoji": "🥐"}], "Bad Request: REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}] * 2, "Bad Request: REACTIONS_TOO_MANY"),
        ([{"type": "paid"}], "Bad Request: can't parse ReactionType: invalid reaction type specified"),
        ([{"type": "emoji"}], "Bad Request: can't parse ReactionType: Can't find field \"emoji\""),
        ("👍", "Bad Request: can't parse reaction types JSON object"),
        ({"type": "emoji"}, "Bad Request: expected an Array of ReactionType"),
    ],
)
async def test_a_reaction_that_telegram_does_not_know_is_refused(api: Api, kim: Person, reaction: object, reason: str):
    kim.sends("고마워요")
    where = {"chat_id": kim.id, "message_id": kim.chat()[-1].id}
    assert await api.hears_no("setMessageReaction", **where, reaction=reaction) == reason


async def test_a_file_keeps_its_korean_name_both_ways(api: Api, kim: Person):
    kim.sends_file(NAME, b"%PDF-1.7", "application/pdf")
    document = (await api.does("getUpdates", offset=-1))[0]["message"]["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == (NAME, "application/pdf", 8)
    path = (await api.does("getFile", file_id=document["file_id"]))["file_path"]
    assert await api.fetches(path) == b"%PDF-1.7"


async def test_only_people_the_bot_has_met_can_be_mentioned_by_number(api: Api, town: Emulator, kim: Person):
    stranger = town.person("박다정")
    text = f'<a href="tg://user?id={kim.id}">사장님</a> <a href="tg://user?id={stranger.id}">이웃</a>'
    sent = await api.does("sendMessage", chat_id=kim.id, text=text, parse_mode="HTML")
    assert sent["text"] == "사장님 이웃"
    assert [(one["type"], one["user"]["id"]) for one in sent["entities"]] == [("text_mention", kim.id)]
    group = town.group("골목 모임", [kim, stranger])
    sent = await api.does("sendMessage", chat_id=group.id, text=text, parse_mode="HTML")
    assert len(sent["entities"]) == 2
