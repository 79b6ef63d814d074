"""Shop owners on the page, in Korean: who they are, and how they begin."""

from pathlib import Path

from playwright.async_api import Page, expect

from playground.clock import Clock
from tests.journeys.demo import walks
from tests.playground.page.street import Handset

PATIENCE = 60_000  # ms: the page is there before the bot has come up
COMING_UP = 180_000  # ms: its four processes, on a machine that is busy with the rest of the suite
SHOPS = {
    "김수제": ("수제화 공방", "001-01-00015", "수제화", "성동구"),
    "이한울": ("한울 가죽", "001-01-00029", "수제화", "성동구"),
    "박다정": ("다정 신발끈", "001-01-00034", "수제화", "중구"),
    "최도장": ("도장 인쇄", "001-01-00048", "인쇄", "성동구"),
}


def by_day(data: Path) -> None:
    """What the bot says of itself waits for the morning, and the test may run by night."""
    clock = Clock(data / "clock-shift")
    clock.set_shift(clock.seconds_until("10:00"))


async def phone_of(page: Page, name: str) -> Handset:
    await page.get_by_role("banner").get_by_role("button", name=name).click()
    return Handset(page, page.get_by_role("region", name=name))


async def comes_up(page: Page, name: str) -> None:
    """The first who writes waits until the bot is there."""
    phone = await phone_of(page, name)
    await phone.starts()
    await expect(phone.log.get_by_text("❓ 도움말·설정").last).to_be_visible(timeout=COMING_UP)


async def from_home(page: Page, name: str, *steps: str) -> Handset:
    phone = await phone_of(page, name)
    await phone.says("/start")
    await walks(phone, "=❓ 도움말·설정", *steps)
    return phone


async def registers(page: Page, owner: str) -> None:
    shop, digits, trade, gu = SHOPS[owner]
    phone = await phone_of(page, owner)
    await phone.starts()
    # Two questions in a row have the same buttons: each is waited for, or a finger would tap the first one twice.
    await walks(phone, "🏪 내 가게 등록하기", "시작하기", "=2단계", "동의합니다", "=3단계", "동의합니다", "=4단계", "동의하지 않습니다")
    await walks(phone, "=5단계", "네", "=대표자 성함이", f">{owner}", "=본인 전화번호를 알려 주세요.")
    await phone.button("내 전화번호 보내기").last.click()
    await phone.node.get_by_role("dialog").get_by_role("button", name="보내기", exact=True).click()
    await walks(phone, "=상호가 어떻게 되나요?", f">{shop}", "가게", "=사업자등록번호가 어떻게", f">{digits}")
    await walks(phone, "=어떤 업종인가요?", f">{trade}", f"=✓ {trade}", f">{gu}", "=개업일이 언제인가요?", ">2019-03-05")
    await walks(phone, "=상시근로자가 몇 명인가요?", ">2", "=15단계", "건너뛰기", "=16단계", "건너뛰기", "=확인해 주세요", "등록하기")
    await walks(phone, "=등록했어요.", f"=✅ {shop}")
