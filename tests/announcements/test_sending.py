"""An announcement on its way: everybody once, in their language, and what became of each is written down."""

from datetime import timedelta

import pytest

from programme.announcements import AnnouncementState, Category, Outcome
from programme.audiences import Audience, Trait
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_sending import BeginSending, Begun, NobodyThere
from services.announcement_steering import CancelSending, GoOnSending, PauseSending
from services.coordinators import Forbidden
from storage import announcement_ledger, announcements
from storage.announcements import NewAnnouncement

TEXT = {"method": "sendMessage", "params": {"text": "The office has moved."}}
KOREAN = {"method": "sendMessage", "params": {"text": "사무국이 이사했어요."}}
EVERYBODY = Audience()


@pytest.fixture
async def officer(town):
    jung = town.person("Jung")
    await jung.starts()
    await town.appoints(jung)
    return jung


async def _drafted(town, officer, *, parts=None, audience=EVERYBODY):
    new = NewAnnouncement(
        category=Category.SERVICE, parts=parts or {"en": [TEXT], "ko": [KOREAN]}, buttons=[], audience=audience, digest="as seen"
    )
    async with town.office.work() as work:
        return await announcements.keep(work.connection, new, by=officer.person.id, now=work.now)


async def _begins(town, officer, number, seen="as seen"):
    outcome = await town.office.do(BeginSending(by=officer.person.id, announcement=number, seen=seen))
    await town.settles()
    return outcome


async def _stands(town, number):
    async with town.office.work() as work:
        one = await announcements.find(work.connection, number)
        counts = await announcement_ledger.counts(work.connection, number)
    assert one is not None
    return one.state, {outcome: n for outcome, n in counts.items() if n}


async def test_everybody_hears_it_once_in_their_language(town, officer, owner, sajangnim):
    for person in (owner, sajangnim):
        await person.starts()
        person.remember()
    number = await _drafted(town, officer)
    assert await _begins(town, officer, number) == Begun(3)
    owner.sees("The office has moved.")
    sajangnim.sees("사무국이 이사했어요.")
    assert owner.chat().count("The office has moved.") == 1
    assert await _stands(town, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 3})


async def test_who_blocked_the_bot_is_counted_and_not_tried_again(town, officer, owner):
    await owner.starts()
    owner.person.blocks()
    number = await _drafted(town, officer)
    await _begins(town, officer, number)
    assert await _stands(town, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 1, Outcome.BLOCKED: 1})


async def test_an_album_and_a_text_arrive_one_after_the_other(town, officer):
    parts = [TEXT, {"method": "sendMessage", "params": {"text": "Second"}}]
    number = await _drafted(town, officer, parts={"en": parts})
    await _begins(town, officer, number)
    officer.sees("The office has moved.", "Second")
    async with town.office.work() as work:
        [one] = await announcement_ledger.of_outcome(work.connection, number, [Outcome.DELIVERED], limit=9)
    assert len(one.messages) == 2


async def test_two_who_press_send_send_once(town, officer, owner):
    await owner.starts()
    number = await _drafted(town, officer)
    assert isinstance(await _begins(town, officer, number), Begun)
    assert isinstance(await _begins(town, officer, number), NotNow)
    assert owner.chat().count("The office has moved.") == 1


async def test_only_the_office_sends_and_only_what_was_seen(town, officer, owner):
    number = await _drafted(town, officer)
    assert await _begins(town, owner, number) == Forbidden()
    assert await _begins(town, officer, number, seen="something else") == ChangedMeanwhile()


async def test_nobody_there_is_told_before_anything_is_sent(town, officer):
    number = await _drafted(town, officer, audience=Audience().wanting(Trait.GU, {"11680"}))
    assert await _begins(town, officer, number) == NobodyThere()


async def test_what_is_paused_goes_on_where_it_was(town, officer, owner):
    await owner.starts()
    number = await _drafted(town, officer)
    await town.office.do(BeginSending(by=officer.person.id, announcement=number, seen="as seen"))
    await town.office.do(PauseSending(by=officer.person.id, announcement=number))
    await town.settles()
    state, counts = await _stands(town, number)
    assert state is AnnouncementState.PAUSED
    await town.office.do(GoOnSending(by=officer.person.id, announcement=number))
    await town.settles()
    assert await _stands(town, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 2})
    assert sum(counts.values()) == 2


async def test_what_is_cancelled_goes_to_nobody_new(town, officer):
    number = await _drafted(town, officer)
    await town.office.do(PauseSending(by=officer.person.id, announcement=number))
    await town.office.do(BeginSending(by=officer.person.id, announcement=number, seen="as seen"))
    outcome = await town.office.do(CancelSending(by=officer.person.id, announcement=number))
    await town.settles()
    state, counts = await _stands(town, number)
    assert state is AnnouncementState.CANCELLED
    assert counts.get(Outcome.WITHDRAWN, 0) == outcome.withdrawn
    assert counts.get(Outcome.DELIVERED, 0) + outcome.withdrawn == 1


async def test_a_sender_that_is_gone_holds_nothing_up(town, officer, owner, clock):
    await owner.starts()
    number = await _drafted(town, officer)
    await town.closes()
    await town.office.do(BeginSending(by=officer.person.id, announcement=number, seen="as seen"))
    async with town.office.work() as work:
        until = work.now + timedelta(minutes=3)
        [lost] = await announcement_ledger.lease(work.connection, number, most=1, until=until)
    clock.passes(minutes=3)
    await town.opens()
    await town.does_chores()
    assert await _stands(town, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 1, Outcome.UNKNOWN: 1})
    assert lost.person in {officer.person.id, owner.person.id}


async def test_nobody_is_left_waiting_where_all_in_hand_are_done_at_once(town, officer, monkeypatch):
    """Two at a time, and both have their message before the next are taken."""
    crowd = [town.person(f"Owner {n}") for n in range(7)]
    for person in crowd:
        await person.starts()
    monkeypatch.setattr(town.bot.broadcaster, "_most", 2)
    number = await _drafted(town, officer)
    await _begins(town, officer, number)
    assert await _stands(town, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 8})
