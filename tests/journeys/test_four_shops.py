"""Four shop owners on the page, in Korean: from strangers in the finder to an agreed consortium."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from playground.clock import Clock
from tests.browser import window
from tests.journeys.demo import demo, walks
from tests.playground.page.street import Handset

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(900)]

PATIENCE = 90_000  # ms: the page is there before the bot has come up
NAME = "성수 수제화 골목"
CARD = ("🤝 내 협업체", f"🤝 {NAME}")
INVITATION = re.compile(r"https://t\.me/\w+\?start=inv_[\w-]+")
SHOPS = {
    "김수제": ("수제화 공방", "001-01-00015", "수제화", "성동구"),
    "이한울": ("한울 가죽", "001-01-00029", "수제화", "성동구"),
    "박다정": ("다정 신발끈", "001-01-00034", "수제화", "중구"),
    "최도장": ("도장 인쇄", "001-01-00048", "인쇄", "성동구"),
}


async def test_four_strangers_become_a_consortium(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    async with demo(tmp_path) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        for owner in SHOPS:
            await registers(page, owner)
        await two_find_each_other(page, "김수제", "이한울")
        await opens(page, "김수제")
        for guest in ("이한울", "박다정", "최도장"):
            await joins(page, guest)
        await agree(page)


def by_day(data: Path) -> None:
    """What the bot says of itself waits for the morning, and the test may run by night."""
    clock = Clock(data / "clock-shift")
    clock.set_shift(clock.seconds_until("10:00"))


async def phone_of(page: Page, name: str) -> Handset:
    await page.get_by_role("banner").get_by_role("button", name=name).click()
    return Handset(page, page.get_by_role("region", name=name))


async def from_home(page: Page, name: str, *steps: str) -> Handset:
    phone = await phone_of(page, name)
    await phone.says("/start")
    await walks(phone, "=🗂 내 정보", *steps)
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


async def two_find_each_other(page: Page, one: str, other: str) -> None:
    for owner in (one, other):
        phone = await from_home(page, owner, "🔎 함께할 가게 찾기", "➕ 카드 만들기", "동의합니다", "☐ 공동브랜드")
        await phone.log.get_by_role("button", name=re.compile("1개")).last.click()
        await walks(
            phone, "=아래에 써 주세요.", ">같이 쓸 로고와 포장을 찾아요.", "아니요, 텔레그램만요", "카드 보여 주기", "⭐ 잘 맞는 가게 보기"
        )
    phone = await phone_of(page, other)
    await phone.log.get_by_role("button", name=re.compile(r"^1\. ")).last.click()
    await walks(phone, "⭐ 관심 있어요", "=전했어요.")
    phone = await phone_of(page, one)
    await walks(phone, "⭐ 관심 있어요", "=서로 관심이 있어요")
    await walks(await phone_of(page, other), "=서로 관심이 있어요: 수제화 공방")


async def opens(page: Page, lead: str) -> None:
    phone = await from_home(page, lead, "🤝 협업체 만들기", "➕ 협업체 만들기")
    await phone.log.get_by_role("button", name=re.compile("체험용")).last.click()
    await walks(phone, "=협업체 이름을", f">{NAME}", "=함께 무엇을 하고", ">같은 로고와 상자를 써요.", "만들기", "=협업체를 만들었어요.")


async def joins(page: Page, guest: str) -> None:
    """By the link, which reaches the guest in whatever way; it is followed in the guest's own chat."""
    lead = await from_home(page, "김수제", *CARD, "📬 초대장 모두 보기", "✉️ 가게 초대하기", "🔗 링크·QR로 보내기", "=누구에게", f">{guest}")
    await walks(lead, f"=초대장: {guest}")
    link = INVITATION.findall(await lead.log.inner_text())[-1]
    phone = await phone_of(page, guest)
    await phone.says(link)
    await phone.log.get_by_role("link", name=link).last.click()
    await phone.starts()
    await walks(phone, "✅ 함께하기", "네, 함께할게요", "=구성원이에요.")


async def agree(page: Page) -> None:
    """The cost, everybody's part, the paper, and four confirmations."""
    await from_home(page, "김수제", *CARD, "💰 총사업비 정하기", ">1억원", "💰 정하기", "=총사업비를 정했어요.")
    for member in SHOPS:
        await from_home(page, member, *CARD, "💰 내 몫 약속하기", "✅ 2,500,000원 약속", "✅ 네, 약속할게요", "=약속을")
    lead = await from_home(page, "김수제", *CARD, "📝 협업협약서", "📝 협약서 작성", "☐ 공동브랜드")
    await lead.log.get_by_role("button", name=re.compile("1개")).last.click()
    await walks(lead, "=협약은 언제까지", ">2030-12-31", "작성하기", "=제1판을 작성했어요.")
    for member in SHOPS:
        await from_home(page, member, *CARD, "📝 협업협약서", "📄 읽기 (PDF)", "✅ 읽었고 확인해요")
    for member in SHOPS:
        await walks(await phone_of(page, member), "=협약이 이루어졌어요.")
    await from_home(page, "최도장", *CARD, "=자부담: 10,000,000원 중 10,000,000원 약속", "=모두 확인")
