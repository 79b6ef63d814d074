"""A coordinator invites somebody; one person joins with the link, once."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from bot.screens.consents import ShowConsents, TakeConsentBack
from bot.screens.consultant_taps import InviteConsultant, ShowConsultants
from programme.consents import Purpose
from services.consultant_invitations import ConsultantAlready, JoinConsultants, Joined, LinkMade, LinkUsed
from services.consultant_invitations import InviteConsultant as Invite
from services.consultants import Unfit
from services.coordinators import AppointFirstCoordinators
from services.link_tokens import hashed
from storage import consultant_invitations, people
from storage.consultants import Calling
from tests.consultants.advising import HAN, LINE, OFFICER, YOON, fills_in, invites, joins, officer_of, profile_of
from tests.player import Player


@pytest.fixture
async def officer(office) -> Player:
    return await officer_of(office)


async def test_who_is_invited_joins_in_the_chat_and_the_coordinator_is_told(town):
    jung, yoon = town.person("Jung"), town.person("Yoon")
    await jung.starts()
    await town.appoints(jung)
    await jung.does("presses_data", jung.last(), "cpl:0")
    jung.sees("Consultants and mentors", "Nobody yet")
    await jung.taps("➕ Invite a consultant")
    jung.sees("A link for a new consultant", "for one person, once, until Mon 16 Mar 2026 10:00")
    [shared] = [button.url for row in jung.last().keyboard for button in row if button.label == "📤 Send the link"]
    await yoon.starts(shared.split("start%3D")[1].split("&")[0])
    yoon.sees("The office invites you as a consultant")
    await yoon.taps("Begin")
    yoon.sees("Chat data abroad (required): do you agree?")
    await yoon.taps("I agree")
    yoon.sees("Advising others", "every member sees your profile", "Version 1")
    await yoon.taps("I agree")
    await yoon.sends("Yoon Sangdam")
    await yoon.taps("☐ 🧮 Tax", "Done (1 ticked)", "☐ 한국어", "Done (1 ticked)", "☐ 🏢 On site", "☐ 💻 By video", "Done (2 ticked)")
    await yoon.sends("Mapo Business Centre", "10 World Cup-ro")
    yoon.sees("Where is that on the map?")
    await yoon.does("shares_place", 48.85, 2.35)
    yoon.sees("not in Korea")
    await yoon.does("shares_place", 37.5563, 126.9238)
    for wrong in ("http://meet.example/yoon", "meet", "https://user@meet.example", "https://[meet.example"):
        await yoon.sends(wrong)
        yoon.sees("beginning with https://")
    await yoon.sends("https://meet.example/yoon", "Mapo-gu", LINE)
    yoon.sees("Topics: 🧮 Tax", "On the map: 📍 marked", "Place: Mapo Business Centre")
    await yoon.taps("Yes, I take part")
    yoon.sees("Welcome, Yoon Sangdam.", "set your hours")
    yoon.sees_button("🕘 Set my hours")
    jung.sees("Yoon Sangdam has joined.")
    await jung.taps("👤 See the profile")
    jung.sees("takes sessions", "📍 on the map", "No session is booked.")


async def test_a_link_works_once_and_says_so_to_the_next(office, officer):
    link = await invites(officer)
    await joins(Player(office, id=YOON), link)
    later = Player(office, id=HAN)
    await later.commands("start", link)
    later.sees("This link has been used already")
    yoon = Player(office, id=YOON)
    await yoon.commands("start", link)
    yoon.sees("You take part as a consultant or mentor already")
    await yoon.taps("🗂 My desk")
    yoon.sees("My desk")


async def test_two_who_have_both_filled_it_in_cannot_both_join(office, officer):
    link = await invites(officer, Calling.MENTOR)
    yoon, han = Player(office, id=YOON), Player(office, id=HAN)
    await fills_in(yoon, link)
    await fills_in(han, link, "Han Mento")
    await han.taps("Yes, I take part")
    han.sees("You take part now: Mentor.")
    await yoon.taps("Yes, I take part")
    yoon.sees("This link has been used already")


async def test_a_link_ends_after_two_weeks(office, officer, clock):
    link = await invites(officer)
    clock.passes(days=14)
    yoon = Player(office, id=YOON)
    await yoon.commands("start", link)
    yoon.sees("This link ended on")


async def test_ones_own_link_a_damaged_one_and_one_of_somebody_who_left_the_office(office, officer):
    link = await invites(officer)
    await officer.commands("start", link)
    officer.sees("a link you have made yourself")
    yoon = Player(office, id=YOON)
    await yoon.commands("start", link + "x")
    yoon.sees("This link does not work any more")
    await office.do(AppointFirstCoordinators(ids=()))
    await yoon.commands("start", link)
    yoon.sees("This link does not work any more")


async def test_nobody_but_a_coordinator_makes_a_link_or_sees_the_list(office, officer):
    stranger = Player(office, id=HAN)
    for wish in (InviteConsultant(Calling.CONSULTANT), ShowConsultants()):
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators")


async def test_who_does_not_agree_joins_nothing(office, officer):
    yoon = Player(office, id=YOON)
    await yoon.commands("start", await invites(officer))
    await yoon.taps("Begin", "I agree", "I do not agree")
    yoon.sees("Nothing of what you answered was kept")
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM consultants")) == 0
        assert await connection.scalar(text("SELECT count(*) FROM consents")) == 0


async def test_the_consent_stands_in_the_ledger_and_is_not_taken_back_by_surprise(office, officer):
    yoon = Player(office, id=YOON)
    await joins(yoon, await invites(officer))
    await yoon.wishes(ShowConsents())
    yoon.sees("Advising others")
    await yoon.wishes(TakeConsentBack(Purpose.ADVISING))
    yoon.sees("ends your work as a consultant")
    await officer.wishes(ShowConsents())
    assert "Advising others" not in officer.text()


async def test_neither_token_nor_name_lies_open(office, officer):
    link = await invites(officer)
    await joins(Player(office, id=YOON), link)
    async with office.store.reading() as connection:
        for table in ("consultant_invitations", "audit", "consultants", "letters", "drafts"):
            shown = repr([tuple(row) for row in await connection.execute(text(f"SELECT * FROM {table}"))])
            assert link.removeprefix("adv_") not in shown
            assert "Sangdam" not in shown


@pytest.fixture
async def joining(office, officer) -> JoinConsultants:
    async with office.work() as work:
        await people.desks(work, dict.fromkeys(range(1, 21), "ko"))
    made = await office.do(Invite(by=OFFICER, calling=Calling.CONSULTANT))
    assert isinstance(made, LinkMade)
    return JoinConsultants(by=1, token_hash=hashed(made.token), profile=profile_of("Yoon"), language="ko")


async def test_a_forged_profile_is_not_kept(office, joining):
    """No form sends these."""
    for wrong in ({"link": "http://meet"}, {"place": ""}, {"topics": ("magic",)}, {"ways": ()}, {"calling": Calling.MENTOR}):
        assert await office.do(replace(joining, profile=replace(joining.profile, **wrong))) == Unfit()


async def everybody_joins(office, joining):
    return await asyncio.gather(*(office.do(replace(joining, by=person)) for person in range(1, 21)))


async def test_of_twenty_who_join_at_once_with_one_link_one_does(office, joining):
    outcomes = await everybody_joins(office, joining)
    assert sum(isinstance(outcome, Joined) for outcome in outcomes) == 1
    assert sum(outcome == LinkUsed() for outcome in outcomes) == 19


async def test_without_the_condition_in_the_statement_all_of_them_would(office, joining, monkeypatch):
    """The twin of the one above."""

    async def forgets(connection, token_hash, *, by, now):
        return True

    monkeypatch.setattr(consultant_invitations, "use", forgets)
    outcomes = await everybody_joins(office, joining)
    assert sum(isinstance(outcome, Joined) for outcome in outcomes) == 20


async def test_one_who_taps_twice_joins_once(office, joining):
    outcomes = await asyncio.gather(*(office.do(joining) for _ in range(5)))
    assert sum(isinstance(outcome, Joined) for outcome in outcomes) == 1
    assert outcomes.count(ConsultantAlready()) == 4
