"""What is done, feature by feature, when a person is forgotten: others keep what is theirs, and hear what concerns them."""

from programme.announcements import CAN_BE_TURNED_OFF
from services import invitation_letters
from services.dissolution import DissolveConsortium
from services.membership import LastLead, LeaveConsortium
from services.shop_checks import office_key
from services.staff_topics import letter_key
from services.waiting_seats import StopWaiting
from storage import (
    announcement_amended,
    announcement_choices,
    announcement_ledger,
    announcement_taps,
    announcements,
    consortia,
    inquiries,
    invitation_questions,
    invitations,
    notice_audience,
    notices,
    privacy,
    roles,
    seats,
    shops,
    subscriptions,
    talks,
    waiting_seats,
)
from storage.consortia import Consortium
from storage.seats import Role
from storage.work import Work


async def hold_still(work: Work, person: int) -> None:
    """Nobody joins or leaves their consortia, or those they wait for, meanwhile. All in the order of numbers, so that two at once do
    not block each other.
    """
    taken = {seat.consortium for seat in await seats.of_person(work.connection, person)}
    waited_for = {waiting.consortium for waiting in await waiting_seats.of_person(work.connection, person)}
    for number in sorted(taken | waited_for):
        await consortia.lock(work.connection, number)


async def led_with_others(work: Work, person: int) -> tuple[Consortium, ...]:
    """Consortia that would be left without a lead."""
    led = [seat.consortium for seat in await seats.of_person(work.connection, person) if seat.role is Role.LEAD]
    with_others = [number for number in led if len(await seats.of_consortium(work.connection, number)) > 1]
    found = [await consortia.find(work.connection, number) for number in with_others]
    return tuple(one for one in found if one is not None)


async def leave_consortia(work: Work, person: int) -> None:
    """One that they lead has nobody else in it any more: see `led_with_others`."""
    for waiting in await waiting_seats.of_person(work.connection, person):
        await StopWaiting(by=person, waiting=waiting.id)(work)
    for number in sorted(seat.consortium for seat in await seats.of_person(work.connection, person)):
        if isinstance(await LeaveConsortium(by=person, consortium=number)(work), LastLead):
            await DissolveConsortium(by=person, consortium=number)(work)
    await privacy.forget_seats(work.connection, person, work.now)


async def forget_invitations(work: Work, person: int) -> None:
    for number in await privacy.unanswered_invitations(work.connection, person):
        await invitations.withdraw(work.connection, number, by=person, now=work.now)
        await invitation_letters.withdraw_letters(work, number)
    await invitation_questions.forget(work.connection, person)
    for number in await privacy.unname_opened_invitations(work.connection, person):
        await _say_it_without_the_name(work, number)
    await invitations.forget(work.connection, person)
    await privacy.unname_invitations(work.connection, person)


async def _say_it_without_the_name(work: Work, number: int) -> None:
    """The letter that tells the inviter of the end is written already."""
    invitation = await invitations.find(work.connection, number)
    consortium = await consortia.find(work.connection, invitation.consortium) if invitation is not None else None
    if invitation is not None and consortium is not None:
        invitation_letters.tell_when_expired(work, invitation, consortium, invitation.inviter)


async def forget_shops(work: Work, person: int) -> int:
    """How many."""
    for shop in await shops.of_owner(work.connection, person):
        await work.withdraw(office_key(shop.id))
    return await privacy.forget_owner(work.connection, person, work.now)


async def forget_announcements(work: Work, person: int) -> None:
    """What they got and what they tapped. Of what one can do without they hear nothing any more, unless they turn it on again."""
    await announcement_ledger.lock_announcements_of(work.connection, person)
    stood_in = await announcement_ledger.forget(work.connection, person)
    await announcements.one_forgotten(work.connection, stood_in)
    await announcement_amended.forget(work.connection, person)
    await announcement_taps.forget(work.connection, person)
    for category in CAN_BE_TURNED_OFF:
        await announcement_choices.turn_off(work.connection, person, category, work.now)
    await roles.unname(work.connection, person, work.now)


async def forget_inquiries(work: Work, person: int) -> int:
    """How many."""
    await talks.end(work.connection, person)
    asked = await inquiries.forget(work.connection, person)
    for number in asked:
        await work.withdraw(letter_key(number))
    return len(asked)


async def forget_notices(work: Work, person: int) -> None:
    """What they asked to be told of, and what they have had and read."""
    await subscriptions.forget(work.connection, person)
    await notice_audience.forget(work.connection, person)
    await notices.forget(work.connection, person)
