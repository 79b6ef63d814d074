"""The office on the page, in Korean: who is let in and sees what, who is sent away at once, what waits today, and the record of it all."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import window
from tests.journeys.demo import demo, time_passes, walks
from tests.journeys.officers import EVERYWHERE, OFFICE, PEOPLE, lets_in
from tests.journeys.owners import PATIENCE, by_day, comes_up, from_home, phone_of
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(420)]

HELPS, READS, ASKS = "박다정", "이한울", "김수제"
DOOR, RECORD, WHOLE = "🎫 지금 출석 체크 (1)", "📜 작업 기록", "🔏 기록이 온전한가요?"
EVENT, THE_DATE, GUEST = "사장님 교류회", re.compile("사장님 교류회$"), "가게 없는 분 1번"
QUESTION, ANSWER = "세 곳이면 신청할 수 있나요?", "네, 세 곳부터 돼요."


async def test_people_of_the_office_come_and_go_and_what_they_do_is_written_down(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    async with demo(tmp_path, limits=False) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        await comes_up(page, OFFICE)
        await answers_what_waits_today(page)
        await helps_at_the_door_and_sees_nothing_else(page)
        await reads_and_changes_nothing(page)
        await are_sent_away_at_once(page)
        await the_last_owner_stays(page)
        await the_record_tells_it(page)


async def helps_at_the_door_and_sees_nothing_else(page: Page) -> None:
    """The door opens an hour before the event begins; one person has registered and is let in."""
    office = await from_home(
        page, OFFICE, "🗂 사무국", "🎪 행사 관리", "➕ 새 행사 만들기", "교류회", "=행사 이름이", f">{EVENT}", "건너뛰기"
    )
    await walks(office, "=언제", ">오늘 11-12시", "💻 온라인", ">https://meet.kr/1", "=자리가 몇 개인가요?", ">9", "=이대로 할까요?")
    await walks(office, "네, 초안으로 둘게요", "👀 미리 보기", "📣 공개하기", "=공개했어요.")
    await from_home(page, ASKS, "📅 행사", f"1. {EVENT}", "✅ 참석할게요", "=자리를 잡았어요.")
    helper = await lets_in(page, HELPS, "행사 도우미", *EVERYWHERE, "일주일")
    await walks(helper, "🏠 처음으로", "=🎫 지금")
    await has_no(helper, "🗂 사무국")
    await walks(helper, DOOR, "=🎫 출석 체크")
    await has_no(helper, "📊 올해 참석 현황")
    await helper.log.get_by_role("button", name=THE_DATE).last.click()
    await walks(helper, f"☐ {GUEST}", f"=✅ 출석: {GUEST}", "📋 명단", f"=✓ {GUEST}")


async def reads_and_changes_nothing(page: Page) -> None:
    auditor = await lets_in(page, READS, "감사인", "일 년")
    await walks(auditor, "🏠 처음으로", "🗂 사무국", "=바꾸는 일은 없어요.", *PEOPLE[1:], f"=행사 도우미: {HELPS}")
    await has_no(auditor, "➕ 사람 초대하기")
    await from_home(page, READS, "🗂 사무국", RECORD, f"=· {HELPS}", "=이름으로 출석 체크 (신청 1번): 완료")


async def answers_what_waits_today(page: Page) -> None:
    owner = await phone_of(page, ASKS)
    await owner.starts()
    await walks(owner, "🙋 담당자에게 묻기", "지원금·비용", "=무엇이 궁금하세요?", f">{QUESTION}", "건너뛰기", "이 채팅으로", "보내기")
    office = await phone_of(page, OFFICE)
    await walks(office, "=새 질문 1번", ">/today", "~처리할 일 (1)", "1. ✍️ 답하기", f"~{QUESTION}", f">{ANSWER}", "보내기")
    await walks(office, "=1번 질문에 답을 보냈어요.", ">/today", "~처리할 일이 없어요.")
    await walks(await phone_of(page, ASKS), "=질문 1번에 답이 왔어요", f"={ANSWER}")


async def are_sent_away_at_once(page: Page) -> None:
    """What still stands on their screens does nothing any more."""
    for guest, role in ((HELPS, "행사 도우미"), (READS, "감사인")):
        office = await from_home(page, OFFICE, *PEOPLE, f"{role}: {guest}", "🚫 권한 거두기", f"={guest} 님의 권한을 거둘까요?")
        await walks(office, "🚫 네, 거둬요", f"={guest} 님의 {role} 권한을 거뒀어요.")
        await walks(await phone_of(page, guest), f"=사무국 권한이 끝났어요: {role}")
    await walks(await phone_of(page, READS), WHOLE, "=작업 기록은 사무국만 볼 수 있어요.")
    await walks(await phone_of(page, HELPS), f"✓ {GUEST}", "=담당자만 볼 수 있어요.")


async def the_last_owner_stays(page: Page) -> None:
    office = await from_home(page, OFFICE, *PEOPLE, "책임자: 설정에서 지정 (나)", "=기한 없는 마지막 책임자라서")
    await has_no(office, "🚫 권한 거두기")


async def the_record_tells_it(page: Page) -> None:
    """In words, by person and by case, and sealed some minutes later."""
    await time_passes(page, seconds=15 * 60)
    office = await from_home(page, OFFICE, "🗂 사무국", RECORD, "=권한 회수")
    await walks(
        office, "👤 누가", "=누구의 작업을 볼까요?", HELPS, f"=누가: {HELPS}", "=이름으로 출석 체크 (신청 1번): 완료", "✖️ 전체 보기"
    )
    await walks(office, "📂 무엇을", "질문", "1번", "=질문 답변 (질문 1번): 완료", WHOLE, "=🔏 기록이 온전해요.")


async def has_no(phone: Handset, label: str) -> None:
    await expect(phone.log.get_by_role("button", name=label)).to_have_count(0)
