"""A coordinator, a second one and three owners on the page: an announcement from its first word to its withdrawal."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import window
from tests.journeys.demo import STEP, demo, walks
from tests.journeys.officers import EVERYWHERE, OFFICE, lets_in
from tests.journeys.owners import PATIENCE, by_day, comes_up, from_home, phone_of
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(420)]

SECOND = "최도장"
TAPS, LEAVES, READS_ENGLISH = "김수제", "이한울", "Maya Lindholm"
MANY, READ_KOREAN = 3, 2  # so many are a large audience here
EVERYBODY = 7  # with the two of the office and the two who advise
DESK = ("🗂 사무국", "📣 공지")
TO_PUT_RIGHT = "🛠 고치기·회수"
FOR_COURSES = ("받겠다고 한 소식", "☐ 교육", "=교육 소식을 받겠다고 한 분")
WRITES, WRITTEN = ("=내용을 여기에 보내 주세요.",), ("✅ 다 보냈어요 (1)",)
TEXT, SAYS, ENGLISH = "화요일에 **설명회**가 열려요.", "화요일에 설명회가 열려요.", "There is a briefing on Tuesday."
CORRECTED, NEXT = "수요일에 설명회가 열려요.", "설명회 자료가 나왔어요."
BUTTON, A_CALL, IN_KOREAN = "공고 보기", re.compile("체험용"), re.compile("^한국어 1: ")


async def test_an_announcement_from_its_first_word_to_its_withdrawal(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    settings = {"GOLMOK_LARGE_AUDIENCE": str(MANY)}
    async with demo(tmp_path, limits=False, settings=settings) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        await the_office_and_three_who_want_to_hear_of_courses(page)
        await composes(page)
        await is_approved_and_goes_out(page)
        await everybody_hears_one_taps_one_leaves(page)
        await sees_who_got_it(page)
        await corrects(page)
        await the_next_does_not_reach_who_left(page)
        await withdraws(page)


async def the_office_and_three_who_want_to_hear_of_courses(page: Page) -> None:
    await comes_up(page, OFFICE)
    await lets_in(page, SECOND, "담당자", *EVERYWHERE, "한 달")
    for owner in (TAPS, LEAVES):
        await (await phone_of(page, owner)).starts()
        await from_home(page, owner, "📆 공고와 일정", "🔔 네, 알려 주세요", "☐ 교육", "=☑ 교육")
    maya = await phone_of(page, READS_ENGLISH)
    await maya.starts()
    await walks(maya, "📆 Calls and dates", "🔔 Yes, tell me", "☐ Courses", "=☑ Courses")


async def composes(page: Page) -> None:
    """In two languages, with bold words, a button to a call, for whoever wants to hear of courses."""
    office = await from_home(
        page, OFFICE, *DESK, "➕ 새 공지", "행사", *WRITES, f">{TEXT}", "=서식으로 쓰신 건가요?", "🅱 서식으로", *WRITTEN
    )
    await walks(office, "=English 사용자는 한국어로 받아요.", "✏️ 내용과 언어", "➕ 추가: English", *WRITES, f">{ENGLISH}", *WRITTEN)
    await walks(office, "=언어: 한국어, English", f"👥 받는 분 ({EVERYBODY})", *FOR_COURSES, f"=지금 {MANY}명이에요.")
    await walks(office, "◀ 공지로", "🔘 버튼 (0)", "➕ 버튼", "📄 지원사업 공고", "=어느 공고인가요?")
    await office.log.get_by_role("button", name=A_CALL).last.click()
    await walks(office, "=한국어로 보내 주세요.", f">{BUTTON}", "=English로 보내 주세요.", ">See the call", "=🔘 버튼 1개")


async def is_approved_and_goes_out(page: Page) -> None:
    """Sent to herself in each language; then the second one sees just the same, and says yes."""
    office = await phone_of(page, OFFICE)
    await looks(office, "한국어", SAYS)
    await looks(office, "English", ENGLISH)
    await walks(office, "🙋 승인 요청", "=동료 1명에게 승인을 요청했어요.")
    second = await phone_of(page, SECOND)
    await walks(second, "=승인을 기다리는 공지가 있어요.", f"={MANY}명에게 가는 공지예요.", "📣 공지 열기")
    await looks(second, "한국어", SAYS)
    await walks(second, "✅ 승인", "=✅ 승인했어요.")
    await phone_of(page, OFFICE)
    await walks(office, "=공지가 승인됐어요.", "📣 공지 열기", "📤 보내기", f"={MANY}명에게 보낼까요?", "📤 네, 보내요")


async def everybody_hears_one_taps_one_leaves(page: Page) -> None:
    for owner in (TAPS, LEAVES):
        phone = await phone_of(page, owner)
        await walks(phone, f"={SAYS}")
        await expect(phone.log.locator("b, strong").get_by_text("설명회").last).to_be_visible(timeout=STEP)
    maya = await phone_of(page, READS_ENGLISH)
    await walks(maya, f"={ENGLISH}")
    await expect(maya.log.get_by_role("button", name="🔕 No more: Events")).to_be_visible()
    await walks(await phone_of(page, LEAVES), "🔕 그만 받기: 행사", "=‘행사’ 소식을 껐어요.")
    await walks(await phone_of(page, TAPS), BUTTON, "=체험용으로 만든 공고예요.")


async def sees_who_got_it(page: Page) -> None:
    """In the live message, which ends by itself, and behind it."""
    office = await phone_of(page, OFFICE)
    await walks(office, "=공지 1번 · 보냄", "=100 %", f"=✅ 도착 {MANY}명", "👥 누가 받았나요", f"=✅ {MANY}명 중 {MANY}명이 받았어요.")
    await walks(office, f"=🔘 ‘{BUTTON}’: 1명이 눌렀어요")


async def corrects(page: Page) -> None:
    """Where it stands, on every phone, once the second one has said yes to that, too."""
    office = await phone_of(page, OFFICE)
    await walks(office, "◀ 공지로", "~공지 1번 · 보냄", TO_PUT_RIGHT, "✏️ 글 고치기", "=어느 글을 고칠까요?")
    await office.log.get_by_role("button", name=IN_KOREAN).last.click()
    await walks(office, "=어떻게 고칠까요?", f">{CORRECTED}", f"={READ_KOREAN}명의 휴대폰에서 바꿀까요?", "✏️ 네, 고치기")
    await walks(office, "=동료 1명에게 승인을 부탁했어요.")
    await says_yes_to_it(page, "승인을 기다리는 공지 고치기가 있어요.")
    for owner in (TAPS, LEAVES):
        phone = await phone_of(page, owner)
        await walks(phone, f"={CORRECTED}", "=✏️ 수정됨")
        await phone.misses(SAYS)


async def the_next_does_not_reach_who_left(page: Page) -> None:
    """So few that nobody else needs to approve it. Whoever left has a chat of their own to the end: nothing is waited for in it."""
    office = await from_home(page, OFFICE, *DESK, "➕ 새 공지", "행사", *WRITES, f">{NEXT}", *WRITTEN, f"👥 받는 분 ({EVERYBODY - 1})")
    await walks(office, *FOR_COURSES, f"=지금 {MANY - 1}명이에요.", "◀ 공지로")
    await looks(office, "한국어", NEXT)
    await walks(office, "📤 보내기", f"={MANY - 1}명에게 보낼까요?", "📤 네, 보내요", "=공지 2번 · 보냄", f"=✅ 도착 {MANY - 1}명")
    for owner in (TAPS, READS_ENGLISH):
        await walks(await phone_of(page, owner), f"={NEXT}")
    await (await phone_of(page, LEAVES)).misses(NEXT)


async def withdraws(page: Page) -> None:
    office = await phone_of(page, OFFICE)
    await walks(office, "👥 누가 받았나요", "~공지 2번: 누가 받았나요", "◀ 공지로", "~공지 2번 · 보냄", TO_PUT_RIGHT, "↩️ 공지 회수하기")
    await walks(office, f"={MANY - 1}명에게 보낸 공지를 회수할까요?", "↩️ 네, 회수해요")
    await walks(office, "=↩️ 공지를 회수했어요.", f"=✅ 회수 {MANY - 1}명")
    for owner in (TAPS, READS_ENGLISH):
        phone = await phone_of(page, owner)
        await phone.misses(NEXT)
        await phone.sees({TAPS: CORRECTED, READS_ENGLISH: ENGLISH}[owner])


async def says_yes_to_it(page: Page, told: str) -> None:
    await walks(await phone_of(page, SECOND), f"={told}", TO_PUT_RIGHT, "~공지 1번: 고치기·회수", "✅ 승인")


async def looks(phone: Handset, language: str, *words: str) -> None:
    await walks(phone, f"👁 보낼 그대로 보기: {language}", *(f"={one}" for one in words), f"~{language} 사용자는 이렇게 받아요.")
