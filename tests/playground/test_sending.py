"""What a bot may send, and in which words it is refused."""

import io
from typing import Any

import pytest
from PIL import Image

from playground.emulator import Emulator
from playground.hands import Person
from tests.playground.conftest import Api


def picture(width: int = 900, height: int = 600) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (30, 90, 60)).save(out, "PNG")
    return out.getvalue()


async def test_a_person_sees_what_the_bot_sends(api: Api, kim: Person):
    await api.does("sendMessage", chat_id=kim.id, text="<b>안녕</b>하세요", parse_mode="HTML")
    assert kim.last().text == "안녕하세요"
    assert kim.last().html == "<b>안녕</b>하세요"
    assert kim.last().from_bot


async def test_nobody_is_written_to_before_they_press_start(api: Api, town: Emulator):
    stranger = town.person("박다정")
    assert await api.hears_no("sendMessage", chat_id=stranger.id, text="안녕") == "Bad Request: chat not found"
    stranger.start()
    await api.does("sendMessage", chat_id=stranger.id, text="안녕")


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": "a" * 4097}, "Bad Request: message is too long"),
        ({"text": "a", "chat_id": 5}, "Bad Request: chat not found"),
        ({"text": "a", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ({"text": "a", "parse_mode": "XML"}, "Bad Request: unsupported parse_mode"),
        ({"text": "a", "reply_parameters": {"message_id": 99}}, "Bad Request: message to be replied not found"),
        ({"text": "a", "message_thread_id": 7}, "Bad Request: message thread not found"),
        ({"text": "a", "colour": "red"}, 'Bad Request: method "sendMessage" knows no parameter "colour"'),
    ],
)
async def test_a_message_that_telegram_would_refuse_is_refused_in_its_words(api: Api, kim: Person, params: dict[str, Any], reason: str):
    assert await api.hears_no("sendMessage", **({"chat_id": kim.id} | params)) == reason
    assert not [message for message in kim.chat() if message.from_bot]


def button(**more: object) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "네", **more}]]}


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (button(callback_data="가" * 22), "Bad Request: BUTTON_DATA_INVALID"),
        (button(), "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        ({"inline_keyboard": [[{"text": " ", "callback_data": "a"}]]}, "Bad Request: inline keyboard button text must be non-empty"),
        (button(url="골목"), "Bad Request: inline keyboard button URL '골목' is invalid: Wrong HTTP URL"),
        (button(callback_data="a", colour="red"), 'Bad Request: inline keyboard button has unknown field "colour"'),
        ({"inline_keyboard": [[{"text": "a", "callback_data": "b"}]] * 101}, "Bad Request: reply markup is too long"),
        ({"inline_keyboard": "a"}, 'Bad Request: field "inline_keyboard" must be of type Array'),
        ("{", "Bad Request: can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_keyboard_that_telegram_would_refuse_is_refused_in_its_words(api: Api, kim: Person, markup: object, reason: str):
    assert await api.hears_no("sendMessage", chat_id=kim.id, text="a", reply_markup=markup) == reason


async def test_a_hundred_buttons_and_64_bytes_of_data_are_taken(api: Api, kim: Person):
    rows = [[{"text": f"{row}-{column}", "callback_data": "x" * 64} for column in range(5)] for row in range(20)]
    await api.does("sendMessage", chat_id=kim.id, text="a", reply_markup={"inline_keyboard": rows})
    assert len(kim.last().labels) == 100


async def test_a_reply_keyboard_stays_until_it_is_removed(api: Api, kim: Person):
    await api.does(
        "sendMessage", chat_id=kim.id, text="번호?", reply_markup={"keyboard": [[{"text": "번호 보내기", "request_contact": True}]]}
    )
    assert kim.reply_keyboard()[0][0]["text"] == "번호 보내기"
    assert kim.last().reply_keyboard == [["번호 보내기"]]
    await api.does("sendMessage", chat_id=kim.id, text="고마워요", reply_markup={"remove_keyboard": True})
    assert kim.reply_keyboard() == []


async def test_a_number_may_not_be_asked_for_in_a_group(api: Api, town: Emulator, kim: Person):
    group = town.group("골목 모임", [kim])
    keyboard = {"keyboard": [[{"text": "번호", "request_contact": True}]]}
    reason = await api.hears_no("sendMessage", chat_id=group.id, text="a", reply_markup=keyboard)
    assert reason == "Bad Request: phone number can be requested in private chats only"


async def test_a_photo_comes_back_byte_for_byte(api: Api, town: Emulator, kim: Person):
    content = picture()
    kim.sends_photo(content, caption="가게 앞")
    (start, update) = await api.does("getUpdates")
    sizes = update["message"]["photo"]
    assert [(size["width"], size["height"]) for size in sizes] == [(320, 213), (900, 600)]
    told = await api.does("getFile", file_id=sizes[-1]["file_id"])
    assert await api.fetches(told["file_path"]) == content
    assert start["message"]["text"] == "/start"


async def test_a_known_file_is_sent_again_by_its_id(api: Api, kim: Person):
    kim.sends_file("견적서.pdf", b"%PDF-1.7", "application/pdf")
    file_id = kim.chat()[-1].json["document"]["file_id"]
    sent = await api.does("sendDocument", chat_id=kim.id, document=file_id, caption="받았어요")
    assert (sent["document"]["file_name"], sent["caption"]) == ("견적서.pdf", "받았어요")


@pytest.mark.parametrize("wrong", ["nonsense", "P123"])
async def test_an_unknown_file_id_is_refused(api: Api, kim: Person, wrong: str):
    assert await api.hears_no("sendPhoto", chat_id=kim.id, photo=wrong) == "Bad Request: wrong file identifier/HTTP URL specified"
    assert await api.hears_no("getFile", file_id=wrong) == "Bad Request: invalid file_id"


async def test_places_contacts_and_polls_are_sent(api: Api, kim: Person):
    await api.does("sendVenue", chat_id=kim.id, latitude=37.5665, longitude=126.978, title="시청", address="중구 세종대로 110")
    assert kim.last().json["venue"]["title"] == "시청"
    await api.does("sendContact", chat_id=kim.id, phone_number="+8221330000", first_name="사무국")
    assert kim.last().json["contact"]["first_name"] == "사무국"
    await api.does("sendPoll", chat_id=kim.id, question="언제가 좋으세요?", options=[{"text": "월"}, {"text": "화"}])
    assert [option["text"] for option in kim.last().json["poll"]["options"]] == ["월", "화"]
    assert (
        await api.hears_no("sendLocation", chat_id=kim.id, latitude=91, longitude=0) == "Bad Request: wrong latitude or longitude specified"
    )


async def test_a_message_is_copied_and_forwarded(api: Api, kim: Person, maya: Person):
    sent = await api.does("sendMessage", chat_id=kim.id, text="모집 공고")
    await api.does("copyMessage", chat_id=maya.id, from_chat_id=kim.id, message_id=sent["message_id"])
    assert "forward_origin" not in maya.last().json
    await api.does("forwardMessage", chat_id=maya.id, from_chat_id=kim.id, message_id=sent["message_id"])
    assert maya.last().json["forward_origin"]["sender_user"]["is_bot"]
    reason = await api.hears_no("copyMessage", chat_id=maya.id, from_chat_id=kim.id, message_id=99)
    assert reason == "Bad Request: message to copy not found"


async def test_who_has_blocked_the_bot_gets_nothing_until_they_come_back(api: Api, kim: Person):
    kim.blocks()
    assert await api.hears_no("sendMessage", chat_id=kim.id, text="a") == "Forbidden: bot was blocked by the user"
    kim.start()
    await api.does("sendMessage", chat_id=kim.id, text="다시 반가워요")


async def test_a_deactivated_account_gets_nothing(api: Api, kim: Person):
    kim.deactivates()
    assert await api.hears_no("sendMessage", chat_id=kim.id, text="a") == "Forbidden: user is deactivated"


async def test_a_wrong_token_and_an_unknown_method_are_refused(api: Api):
    assert await api.hears_no("sendFlowers") == "Not Found: method not found"
    api.token = "1:wrong"
    assert await api.hears_no("getMe") == "Unauthorized"
