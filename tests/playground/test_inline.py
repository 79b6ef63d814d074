"""Inline mode: a question typed anywhere, what the bot offers, and the message that comes of it."""

from typing import Any

import pytest

from playground.clock import Clock
from playground.emulator import Emulator
from playground.hands import NotPossible, Person
from tests.playground.conftest import Api

JOIN = {"inline_keyboard": [[{"text": "참여", "callback_data": "join"}]]}


def article(result_id: str = "1", text: str = "<b>골목 빵집</b> 2/3", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {"type": "article", "id": result_id, "title": "모집 카드", "input_message_content": content, **more}


async def heard(api: Api, kind: str) -> dict[str, Any]:
    """The newest update of this kind; all are acknowledged."""
    updates = await api.does("getUpdates")
    await api.does("getUpdates", offset=updates[-1]["update_id"] + 1)
    found: dict[str, Any] = [update[kind] for update in updates if kind in update][-1]
    return found


async def offers(api: Api, *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    query = await heard(api, "inline_query")
    await api.does("answerInlineQuery", inline_query_id=query["id"], results=list(results), **more)
    return query


async def test_a_card_is_put_into_a_talk_of_two_and_changed_there(api: Api, town: Emulator, kim: Person, maya: Person):
    talk = town.talk(kim.id, maya.id)
    kim.types_inline("빵집", chat=talk.id)
    query = await offers(api, article(reply_markup=JOIN), cache_time=0)
    assert (query["query"], query["offset"], query["chat_type"], query["from"]["id"]) == ("빵집", "", "private", kim.id)
    kim.picks_result()
    chosen = await heard(api, "chosen_inline_result")
    assert (chosen["result_id"], chosen["query"]) == ("1", "빵집")
    card = maya.chat(talk.id)[-1]
    assert (card.text, card.json["via_bot"]["username"], card.from_bot) == ("골목 빵집 2/3", "golmok_bot", False)

    maya.presses(card.id, "참여", chat=talk.id)
    pressed = await heard(api, "callback_query")
    assert "message" not in pressed
    assert pressed["inline_message_id"] == chosen["inline_message_id"]
    changed = {"inline_message_id": chosen["inline_message_id"], "text": "골목 빵집 3/3", "reply_markup": JOIN}
    assert await api.does("editMessageText", **changed) is True
    assert maya.chat(talk.id)[-1].text == "골목 빵집 3/3"
    assert (await api.hears_no("editMessageText", **changed)).startswith("Bad Request: message is not modified")


async def test_in_a_group_without_the_bot_nothing_but_the_choice_is_heard(api: Api, town: Emulator, kim: Person):
    group = town.group("연남동 골목", [kim], with_bot=False)
    kim.types_inline(chat=group.id)
    assert (await offers(api, article()))["chat_type"] == "group"
    kim.picks_result()
    assert "inline_message_id" not in await heard(api, "chosen_inline_result")
    assert group.chat()[-1].text == "골목 빵집 2/3"
    assert not await api.does("getUpdates")


async def test_where_the_bot_is_it_sees_what_was_sent_with_its_help(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    kim.types_inline(chat=group.id)
    await offers(api, article())
    kim.picks_result()
    assert (await heard(api, "message"))["via_bot"]["id"] == town.bot_id
    kim.types_inline("나")
    assert (await offers(api, article("2"), is_personal=True, cache_time=0))["chat_type"] == "sender"


async def test_without_feedback_the_choice_stays_unknown(api: Api, town: Emulator, kim: Person, maya: Person):
    town.inline.feedback = False
    kim.types_inline(chat=town.talk(kim.id, maya.id).id)
    await offers(api, article())
    kim.picks_result()
    assert not await api.does("getUpdates")


async def test_an_answer_is_used_again_until_its_time_is_over(api: Api, town: Emulator, kim: Person, maya: Person):
    kim.types_inline("a")
    await offers(api, article(), cache_time=60)
    assert not maya.types_inline("a")
    assert [result.title for result in maya.inline_results] == ["모집 카드"]
    assert maya.types_inline("b")
    assert isinstance(town.clock, Clock)
    town.clock.shift(61)
    assert maya.types_inline("a")


async def test_a_personal_answer_is_used_again_for_that_person_only(api: Api, kim: Person, maya: Person):
    kim.types_inline("a")
    await offers(api, article(), cache_time=60, is_personal=True)
    assert not kim.types_inline("a")
    assert maya.types_inline("a")
    assert maya.inline_results == []


async def test_more_results_come_with_the_next_offset(api: Api, kim: Person):
    kim.types_inline("a")
    await offers(api, article("1"), next_offset="1")
    kim.scrolls_results()
    assert (await offers(api, article("2")))["offset"] == "1"
    assert [result.id for result in kim.inline_results] == ["1", "2"]
    with pytest.raises(NotPossible, match="no more results"):
        kim.scrolls_results()


async def test_the_button_above_the_results_leads_to_the_bot(api: Api, kim: Person):
    kim.types_inline()
    await offers(api, button={"text": "가게 등록하기", "start_parameter": "shop"})
    assert kim.presses_results_button() == "shop"


async def test_an_answer_that_comes_too_late_is_refused(api: Api, town: Emulator, kim: Person):
    kim.types_inline()
    query = await heard(api, "inline_query")
    assert isinstance(town.clock, Clock)
    town.clock.shift(11)
    reason = await api.hears_no("answerInlineQuery", inline_query_id=query["id"], results=[article()])
    assert reason == "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert kim.inline_results == []


CANNOT = "Bad Request: can't parse inline query result"


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"results": [article()] * 2}, "Bad Request: RESULT_ID_DUPLICATE"),
        ({"results": [article("가" * 22)]}, "Bad Request: RESULT_ID_INVALID"),
        ({"results": [article("")]}, "Bad Request: RESULT_ID_INVALID"),
        ({"results": [article(str(number)) for number in range(51)]}, "Bad Request: too many inline query results specified"),
        ({"results": {"id": 1}}, "Bad Request: expected an Array of inline query results"),
        ({"results": [{"type": "article", "title": "a"}]}, f'{CANNOT}: Can\'t find field "id"'),
        ({"results": [article(text="<b>a")]}, f"{CANNOT}: Can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ({"results": [article(text="a" * 4097)]}, "Bad Request: MESSAGE_TOO_LONG"),
        ({"results": [article(colour="red")]}, f'{CANNOT}: Unknown field "colour"'),
        ({"results": [article(reply_markup={"keyboard": [["a"]]})]}, f"{CANNOT}: Inline keyboard expected"),
        ({"results": [], "next_offset": "a" * 65}, "Bad Request: NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "a", "start_parameter": ""}}, "Bad Request: can't use empty start_parameter"),
        (
            {"results": [], "button": {"text": "a", "start_parameter": "가"}},
            "Bad Request: unallowed characters in start_parameter are used",
        ),
        (
            {"results": [], "button": {"text": "a"}},
            "Bad Request: can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
        ),
    ],
)
async def test_an_answer_that_telegram_would_refuse_is_refused_in_its_words(api: Api, kim: Person, params: dict[str, Any], reason: str):
    kim.types_inline()
    query = await heard(api, "inline_query")
    assert await api.hears_no("answerInlineQuery", inline_query_id=query["id"], **params) == reason


async def test_a_bot_without_inline_mode_is_not_asked(api: Api, town: Emulator, kim: Person):
    kim.types_inline()
    query = await heard(api, "inline_query")
    town.inline.enabled = False
    assert not (await api.does("getMe"))["supports_inline_queries"]
    assert await api.hears_no("answerInlineQuery", inline_query_id=query["id"], results=[]) == "Bad Request: USER_BOT_INVALID"
    with pytest.raises(NotPossible, match="no inline mode"):
        kim.types_inline()


@pytest.mark.parametrize(
    ("inline_id", "reason"),
    [
        ("", "Bad Request: message identifier is not specified"),
        ("x!", "Bad Request: invalid inline message identifier specified"),
        ("a" * 32, "Bad Request: MESSAGE_ID_INVALID"),
    ],
)
async def test_a_message_nobody_sent_cannot_be_changed(api: Api, inline_id: str, reason: str):
    assert await api.hears_no("editMessageText", inline_message_id=inline_id, text="a") == reason


async def test_a_card_that_its_sender_took_away_is_gone(api: Api, kim: Person):
    kim.types_inline()
    await offers(api, article(reply_markup=JOIN))
    kim.picks_result()
    inline_id = (await heard(api, "chosen_inline_result"))["inline_message_id"]
    kim.deletes(kim.chat()[-1].id)
    assert await api.hears_no("editMessageText", inline_message_id=inline_id, text="a") == "Bad Request: MESSAGE_ID_INVALID"


async def test_a_picture_the_bot_has_sent_before_goes_by_its_number(api: Api, kim: Person):
    kim.sends_photo()
    photo = kim.chat()[-1].photo
    kim.types_inline()
    await offers(api, {"type": "photo", "id": "1", "photo_file_id": photo, "caption": "골목", "reply_markup": JOIN})
    kim.picks_result()
    inline_id = (await heard(api, "chosen_inline_result"))["inline_message_id"]
    assert (kim.chat()[-1].photo, kim.chat()[-1].text) == (photo, "골목")
    await api.does("editMessageCaption", inline_message_id=inline_id, caption="골목 2", reply_markup=JOIN)
    await api.does("editMessageReplyMarkup", inline_message_id=inline_id)
    assert (kim.chat()[-1].text, kim.chat()[-1].labels) == ("골목 2", [])


def switch(**more: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "공유", **more}]]}


async def test_a_switch_button_takes_its_words_to_a_chosen_chat(api: Api, town: Emulator, kim: Person, maya: Person):
    talk, group = town.talk(kim.id, maya.id), town.group("골목 모임", [kim])
    sent = await api.does("sendMessage", chat_id=kim.id, text="a", reply_markup=switch(switch_inline_query="c7"))
    with pytest.raises(NotPossible, match="asks for a chat"):
        kim.switches_inline(sent["message_id"], "공유")
    kim.switches_inline(sent["message_id"], "공유", to=talk.id)
    assert (await heard(api, "inline_query"))["query"] == "c7"
    groups = {"query": "c8", "allow_group_chats": True}
    sent = await api.does("sendMessage", chat_id=kim.id, text="a", reply_markup=switch(switch_inline_query_chosen_chat=groups))
    with pytest.raises(NotPossible, match="does not lead to"):
        kim.switches_inline(sent["message_id"], "공유", to=talk.id)
    kim.switches_inline(sent["message_id"], "공유", to=group.id)
    assert (await heard(api, "inline_query"))["chat_type"] == "group"
    sent = await api.does("sendMessage", chat_id=kim.id, text="a", reply_markup=switch(switch_inline_query_current_chat=""))
    kim.switches_inline(sent["message_id"], "공유")
    assert (await heard(api, "inline_query"))["chat_type"] == "sender"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"switch_inline_query_chosen_chat": {"query": "a"}}, "Bad Request: at least one chat type must be allowed"),
        (
            {"switch_inline_query": 5},
            'Bad Request: can\'t parse inline keyboard button: Field "switch_inline_query" must be of type String',
        ),
    ],
)
async def test_a_switch_that_leads_nowhere_is_refused(api: Api, kim: Person, button: dict[str, Any], reason: str):
    assert await api.hears_no("sendMessage", chat_id=kim.id, text="a", reply_markup=switch(**button)) == reason
