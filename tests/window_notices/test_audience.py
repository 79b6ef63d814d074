"""Whom a notice reaches, batch by batch, on both databases: nobody twice, nobody left out, whatever stops in the middle."""

import asyncio

import pytest
from sqlalchemy import text

from programme.subscriptions import Subject
from programme.tracks import Track
from services import notice_telling
from services.calls import AllCalls
from services.notice_telling import GoingOut, TellBatch, tell_notices
from services.subscriptions import AnswerFirst, ChooseTrack, StopNotices, TickSubject
from services.window_notices import DueNotices, PostDueNotice
from storage import notices
from storage.call_notices import State
from storage.letters import Priority
from tests.membership.circle import DEMO, chooses, forms
from tests.window_notices.windows import KEY, crowd, loads, planned, told, works


@pytest.fixture
async def office(office_with_calls, monkeypatch):
    monkeypatch.setattr(notice_telling, "BATCH", 7)
    await loads(office_with_calls)
    return office_with_calls


async def subscribed(office, *numbers: int) -> None:
    await crowd(office, *numbers)
    async with office.work() as work:
        for number in numbers:
            await AnswerFirst(by=number, yes=True)(work)


async def opened(office, clock):
    """The number of the notice that the window is open; nobody has been told yet."""
    clock.passes(days=7, hours=23)
    (due,) = await office.look(DueNotices())
    assert await office.do(PostDueNotice(number=due)) is State.POSTED
    (notice,) = await office.look(GoingOut())
    return notice


async def test_every_batch_begins_where_the_last_one_ended(office, clock):
    people = range(1, 31)
    await subscribed(office, *people)
    notice = await opened(office, clock)
    written = []
    while (count := await office.do(TellBatch(notice=notice))) or await office.look(GoingOut()):
        written.append(count)
    assert written == [7, 7, 7, 7, 2]
    assert await told(office) == list(people)


async def test_a_batch_that_ends_exactly_at_the_last_one_is_followed_by_an_empty_one(office, clock):
    await subscribed(office, *range(1, 15))
    notice = await opened(office, clock)
    assert [await office.do(TellBatch(notice=notice)) for _ in range(4)] == [7, 7, 0, 0]
    assert await office.look(GoingOut()) == {}


async def test_killed_in_the_middle_it_goes_on_and_nobody_gets_it_twice(office, clock, monkeypatch):
    await subscribed(office, *range(1, 31))
    notice = await opened(office, clock)
    await office.do(TellBatch(notice=notice))
    change = notices.change

    async def dies(*_):
        raise RuntimeError("killed before the commit")

    monkeypatch.setattr(notices, "change", dies)
    with pytest.raises(RuntimeError):
        await office.do(TellBatch(notice=notice))
    monkeypatch.setattr(notices, "change", change)
    await tell_notices(office)
    assert await told(office) == list(range(1, 31))


async def test_five_machines_at_one_notice_tell_everybody_once(office, clock):
    await subscribed(office, *range(1, 61))
    clock.passes(days=7, hours=23)
    await asyncio.gather(*(works(office) for _ in range(5)))
    await works(office)
    assert await told(office) == list(range(1, 61))
    assert (await planned(office))[0] == "1 opens posted"


async def test_of_each_only_those_it_concerns(office, clock):
    await crowd(office, *range(1, 12))
    await subscribed(office, 1, 2, 3)
    await office.do(ChooseTrack(by=2, track=Track.INNOVATION))
    await office.do(StopNotices(by=3, subject=Subject.CALLS))
    circle = await forms(office, 4, 5)
    await chooses(office, circle, KEY)
    elsewhere = await forms(office, 6, 7, serial=10, name="Other Bread")
    await chooses(office, elsewhere, DEMO)
    await office.do(TickSubject(by=5, subject=Subject.OWN, on=False))
    await begins(office, 8, f"{KEY}@{await version(office)}")
    await begins(office, 9, f"{KEY}-2@{await version(office)}")
    await blocks(office, 10)
    await opened(office, clock)
    await tell_notices(office)
    assert await told(office) == [1, 4, 8]


async def version(office):
    return next(call.version for call in await office.look(AllCalls()) if call.key == KEY)


async def begins(office, person: int, call: str) -> None:
    """A draft pinned to that version of a call."""
    from storage.drafts import Draft

    async with office.work() as work:
        work.save_draft(Draft.begun(person=person, story="pre_check", now=work.now, call=call))


async def blocks(office, person: int) -> None:
    await subscribed(office, person)
    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE people SET blocked = :yes WHERE id = :id"), {"yes": True, "id": person})


async def test_whoever_is_tied_twice_hears_once_and_no_batch_skips_anybody(office, clock):
    """Many drafts of a few people lie beside many subscribers: each kind is read to the same person."""
    await subscribed(office, *range(2, 40, 2))
    await crowd(office, 1, 3, 41)
    for person in (1, 3, 4, 41):
        for number in range(9):
            async with office.work() as work:
                from storage.drafts import Draft

                call = f"{KEY}@{await version(office)}"
                work.save_draft(Draft.begun(person=person, story="estimate", subject=f"{number}", now=work.now, call=call))
    await opened(office, clock)
    await tell_notices(office)
    assert await told(office) == sorted({1, 3, 4, 41, *range(2, 40, 2)})


async def test_broadcasts_wait_behind_replies_and_letters(office, clock):
    await subscribed(office, 1)
    await opened(office, clock)
    await tell_notices(office)
    async with office.store.reading() as connection:
        found = await connection.scalars(text("SELECT priority FROM letters WHERE kind = 'window_notice'"))
    assert set(found) == {int(Priority.BROADCAST)}


async def test_loading_writes_a_handful_of_rows_however_many_subscribe(office):
    await subscribed(office, *range(1, 61))
    await loads(office, closes="2026-04-20T18:00:00")
    assert await told(office) == []
    assert len(await planned(office)) < 20


async def test_two_notices_of_one_call_on_one_day_reach_a_person_once_and_what_matters_comes_the_next_morning(office, clock):
    await subscribed(office, 1)
    await opened(office, clock)
    await tell_notices(office)
    assert await told(office) == [1]
    clock.passes(hours=1)
    await loads(office, closes="2026-04-20T18:00:00")
    await works(office)
    async with office.store.reading() as connection:
        due = await connection.scalar(text("SELECT ready_at FROM letters WHERE kind = 'dates_moved'"))
    assert "2026-03-11 00:00" in str(due)[:16] or "2026-03-11T00:00" in str(due)


async def test_a_newcomer_in_the_middle_is_told_or_not_but_never_twice(office, clock):
    await subscribed(office, *range(10, 30))
    notice = await opened(office, clock)
    await office.do(TellBatch(notice=notice))
    await subscribed(office, 1, 99)
    await tell_notices(office)
    assert await told(office) == [*range(10, 30), 99]


async def test_an_office_whose_calls_were_loaded_before_is_brought_in_step(office, clock):
    async with office.store.transaction() as connection:
        await connection.execute(text("DELETE FROM call_notices"))
        await connection.execute(text("DELETE FROM calendar_entries"))
    assert await planned(office) == []
    await works(office)
    assert len(await planned(office)) == 10
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM calendar_entries WHERE call = :key"), {"key": KEY}) == 3


async def test_receipts_are_cleared_away_when_nothing_hangs_on_them(office, clock):
    await subscribed(office, 1)
    await opened(office, clock)
    await tell_notices(office)
    clock.passes(days=61)
    await notice_telling.clear_receipts(office)
    async with office.store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM notice_receipts")) == 0


async def test_a_day_late_after_a_restart(office, clock):
    """Due on Tuesday, the office was down until Wednesday: still said. A moment later it would not be."""
    await subscribed(office, 1)
    clock.passes(days=8, hours=23)
    await works(office)
    assert await told(office) == [1]


async def test_more_than_a_day_late_it_is_left_out(office, clock):
    await subscribed(office, 1)
    clock.passes(days=8, hours=23, seconds=1)
    await works(office)
    assert await told(office) == []
    assert (await planned(office))[0] == "1 opens skipped"
