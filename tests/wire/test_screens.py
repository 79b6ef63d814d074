"""How screens reach the phone: edited in place where Telegram allows, one keyboard alive, results kept."""

import pytest

from bot.wire.application import Golmok
from playground.hands import Person
from tests.wire.conftest import Town


@pytest.fixture
def kim(town: Town) -> Person:
    return town.emulator.person("김수제")


def alive(person: Person) -> list[int]:
    """Messages with buttons that can be pressed."""
    return [message.id for message in person.chat() if message.from_bot and any(b.data for row in message.keyboard for b in row)]


async def test_only_one_keyboard_is_alive(town: Town, golmok: Golmok, kim: Person) -> None:
    for text in ("one", "two", "three"):
        kim.sends(text)
        await town.settles()
    assert alive(kim) == [kim.last().id]


async def test_a_deleted_message_is_answered_with_a_fresh_one(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.start()
    await town.settles()
    first = kim.last()
    kim.presses(first.id, "To 1")
    kim.deletes(first.id)
    await town.settles()
    assert kim.last().id != first.id
    assert kim.last().text == "Number 1"


async def test_tapping_twice_changes_nothing_and_fails_nothing(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.start()
    await town.settles()
    first = kim.last()
    message = town.emulator.chats[kim.id].messages[first.id]
    for _ in range(3):
        kim.presses_data(message, "wire_again:1")
    await town.settles()
    assert [m.text for m in kim.chat() if m.from_bot] == ["Number 1"]
    assert len(kim.toasts) == 3


async def test_an_old_or_forged_button_says_so_in_a_box(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.start()
    await town.settles()
    kim.presses_data(town.emulator.chats[kim.id].messages[kim.last().id], "no:such:tap")
    await town.settles()
    assert kim.alerts == ["That button is old."]


async def test_a_tap_that_waited_too_long_is_answered_by_a_fresh_screen(town: Town, kim: Person) -> None:
    async with town.bot():
        kim.start()
        await town.settles()
    first = kim.last()
    kim.presses(first.id, "To 1")
    async with town.bot() as golmok:
        golmok.workers.stopping = True
        await town.emulator.quiet_updates()
        town.clock.passes(minutes=10)
        await town.settles()
    assert kim.last().id != first.id
    assert kim.last().text == "Counted\nNumber 1"
    assert not town.emulator.calls_of("answerCallbackQuery")


async def test_a_result_stays_and_later_screens_come_below_it(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.start()
    await town.settles()
    kim.sends("/result")
    await town.settles()
    result = kim.last()
    kim.presses(result.id, "To 7")
    await town.settles()
    assert kim.last().id > result.id
    assert [m.text for m in kim.chat() if m.id == result.id] == ["A result"]


async def test_a_resident_number_is_deleted_and_kept_screens_stand_above(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("secret")
    await town.settles()
    assert [m.text for m in kim.chat()] == ["Kept", "Counted\nNumber 1"]


async def test_a_reply_keyboard_comes_and_goes(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("/phone")
    await town.settles()
    assert [[key["request_contact"] for key in row] for row in kim.reply_keyboard()] == [[True]]
    kim.presses_key(kim.reply_keyboard()[0][0]["text"])
    await town.settles()
    assert kim.last().text == kim.account.phone_number
    assert not kim.reply_keyboard()


async def test_a_reply_keyboard_goes_even_after_a_restart(town: Town, kim: Person) -> None:
    async with town.bot():
        kim.sends("/phone")
        await town.settles()
    async with town.bot():
        kim.presses_key(kim.reply_keyboard()[0][0]["text"])
        await town.settles()
    assert not kim.reply_keyboard()


async def test_words_come_in_the_language_of_the_phone(town: Town, golmok: Golmok) -> None:
    john = town.emulator.person("John", language_code="en-GB")
    john.sends("/phone")
    await town.settles()
    assert john.reply_keyboard()[0][0]["text"] == "Share my phone number"


async def test_a_shared_link_opens_telegrams_share_page(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.start()
    await town.settles()
    urls = [b.url for row in kim.last().keyboard for b in row if b.url]
    assert urls == ["https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fgolmok_bot%3Fstart%3Dr_abc&text=Look%20at%20this"]


async def test_a_long_text_comes_in_several_messages_with_the_buttons_below(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("가" * 4000)
    kim.sends("<&>" * 1365)
    await town.settles()
    kim.sends("나 " * 2047)
    await town.settles()
    assert len(alive(kim)) == 1


async def test_an_edited_message_is_heard_as_one(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("one")
    await town.settles()
    kim.edits(next(m.id for m in kim.chat() if not m.from_bot), "two")
    await town.settles()
    assert kim.last().text == "now: two"


async def test_text_is_one_spelling_of_hangul(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("  \u1112\u1161\u11ab\u1100\u1173\u11af ")
    await town.settles()
    assert kim.last().text == "한글"


async def test_a_group_is_answered_in_the_group_and_only_when_asked(town: Town, golmok: Golmok, kim: Person) -> None:
    group = town.emulator.group("골목 모임", [kim])
    await town.settles()
    kim.sends("just talking", chat=group.id)
    kim.sends("/start@golmok_bot", chat=group.id)
    await town.settles()
    said = [m.text for m in kim.chat(group.id) if m.from_bot]
    assert set(said) == {"Hello, group"}


async def test_a_group_that_becomes_a_supergroup_is_still_answered(town: Town, golmok: Golmok, kim: Person) -> None:
    group = town.emulator.group("골목 모임", [kim])
    await town.settles()
    moved = group.migrates()
    await town.settles()
    chat = getattr(moved, "id", None) or group.id
    kim.sends("/start@golmok_bot", chat=chat)
    await town.settles()
    assert [m.text for m in kim.chat(chat) if m.from_bot][-1] == "Hello, group"


@pytest.mark.parametrize("deed", ["sends_sticker", "sends_voice", "sends_photo", "shares_contact"])
async def test_whatever_is_sent_is_answered(town: Town, golmok: Golmok, kim: Person, deed: str) -> None:
    getattr(kim, deed)()
    await town.settles()
    assert kim.last().from_bot


async def test_a_picture_is_redrawn_in_place_and_gives_way_to_text(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("/picture")
    await town.settles()
    photo = kim.last()
    assert photo.text == "A picture of 90"
    assert photo.photo
    kim.presses(photo.id, "Less")
    await town.settles()
    assert (kim.last().id, kim.last().text) == (photo.id, "A picture of 89")
    kim.presses(photo.id, "To 1")
    await town.settles()
    assert kim.last().id != photo.id
    assert kim.last().text == "Number 1"
    assert alive(kim) == [kim.last().id]


async def test_a_picture_with_many_words_stands_above_them(town: Town, golmok: Golmok, kim: Person) -> None:
    kim.sends("/picture " + "가" * 1100)
    await town.settles()
    photo, words = kim.chat()[-2:]
    assert photo.photo
    assert len(words.text) == 1100
