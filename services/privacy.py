"""Forgetting a person on their wish (Personal Information Protection Act §36)."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.attendance_forgetting import forget_attendance
from services.certificates import withdraw_reminders
from services.event_forgetting import forget_registrations
from services.finder_ending import forget as forget_in_finder
from services.forgetting import (
    forget_announcements,
    forget_inquiries,
    forget_invitations,
    forget_notices,
    forget_shops,
    hold_still,
    leave_consortia,
    led_with_others,
)
from services.introductions import forget_introductions
from services.session_forgetting import forget_sessions_given, forget_sessions_taken
from storage import arrivals, certificates, consortia, inquiries, join_wishes, mornings, people, privacy, results, seats, shops, surveys
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.shops import Shop
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many of each there were."""

    questions: int
    certificates: int
    results: int
    shops: int


@dataclass(frozen=True, slots=True)
class StillLeads:
    """Others rely on them: each of these consortia is handed over or dissolved first. Nothing was deleted."""

    consortia: tuple[Consortium, ...]


@dataclass(frozen=True, kw_only=True)
class ForgetPerson:
    """Leaves every consortium and deletes the shops, name and phone, cards, interests, invitations, questions, certificates, results and
    messages that could not be handled; takes back every letter about them. Sessions to come are cancelled; goals, files, notes and words of
    ratings go, and of a consultant the profile, the hours and the private notes. Seats of events are offered to those who wait; what was
    answered and that they were there goes, and their cards for being introduced. Answers to surveys go where they bear a name.
    Of announcements it goes that they had them, and what they tapped.

    Stays: that a session was, when, about what and how long, without its member; the person's id and language, without which the bot
    could not go on talking; that they do without every kind of announcement that one can do without; which consents were given,
    and when they ended; and the audit, which never holds what anybody typed. Drafts are thrown away by whoever holds the desk.
    """

    by: int

    async def __call__(self, work: Work) -> Forgotten | StillLeads:
        await people.lock(work.connection, self.by)
        await hold_still(work, self.by)
        led = await led_with_others(work, self.by)
        outcome = StillLeads(led) if led else await self._forgotten(work)
        work.note(AuditRow(who=self.by, did="ForgetPerson", on=f"person:{self.by}", outcome=type(outcome).__name__))
        return outcome

    async def _forgotten(self, work: Work) -> Forgotten:
        await leave_consortia(work, self.by)
        await forget_invitations(work, self.by)
        await forget_in_finder(work, self.by)
        shops = await forget_shops(work, self.by)
        await forget_sessions_taken(work, self.by)
        await forget_sessions_given(work, self.by)
        await forget_introductions(work, self.by)
        await surveys.forget(work.connection, self.by)
        await forget_attendance(work, self.by)
        await forget_registrations(work, self.by)
        questions = await forget_inquiries(work, self.by)
        watched = await certificates.forget(work.connection, self.by)
        for number in watched:
            await withdraw_reminders(work, number)
        await join_wishes.forget(work.connection, self.by)
        await forget_announcements(work, self.by)
        await forget_notices(work, self.by)
        await mornings.forget(work.connection, self.by)
        await arrivals.forget_dead_of(work.connection, self.by)
        await privacy.withdraw_letters(work.connection, self.by, work.now)
        results = await privacy.forget_results(work.connection, self.by)
        return Forgotten(questions=questions, certificates=len(watched), results=results, shops=shops)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBeForgotten:
    """What goes with a person: told before it does."""

    led: tuple[Consortium, ...]  # with others in it: these stand in the way
    left: tuple[Consortium, ...]  # the person leaves them; one without anybody else is dissolved
    shops: Sequence[Shop]
    questions: int
    certificates: int
    results: int


@dataclass(frozen=True, kw_only=True)
class WhatGoes:
    person: int

    async def __call__(self, work: Work) -> ToBeForgotten:
        connection = work.connection
        led = await led_with_others(work, self.person)
        taken = [await consortia.find(connection, seat.consortium) for seat in await seats.of_person(connection, self.person)]
        return ToBeForgotten(
            led=led,
            left=tuple(one for one in taken if one is not None and one not in led),
            shops=await shops.of_owner(connection, self.person),
            questions=await inquiries.count_of(connection, self.person),
            certificates=await certificates.count_of(connection, self.person),
            results=await results.count(connection, self.person),
        )
