"""Editing, deleting, pressing and answering."""

from datetime import timedelta

import pytest

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import NotPossible, Person
from tests.playground.conftest import Api

YES = {"inline_keyboard": [[{"text": "네", "callback_data": "yes"}]]}


async def asked(api: Api, kim: Person) -> int:
    sent = await api.does("sendMessage", chat_id=kim.id, text="맞아요?", reply_markup=YES)
    return int(sent["message_id"])


async def pressed(api: Api, kim: Person, message_id: int) -> str:
    kim.presses(message_id, "네")
    updates = await api.does("getUpdates")
    return str(updates[-1]["callback_query"]["id"])


async def test_an_edit_changes_the_message_in_place(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("editMessageText", chat_id=kim.id, message_id=message_id, text="좋아요")
    assert (kim.last().text, kim.last().labels, kim.last().edited) == ("좋아요", [], True)
    assert "edit_date" in kim.last().json


async def test_an_edit_that_changes_nothing_is_refused(api: Api, kim: Person):
    message_id = await asked(api, kim)
    reason = await api.hears_no("editMessageText", chat_id=kim.id, message_id=message_id, text="맞아요?", reply_markup=YES)
    assert reason.startswith("Bad Request: message is not modified: specified new message content")


async def test_an_edit_without_a_keyboard_takes_the_keyboard_away(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("editMessageText", chat_id=kim.id, message_id=message_id, text="맞아요?")
    assert kim.last().labels == []


async def test_a_keyboard_alone_is_edited_without_an_edit_mark(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("editMessageReplyMarkup", chat_id=kim.id, message_id=message_id)
    assert (kim.last().labels, kim.last().edited) == ([], False)


async def test_what_is_gone_or_not_the_bots_cannot_be_edited(api: Api, kim: Person):
    message_id = await asked(api, kim)
    kim.deletes(message_id)
    assert (
        await api.hears_no("editMessageText", chat_id=kim.id, message_id=message_id, text="a") == "Bad Request: message to edit not found"
    )
    assert await api.hears_no("editMessageText", chat_id=kim.id, message_id=1, text="a") == "Bad Request: message can't be edited"


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(api: Api, kim: Person):
    sent = await api.does("sendMessage", chat_id=kim.id, text="a", reply_markup={"keyboard": [["b"]]})
    reason = await api.hears_no("editMessageText", chat_id=kim.id, message_id=sent["message_id"], text="c")
    assert reason == "Bad Request: message can't be edited"


async def test_a_text_and_a_photo_are_not_edited_into_each_other_by_words(api: Api, town: Emulator, kim: Person):
    message_id = await asked(api, kim)
    reason = await api.hears_no("editMessageCaption", chat_id=kim.id, message_id=message_id, caption="a")
    assert reason == "Bad Request: there is no caption in the message to edit"
    kim.sends_photo()
    sent = await api.does("sendPhoto", chat_id=kim.id, photo=kim.chat()[-1].photo)
    reason = await api.hears_no("editMessageText", chat_id=kim.id, message_id=sent["message_id"], text="a")
    assert reason == "Bad Request: there is no text in the message to edit"
    await api.does("editMessageCaption", chat_id=kim.id, message_id=sent["message_id"], caption="<i>새 그림</i>", parse_mode="HTML")
    assert kim.last().html == "<i>새 그림</i>"


async def test_messages_are_deleted_once(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("deleteMessage", chat_id=kim.id, message_id=message_id)
    assert message_id not in [message.id for message in kim.chat()]
    assert await api.hears_no("deleteMessage", chat_id=kim.id, message_id=message_id) == "Bad Request: message to delete not found"


async def test_after_two_days_a_message_cannot_be_deleted(api: Api, town: Emulator, kim: Person):
    message_id = await asked(api, kim)
    assert isinstance(town.clock, Clock)
    town.clock.shift(int(timedelta(hours=48, seconds=2).total_seconds()))
    assert await api.hears_no("deleteMessage", chat_id=kim.id, message_id=message_id) == "Bad Request: message can't be deleted"


async def test_a_press_is_answered_with_a_toast_or_an_alert(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("answerCallbackQuery", callback_query_id=await pressed(api, kim, message_id), text="저장했어요")
    await api.does("answerCallbackQuery", callback_query_id=await pressed(api, kim, message_id), text="마감됐어요", show_alert=True)
    assert (kim.toasts, kim.alerts) == (["저장했어요"], ["마감됐어요"])


async def test_a_press_can_be_answered_for_150_seconds(api: Api, town: Emulator, kim: Person):
    message_id = await asked(api, kim)
    first, second = await pressed(api, kim, message_id), await pressed(api, kim, message_id)
    assert isinstance(town.clock, Clock)
    town.clock.shift(149)
    await api.does("answerCallbackQuery", callback_query_id=first)
    town.clock.shift(2)
    reason = await api.hears_no("answerCallbackQuery", callback_query_id=second)
    assert reason == "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_toast_is_at_most_200_characters(api: Api, kim: Person):
    callback_id = await pressed(api, kim, await asked(api, kim))
    assert await api.hears_no("answerCallbackQuery", callback_query_id=callback_id, text="가" * 201) == "Bad Request: MESSAGE_TOO_LONG"
    await api.does("answerCallbackQuery", callback_query_id=callback_id, text="가" * 200)


async def test_pressing_a_button_that_is_not_there_fails_and_shows_the_chat(api: Api, kim: Person):
    message_id = await asked(api, kim)
    with pytest.raises(NotPossible, match=r"\[네\]"):
        kim.presses(message_id, "아니요")


async def test_the_bot_pins_and_reacts(api: Api, kim: Person):
    message_id = await asked(api, kim)
    await api.does("pinChatMessage", chat_id=kim.id, message_id=message_id)
    assert (await api.does("getChat", chat_id=kim.id))["pinned_message"]["message_id"] == message_id
    await api.does("unpinChatMessage", chat_id=kim.id)
    assert await api.hears_no("unpinChatMessage", chat_id=kim.id) == "Bad Request: message to unpin not found"
    await api.does("setMessageReaction", chat_id=kim.id, message_id=1, reaction=[{"type": "emoji", "emoji": "👍"}])
    assert kim.chat()[0].reactions == [{"type": "emoji", "emoji": "👍"}]
