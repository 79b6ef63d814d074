"""The first minutes with the bot, over the real wire."""

import bot.house  # noqa: F401 - all doors open
from bot.home import MOST_UNFINISHED
from storage import drafts
from storage.drafts import Draft


async def test_somebody_new_is_greeted_and_sees_what_can_be_done(owner):
    await owner.starts()
    owner.sees("small shops, together", "What would you like to do?")
    owner.sees_button("✅ Can we apply?")


async def test_a_phone_in_korean_is_greeted_in_korean(sajangnim):
    await sajangnim.starts()
    sajangnim.sees("골목")


async def test_one_message_lives_and_is_edited_by_taps(owner):
    await owner.starts()
    first = owner.last().id
    await owner.taps("❓ Help and settings", "🌐 Language")
    assert owner.last().id == first


async def test_what_is_typed_is_answered_below_and_only_one_keyboard_stays_alive(owner):
    await owner.starts()
    await owner.sends("hello?")
    owner.sees("no open question")
    assert sum(bool(m.keyboard) for m in owner.person.chat()) == 1


async def test_the_bot_is_restarted_in_the_middle_and_nobody_notices(town, owner):
    await owner.starts()
    await owner.taps("🙋 Ask a person")
    before = owner.news()
    await town.restarts()
    await owner.sends("/resume")
    assert before.splitlines()[0] in owner.news()


async def test_what_was_sent_while_the_bot_was_away_is_answered_when_it_is_back(town, owner):
    await owner.starts()
    await town.closes()
    await owner.sends("/help")
    await town.opens()
    await town.settles()
    owner.sees("How this works")


async def test_a_sticker_and_a_voice_message_are_answered_kindly(owner):
    await owner.starts()
    for sent in ("sends_sticker", "sends_voice"):
        await owner.does(sent)
        owner.sees("Please choose below")


async def test_a_message_with_a_resident_number_is_deleted(owner):
    await owner.starts()
    await owner.sends("900101-1234567")
    owner.sees("resident registration number")
    assert not any("900101" in message.text for message in owner.person.chat())


async def test_a_group_is_told_to_talk_in_private(town, owner):
    group = town.emulator.group("골목 모임", [owner.person])
    owner.person.sends("/start@golmok_bot", chat=group.id)
    await town.settles()
    told = owner.person.last(group.id)
    assert "private chat" in told.text or "1:1" in told.text, told.text


async def test_home_offers_the_newest_of_many_unfinished_drafts(store, clock, owner):
    """Each kept result can have drafts of its own; Telegram refuses a message with more than 100 buttons."""
    await owner.starts()
    person = owner.person.id
    many = [Draft.begun(person=person, story="estimate", subject=f"change {n}", now=clock.now()) for n in range(120)]
    async with store.transaction() as connection:
        await drafts.save_all(connection, many, clock.now())
    clock.passes(minutes=1)
    await owner.taps("✅ Can we apply?", "Later")
    await owner.starts()
    owner.sees("Golmok")
    assert owner.news().count("▶ Go on") == MOST_UNFINISHED
    owner.sees_button("▶ Go on: Can we apply?")
