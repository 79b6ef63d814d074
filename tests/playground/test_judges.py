"""The judges agree with the emulator on what a real client library sends; and they notice when it goes wrong."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot as AiogramBot
from aiogram import types as aiogram_types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter

from playground.calls import Call
from playground.emulator import Emulator
from playground.hands import Person
from tests.judges import Judges, judged


def jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "JPEG")
    return out.getvalue()


async def test_a_day_of_python_telegram_bot(town: Emulator, kim: Person):
    """Forms and multipart bodies, as that library writes them."""
    async with town.serve() as server:
        bot = Bot(town.token, base_url=f"{server.url}/bot", base_file_url=f"{server.url}/file/bot")
        with judged(town) as judges:
            async with bot:
                await _use(bot, kim)
                with pytest.raises(BadRequest, match="Can't parse entities"):
                    await bot.send_message(kim.id, "<b>안녕", parse_mode=ParseMode.HTML)
                town.floods(seconds=2)
                with pytest.raises(RetryAfter):
                    await bot.send_message(kim.id, "a")
                kim.blocks()
                with pytest.raises(Forbidden, match="bot was blocked by the user"):
                    await bot.send_message(kim.id, "a")
    assert judges.calls_heard >= 12
    assert judges.texts_heard == 6


async def _use(bot: Bot, kim: Person) -> None:
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton("네", callback_data="y"), InlineKeyboardButton("공고", url="https://seoul.kr/a")]]
    )
    asked = await bot.send_message(kim.id, "<b>안녕</b> &lt;3", parse_mode=ParseMode.HTML, reply_markup=keyboard)
    kim.presses(asked.message_id, "네")
    kinds = ["message", "callback_query", "inline_query", "chosen_inline_result"]
    updates = await bot.get_updates(timeout=1, allowed_updates=kinds)
    query = updates[-1].callback_query
    assert query is not None
    await query.answer("좋아요", show_alert=True)
    await asked.edit_text("<i>고마워요</i>", parse_mode=ParseMode.HTML)
    photo = await bot.send_photo(kim.id, jpeg(), caption="<u>그림</u>", parse_mode=ParseMode.HTML)
    await photo.edit_media(InputMediaPhoto(jpeg(), caption="다른 그림"))
    file = await bot.get_file(photo.photo[-1].file_id)
    assert bytes(await file.download_as_bytearray()) == jpeg()
    await bot.send_media_group(kim.id, [InputMediaPhoto(jpeg()), InputMediaPhoto(jpeg())])
    sent = await bot.send_document(kim.id, b"a,b\n", filename="협업협약서 (초안).pdf")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("협업협약서 (초안).pdf", "application/pdf")
    await bot.send_message(kim.id, "번호?", reply_markup=ReplyKeyboardMarkup([[KeyboardButton("보내기", request_contact=True)]]))
    await bot.send_chat_action(kim.id, "typing")
    await bot.set_my_commands([BotCommand("start", "처음")], scope=BotCommandScopeAllPrivateChats(), language_code="ko")
    await bot.delete_message(kim.id, asked.message_id)
    await _use_inline(bot, kim)


async def _use_inline(bot: Bot, kim: Person) -> None:
    kim.types_inline("빵집")
    query = (await bot.get_updates(offset=-1))[-1].inline_query
    assert query is not None
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("공유", switch_inline_query="빵집")]])
    content = InputTextMessageContent("<b>모집</b>", parse_mode=ParseMode.HTML)
    await query.answer([InlineQueryResultArticle("1", "모집 카드", content, reply_markup=keyboard)], cache_time=0, is_personal=True)
    kim.picks_result()
    chosen = (await bot.get_updates(offset=-1))[-1].chosen_inline_result
    assert chosen is not None
    inline_id = chosen.inline_message_id
    await bot.edit_message_text("<i>모였어요</i>", inline_message_id=inline_id, parse_mode=ParseMode.HTML, reply_markup=keyboard)


async def test_aiogram_understands_every_answer(town: Emulator, kim: Person):
    """Its models are strict about what the server says."""
    async with town.serve() as server:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
        async with AiogramBot(town.token, session=session) as bot:
            assert (await bot.get_me()).username == "golmok_bot"
            sent = await bot.send_message(kim.id, "<b>안녕</b>", parse_mode="HTML")
            assert sent.html_text == "<b>안녕</b>"
            await bot.send_poll(kim.id, "언제?", ["월", "화"])
            assert (await bot.get_chat(kim.id)).first_name == "김수제"
            group = town.group("골목 모임", [kim])
            group.migrates()
            kim.blocks()
            assert (await bot.get_chat_member(group.id, kim.id)).status == "creator"
            updates = await bot.get_updates()
    assert [update.event_type for update in updates] == ["message", "my_chat_member", "message", "message", "message", "my_chat_member"]


async def test_aiogram_understands_forums_people_and_inline_mode(town: Emulator, kim: Person, maya: Person):
    async with town.serve() as server:
        session = AiohttpSession(api=TelegramAPIServer.from_base(server.url))
        async with AiogramBot(town.token, session=session) as bot:
            office = town.group("사무국", [kim], forum=True)
            office.promotes_bot()
            topic = await bot.create_forum_topic(office.id, "접수 1")
            kim.sends("제가 볼게요", chat=office.id, topic=topic.message_thread_id)
            assert [one.status for one in await bot.get_chat_administrators(office.id)] == ["creator", "administrator"]
            keys = [[aiogram_types.KeyboardButton(text="이웃", request_users=aiogram_types.KeyboardButtonRequestUsers(request_id=1))]]
            await bot.send_message(kim.id, "누구?", reply_markup=aiogram_types.ReplyKeyboardMarkup(keyboard=keys))
            kim.shares_people([maya])
            kim.types_inline("빵집", chat=town.talk(kim.id, maya.id).id)
            asked = (await bot.get_updates(offset=-1))[0].inline_query
            assert asked is not None
            content = aiogram_types.InputTextMessageContent(message_text="2/3")
            keyboard = aiogram_types.InlineKeyboardMarkup(
                inline_keyboard=[[aiogram_types.InlineKeyboardButton(text="참여", callback_data="a")]]
            )
            card = aiogram_types.InlineQueryResultArticle(id="1", title="카드", input_message_content=content, reply_markup=keyboard)
            await bot.answer_inline_query(asked.id, [card])
            kim.picks_result()
            talk = town.talk(kim.id, maya.id).id
            maya.presses(maya.chat(talk)[-1].id, "참여", chat=talk)
            updates = await bot.get_updates()
    kinds = [update.event_type for update in updates][-2:]
    assert kinds == ["chosen_inline_result", "callback_query"]


def heard(**call: object) -> list[str]:
    judges = Judges()
    known: dict[str, Any] = {"id": 1, "method": "sendMessage", "params": {}, "status": 200, "answer": {}, "description": None}
    judges(Call(**(known | call), at=datetime.now(UTC), ms=0.0))
    return judges.disagreements


def test_the_judges_notice_markup_that_was_accepted_though_tdlib_refuses_it():
    assert heard(params={"chat_id": 1, "text": "<b>a", "parse_mode": "HTML"})
    assert not heard(params={"chat_id": 1, "text": "<b>a</b>", "parse_mode": "HTML"})


def test_the_judges_notice_markup_that_was_refused_though_tdlib_reads_it():
    params = {"chat_id": 1, "text": "<b>a</b>", "parse_mode": "HTML"}
    assert heard(params=params, status=400, description="Bad Request: can't parse entities: whatever")


@pytest.mark.parametrize(
    "params", [{"chat_id": 1}, {"chat_id": 1, "text": "a", "colour": "red"}, {"chat_id": 1, "text": "a", "reply_markup": 5}]
)
def test_the_judges_notice_a_call_that_aiogram_does_not_know(params: dict[str, Any]):
    assert heard(params=params)


def test_the_judges_notice_a_method_that_does_not_exist():
    assert heard(method="sendFlowers")


def test_disagreeing_judges_fail_a_test(town: Emulator):
    with pytest.raises(AssertionError, match="sendFlowers"), judged(town) as judges:
        judges.disagreements.append("sendFlowers: nobody knows it")
