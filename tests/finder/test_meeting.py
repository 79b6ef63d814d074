"""Two shops are interested in each other: only then do they learn who the other is."""

import asyncio

import pytest
from sqlalchemy import select, text

import bot.house  # noqa: F401 - all doors open
from bot.screens.consents import TakeConsentBack
from bot.screens.finder_taps import SayInterested, ShowContact, ShowMatches, ShowPartners
from programme.consents import Purpose
from programme.districts import District
from programme.matching import Share
from services import finder_ending
from services.finder_matches import BestMatches
from services.finder_meetings import MOST_UNANSWERED, BeInterested, BothInterested, InterestTold, TooManyUnanswered
from storage import finder_meetings
from tests.finder.street import SENTENCE, keeps_shop, makes_card, opens_shop, shows_card
from tests.player import Player
from tests.privacy.traces import by_table


@pytest.fixture
async def pair(town, owner, neighbour):
    """Hanbit in Mapo and Namu in Jung, both with a card."""
    hanbit = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    namu = await keeps_shop(town, neighbour, "Namu Cakes", 2, gu=District.JUNG)
    await makes_card(owner, "Joint brand", phone="Yes, show my number")
    await makes_card(neighbour, "Joint brand", sentence="We pack at night.")
    return hanbit, namu


async def says_interested(person, heading: str) -> None:
    await person.taps("⭐ See the best matches", f"1. {heading}", "⭐ Interested")


def tells_nothing_of(person, shop) -> None:
    assert [secret for secret in shop.secrets if secret in person.chat()] == []


async def test_interest_is_told_without_a_name_and_both_learn_more_when_it_is_mutual(owner, neighbour, pair):
    hanbit, namu = pair
    await says_interested(owner, "Bakery in Jung-gu")
    owner.sees("without your name")
    neighbour.sees("A shop is interested in you", "Bakery in Mapo-gu", SENTENCE)
    tells_nothing_of(neighbour, hanbit)
    tells_nothing_of(owner, namu)
    await neighbour.taps("⭐ Interested")
    neighbour.sees("Hanbit Bakery", "Write to the owner on Telegram", "010-7777-0001")
    assert neighbour.chat().count("Write to the owner on Telegram") == 1
    owner.sees("Both of you are interested: Namu Cakes", "Write to the owner on Telegram")
    await owner.taps("Contact and next steps")
    owner.sees("Namu Cakes", "🤝 Open a consortium")
    owner.sees_not("010-7777-0002", "Owner2")


async def test_the_link_to_the_other_opens_the_chat_with_them(owner, neighbour, pair):
    hanbit, _ = pair
    await says_interested(owner, "Bakery in Jung-gu")
    await neighbour.taps("⭐ Interested")
    mentions = [entity for entity in neighbour.last().entities if entity.get("type") == "text_mention"]
    assert [mention["user"]["id"] for mention in mentions] == [hanbit.person]


async def test_the_first_gets_one_letter_however_often_they_tap(store, owner, neighbour, pair):
    await says_interested(owner, "Bakery in Jung-gu")
    letter = neighbour.last().id
    await neighbour.taps_twice("⭐ Interested")
    await neighbour.taps_old(letter, "⭐ Interested")
    neighbour.sees("Hanbit Bakery")
    assert await letters_of(store, "finder_met") == 1
    assert await letters_of(store, "finder_interest") == 1


async def letters_of(store, kind: str) -> int:
    async with store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM letters WHERE kind = :kind"), {"kind": kind}) or 0)


async def test_who_is_not_interested_says_so_and_the_other_never_learns(owner, neighbour, pair):
    await says_interested(owner, "Bakery in Jung-gu")
    before = owner.chat()
    await neighbour.taps("Not for me")
    neighbour.sees("does not learn of it")
    assert owner.chat() == before
    await neighbour.sends("/finder")
    await neighbour.taps("⭐ Best matches (0)")
    neighbour.sees("Nobody else is looking")


async def test_a_person_who_asked_comes_first_in_the_list(town, owner, neighbour, pair):
    nearer = await opens_shop(town.office, 77, "Nearer", serial=7, gu=District.JUNG)
    await shows_card(town.office, nearer)
    await says_interested(owner, "Bakery in Jung-gu")
    await neighbour.sends("/finder")
    await neighbour.taps("⭐ Best matches (2)")
    neighbour.sees("1. Bakery in Mapo-gu", "⭐ interested in you")


async def test_an_interest_taken_back_does_not_meet_and_is_not_told_twice(store, owner, neighbour, pair):
    await says_interested(owner, "Bakery in Jung-gu")
    await owner.taps("Take my interest back")
    owner.sees("Nobody is told")
    await neighbour.taps("⭐ Interested")
    neighbour.sees("without your name")
    tells_nothing_of(neighbour, pair[0])
    assert await letters_of(store, "finder_interest") == 2  # one each way
    await owner.taps("⭐ Interested")
    owner.sees("Namu Cakes")
    assert await letters_of(store, "finder_interest") == 2


async def test_a_letter_not_yet_sent_is_withdrawn_with_the_interest(town, clock, owner, neighbour, pair):
    clock.passes(hours=12)  # 22:00
    await says_interested(owner, "Bakery in Jung-gu")
    await owner.taps("Take my interest back")
    clock.passes(hours=11)
    await town.settles()
    assert "is interested in you" not in neighbour.chat()


async def test_after_a_meeting_either_can_end_it_and_no_contact_is_shown_any_more(owner, neighbour, pair):
    await says_interested(owner, "Bakery in Jung-gu")
    await neighbour.taps("⭐ Interested", "No longer interested")
    neighbour.sees("Nobody is told")
    await owner.taps("Contact and next steps")
    owner.sees("no longer shown", "Nobody yet")


async def met(office):
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    namu = await opens_shop(office, 2, "Namu Cakes", serial=2)
    for shop in (hanbit, namu):
        await shows_card(office, shop, Share.BRAND, tells_phone=True)
    assert await office.do(BeInterested(by=1, mine=hanbit.shop, other=namu.shop)) == InterestTold()
    assert await office.do(BeInterested(by=2, mine=namu.shop, other=hanbit.shop)) == BothInterested(hanbit.shop)
    return hanbit, namu


async def test_those_i_met_stand_in_a_list_and_are_suggested_no_more(office):
    hanbit, _ = await met(office)
    assert (await office.look(BestMatches(person=1, mine=hanbit.shop))).total == 0
    me = Player(office, id=1)
    await me.wishes(ShowPartners(hanbit.shop))
    me.sees("Namu Cakes, since Mon 2 Mar 2026")
    await me.taps("🏪 Namu Cakes")
    me.sees("010-7777-0002")


async def test_whoever_takes_the_consent_back_is_no_longer_told_of(office):
    hanbit, namu = await met(office)
    them = Player(office, id=2)
    await them.wishes(TakeConsentBack(Purpose.FINDER))
    me = Player(office, id=1)
    await me.wishes(ShowContact(hanbit.shop, namu.shop))
    me.sees("no longer shown")
    assert "Namu" not in me.text()


async def test_a_card_taken_down_no_longer_tells_the_phone(office):
    from bot.screens.finder_taps import TakeDown

    hanbit, namu = await met(office)
    them = Player(office, id=2)
    await them.wishes(TakeDown(namu.shop))
    me = Player(office, id=1)
    await me.wishes(ShowContact(hanbit.shop, namu.shop))
    me.sees("Namu Cakes")
    assert "7777" not in me.text()


async def test_a_contact_belongs_to_the_two_alone(office):
    hanbit, namu = await met(office)
    third = await opens_shop(office, 3, "Third Shop", serial=3)
    await shows_card(office, third)
    for forger, wish in ((3, ShowContact(third.shop, namu.shop)), (3, ShowContact(hanbit.shop, namu.shop)), (9, ShowPartners(namu.shop))):
        player = Player(office, id=forger)
        await player.wishes(wish)
        assert not [secret for shop in (hanbit, namu) for secret in shop.secrets if len(secret) > 1 and secret in player.text()]


async def test_the_phone_lies_in_no_letter(office, store):
    await met(office)
    letters = (await by_table(store))["letters"]
    assert "Namu Cakes" in letters
    assert "7777" not in letters


async def test_a_shop_can_wait_for_so_many_answers_and_no_more(office):
    mine = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await shows_card(office, mine)
    others = [await opens_shop(office, 10 + n, f"Shop {n}", serial=10 + n) for n in range(MOST_UNANSWERED + 1)]
    for other in others:
        await shows_card(office, other)
    outcomes = [await office.do(BeInterested(by=1, mine=mine.shop, other=other.shop)) for other in others]
    assert outcomes[:-1] == [InterestTold()] * MOST_UNANSWERED
    assert outcomes[-1] == TooManyUnanswered(MOST_UNANSWERED)
    me = Player(office, id=1)
    await me.wishes(SayInterested(mine.shop, others[-1].shop))
    me.sees("20 shops have not answered you yet")


async def test_a_forgotten_person_leaves_nothing_here(office, store):
    hanbit, namu = await met(office)
    async with office.work() as work:
        await finder_ending.forget(work, 2)
    async with store.reading() as connection:
        for table in ("finder_interests", "finder_meetings"):
            assert await connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0
        assert await connection.scalar(text("SELECT count(*) FROM finder_cards")) == 1
        left = await connection.execute(text("SELECT kind FROM letters WHERE state = 'waiting'"))
        assert list(left) == []
    me = Player(office, id=1)
    await me.wishes(ShowMatches(hanbit.shop))
    me.sees("Nobody else is looking")
    await me.wishes(ShowContact(hanbit.shop, namu.shop))
    me.sees("no longer shown")


async def two_with_cards(office):
    hanbit = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    namu = await opens_shop(office, 2, "Namu Cakes", serial=2)
    for shop in (hanbit, namu):
        await shows_card(office, shop)
    return hanbit, namu


async def test_of_two_who_say_it_at_the_same_moment_one_brings_them_together(office, store):
    hanbit, namu = await two_with_cards(office)
    deeds = [BeInterested(by=1, mine=hanbit.shop, other=namu.shop), BeInterested(by=2, mine=namu.shop, other=hanbit.shop)] * 5
    await asyncio.gather(*(office.do(deed) for deed in deeds))
    assert await letters_of(store, "finder_met") == 1
    async with store.reading() as connection:
        assert len((await connection.execute(select(finder_meetings.meetings))).all()) == 1


async def test_without_the_key_of_a_meeting_the_letters_would_go_out_again(office, store, monkeypatch):
    """A negative control: the row of the pair is what keeps a second letter back."""
    hanbit, namu = await two_with_cards(office)

    async def always(*_args) -> bool:
        return True

    monkeypatch.setattr(finder_meetings, "meet", always)
    for by, mine, other in ((1, hanbit, namu), (2, namu, hanbit), (1, hanbit, namu)):
        await office.do(BeInterested(by=by, mine=mine.shop, other=other.shop))
        async with store.transaction() as connection:  # as if the courier had been here
            await connection.execute(text("UPDATE letters SET state = 'sent', key = NULL WHERE state = 'waiting'"))
    assert await letters_of(store, "finder_met") > 1
