"""The page fits a small phone and a desk, can be worked with the keys alone, and speaks both its languages."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.playground.page.echo import key
from tests.playground.page.street import Handset, Street, phone_of

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LONG = "아주아주긴이름의버튼" * 6
READABLE = 4.5  # WCAG 2.2 AA, contrast of text

WIDER_THAN_THE_WINDOW = """() => [...document.querySelectorAll('body *')]
  .filter((node) => !node.closest('.people, pre') && node.getBoundingClientRect().right > innerWidth + 1)
  .map((node) => node.className)"""

CONTRASTS = """() => {
  const lit = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/, 0\\)$/.test(colour) && colour !== 'transparent') return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const own = (node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim());
  return [...document.querySelectorAll('body *')].filter((node) => own(node) && node.getClientRects().length && !node.closest(':disabled'))
    .map((node) => {
      const [a, b] = [lit(getComputedStyle(node).color), lit(ground(node))].sort((x, y) => y - x);
      return [`${node.tagName}.${node.className} ${node.textContent.slice(0, 20)}`, (a + 0.05) / (b + 0.05)];
    });
}"""


async def fill(street: Street, phone: Handset) -> None:
    """Everything that could break a narrow window."""
    await phone.starts()
    await phone.sees("메아리: /start")
    rows = [[key(LONG, "a")], [key(f"{n}번 가게", f"n{n}") for n in range(8)], [key("네", "y"), key("아니요, 다음에 할게요", "n")]]
    await street.bot.says(street.kim.id, "https://example.org/" + "a" * 200 + " " + "가" * 300, *rows)
    await street.bot.says(
        street.kim.id, "<pre>" + "x" * 200 + "</pre>", parse_mode="HTML", reply_markup={"keyboard": [[{"text": LONG}, {"text": "네"}]]}
    )
    await phone.says("나" * 200)
    await phone.sees("메아리: " + "나" * 200)


@pytest.mark.parametrize("size", [(360, 740), (320, 568), (768, 1024), (1280, 860), (1920, 1080)])
async def test_nothing_is_wider_than_the_window(street: Street, size: tuple[int, int]):
    async with street.window(size=size) as page:
        await fill(street, phone_of(page, street.kim))
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert await page.evaluate(WIDER_THAN_THE_WINDOW) == []


@pytest.mark.parametrize(("width", "phones"), [(360, 1), (1280, 2)])
async def test_a_desk_holds_two_phones_and_a_phone_one(street: Street, width: int, phones: int):
    async with street.window(size=(width, 800)) as page:
        await expect(page.get_by_role("region")).to_have_count(phones)


@pytest.mark.parametrize("dark", [False, True])
async def test_every_text_can_be_read_by_weak_eyes(street: Street, dark: bool):
    async with street.window(dark=dark, still=True) as page:
        await fill(street, phone_of(page, street.kim))
        await page.get_by_role("button", name="봇이 부른 API").click()
        faint = {what: round(ratio, 2) for what, ratio in await page.evaluate(CONTRASTS) if ratio < READABLE}
        assert faint == {}


async def tabs_to(page: Page, label: str, most: int = 40) -> None:
    for _ in range(most):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent") == label:
            return
    pytest.fail(f"Tab never comes to {label!r}")


async def test_the_keys_alone_start_press_write_and_leave(street: Street):
    async with street.window(size=(360, 740)) as page:
        phone = phone_of(page, street.kim)
        await expect(phone.button("시작하기")).to_be_visible()
        await tabs_to(page, "시작하기")
        await page.keyboard.press("Enter")
        await phone.sees("메아리: /start")
        await expect(phone.field).to_be_focused()
        await page.keyboard.type("키보드로만")
        await page.keyboard.press("Enter")
        await phone.sees("메아리: 키보드로만")

        async def thanks(bot, press):
            await bot.calls("answerCallbackQuery", callback_query_id=press["id"], text="고마워요")

        street.bot.answers["ok"] = thanks
        await street.bot.says(street.kim.id, "누르세요", [key("좋아요", "ok")])
        await phone.sees("누르세요")
        await tabs_to(page, "좋아요")
        assert await page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
        await page.keyboard.press("Space")
        await expect(phone.toast).to_have_text("고마워요")
        await tabs_to(page, "첨부")
        await page.keyboard.press("Enter")
        await expect(phone.node.get_by_role("dialog")).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(phone.button("첨부")).to_be_focused()


async def test_nothing_moves_for_those_who_want_it_still(street: Street):
    async with street.window(still=True) as page:
        await phone_of(page, street.kim).starts()
        duration = await page.locator(".message").first.evaluate("(node) => getComputedStyle(node).animationDuration")
        assert float(duration.removesuffix("s")) < 0.001


async def test_every_phrase_of_the_page_exists_in_both_languages_with_the_same_facts(street: Street):
    async with street.window() as page:
        phrases = await page.evaluate("import('/playground/page/js/words.js').then((words) => words.phrases())")
        facts = re.compile(r"\{\w+\}")
        for name, (korean, english) in phrases.items():
            assert korean, name
            assert sorted(facts.findall(korean)) == sorted(facts.findall(english)), name


@pytest.mark.parametrize(("family", "sample"), [("Golmok Sans", "골목"), ("Golmok Emoji", "💰")])
async def test_hangul_and_emoji_come_with_the_page(street: Street, family: str, sample: str):
    async with street.window() as page:
        loaded = await page.evaluate(
            f"document.fonts.load('16px \"{family}\"', '{sample}').then((fonts) => fonts.map((font) => font.status))"
        )
        assert loaded == ["loaded"]
