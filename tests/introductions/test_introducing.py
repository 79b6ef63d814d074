"""People are introduced the day before, without names; who they are is told when both agree, and a no looks like no answer."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.introduction_taps import AskOther, SayNo, SayYes, ShowIntroductions
from programme.introductions import MOST_PARTNERS, Speaks
from programme.trades import Trade
from services.coordinators import Forbidden
from services.event_cancelling import CancelEvent
from services.introduction_answers import AgreeToMeet, AnotherPartner, AskedBefore, AskForAnother, NobodyLeft, NotYours
from services.introduction_rounds import IntroducePeople, NobodyNew, RoundMade
from services.introductions import CardWritten, MeetingOver, TakeBackCard, WriteCard
from tests.events.making import COORDINATOR, letters_to, registers
from tests.finder.street import keeps_shop
from tests.introductions.meeting import are_introduced, circles, comes, held, introduces, shows, with_cards, writes_card
from tests.membership.circle import forms
from tests.player import Player

A, B, C, D, E = 701, 702, 703, 704, 705


@pytest.fixture
async def pair(town, owner, neighbour):
    """A bakery and a butcher, who come and have written their cards; nobody has been introduced yet."""
    event = await held(town.office)
    hanbit = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    namu = await keeps_shop(town, neighbour, "Namu Meat", 2, trade=Trade.MEAT)
    await registers(town.office, event, owner.person.id, neighbour.person.id)
    await writes_card(owner, event)
    await writes_card(neighbour, event, "A cold room with space.", "Somebody who bakes pies.")
    return event, hanbit, namu


def tells_nothing_of(person, shop) -> None:
    assert [secret for secret in shop.secrets if secret in person.chat()] == []


async def test_the_day_before_each_sees_the_card_of_the_other_without_a_name(town, clock, owner, neighbour, pair):
    event, hanbit, namu = pair
    await town.does_chores()
    assert await circles(town.office, event) == []
    await are_introduced(town, clock)
    owner.sees("At “Mapo owners meet” I would like to introduce you", "Meat and livestock products in Mapo-gu", "A cold room with space.")
    owner.sees("To begin with: which machine or room of yours stands idle")
    neighbour.sees("Bakery in Mapo-gu", "Our oven is free in the afternoon.")
    tells_nothing_of(owner, namu)
    tells_nothing_of(neighbour, hanbit)


async def test_names_and_where_to_meet_are_told_when_both_agree(town, clock, owner, neighbour, pair):
    _, hanbit, namu = pair
    await are_introduced(town, clock)
    before = neighbour.chat()
    await owner.taps("🤝 Yes, meet")
    owner.sees("Noted.", "No answer yet from the other side.")
    tells_nothing_of(owner, namu)
    assert neighbour.chat() == before
    await neighbour.taps("🤝 Yes, meet")
    neighbour.sees(
        "Both of you agree: Hanbit Bakery", "Write to the owner on Telegram", "Your sign: No. 1", "at the entrance of 서울창업허브, 13:50"
    )
    owner.sees("Both of you agree: Namu Meat", "Write to the owner on Telegram")
    await owner.taps("🪧 Where we meet")
    owner.sees("Namu Meat", "Your sign: No. 1")
    assert [secret for secret in namu.secrets if secret in owner.chat()] == ["Namu Meat"]
    assert [secret for secret in hanbit.secrets if secret in neighbour.chat()] == ["Hanbit Bakery"]


async def test_a_no_looks_like_no_answer(town, clock, owner, neighbour, pair):
    _, hanbit, _ = pair
    await are_introduced(town, clock)
    await owner.taps("🤝 Yes, meet")
    waiting = owner.last().text
    before = owner.chat()
    await neighbour.taps("🤝 My introductions", "No. 1: no, thank you")
    neighbour.sees("Nobody is told")
    assert owner.chat() == before
    await owner.taps("🔄 Look again")
    assert owner.last().text in waiting
    tells_nothing_of(neighbour, hanbit)


async def test_who_takes_a_yes_back_is_shown_no_longer(town, clock, owner, neighbour, pair):
    await are_introduced(town, clock)
    await owner.taps("🤝 Yes, meet")
    await neighbour.taps("🤝 Yes, meet", "No. 1: no, thank you")
    await owner.taps("🪧 Where we meet")
    owner.sees("No answer yet from the other side.")
    owner.sees_not("Namu Meat", "Write to the owner", "Your sign")


async def test_a_double_tap_tells_the_other_once(town, clock, owner, neighbour, pair):
    await are_introduced(town, clock)
    await owner.taps("🤝 Yes, meet")
    await neighbour.taps_twice("🤝 Yes, meet")
    assert owner.chat().count("🤝 Both of you agree: Namu Meat") == 1


async def test_a_card_taken_back_is_seen_by_nobody_and_what_waits_for_the_morning_is_not_sent(town, clock, owner, neighbour, pair):
    event, _, _ = pair
    clock.at = event.starts_at.replace(day=9, hour=13, minute=0)  # Monday the 9th, 22:00
    await introduces(town.office, event)
    await town.office.do(TakeBackCard(by=owner.person.id, event=event.id))
    clock.passes(hours=11)
    neighbour.remember()
    await town.settles()
    neighbour.sees_not("I would like to introduce you")
    await neighbour.starts(f"ei_{event.id}")
    neighbour.sees("This card is no longer there.")


async def test_of_three_the_two_who_agree_meet_whatever_the_third_says(office):
    event = await held(office)
    await with_cards(office, event, A, B, C)
    assert await introduces(office, event) == RoundMade(1, 0)
    [one] = await circles(office, event)
    assert set(one.said) == {A, B, C}
    await office.do(AgreeToMeet(by=A, introduction=one.id))
    await office.do(AgreeToMeet(by=B, introduction=one.id))
    me, third = Player(office, id=A), Player(office, id=C)
    await me.wishes(ShowIntroductions(event.id))
    me.sees(f"Shop number {B}")
    me.sees("No answer yet")
    assert f"Shop number {C}" not in me.text()
    await third.wishes(ShowIntroductions(event.id))
    assert "Shop number" not in third.text()
    await third.wishes(SayNo(one.id))
    before = me.text()
    await me.wishes(ShowIntroductions(event.id))
    assert me.text() == before


async def test_a_latecomer_becomes_the_third_and_a_coordinator_begins_earlier(town, clock, pair):
    event, *_ = pair
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    await officer.starts()
    await officer.taps("🗂 Office", "🎪 Manage events", "Mapo owners meet", "🤝 Introductions")
    officer.sees("Cards: 2, introductions: 0", "Our oven is free")
    officer.sees_not("Hanbit", "Namu")
    await officer.taps("🤝 Introduce people now")
    officer.sees("1 introduction was made.", "introductions: 1")
    await officer.taps("🤝 Introduce people now")
    officer.sees("Nobody new to introduce")
    await with_cards(town.office, event, C)
    await officer.taps("🤝 Introduce people now")
    officer.sees("1 introduction was made.")
    [one] = await circles(town.office, event)
    assert len(one.said) == 3


async def test_somebody_else_when_the_first_is_not_possible(office):
    event = await held(office)
    await with_cards(office, event, A, B, C, D)
    await introduces(office, event)
    mine = next(one for one in await circles(office, event) if A in one.said)
    assert await office.do(AskForAnother(by=A, introduction=mine.id)) == AnotherPartner(event.id)
    assert await office.do(AskForAnother(by=A, introduction=mine.id)) == AskedBefore(event.id)
    now = [one for one in await circles(office, event) if A in one.said]
    assert len(now) == 2
    assert not set(now[0].others(A)) & set(now[1].others(A))
    assert len(await letters_to(office, now[1].others(A)[0], "event_introduction")) == 2
    player = Player(office, id=A)
    await player.wishes(ShowIntroductions(event.id))
    player.sees("You said no to this one")
    player.sees("Introduction No. 3")


async def test_nobody_is_handed_round_and_with_nobody_left_that_is_said(office):
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    assert await office.do(AskForAnother(by=A, introduction=one.id)) == NobodyLeft(event.id)
    await with_cards(office, event, *range(711, 721))
    asked = 0
    while isinstance(await office.do(AskForAnother(by=A, introduction=(await _of(office, event, A))[-1].id)), AnotherPartner):
        asked += 1
    assert asked + 1 == MOST_PARTNERS == len(await _of(office, event, A))


async def _of(office, event, person):
    return [one for one in await circles(office, event) if person in one.said]


async def test_who_sits_together_already_is_not_introduced(office):
    event = await held(office)
    circle = await forms(office, A, B)
    await registers(office, event, A, B)
    for person in (A, B):
        card = WriteCard(
            by=person, event=event.id, shop=circle.shops[person], offers="An oven", looks_for="A printer", speaks=Speaks.KOREAN
        )
        assert isinstance(await office.do(card), CardWritten)
    assert await introduces(office, event) == NobodyNew()
    await with_cards(office, event, C)
    assert await introduces(office, event) == RoundMade(1, 1)


async def test_the_same_two_are_not_introduced_at_the_next_meeting(office, clock):
    first = await held(office)
    shops = await with_cards(office, first, A, B)
    await introduces(office, first)
    second = await held(office)
    await registers(office, second, A, B)
    for shop in shops.values():
        await shows(office, second, shop)
    assert await introduces(office, second) == NobodyNew()
    assert await circles(office, second) == []


async def test_after_the_meeting_and_of_others_nothing_can_be_answered(office, clock):
    event = await held(office)
    await with_cards(office, event, A, B)
    await introduces(office, event)
    [one] = await circles(office, event)
    assert await office.do(AgreeToMeet(by=E, introduction=one.id)) == NotYours()
    stranger = Player(office, id=E)
    for wish in (SayYes(one.id), SayNo(one.id), AskOther(one.id), SayYes(2**62)):
        await stranger.wishes(wish)
        stranger.sees("There is no such introduction of yours.")
    clock.at = event.ends_at
    assert await office.do(AgreeToMeet(by=A, introduction=one.id)) == MeetingOver(event)


async def test_letters_of_a_cancelled_meeting_are_not_sent(town, clock, owner, neighbour, pair):
    event, *_ = pair
    clock.at = event.starts_at.replace(day=9, hour=13, minute=0)  # Monday the 9th, 22:00
    await introduces(town.office, event)
    await town.appoints(owner)
    await town.office.do(CancelEvent(by=owner.person.id, event=event.id, why="The room is flooded"))
    clock.passes(hours=11)
    neighbour.remember()
    await town.settles()
    neighbour.sees_not("I would like to introduce you")


async def test_on_a_korean_phone_it_is_korean(town, clock, sajangnim, owner):
    event = await held(town.office)
    for person, name, trade in ((sajangnim, "Hanbit Bakery", Trade.BAKERY), (owner, "Namu Meat", Trade.MEAT)):
        await keeps_shop(town, person, name, 1 if person is owner else 2, trade=trade)
        await registers(town.office, event, person.person.id)
    await writes_card(owner, event)
    await sajangnim.starts(f"ei_{event.id}")
    sajangnim.sees("‘마포 사장님 교류회’에서 서로 소개받기")
    await sajangnim.taps("✍️ 내 카드 쓰기")
    await sajangnim.sends("오후에는 오븐이 비어요.", "포장을 같이 살 분을 찾아요.")
    await sajangnim.taps("한국어", "🤝 네, 소개해 주세요")
    sajangnim.sees("카드를 썼어요")
    await are_introduced(town, clock)
    sajangnim.sees("한 분을 소개해 드릴게요", "마포구 · 축산물")
    await sajangnim.taps("🤝 네, 만날게요")
    sajangnim.sees("상대는 아직 답이 없어요")


async def test_a_round_by_the_office_itself_and_by_nobody_else(office):
    event = await held(office)
    await with_cards(office, event, A, B)
    assert await office.do(IntroducePeople(event=event.id, by=A)) == Forbidden()
    assert await introduces(office, event, COORDINATOR) == RoundMade(1, 0)


async def test_one_alone_waits_for_somebody(office):
    event = await held(office)
    await shows(office, event, await comes(office, event, A, "Hanbit Bakery", serial=1))
    assert await introduces(office, event) == NobodyNew()
    player = Player(office, id=A)
    await player.wishes(ShowIntroductions(event.id))
    player.sees("I introduce you from")
