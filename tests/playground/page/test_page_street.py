"""What lies around a chat: several people, links, groups, the clock, the log of calls, the language of the page."""

from datetime import timedelta

import pytest
from playwright.async_api import Page, expect

from tests.playground.page.echo import key
from tests.playground.page.street import Street, phone_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def bar(page: Page):
    return page.get_by_role("banner")


async def test_two_people_talk_side_by_side_on_a_desk(street: Street):
    async with street.window() as page:
        kim, anna = phone_of(page, street.kim), phone_of(page, street.anna)
        await kim.starts()
        await anna.starts()
        await anna.says("hello")
        await anna.sees("메아리: hello")
        await kim.misses("hello")


async def test_on_a_phone_people_are_switched_and_unread_messages_counted(street: Street):
    async with street.phone() as phone:
        await street.anna_started()
        await street.bot.says(street.anna.id, "one")
        await expect(bar(phone.page).get_by_role("button", name="Anna Baker, 안 읽은 메시지 2개")).to_be_visible()
        await bar(phone.page).get_by_role("button", name="Anna Baker").click()
        await phone_of(phone.page, street.anna).sees("one")
        await bar(phone.page).get_by_role("button", name="김수제").click()
        await phone.sees("메아리: /start")
        await expect(bar(phone.page).locator(".badge")).to_have_count(0)


async def test_who_moves_into_the_other_phone_leaves_this_one_where_it_was_read(street: Street):
    neighbour = street.town.person("이한울")
    async with street.window() as page:
        kim = phone_of(page, street.kim)
        await kim.starts()
        for number in range(20):
            await street.bot.says(street.kim.id, f"소식 {number}")
        await expect(kim.log.get_by_text("소식 19")).to_be_in_viewport()
        await page.locator("select").nth(1).select_option(label=neighbour.name)
        await expect(phone_of(page, neighbour).button("시작하기")).to_be_visible()
        await expect(kim.log.get_by_text("소식 19")).to_be_in_viewport()


async def test_a_toast_goes_only_to_the_one_who_pressed(street: Street):
    async with street.window() as page:
        kim, anna = phone_of(page, street.kim), phone_of(page, street.anna)
        for phone, person in ((kim, street.kim), (anna, street.anna)):
            await phone.starts()
            await phone.sees("메아리: /start")
            await street.bot.says(person.id, "?", [key("여기", "here")])

        async def toasts(bot, press):
            await bot.calls("answerCallbackQuery", callback_query_id=press["id"], text="받았어요")

        street.bot.answers["here"] = toasts
        await anna.presses("여기")
        await expect(anna.toast).to_have_text("받았어요")
        await expect(kim.toast).to_have_count(0)


async def test_a_deep_link_opens_the_chat_with_start_and_brings_its_payload(street: Street):
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, '<a href="https://t.me/golmok_bot?start=result-7">결과 보기</a>', parse_mode="HTML")
        await phone.log.get_by_role("link", name="결과 보기").click()
        await phone.starts()
        await phone.sees("메아리: /start result-7")


async def test_a_share_link_lets_the_person_choose_a_neighbour_who_opens_it(street: Street):
    url = "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fgolmok_bot%3Fstart%3Djoin-1&text=%ED%95%A8%EA%BB%98%ED%95%B4%EC%9A%94"
    async with street.window() as page:
        kim, anna = phone_of(page, street.kim), phone_of(page, street.anna)
        await kim.starts()
        await street.bot.says(street.kim.id, "초대", [{"text": "이웃에게 보내기", "url": url}])
        await kim.node.get_by_role("link", name="이웃에게 보내기 (링크 열기)").click()
        await kim.node.get_by_role("dialog").get_by_role("button", name="Anna Baker").click()
        await kim.sees("함께해요")
        await anna.button("대화 목록으로").click()
        await anna.node.get_by_role("button", name="김수제").click()
        await anna.log.get_by_role("link").click()
        await anna.starts()
        await anna.sees("메아리: /start join-1")


async def test_a_group_with_the_bot_is_made_and_becomes_a_supergroup(street: Street):
    async with street.phone() as phone:
        await phone.button("대화 목록으로").click()
        await phone.button("모임방 만들기").click()
        await phone.node.get_by_label("모임방 이름").fill("성수 모임")
        await phone.node.get_by_label("Anna Baker").check()
        await phone.button("만들기").click()
        await expect(phone.node.get_by_role("heading", name="성수 모임")).to_be_visible()
        await expect(phone.node.locator(".chat-title p")).to_have_text("3명")
        await phone.says("/start@golmok_bot")
        await phone.sees("메아리: /start@golmok_bot")
        await phone.chooses("대화 메뉴", "슈퍼그룹으로 바꾸기 대화방 번호가 바뀌어요")
        await phone.sees("슈퍼그룹으로 바뀌었어요")
        await phone.says("/help@golmok_bot")
        await phone.sees("메아리: /help@golmok_bot")


async def test_a_blocked_bot_cannot_write_until_it_is_let_in_again(street: Street):
    async with street.phone() as phone:
        await phone.chooses("대화 메뉴", "봇 차단하기 봇이 더는 이 사람에게 말을 걸지 못해요")
        await phone.button("차단 풀고 다시 시작하기").click()
        await expect(phone.log.get_by_text("메아리: /start")).to_have_count(2)
        assert not street.kim.account.blocked


async def test_the_clock_is_moved_and_messages_bear_its_time(street: Street):
    async with street.window() as page:
        phone = phone_of(page, street.kim)
        await phone.starts()
        await phone.sees("메아리: /start")
        before = street.town.clock.now()
        await bar(page).get_by_role("button", name="시계").click()
        await page.get_by_role("button", name="+1일").click()
        await expect(page.locator(".clock-face")).to_have_class("clock-face moved")
        await page.keyboard.press("Escape")
        assert street.town.clock.now() - before >= timedelta(days=1)
        await phone.says("내일이에요")
        await expect(phone.log.locator(".day-line")).to_have_count(2)


async def test_the_clock_goes_to_the_next_morning_in_seoul(street: Street):
    async with street.window() as page:
        await bar(page).get_by_role("button", name="시계").click()
        await page.get_by_role("button", name="아침 8시로").click()
        await expect(page.locator(".clock-face .time")).to_have_text("08:00")
        await page.get_by_role("button", name="실제 시각으로 돌아가기").click()
        await expect(page.locator(".clock-face")).to_have_class("clock-face")


async def test_the_log_shows_calls_with_their_json_and_makes_trouble(street: Street):
    async with street.window() as page:
        await phone_of(page, street.kim).starts()
        await bar(page).get_by_role("button", name="봇이 부른 API").click()
        drawer = page.get_by_role("complementary", name="봇이 부른 API")
        call = drawer.locator("details", has_text="sendMessage").first
        await expect(call).to_contain_text("200")
        await call.locator("summary").click()
        await expect(call.locator("pre").first).to_contain_text("메아리: /start")
        await drawer.get_by_role("button", name="다음 3번 502").click()
        await expect(drawer.get_by_role("button", name="다음 3번 502")).to_have_attribute("aria-pressed", "true")
        assert street.town.faults.fail_times > 0
        await drawer.get_by_role("button", name="다음 3번 502").click()
        await expect(drawer.get_by_role("button", name="다음 3번 502")).to_have_attribute("aria-pressed", "false")


async def test_the_whole_page_turns_to_english_and_stays_so(street: Street):
    async with street.window() as page:
        await bar(page).get_by_role("button", name="Show this page in English").click()
        await expect(page.get_by_role("button", name="START").first).to_be_visible()
        await page.reload()
        await expect(page.get_by_role("region", name="Anna Baker’s phone")).to_be_visible()


async def test_a_new_person_moves_in_and_is_given_the_phone(street: Street):
    async with street.phone() as phone:
        await bar(phone.page).get_by_role("button", name="사람 추가").click()
        await phone.node.get_by_label("이름").fill("정철공")
        await phone.button("추가하기").click()
        await expect(phone.page.get_by_role("region", name="정철공 님의 전화기")).to_be_visible()
        assert [person.name for person in street.town.people] == ["김수제", "Anna Baker", "정철공"]


async def test_the_page_finds_everything_again_after_a_reload(street: Street):
    async with street.phone() as phone:
        await phone.says("다시 열어도 있어요")
        await phone.sees("메아리: 다시 열어도 있어요")
        await phone.page.reload()
        await phone.sees("메아리: 다시 열어도 있어요")
