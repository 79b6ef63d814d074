"""The main job, played on the page in Chromium against the demo as a newcomer starts it: in Korean and in English."""

import signal
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import window
from tests.journeys.demo import demo, walks
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(180)]

CHECK_KO = ("🏪 작은 가게들", "3곳", "네", "5명 미만", "해당 없어요", "=6단계", "해당 없어요", "네")
CHECK_EN = ("🏪 Small shops", "3 shops", "Yes", "Fewer than 5", "None of these", "=question 6", "None of these", "Yes")


STARTING = 60_000  # ms: the page is there before the bot has come up


def handset(page: Page, name: str) -> Handset:
    page.set_default_timeout(STARTING)
    return Handset(page, page.get_by_role("region", name=name))


async def test_a_shop_owner_learns_in_korean_whether_and_how_much(chromium: Browser, tmp_path: Path):
    async with demo(tmp_path) as town, window(chromium, town.url, size=(390, 844)) as page:
        phone = handset(page, "김수제")
        await phone.starts()
        await walks(phone, "✅ 신청할 수 있나요?", *CHECK_KO, "=신청할 수 있을 것 같아요.", "=서울 소재")
        await walks(phone, "💰 지원금 계산하기", "전체 금액 하나로", ">1억 5천만원", "아니요, 뺀 값이에요")
        await walks(phone, "=지원금: 100,000,000원", "− 1,000만 원", "=인정되는 사업비: 140,000,000원")
        await expect(phone.log.locator("img").last).to_have_js_property("complete", value=True)


async def test_in_english_a_failing_answer_is_told_at_once_and_can_be_changed(chromium: Browser, tmp_path: Path):
    async with demo(tmp_path) as town, window(chromium, town.url, size=(390, 844)) as page:
        await page.get_by_role("banner").get_by_role("button", name="Maya Lindholm").click()
        phone = handset(page, "Maya Lindholm")
        await phone.starts()
        await walks(phone, "✅ Can we apply?", "🏪 Small shops", "2 shops", "✏️ Change the answer", *CHECK_EN[1:])
        await walks(phone, "=It looks as if you can apply.")


async def test_the_bot_is_killed_in_the_middle_of_the_questions_and_no_answer_is_lost(chromium: Browser, tmp_path: Path):
    async with demo(tmp_path) as town:
        async with window(chromium, town.url, size=(390, 844)) as page:
            phone = handset(page, "김수제")
            await phone.starts()
            await walks(phone, "✅ 신청할 수 있나요?", *CHECK_KO[:4], "=아래 업종을 하는 곳이 있나요?")
        town.bot().send_signal(signal.SIGKILL)
        await town.process.wait()
    async with demo(tmp_path) as town, window(chromium, town.url, size=(390, 844)) as page:
        phone = handset(page, "김수제")
        await walks(phone, *CHECK_KO[4:], "=신청할 수 있을 것 같아요.", "=함께하는 수")
