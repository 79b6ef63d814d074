"""An owner, a neighbour and a coordinator on the page, in Korean: from the notice of a course to its certificate."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.browser import window
from tests.journeys.demo import demo, time_passes, walks
from tests.journeys.owners import PATIENCE, by_day, from_home, phone_of, registers
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(420)]

OFFICE, OWNER, NEIGHBOUR = "정담당", "김수제", "이한울"
TITLE = "가게 브랜드 교육"
TO_THE_DOOR = ("🗂 사무국", "🎪 행사 관리", "🎫 출석 체크")
WALL_CODE = re.compile(r"현장 번호: (\d{3} \d{3})")
A_DATE = re.compile(rf"^\d+\. \d+\.\(.\) {TITLE}$")


async def test_a_course_from_its_notice_to_the_certificate(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    async with demo(tmp_path, limits=False) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        await registers(page, NEIGHBOUR)
        await (await phone_of(page, OWNER)).starts()
        await from_home(page, OWNER, "📆 공고와 일정", "🔔 네, 알려 주세요", "☐ 교육", "=☑ 교육")
        await announces(page)
        await time_passes(page, seconds=120)
        await the_seat_changes_hands(page)
        await checks_in_by_the_wall(page)
        await is_checked_in_by_name(page)
        await answers_and_fetches_the_certificate(page)


async def announces(page: Page) -> None:
    await (await phone_of(page, OFFICE)).starts()
    office = await from_home(page, OFFICE, "🗂 사무국", "🎪 행사 관리", "➕ 새 행사 만들기", "교육", "=행사 이름이", f">{TITLE}", "건너뛰기")
    await walks(
        office, "=교육은 언제언제", ">내일 10-11시", "=지금까지 1번", ">모레 10-11시", "다 됐어요 (2번)", "💻 온라인", ">https://meet.kr/1"
    )
    await walks(
        office, "=자리가 몇 개인가요?", ">1", "=이대로 할까요?", "네, 초안으로 둘게요", "👀 미리 보기", "📣 공개하기", "=공개했어요."
    )


async def the_seat_changes_hands(page: Page) -> None:
    """The owner hears of it and comes; the neighbour waits, and is offered the seat that the owner gives back."""
    await walks(await phone_of(page, OWNER), f"=[교육] {TITLE}", "📅 행사 보기", "✅ 참석할게요", "=자리를 잡았어요.")
    neighbour = await from_home(page, NEIGHBOUR, "📅 행사", f"1. {TITLE}", "⏳ 대기 신청", "=순서는 1번째예요.")
    await walks(await phone_of(page, OWNER), "❌ 못 가요", "=그 자리는 다음으로 기다리는 분께 드려요.")
    await phone_of(page, NEIGHBOUR)
    await walks(neighbour, "=자리가 났어요", "✅ 이 자리로 참석", "=참석 예정이에요")


async def checks_in_by_the_wall(page: Page) -> None:
    await time_passes(page, until="09:30")
    office = await at_the_door(page, "🖼 현장 번호", "=현장 번호:")
    code = WALL_CODE.findall(await office.log.inner_text())[-1]
    await walks(await from_home(page, NEIGHBOUR), ">/here", "=벽에 어떤 번호가", f">{code}", "=출석했어요. 잘 오셨어요!")


async def is_checked_in_by_name(page: Page) -> None:
    await time_passes(page, seconds=24 * 60 * 60)
    await at_the_door(page, f"☐ 한울 가죽 · {NEIGHBOUR}", f"=출석: 한울 가죽 · {NEIGHBOUR}")


async def answers_and_fetches_the_certificate(page: Page) -> None:
    await time_passes(page, until="13:00")
    neighbour = await phone_of(page, NEIGHBOUR)
    await walks(neighbour, "5 ⭐", "네, 도움이 됐어요", "세금·회계", "📨 보내기", "=답은 이름도 시각도 없이 담겼어요.")
    await walks(neighbour, "🎓 수료증 받기", "=2회 중 2회 출석", "발급하기", "=축하해요!", f"=수료증 {TITLE} {NEIGHBOUR}.pdf")


async def at_the_door(page: Page, *steps: str) -> Handset:
    """Of the date that is on now, which stands first."""
    office = await from_home(page, OFFICE, *TO_THE_DOOR)
    await office.log.get_by_role("button", name=A_DATE).last.wait_for()
    doors = office.log.get_by_role("listitem").filter(has=page.get_by_role("button", name=A_DATE)).last
    await doors.get_by_role("button", name=A_DATE).first.click()
    await walks(office, *steps)
    return office
