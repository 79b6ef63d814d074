"""The ledger: everybody once, whoever sends, whatever is killed when."""

import asyncio
from datetime import timedelta

import pytest

from programme.announcements import Category, Outcome
from programme.audiences import Audience
from storage import announcement_choices, announcement_ledger, announcements, audience, people
from storage.announcement_ledger import Settled
from storage.announcements import NewAnnouncement
from storage.people import Person

EVERYBODY = Audience()
AT_ONCE = 7


async def _announced(office, crowd, *, blocked=(), category=Category.PROGRAMME):
    async with office.work() as work:
        for number in crowd:
            work.save_person(Person(id=number, language="ko", blocked=number in blocked, started_at=work.now))
    async with office.work() as work:
        new = NewAnnouncement(category=category, parts={"ko": []}, buttons=[], audience=EVERYBODY, digest="")
        number = await announcements.keep(work.connection, new, by=1, now=work.now)
        await announcement_ledger.freeze(work.connection, number, audience.reached(EVERYBODY, category))
    return number


async def _leased(office, number, most=AT_ONCE, seconds=60):
    async with office.work() as work:
        until = work.now + timedelta(seconds=seconds)
        return [one.person for one in await announcement_ledger.lease(work.connection, number, most=most, until=until)]


async def _counts(office, number):
    async with office.work() as work:
        return {one: n for one, n in (await announcement_ledger.counts(work.connection, number)).items() if n}


async def test_who_blocked_the_bot_stands_in_the_ledger_and_is_not_sent_to(office):
    number = await _announced(office, range(1, 6), blocked={2})
    assert await _leased(office, number) == [1, 3, 4, 5]
    assert await _counts(office, number) == {Outcome.LEASED: 4, Outcome.BLOCKED: 1}


async def test_senders_side_by_side_share_everybody_and_nobody_twice(office):
    number = await _announced(office, range(1, 101))

    async def sender():
        mine = []
        while got := await _leased(office, number):
            mine += got
        return mine

    shares = await asyncio.gather(*(sender() for _ in range(4)))
    assert sorted(person for share in shares for person in share) == list(range(1, 101))


async def test_what_a_killed_sender_had_in_hand_is_unknown_and_not_sent_again(office, clock):
    number = await _announced(office, range(1, 11))
    held = await _leased(office, number, seconds=30)
    clock.passes(seconds=30)
    async with office.work() as work:
        assert await announcement_ledger.expire(work.connection, work.now) == len(held)
    assert await _leased(office, number, most=100) == [8, 9, 10]
    assert await _counts(office, number) == {Outcome.UNKNOWN: AT_ONCE, Outcome.LEASED: 3}


async def test_a_verdict_that_comes_after_the_lease_ran_out_changes_nothing(office, clock):
    number = await _announced(office, range(1, 3))
    await _leased(office, number, seconds=30)
    clock.passes(seconds=30)
    async with office.work() as work:
        await announcement_ledger.expire(work.connection, work.now)
        late = [Settled(person=1, outcome=Outcome.DELIVERED, messages=[7])]
        await announcement_ledger.settle(work.connection, number, late, work.now)
    assert await _counts(office, number) == {Outcome.UNKNOWN: 2}


async def test_what_was_not_sent_after_all_waits_again(office):
    number = await _announced(office, range(1, 4))
    held = await _leased(office, number)
    async with office.work() as work:
        await announcement_ledger.settle(work.connection, number, [Settled(person=1, outcome=Outcome.DELIVERED)], work.now)
        await announcement_ledger.give_back(work.connection, number, held)
    assert await _leased(office, number) == [2, 3]


async def test_after_cancelling_nobody_new_is_sent_to(office):
    number = await _announced(office, range(1, 11))
    await _leased(office, number, most=4)
    async with office.work() as work:
        assert await announcement_ledger.withdraw_waiting(work.connection, number, work.now) == 6
    assert await _leased(office, number) == []


@pytest.mark.parametrize(("category", "reached"), [(Category.EVENTS, [1, 3]), (Category.SERVICE, [1, 2, 3])])
async def test_who_does_without_a_category_is_left_out_where_that_can_be(office, category, reached):
    async with office.work() as work:
        work.save_person(Person(id=2, language="ko", started_at=work.now))
    async with office.work() as work:
        await announcement_choices.turn_off(work.connection, 2, Category.EVENTS, work.now)
        await announcement_choices.turn_off(work.connection, 2, Category.EVENTS, work.now)
    number = await _announced(office, (1, 3), category=category)
    assert await _leased(office, number) == reached


async def test_everybody_is_counted_before_anything_is_sent(office):
    await _announced(office, range(1, 8))
    async with office.work() as work:
        assert await audience.count(work.connection, EVERYBODY, Category.PROGRAMME) == 7
        assert await people.reachable(work.connection, [1, 99]) == {1}


async def test_it_is_known_how_many_it_goes_to(office):
    async with office.work() as work:
        for number in range(1, 6):
            work.save_person(Person(id=number, language="ko", started_at=work.now))
    async with office.work() as work:
        new = NewAnnouncement(category=Category.SERVICE, parts={"ko": []}, buttons=[], audience=EVERYBODY, digest="")
        number = await announcements.keep(work.connection, new, by=1, now=work.now)
        assert await announcement_ledger.freeze(work.connection, number, audience.reached(EVERYBODY, Category.SERVICE)) == 5
