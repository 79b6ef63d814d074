"""How a coordinator invites, and how who is invited joins."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import text

from bot.screens.consultant_taps import InviteConsultant
from bot.screens.letters import describe
from services.coordinators import AppointFirstCoordinators
from services.letters import from_json
from services.office import Office
from storage import consultants, people, session_times, sessions
from storage.consultants import Calling, Profile, Terms
from storage.letters.sealing import taken_out
from storage.session_times import Side
from storage.sessions import NewSession
from tests.player import Player

OFFICER, YOON, HAN, MEMBER = 90, 91, 92, 1
LINE = "Tax accountant, 12 years with small shops."


async def officer_of(office: Office) -> Player:
    await office.do(AppointFirstCoordinators(ids=(OFFICER,)))
    officer = Player(office, id=OFFICER)
    await officer.commands("start")
    return officer


async def invites(officer: Player, calling: Calling = Calling.CONSULTANT) -> str:
    """The payload of the link."""
    await officer.wishes(InviteConsultant(calling))
    [link] = [button.shares.payload for button in officer.buttons() if button.shares is not None]
    return link


async def fills_in(person: Player, link: str, name: str = "Yoon Sangdam") -> None:
    """Up to the summary: tax and brand, in Korean and English, by video and phone, in Mapo."""
    await person.commands("start", link)
    await person.taps("Begin", "I agree", "I agree")
    await person.says(name)
    await person.taps("☐ 🧮 Tax", "☐ 🎨 Brand", "Done (2 ticked)")
    await person.taps("☐ 한국어", "☐ English", "Done (2 ticked)")
    await person.taps("☐ 💻 By video", "☐ 📞 By phone", "Done (2 ticked)")
    await person.says("https://meet.example/yoon")
    await person.says("Mapo-gu")
    await person.says(LINE)


async def joins(person: Player, link: str, name: str = "Yoon Sangdam") -> None:
    await fills_in(person, link, name)
    await person.taps("Yes, I take part")


async def advises(office: Office, person: int = YOON, name: str = "Yoon Sangdam", **more: Any) -> Player:
    """Somebody who joined long ago, on site, by video and by phone."""
    async with office.work() as work:
        await people.desks(work, {person: "en"})
        await consultants.join(work.connection, person, profile_of(name, **more), Terms(), work.now)
    return Player(office, id=person)


def profile_of(name: str, **more: Any) -> Profile:
    usual = Profile(
        calling=Calling.CONSULTANT,
        name=name,
        line=LINE,
        topics=("tax", "conflict"),
        languages=("ko",),
        ways=("site", "video", "phone"),
        gu="11440",
        place="Mapo Business Centre",
        address="10 World Cup-ro",
        link="https://meet.example/yoon",
    )
    return replace(usual, **more)


async def is_booked(
    office: Office, starts_at: datetime, ends_at: datetime, *, by: int = MEMBER, consultant: int = YOON, goal: str = "", **more: Any
) -> int:
    """A session that stands, without the talk that leads to it. Its number."""
    facts: dict[str, Any] = {"topic": "tax", "way": "video", "shop": None, "consortium": None, "confidential": False, **more}
    async with office.work() as work:
        await people.desks(work, {by: "en"})
        new = NewSession(
            uid=f"{consultant}-{starts_at:%m%d%H%M}",
            sequence=0,
            consultant=consultant,
            calling="consultant",
            person=by,
            starts_at=starts_at,
            ends_at=ends_at,
            year=starts_at.year,
            held_until=work.now,
            **facts,
        )
        number = await sessions.hold(work.connection, new, work.now)
        for side, person in ((Side.CONSULTANT, consultant), (Side.MEMBER, by)):
            taken = [(side, person, cell) for cell in session_times.cells(starts_at, ends_at)]
            await session_times.take(work.connection, taken, number)
        await sessions.book(work.connection, number, shop=facts["shop"], consortium=facts["consortium"], goal=goal, now=work.now)
    return number


async def letters_to(office: Office, person: int, kind: str) -> list[str]:
    """What the letters of this kind say that lie ready for this person."""
    query = text("SELECT body FROM letters WHERE chat = :chat AND kind = :kind AND state = 'waiting' ORDER BY id")
    async with office.store.reading() as connection:
        bodies = (await connection.execute(query, {"chat": person, "kind": kind})).scalars().all()
        read = [taken_out(connection, orjson.loads(body) if isinstance(body, str) else body) for body in bodies]
        return [describe(from_json(kind, body)).words.in_("en") for body in read]
