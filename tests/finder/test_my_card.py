"""An owner shows a card, changes it, is asked whether they still look, and takes it down."""

from dataclasses import replace

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.consents import TakeConsentBack
from bot.screens.finder import ShowFinder
from bot.screens.finder_taps import AskToTakeDown, ChangeCard, Prolong, ShowBoard, TakeDown
from programme import consents
from programme.consents import Purpose
from programme.districts import District
from programme.matching import Share
from services.finder import NotYourShop, ShowCard
from services.finder_matches import BestMatches
from tests.finder.street import SENTENCE, keeps_shop, makes_card, opens_shop, shows_card
from tests.player import Player


@pytest.fixture
async def hanbit(town, owner):
    return await keeps_shop(town, owner, "Hanbit Bakery", 1)


async def test_without_a_shop_the_way_to_register_is_shown(owner):
    await owner.starts()
    await owner.sends("/finder")
    owner.sees("Register your shop first")
    owner.sees_button("➕ Register a shop")


async def test_a_card_is_made_previewed_and_shown_for_sixty_days(owner, hanbit):
    await owner.sends("/finder")
    await owner.taps("➕ Make my card")
    owner.sees("Partner finder (your choice): do you agree?", "You may refuse", "60 days")
    await owner.taps("I agree", "☐ Joint brand", "☐ Joint purchasing", "Done (2 ticked)")
    await owner.sends(SENTENCE)
    await owner.taps("Yes, show my number")
    owner.sees("Bakery in Mapo-gu", "Would share: Joint brand, Joint purchasing", SENTENCE)
    await owner.taps("Show my card")
    owner.sees("shown until Fri 1 May 2026")
    await owner.taps("🔎 My card")
    owner.sees("Hanbit Bakery", "as others see it", "Your phone is told once both are interested")


async def test_refusing_the_consent_ends_kindly_and_shows_nothing(office, owner, hanbit, town):
    other = await keeps_shop(town, town.person("Other"), "Other Bakery", 2)
    await shows_card(office, other)
    await owner.sends("/finder")
    await owner.taps("➕ Make my card", "I do not agree")
    owner.sees("everything else works the same")
    found = await office.look(BestMatches(person=other.person, mine=other.shop))
    assert found.total == 0


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Call 010-1234-5678 please", "phone or other number"),
        ("See www.hanbit.com today", "a link"),
        ("Write to @hanbit today", "an account name"),
        ("We are the hanbit  bakery here", "name of your shop"),
        ("My number is 800101-1234567", "resident registration number"),
        ("oven", "at least 5"),
        ("x" * 151, "up to 150 fit"),
    ],
)
async def test_a_sentence_that_tells_too_much_is_refused_with_the_reason(owner, hanbit, sentence, told):
    await owner.sends("/finder")
    await owner.taps("➕ Make my card", "I agree", "☐ Joint brand", "Done (1 ticked)")
    await owner.sends(sentence)
    owner.sees(told, "One sentence, please")
    await owner.sends(SENTENCE)
    owner.sees("Once both of you are interested")


async def test_the_deed_itself_refuses_what_the_question_would(office):
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    player = Player(office)
    await player.wishes(ChangeCard(hanbit.shop))
    deed = ShowCard(by=1, shop=hanbit.shop, shares=(Share.BRAND,), sentence="010-1234-5678", tells_phone=False, language="en")
    assert type(await office.do(deed)).__name__ == "CannotBeSaid"


async def test_an_unconfirmed_phone_is_never_offered(office):
    typed = await opens_shop(office, 1, "Hanbit Bakery", serial=1, verified=False)
    player = Player(office)
    await player.wishes(ChangeCard(typed.shop))
    await player.taps("I agree", "☐ Joint brand", "Done (1 ticked)")
    await player.says(SENTENCE)
    player.sees("Shall I show this card")
    assert "phone" not in player.text().lower()


async def test_changing_a_card_begins_with_what_stands_on_it(owner, hanbit):
    await makes_card(owner, "Joint brand")
    await owner.taps("🔎 My card", "✏️ Change my card")
    owner.sees("please check", "Joint brand", SENTENCE)
    await owner.taps("✏️ Sentence")
    await owner.sends("We pack together at night.")
    await owner.taps("Show my card", "🔎 My card")
    owner.sees("We pack together at night.")
    owner.sees_not(SENTENCE)


async def test_a_week_before_the_end_the_owner_is_asked_once_and_prolongs_with_one_tap(town, clock, owner, hanbit):
    await makes_card(owner, "Joint brand")
    clock.passes(days=52, hours=23)
    await town.does_chores()
    owner.sees_not("still looking")
    clock.passes(hours=2)
    await town.does_chores()
    owner.sees("Are you still looking for partners for Hanbit Bakery?", "Fri 1 May 2026")
    await owner.starts()
    await town.does_chores()
    owner.sees_not("still looking")
    await owner.taps("▶ Show 60 more days")
    owner.sees("shown until Tue 23 Jun 2026")
    clock.passes(days=50)
    await town.does_chores()
    owner.sees_not("still looking")
    clock.passes(days=4)
    await town.does_chores()
    owner.sees("still looking")


async def test_a_card_that_is_over_is_seen_by_nobody_and_can_be_shown_again(office, clock, town, owner, hanbit):
    other = await opens_shop(office, 77, "Other Bakery", serial=2)
    await makes_card(owner, "Joint brand")
    clock.passes(days=60)
    await shows_card(office, other)
    assert (await office.look(BestMatches(person=77, mine=other.shop))).total == 0
    await owner.sends("/finder")
    owner.sees("Its 60 days are over")
    await owner.taps("▶ Show 60 more days")
    owner.sees("⭐ Best matches (1)")
    assert (await office.look(BestMatches(person=77, mine=other.shop))).total == 1


async def test_long_after_its_end_a_card_is_deleted(clock, town, owner, hanbit):
    await makes_card(owner, "Joint brand")
    clock.passes(days=91)
    await town.does_chores()
    await owner.sends("/finder")
    owner.sees("shows no card yet")


async def test_taken_down_it_is_gone_after_one_more_question(owner, hanbit):
    await makes_card(owner, "Joint brand")
    await owner.taps("🔎 My card", "🗑 Take it down")
    owner.sees("Take your card down?")
    await owner.taps("Yes, take it down")
    owner.sees("taken down and deleted", "shows no card yet")


async def test_taking_back_the_consent_hides_the_card_at_once(office):
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    other = await opens_shop(office, 2, "Other Bakery", serial=2)
    await shows_card(office, hanbit)
    await shows_card(office, other)
    player = Player(office, id=1)
    await player.wishes(TakeConsentBack(Purpose.FINDER))
    assert (await office.look(BestMatches(person=2, mine=other.shop))).total == 0
    await player.wishes(ShowFinder())
    player.sees("You took back your consent")
    await player.wishes(Prolong(hanbit.shop))
    player.sees("First your consent is needed.")
    await player.taps("▶ Show it again", "I agree", "Show my card")
    assert (await office.look(BestMatches(person=2, mine=other.shop))).total == 1


async def test_whoever_agreed_to_an_older_text_is_shown_again_after_the_new_one(office, monkeypatch):
    hanbit, other = await opens_shop(office, 1, "Hanbit Bakery", serial=1), await opens_shop(office, 2, "Other", serial=2)
    await shows_card(office, hanbit)
    newer = replace(consents.terms(Purpose.FINDER), version=consents.terms(Purpose.FINDER).version + 1)
    monkeypatch.setitem(consents._TERMS, Purpose.FINDER, newer)
    await shows_card(office, other)
    assert (await office.look(BestMatches(person=2, mine=other.shop))).total == 0
    player = Player(office, id=1)
    await player.wishes(ShowFinder())
    player.sees("The terms of the finder have changed.")
    await player.taps("▶ Show it again", "I agree", "Show my card")
    assert (await office.look(BestMatches(person=2, mine=other.shop))).total == 1


async def test_what_the_other_learns_is_told_before_one_agrees(town, owner):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await owner.sends("/finder")
    await owner.taps("➕ Make my card")
    owner.sees("Once both are interested", "your shop's name", "a link to write to you on Telegram", "only if you say so", "Version 2")


async def test_somebody_with_two_shops_chooses_and_each_has_its_card(office):
    first = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await opens_shop(office, 1, "Hanbit Cakes", serial=2, gu=District.JUNG)
    await shows_card(office, first)
    player = Player(office)
    await player.wishes(ShowFinder())
    player.sees("For which of your shops")
    await player.taps("🏪 Hanbit Cakes")
    player.sees("Hanbit Cakes shows no card yet")


async def test_another_persons_card_is_neither_shown_nor_changed(office):
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await shows_card(office, hanbit)
    stranger = Player(office, id=9)
    for wish in (ShowBoard(hanbit.shop), ChangeCard(hanbit.shop), Prolong(hanbit.shop), TakeDown(hanbit.shop), ShowBoard(10**15)):
        await stranger.wishes(wish)
        stranger.sees("no longer there")
        assert "Hanbit" not in stranger.text()
    await stranger.wishes(AskToTakeDown(hanbit.shop))
    await stranger.taps("Yes, take it down")
    stranger.sees("no longer there")
    deed = ShowCard(by=9, shop=hanbit.shop, shares=(Share.BRAND,), sentence="Something of mine", tells_phone=False, language="en")
    assert await office.do(deed) == NotYourShop()
    mine = Player(office, id=1)
    await mine.wishes(ShowFinder())
    mine.sees(SENTENCE)
