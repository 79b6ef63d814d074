"""Two members and a consultant on the page, in Korean: the same time, a faster neighbour, a move and a cancellation."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.browser import window
from tests.journeys.demo import demo, walks
from tests.journeys.owners import PATIENCE, by_day, from_home, phone_of, registers
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(420)]

MEMBER, NEIGHBOUR, CONSULTANT = "김수제", "이한울", "윤상담"
TO_TIMES = ("🗓 컨설팅·멘토링 예약", "📝 사업계획", "👥 누구든 괜찮아요")
A_TIME = re.compile(r"^\d+\. \d+\.\(.\) \d\d:\d\d · 윤상담$")
MINE = re.compile("· 윤상담$")
NEXT_MONTH, LAST_MONTH = re.compile(r"^\d{4}년 \d+월 ▶$"), re.compile(r"^◀ \d{4}년 \d+월$")
A_DAY, AN_HOUR = re.compile(r"^\d+ ✓$"), re.compile(r"^\d\d:\d\d$")
GOAL = "같이 쓸 이름을 정하고 싶어요."


async def test_a_time_is_booked_once_moved_and_given_back(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    async with demo(tmp_path, limits=False) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        for owner in (MEMBER, NEIGHBOUR):
            await registers(page, owner)
        await both_want_the_first_time(page)
        await moves(page)
        await cancels(page)


async def both_want_the_first_time(page: Page) -> None:
    """Both look at the same list; the member taps first."""
    for owner in (NEIGHBOUR, MEMBER):
        await walks(await from_home(page, owner, *TO_TIMES), "=가장 빠른 빈 시간이에요.")
    member = await phone_of(page, MEMBER)
    wanted = await first(member, A_TIME)
    await walks(member, wanted, "=까지 맡아 두었어요.", "✍️ 의논할 내용 쓰기", "=무엇이 풀려 있으면", f">{GOAL}", "건너뛰기", "✅ 예약하기")
    await walks(member, "=예약했어요.", "=컨설팅: 올해 5회 중 1회 썼어요", "📅 내 캘린더에 넣기", "=.ics")
    await walks(await phone_of(page, CONSULTANT), "=새 예약:", f"=“{GOAL}”")
    neighbour = await phone_of(page, NEIGHBOUR)
    await walks(neighbour, wanted, "=조금 전에 다른 분이 이 시간을 예약했어요.")
    await walks(neighbour, await first(neighbour, A_TIME), "✅ 메모 없이 예약", "=예약했어요.")


async def moves(page: Page) -> None:
    """Over the calendar, to the last free time of the last free day of the next month; this one may have none left."""
    member = await from_home(page, MEMBER, "🗓 내 예약 (1)")
    await member.log.get_by_role("button", name=MINE).last.click()
    await walks(member, "🔁 시간 바꾸기", "📅 다른 시간 고르기")
    await member.log.get_by_role("button", name=NEXT_MONTH).last.click()
    await member.log.get_by_role("button", name=LAST_MONTH).last.wait_for()
    await walks(member, "=표시한 날에 빈 시간이 있어요.")
    await member.log.get_by_role("button", name=A_DAY).last.click()
    await member.log.get_by_role("button", name=AN_HOUR).last.click()
    await walks(member, "✅ 이 시간으로 옮기기", "=옮겼어요.")
    await walks(await phone_of(page, CONSULTANT), "=시간이 바뀌었어요:")


async def cancels(page: Page) -> None:
    member = await from_home(page, MEMBER, "🗓 내 예약 (1)")
    await member.log.get_by_role("button", name=MINE).last.click()
    await walks(member, "✖️ 취소하기", "✖️ 네, 취소할게요", "=취소")
    await walks(await phone_of(page, CONSULTANT), "=참여자가 취소했어요.")
    await walks(await from_home(page, MEMBER), "🗓 컨설팅·멘토링 예약", "=컨설팅: 올해 5회 중 0회 썼어요")


async def first(phone: Handset, label: re.Pattern[str]) -> str:
    """The first button of the last screen that reads like this."""
    await phone.log.get_by_role("button", name=label).last.wait_for()
    last = phone.log.get_by_role("listitem").filter(has=phone.page.get_by_role("button", name=label)).last
    return (await last.get_by_role("button", name=label).first.inner_text()).strip()
