"""Four shop owners on the page, in Korean: from strangers in the finder to an agreed consortium."""

import re
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.browser import window
from tests.journeys.demo import demo, walks
from tests.journeys.owners import PATIENCE, SHOPS, by_day, from_home, phone_of, registers

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(420)]

NAME = "성수 수제화 골목"
CARD = ("🤝 내 협업체", f"🤝 {NAME}")
INVITATION = re.compile(r"https://t\.me/\w+\?start=inv_[\w-]+")


async def test_four_strangers_become_a_consortium(chromium: Browser, tmp_path: Path):
    by_day(tmp_path)
    async with demo(tmp_path, limits=False) as town, window(chromium, town.url, size=(390, 844)) as page:
        page.set_default_timeout(PATIENCE)
        for owner in SHOPS:
            await registers(page, owner)
        await two_find_each_other(page, "김수제", "이한울")
        await opens(page, "김수제")
        for guest in ("이한울", "박다정", "최도장"):
            await joins(page, guest)
        await agree(page)


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
