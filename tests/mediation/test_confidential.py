"""A mediation is booked like the rest, and its words are read by its mediator alone: tried with every button, story, letter and log.

The member's words, shop and file are planted; then everybody else presses every button there is and begins every story, with the numbers
of the session. What they do is undone each time, so that a coordinator who ends a session does not spare the next button its test.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, cast

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from bot.happenings import Tapped
from bot.reception import receive
from bot.screens.booking_taps import ShowBooking
from bot.screens.calendar_files import AskCalendarFile
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.desk_taps import ShowMediation
from bot.screens.screen import Screen
from bot.taps import Tap
from bot.turn import Begin, Reply, Turn
from bot.wire.sheets import sheets
from programme.topics import Topic
from services.coordinators import AppointFirstCoordinators
from services.hold_wishes import NotOffered
from services.office import Office
from services.session_changes import Cancelled, CancelSession
from services.sessions import Booked, BookSession
from storage import people
from storage.sessions import SessionFile
from tests.cast import Cast
from tests.consortia.forming import opened, sits_down
from tests.finder.street import keeps_shop
from tests.house.test_forged_taps import STORIES, TAPS, forgeries
from tests.player import Player
from tests.privacy.traces import as_it_lies, by_table
from tests.sessions.desk import advises, at, hold
from tests.town import Town

WORDS, FILE = "The two of us no longer speak to each other", "quarrel-about-the-oven.pdf"
SHOP = "Hanbit Bakery"
SECRETS = (WORDS, FILE)
# What says of the member that they came for a mediation: everything about sessions, on the screens of whoever is not in it.
ABOUT_SESSIONS = ("booking", "session", "consult", "hours", "calendar_files", "given")

PEOPLE = ("person", "consultant")  # the fields of taps that name one


class Undone(Exception):
    """What was tried is rolled back."""


@dataclass
class Parish:
    """The mediator and the member, and who must not learn of it."""

    town: Town
    member: Cast
    mediator: Cast
    others: dict[str, Cast]

    @property
    def office(self) -> Office:
        return self.town.office


@pytest.fixture
async def parish(town: Town) -> Parish:
    names = ("Mediator", "Member", "Co-member", "Coordinator", "Consultant", "Stranger")
    cast = {name: town.person(name) for name in names}
    for person in cast.values():
        await person.starts()
    mediator, member = cast["Mediator"], cast["Member"]
    await advises(town.office, mediator.person.id, name="Yun", topics=(Topic.CONFLICT,))
    await advises(town.office, cast["Consultant"].person.id, name="Han", topics=(Topic.CONFLICT, Topic.TAX))
    await keeps_shop(town, member, SHOP, serial=1)
    await keeps_shop(town, cast["Co-member"], "Haenae Flowers", serial=2)
    await opened(town.office, member.person.id, (await town.shops_of(member))[0].id)
    await sits_down(town.office, (await town.shops_of(cast["Co-member"]))[0].id)
    await town.office.do(AppointFirstCoordinators(ids=(cast["Coordinator"].person.id,)))
    others = {name: cast[name] for name in names[2:]}
    return Parish(town, member, mediator, others)


async def asks_for_mediation(parish: Parish) -> None:
    """In the chat, from home to the receipt."""
    member = parish.member
    await member.starts()
    await member.taps("🗓 Book consulting or mentoring", "🕊 Conflict mediation")
    member.sees("read by your mediator alone", "not even that you asked", "does not count")
    await member.taps("🕊 Choose a mediator", "Yun · Mapo-gu", "🕐 See free times")
    await member.taps(next(label for row in member.last().keyboard for label in (b.label for b in row) if "10:00" in label))
    await member.taps("✍️ Say what it is about")
    member.sees("For example: We bought an oven together and cannot agree on who pays for its repair.")
    await member.sends(WORDS)
    await member.does("sends_file", FILE, b"%PDF-1.4")
    await member.taps("Done (1 sent)", "✅ Book it")
    member.sees("Booked")


def told(screen: Screen | None) -> str:
    """All that a screen tells: words, buttons, the names of what it sends, and its documents as they are made."""
    if screen is None:
        return ""
    drawn = json.dumps(sheets(screen, "en", "golmok_bot"), ensure_ascii=False)
    made = [one.made("en") for one in screen.documents]
    return drawn + "".join(f"{file.name}{file.content!r}{file.content.decode(errors='ignore')}" for file in made)


async def tried(office: Office, person: int, wish: Tap) -> tuple[Reply | None, str]:
    """What the button shows, with what it would have sent to others behind it; nothing of it stays."""
    seen, sent = None, ""
    try:
        async with office.work() as work:
            desk = (await people.desks(work, {person: "en"}))[person]
            seen = await receive(Turn(work=work, desk=desk, bot_username="golmok_bot"), Tapped(tap=wish))
            sent = "".join(map(str, work._rows))
            raise Undone  # noqa: TRY301
    except Undone:
        return seen, sent


def forged(parish: Parish) -> Iterator[Tap]:
    """Number 1 is the session, the shop, the consortium; what is about a person is about the mediator, and about the member."""
    both = (parish.mediator.person.id, parish.member.person.id)
    for wish in (wish for kind in TAPS for wish in forgeries(kind)):
        yield wish
        yield from (replace(cast("Any", wish), **{name: one}) for name in PEOPLE for one in both if hasattr(wish, name))
    yield from (BeginStory(story, str(subject)) for story in STORIES for subject in (1, *both))


def betrayed(wish: Tap, reply: Reply | None, sent: str) -> list[str]:
    shown = told(reply.screen) if reply is not None and not isinstance(reply, Begin) else ""
    about = any(word in type(wish).__module__ for word in ABOUT_SESSIONS)
    return [secret for secret in (*SECRETS, *((SHOP,) if about else ())) if secret in shown + sent]


@pytest.mark.takes_turns("sqlite")  # it is about no database
@pytest.mark.timeout(400)  # every button and story of the house, one after the other
async def test_no_button_and_no_story_of_anybody_else_tells_of_it(parish):
    await asks_for_mediation(parish)
    wishes = list(forged(parish))
    found = []
    for name, person in parish.others.items():
        for wish in wishes:
            leaks = betrayed(wish, *await tried(parish.office, person.person.id, wish))
            found += [f"{name} learns {leaks} by {wish}"] if leaks else []
    assert not found, "\n".join(found)


async def test_the_mediator_is_shown_what_nobody_else_is(parish):
    """The negative control: the words can be seen by whom they are for, with the same look."""
    await asks_for_mediation(parish)
    reply, sent = await tried(parish.office, parish.mediator.person.id, ShowDeskSession(1))
    assert {WORDS, SHOP} <= set(betrayed(ShowDeskSession(1), reply, sent))
    await parish.mediator.starts()
    await parish.mediator.taps("🗂 My desk")
    parish.mediator.sees("Conflict mediation")


async def test_neither_books_nor_letters_nor_logs_nor_other_chats_hold_its_words(parish, capsys):
    await asks_for_mediation(parish)
    sealed, open_ = await as_it_lies(parish.town.store), await by_table(parish.town.store)
    assert not any(WORDS in stored for stored in sealed.values()), "it lies sealed wherever it lies"
    assert {table for table, stored in open_.items() if WORDS in stored} <= {"sessions", "drafts"}
    parish.town.clock.passes(hours=23)
    await parish.town.does_chores()
    assert isinstance(await parish.office.do(CancelSession(by=parish.mediator.person.id, session=1)), Cancelled)
    await parish.town.does_chores()
    assert not any(WORDS in stored for stored in (await as_it_lies(parish.town.store)).values())
    audit = (await by_table(parish.town.store))["audit"]
    assert "CancelSession" in audit
    assert not any(secret in audit for secret in (*SECRETS, SHOP))
    out = capsys.readouterr()
    assert not any(secret in out.out + out.err for secret in SECRETS)
    for name, person in parish.others.items():
        for secret in (*SECRETS, "mediation", "Mediation"):
            assert secret not in person.chat(), f"{name} reads {secret}"
    assert WORDS not in parish.mediator.chat(), "a notification lights up on a locked phone: the words stand on the session's screen"


async def test_it_leaves_the_year_as_it_was_and_the_calendar_neutral(parish):
    await asks_for_mediation(parish)
    member = Player(parish.office, id=parish.member.person.id)
    await member.wishes(ShowBooking())
    member.sees("0 of 5 used")
    await parish.member.taps("📅 Into my calendar")
    parish.member.sees("names neither the topic nor a person")
    reply, _ = await tried(parish.office, parish.mediator.person.id, AskCalendarFile(1))
    assert reply is not None
    assert "Appointment" in told(reply.screen)
    assert not betrayed(AskCalendarFile(1), reply, "")


async def test_who_sits_in_the_same_consortium_is_no_mediator_of_it(parish):
    """Not offered, and refused to who forges the button."""
    insider = parish.others["Co-member"]
    await advises(parish.office, insider.person.id, name="Insider", topics=(Topic.CONFLICT,))
    member = Player(parish.office, id=parish.member.person.id)
    await member.wishes(ShowMediation())
    await member.taps("🕊 Choose a mediator")
    assert "Insider" not in member.text()
    member.sees("Yun")
    outcome = await parish.office.do(hold(member.id, at(10), insider.person.id, topic=Topic.CONFLICT))
    assert outcome == NotOffered(None)
    stranger = Player(parish.office, id=parish.others["Stranger"].person.id)
    await stranger.wishes(ShowMediation())
    await stranger.taps("🕊 Choose a mediator")
    stranger.sees("Insider")


async def test_however_it_is_booked_a_conflict_is_confidential(parish):
    """Also by a deed that does not say so."""
    outcome = await parish.office.do(hold(parish.member.person.id, at(10), parish.mediator.person.id, topic=Topic.CONFLICT))
    file = SessionFile(kind="document", file="f", name=FILE)
    booked = await parish.office.do(BookSession(by=parish.member.person.id, session=outcome.session.id, goal=WORDS, files=(file,)))
    assert isinstance(booked, Booked)
    assert booked.session.confidential
