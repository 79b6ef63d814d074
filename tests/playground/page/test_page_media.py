"""Pictures, files, contacts and places, both ways, and the keyboard under the text field."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from tests.playground.page.echo import PageBot, picture
from tests.playground.page.street import Handset, Street

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def heard(street: Street, kind: str) -> dict[str, Any]:
    """The first message of this kind that has reached the bot."""

    def found() -> list[dict[str, Any]]:
        return [update["message"] for update in street.bot.heard if kind in update.get("message", {})]

    assert await street.town.until(found), f"the bot heard no {kind}"
    return found()[0]


async def chooses_file(phone: Handset, label: str, file: Path) -> None:
    async with phone.page.expect_file_chooser() as chooser:
        await phone.chooses("첨부", label)
    await (await chooser.value).set_files(file)


async def received(bot: PageBot, file_id: str) -> bytes:
    path = (await bot.calls("getFile", file_id=file_id))["file_path"]
    async with bot.http.get(bot.root.replace("/bot", "/file/bot") + f"/{path}") as answer:
        return await answer.read()


async def test_a_photo_of_the_bot_is_shown_and_opens_in_full(street: Street):
    async with street.phone() as phone:
        await street.bot.uploads("sendPhoto", "photo", "bar.png", picture(), chat_id=str(street.kim.id), caption="보조금 그림")
        await phone.sees("보조금 그림")
        image = phone.log.locator("img")
        await expect(image).to_have_js_property("naturalWidth", 640)
        assert await image.evaluate("(node) => node.clientWidth / node.clientHeight") == pytest.approx(640 / 360, rel=0.02)
        await phone.button("받은 사진. 누르면 크게 보여요").click()
        full = phone.node.get_by_role("dialog", name="사진")
        await expect(full.locator("img")).to_be_visible()
        await phone.page.keyboard.press("Escape")
        await expect(full).to_have_count(0)


async def test_a_persons_photo_reaches_the_bot(street: Street, tmp_path: Path):
    file = tmp_path / "가게.png"
    await asyncio.to_thread(file.write_bytes, picture("orange"))
    async with street.phone() as phone:
        await chooses_file(phone, "사진", file)
        message = await heard(street, "photo")
        await expect(phone.log.locator(".mine img")).to_be_visible()
        assert message["photo"][-1]["width"] == 640


async def test_a_file_of_the_bot_can_be_downloaded_under_its_name(street: Street):
    async with street.phone() as phone:
        await street.bot.uploads("sendDocument", "document", "사업계획서.txt", "골목 경제".encode(), chat_id=str(street.kim.id))
        async with phone.page.expect_download() as download:
            await phone.node.get_by_role("link", name="사업계획서.txt 내려받기").click()
        taken = await download.value
        assert taken.suggested_filename == "사업계획서.txt"
        assert await asyncio.to_thread((await taken.path()).read_bytes) == "골목 경제".encode()


async def test_a_persons_file_reaches_the_bot_byte_for_byte(street: Street, tmp_path: Path):
    file = tmp_path / "사업자등록증.pdf"
    await asyncio.to_thread(file.write_bytes, b"%PDF-1.4 \x00\xff")
    async with street.phone() as phone:
        await chooses_file(phone, "파일", file)
        message = await heard(street, "document")
        assert message["document"]["file_name"] == "사업자등록증.pdf"
        assert await received(street.bot, message["document"]["file_id"]) == b"%PDF-1.4 \x00\xff"
        await phone.sees("사업자등록증.pdf")


async def test_an_own_contact_bears_the_owners_id(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "내 연락처")
        assert (await heard(street, "contact"))["contact"]["user_id"] == street.kim.id
        await phone.sees(street.kim.account.phone_number)


async def test_somebody_elses_contact_bears_none(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "다른 사람 연락처")
        await phone.node.get_by_label("이름").fill("최두부")
        await phone.presses("보내기")
        contact = (await heard(street, "contact"))["contact"]
        assert contact["first_name"] == "최두부"
        assert "user_id" not in contact


async def test_a_place_goes_to_the_bot_and_stands_as_a_card(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "위치")
        await phone.presses("망원시장")
        assert (await heard(street, "location"))["location"]["latitude"] == pytest.approx(37.5561)
        await expect(phone.log.locator(".mine canvas")).to_be_visible()


async def test_stickers_and_voices_arrive_as_what_they_are(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "스티커")
        await phone.chooses("첨부", "음성 메시지")
        await heard(street, "sticker")
        await heard(street, "voice")
        await phone.sees("음성 메시지")


async def test_a_reply_keyboard_writes_asks_for_the_contact_and_folds_away_after_one_press(street: Street):
    rows = [[{"text": "연락처 보내기", "request_contact": True}, {"text": "위치 보내기", "request_location": True}], [{"text": "건너뛰기"}]]
    keyboard = {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True, "input_field_placeholder": "연락처를 알려 주세요"}
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, "어떻게 연락할까요?", reply_markup=keyboard)
        await expect(phone.field).to_have_attribute("placeholder", "연락처를 알려 주세요")
        await phone.presses("연락처 보내기")
        await phone.node.get_by_role("dialog").get_by_role("button", name="보내기", exact=True).click()
        assert (await heard(street, "contact"))["contact"]["user_id"] == street.kim.id
        await expect(phone.button("건너뛰기")).to_have_count(0)
        await phone.presses("답변 버튼 보이기")
        await phone.presses("건너뛰기")
        await phone.sees("메아리: 건너뛰기")


async def test_a_removed_reply_keyboard_goes_away(street: Street):
    async with street.phone() as phone:
        await street.bot.says(street.kim.id, "네?", reply_markup={"keyboard": [[{"text": "네"}]]})
        await expect(phone.button("네")).to_be_visible()
        await street.bot.says(street.kim.id, "고마워요", reply_markup={"remove_keyboard": True})
        await expect(phone.button("네")).to_have_count(0)
        await expect(phone.button("답변 버튼 보이기")).to_have_count(0)


async def test_several_photos_are_one_album_with_what_stood_in_the_line(street: Street, tmp_path: Path):
    files = [tmp_path / f"{n}.png" for n in range(3)]
    for file in files:
        await asyncio.to_thread(file.write_bytes, picture())
    async with street.phone() as phone:
        await phone.field.fill("가게 세 곳")
        async with phone.page.expect_file_chooser() as chooser:
            await phone.chooses("첨부", "사진")
        await (await chooser.value).set_files(files)
        await expect(phone.log.locator(".mine img")).to_have_count(3)
        await expect(phone.field).to_have_value("")
        sent = [update["message"] for update in street.bot.heard if "photo" in update.get("message", {})]
        assert len({message["media_group_id"] for message in sent}) == 1
        assert [message.get("caption") for message in sent] == ["가게 세 곳", None, None]


async def test_a_place_with_its_name_reaches_the_bot(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "장소")
        await phone.node.get_by_role("dialog").get_by_role("button", name="망원시장").click()
        venue = (await heard(street, "venue"))["venue"]
        assert (venue["title"], venue["address"]) == ("망원시장", "서울 마포구 포은로6길 27")
        await phone.sees("망원시장")


async def test_a_poll_reaches_the_bot_and_a_wrong_one_is_told(street: Street):
    async with street.phone() as phone:
        await phone.chooses("첨부", "투표")
        form = phone.node.get_by_role("dialog")
        await form.get_by_label("무엇을 물을까요?").fill("오실 수 있나요?")
        await form.get_by_label("고를 것").fill("네")
        await form.get_by_role("button", name="보내기").click()
        await expect(phone.toast).to_contain_text("2 to 12")
        await phone.chooses("첨부", "투표")
        await form.get_by_label("무엇을 물을까요?").fill("오실 수 있나요?")
        await form.get_by_label("고를 것").fill("네\n아니요")
        await form.get_by_role("button", name="보내기").click()
        poll = (await heard(street, "poll"))["poll"]
        assert [option["text"] for option in poll["options"]] == ["네", "아니요"]
        await phone.sees("오실 수 있나요?")
