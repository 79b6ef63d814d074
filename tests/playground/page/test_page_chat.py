"""What one can do in a chat on the page: write, press, read what the bot changes."""

import pytest
from playwright.async_api import expect

from tests.playground.page.echo import key
from tests.playground.page.street import Street, phone_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_a_person_starts_the_bot_and_talks(street: Street):
    async with street.phone() as phone:
        await phone.says("우리 골목 이야기")
        await phone.sees("메아리: 우리 골목 이야기")
        assert [message.text for message in street.kim.chat()][-2:] == ["우리 골목 이야기", "메아리: 우리 골목 이야기"]


async def test_a_pressed_button_turns_until_the_bot_answers_with_a_toast(street: Street):
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, "고르세요", [key("빵집", "bakery"), key("떡집", "rice")])
        pressed = []

        async def holds(bot, press):
            pressed.append(press["id"])

        street.bot.answers["bakery"] = holds
        await phone.presses("빵집")
        await expect(phone.button("빵집")).to_have_attribute("aria-busy", "true")
        assert await street.town.until(lambda: pressed)
        await street.bot.calls("answerCallbackQuery", callback_query_id=pressed[0], text="빵집을 골랐어요")
        await expect(phone.toast).to_have_text("빵집을 골랐어요")
        await expect(phone.button("빵집")).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_stays_until_it_is_closed_and_keeps_the_rest_out_of_reach(street: Street):
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, "마감", [key("신청하기", "late")])

        async def alerts(bot, press):
            await bot.calls("answerCallbackQuery", callback_query_id=press["id"], text="접수가 끝났어요.", show_alert=True)

        street.bot.answers["late"] = alerts
        await phone.presses("신청하기")
        alert = phone.node.get_by_role("alertdialog")
        await expect(alert).to_contain_text("접수가 끝났어요.")
        await expect(alert.get_by_role("button")).to_be_focused()
        await expect(phone.node.locator(".screen")).to_have_js_property("inert", value=True)
        await phone.page.keyboard.press("Escape")
        await expect(alert).to_have_count(0)
        await expect(phone.button("신청하기")).to_be_focused()


async def test_an_edited_message_changes_in_place_and_keeps_the_focus_on_its_keyboard(street: Street):
    async with street.phone() as phone:
        sent = await street.bot.says(street.kim.id, "가게 3곳", [key("−", "less"), key("+", "more")])

        async def counts(bot, press):
            rows = [[key("−", "less"), key("+", "more")]]
            await bot.calls(
                "editMessageText",
                chat_id=street.kim.id,
                message_id=sent["message_id"],
                text="가게 4곳",
                reply_markup={"inline_keyboard": rows},
            )
            await bot.calls("answerCallbackQuery", callback_query_id=press["id"])

        street.bot.answers["more"] = counts
        await phone.button("+").focus()
        await phone.page.keyboard.press("Enter")
        await phone.sees("가게 4곳")
        await phone.misses("가게 3곳")
        await expect(phone.log.locator("li", has_text="가게 4곳").locator(".edited")).to_have_text("수정됨")
        await expect(phone.button("+")).to_be_focused()


async def test_a_deleted_message_disappears(street: Street):
    async with street.phone() as phone:
        sent = await street.bot.says(street.kim.id, "잘못 보냈어요")
        await phone.sees("잘못 보냈어요")
        await street.bot.calls("deleteMessage", chat_id=street.kim.id, message_id=sent["message_id"])
        await phone.misses("잘못 보냈어요")


async def test_a_person_mends_a_message_with_the_arrow_key(street: Street):
    async with street.phone() as phone:
        await phone.says("오천만원")
        await phone.sees("메아리: 오천만원")
        await phone.field.press("ArrowUp")
        await phone.says("5,000만원")
        await expect(phone.log.locator(".mine", has_text="5,000만원")).to_contain_text("수정됨")
        assert await street.town.until(lambda: any("edited_message" in update for update in street.bot.heard))


async def test_formatting_becomes_elements_and_typed_markup_stays_text(street: Street):
    text = (
        '<b>예상 보조금 <i>9천만원</i></b> <a href="https://example.org/notice">공고</a>\n<blockquote>인용</blockquote><code>a&lt;b</code>'
    )
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, text, parse_mode="HTML")
        await expect(phone.log.locator("strong > em")).to_have_text("9천만원")
        await expect(phone.log.locator("a")).to_have_attribute("href", "https://example.org/notice")
        await expect(phone.log.locator("blockquote")).to_have_text("인용")
        await expect(phone.log.locator("code")).to_have_text("a<b")
        await phone.says("<img src=x onerror=alert(1)><b>굵게?</b>")
        await phone.sees("메아리: <img src=x onerror=alert(1)><b>굵게?</b>")
        await expect(phone.log.locator("img")).to_have_count(0)


async def test_hidden_text_opens_on_a_press(street: Street):
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, "답: <tg-spoiler>90%</tg-spoiler>", parse_mode="HTML")
        hidden = phone.log.get_by_role("button", name="가린 글. 누르면 보여요")
        await hidden.focus()
        await phone.page.keyboard.press("Enter")
        await expect(phone.log.locator(".spoiler")).to_have_class("spoiler open")


async def test_the_typing_line_ends_with_the_next_message(street: Street):
    async with street.phone() as phone:
        await street.bot.calls("sendChatAction", chat_id=street.kim.id, action="typing")
        subtitle = phone.node.locator(".chat-title p")
        await expect(subtitle).to_have_text("입력 중…")
        await street.bot.says(street.kim.id, "다 썼어요")
        await expect(subtitle).to_have_text("봇 · @golmok_bot")


async def test_commands_stand_in_the_menu_in_the_language_of_the_phone(street: Street):
    await street.bot.calls("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    await street.bot.calls("setMyCommands", commands=[{"command": "help", "description": "도움말"}], language_code="ko")
    async with street.phone() as phone:
        await phone.chooses("메뉴", "/help 도움말")
        await phone.sees("메아리: /help")


async def test_an_empty_chat_introduces_the_bot_in_the_language_of_the_phone(street: Street):
    await street.bot.calls("setMyDescription", description="Shops, together")
    await street.bot.calls("setMyDescription", description="가게들이 함께", language_code="ko")
    async with street.window(size=(360, 740)) as page:
        await phone_of(page, street.kim).sees("가게들이 함께")
        await street.bot.calls("setMyDescription", description="작은 가게들이 함께", language_code="ko")
        await phone_of(page, street.kim).sees("작은 가게들이 함께")


async def test_what_is_being_written_survives_the_bots_messages(street: Street):
    async with street.phone() as phone:
        await phone.field.fill("쓰는 중인 글")
        await street.bot.says(street.kim.id, "끼어들기", reply_markup={"keyboard": [[{"text": "네"}]]})
        await expect(phone.button("네")).to_be_visible()
        await expect(phone.field).to_have_value("쓰는 중인 글")
        await expect(phone.field).to_be_focused()


async def test_a_deed_the_server_refuses_is_told_and_the_text_comes_back(street: Street):
    async with street.phone() as phone:
        await phone.page.route("**/playground/do/send", lambda route: route.fulfill(status=400, json={"ok": False, "error": "안 돼요"}))
        await phone.says("사라지면 안 되는 글")
        await expect(phone.toast).to_contain_text("안 돼요")
        await expect(phone.field).to_have_value("사라지면 안 되는 글")
