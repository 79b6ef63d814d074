"""People of the office on the page, in Korean: who runs it, and how it lets others in."""

from playwright.async_api import Page

from tests.journeys.demo import walks
from tests.journeys.owners import from_home, phone_of
from tests.playground.page.street import Handset

OFFICE = "정담당"
PEOPLE = ("🗂 사무국", "👥 사무국 사람들")
EVERYWHERE = ("서울 전체", "=어느 분야를 맡나요?", "두 분야 모두")


async def lets_in(page: Page, guest: str, role: str, *scope_and_term: str) -> Handset:
    """By a link, which the owner of the office sends to the guest's own chat and the guest opens there."""
    office = await from_home(page, OFFICE, *PEOPLE, "➕ 사람 초대하기", role, "=그분 성함이 어떻게", f">{guest}", *scope_and_term)
    await walks(office, "🔑 네, 만들어요", f"={guest} 님 링크: {role}")
    await office.log.get_by_role("link", name="📤 링크 보내기").last.click()
    await office.node.get_by_role("dialog").get_by_role("button", name=guest).click()
    await walks(office, "=사무국에서 함께 일해요.")
    await opens(office, "골목")
    phone = await phone_of(page, guest)
    await opens(phone, OFFICE)
    await phone.log.get_by_role("link").last.click()
    await phone.starts()
    await walks(phone, f"=사무국에서 초대했어요: {role}", "✅ 함께할게요", f"=사무국에 온 걸 환영해요: {role}")
    return phone


async def opens(phone: Handset, chat: str) -> None:
    await phone.button("대화 목록으로").click()
    await phone.node.locator("ul.chats strong").get_by_text(chat, exact=True).click()
