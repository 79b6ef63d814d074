"""Inline mode, picking people, topics and what a group's menu can do, on the page."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.playground.page.echo import PageBot, key
from tests.playground.page.street import Street, phone_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def offers(bot: PageBot) -> None:
    """From now on the bot offers a card for whatever is typed to it."""

    async def card(_: PageBot, query: dict[str, Any]) -> None:
        content = {"message_text": f"골목 빵집 2/3 {query['query']}"}
        markup = {"inline_keyboard": [[key("참여", "join")]]}
        article = {"type": "article", "id": "1", "title": "모집 카드", "description": "2/3 확정", "input_message_content": content}
        button = {"text": "가게 등록하기", "start_parameter": "shop"}
        await bot.calls(
            "answerInlineQuery", inline_query_id=query["id"], results=[article | {"reply_markup": markup}], cache_time=0, button=button
        )

    bot.inline = card


async def test_a_card_is_found_and_sent_to_a_neighbour_who_taps_it(street: Street):
    offers(street.bot)
    async with street.window() as page:
        kim, anna = phone_of(page, street.kim), phone_of(page, street.anna)
        await kim.starts()
        await street.bot.says(street.kim.id, "모집", [{"text": "이웃에게 보내기", "switch_inline_query": "빵집"}])
        await kim.presses("이웃에게 보내기")
        await kim.node.get_by_role("dialog").get_by_role("button", name="Anna Baker").click()
        await expect(kim.field).to_have_value("@golmok_bot 빵집")
        await kim.node.get_by_role("group", name="봇이 찾은 것").get_by_role("button", name="모집 카드").click()
        await kim.sees("골목 빵집 2/3 빵집")
        await kim.sees("@golmok_bot 봇으로 보냄")
        await expect(kim.field).to_have_value("")

        async def joins(bot: PageBot, press: dict[str, Any]) -> None:
            await bot.calls("answerCallbackQuery", callback_query_id=press["id"], text="함께해요")
            await bot.calls("editMessageText", inline_message_id=press["inline_message_id"], text="골목 빵집 3/3")

        street.bot.answers["join"] = joins
        await anna.button("대화 목록으로").click()
        await anna.node.get_by_role("button", name="김수제").click()
        await anna.presses("참여")
        await expect(anna.toast).to_have_text("함께해요")
        await kim.sees("골목 빵집 3/3")


async def test_the_button_above_the_results_starts_the_bot(street: Street):
    offers(street.bot)
    async with street.phone() as phone:
        await phone.field.fill("@golmok_bot ")
        await phone.button("가게 등록하기").click()
        await phone.starts()
        await phone.sees("메아리: /start shop")


async def test_people_are_picked_for_a_key(street: Street):
    async with street.phone() as phone:
        keys = {"keyboard": [[{"text": "이웃 고르기", "request_users": {"request_id": 1, "max_quantity": 2}}]]}
        await street.bot.calls("sendMessage", chat_id=street.kim.id, text="누구와 함께해요?", reply_markup=keys)
        await phone.presses("이웃 고르기")
        sends = phone.node.get_by_role("dialog").get_by_role("button", name="보내기", exact=True)
        await sends.click()
        await expect(phone.toast).to_have_text("2명까지 고를 수 있어요.")
        await phone.presses("이웃 고르기")
        await phone.node.get_by_label("Anna Baker").check()
        await sends.click()
        await phone.sees("Anna Baker 님을 골라 봇에게 알렸어요")
        assert street.bot.heard[-1]["message"]["users_shared"]["user_ids"] == [street.anna.id]


async def test_a_group_gets_topics_and_an_administrator(street: Street):
    street.town.group("사무국", [street.kim, street.anna])
    async with street.phone() as phone:
        await phone.button("대화 목록으로").click()
        await phone.node.get_by_role("button", name="사무국").click()
        await phone.chooses("대화 메뉴", "주제별 방으로 바꾸기 슈퍼그룹이 되고, 주제마다 따로 이야기해요")
        topics = phone.node.get_by_role("navigation", name="주제")
        await expect(topics.get_by_role("button", name="일반")).to_have_attribute("aria-current", "true")
        await phone.chooses("대화 메뉴", "골목 봇을 관리자로 고정, 삭제, 주제 관리를 할 수 있어요")
        await phone.button("주제 만들기").click()
        await phone.node.get_by_label("주제 이름").fill("접수 1")
        await phone.button("만들기").click()
        await phone.sees("‘접수 1’ 주제가 생겼어요")
        await phone.says("제가 볼게요")
        await phone.sees("메아리: 제가 볼게요")
        await topics.get_by_role("button", name="일반").click()
        await phone.misses("제가 볼게요")
        assert street.bot.heard[-1]["message"]["is_topic_message"]
        await topics.get_by_role("button", name="접수 1").click()
        await phone.chooses("대화 메뉴", "‘접수 1’ 주제 닫기")
        await expect(topics.get_by_role("button", name="접수 1 (닫힘)")).to_be_visible()
        await phone.chooses("대화 메뉴", "골목 봇 내보내기")
        await topics.get_by_role("button", name="일반").click()
        await phone.sees("골목 님이 나갔어요")


async def test_a_closed_topic_takes_no_words_from_others(street: Street):
    office = street.town.group("사무국", [street.anna, street.kim], forum=True)
    office.promotes_bot()
    number = office.opens_topic("접수 1", by=street.anna)
    office.closes_topic(number, by=street.anna)
    async with street.phone() as phone:
        await phone.button("대화 목록으로").click()
        await phone.node.get_by_role("button", name="사무국").click()
        await phone.node.get_by_role("button", name="접수 1 (닫힘)").click()
        await expect(phone.node.get_by_text("닫힌 주제예요")).to_be_visible()


async def test_a_mention_leads_to_a_talk_with_that_person(street: Street):
    await street.anna_started()
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, f'<a href="tg://user?id={street.anna.id}">빵집 사장님</a>이에요', parse_mode="HTML")
        await phone.log.get_by_role("link", name="빵집 사장님").click()
        await phone.button("Anna Baker 님과 이야기하기").click()
        await phone.says("안녕하세요")
        assert street.anna.chat(street.town.talk(street.kim.id, street.anna.id).id)[-1].text == "안녕하세요"
