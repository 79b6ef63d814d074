"""A published event changes: who is registered hears once what is different, and nothing they have is lost."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from programme.event_checks import Wrong
from programme.events import Answer, Audience, Group, Reminder
from services.coordinators import Forbidden
from services.event_cancelling import CancelEvent, EventIsOff, NoReason, StillDraft
from services.event_changing import (
    AnsweredAlready,
    Changed,
    ChangeEvent,
    NothingChanged,
    SeatsTaken,
)
from services.event_cloning import Cloned, CloneEvent
from services.event_dates import NoSuchEvent
from services.event_letters import EventCancelled, EventChanged
from services.event_making import ChangedMeanwhile, IsCancelled, IsOver, Unfit
from services.event_plans import EventPlan, plan_of
from services.event_reminders import EventSoon
from services.letter_places import place_of
from services.letter_renewal import as_of_now
from services.letters import from_json, to_json
from storage import event_dates, event_questions, events
from storage.event_questions import Asked, NewQuestion
from tests.events.making import (
    COORDINATOR,
    answer_of,
    drafted,
    has_coordinator,
    letters_to,
    plan,
    published,
    registers,
    span,
)
from tests.sessions.desk import DAY

COMES, PERHAPS, WAITS, NEXT = 101, 102, 103, 104
WEEK = timedelta(days=7)
QUESTION = NewQuestion(kind=Asked.TEXT, words={"ko": "못 먹는 음식이 있나요?"})
OTHER = NewQuestion(kind=Asked.YES_NO, words={"ko": "차로 오시나요?"})


async def plan_as_kept(office, number: int) -> EventPlan:
    async with office.work() as work:
        event = await events.find(work.connection, number)
        assert event is not None
        return await plan_of(work, event)


async def changes(office, event, *, dates=None, pools=None, questions=None, by: int = COORDINATOR, seen: str = "", **more):
    now = await plan_as_kept(office, event.id)
    after = EventPlan(
        event=replace(now.event, **more),
        dates=dates or now.dates,
        pools=pools or now.pools,
        questions=now.questions if questions is None else questions,
    )
    if dates:
        after = replace(after, event=replace(after.event, starts_at=dates[0][0], ends_at=dates[-1][1]))
    return await office.do(ChangeEvent(by=by, event=event.id, plan=after, seen=seen or now.seen))


async def test_everybody_registered_hears_in_one_message_what_changed_and_nothing_else(office):
    event = await published(office, link="https://meet.example/a")
    await registers(office, event, COMES)
    await registers(office, event, PERHAPS, answer=Answer.MAYBE)
    await registers(office, event, NEXT, answer=Answer.NOT_COMING)
    later = (span(15, 17),)
    outcome = await changes(office, event, dates=later, place="마포구청", link="https://meet.example/b", audience=Audience.OWNERS)
    assert isinstance(outcome, Changed)
    assert outcome.told == 2
    (letter,) = await letters_to(office, COMES, "event_changed")
    assert letter.was_dates == span()
    assert letter.dates == later[0]
    assert (letter.was_place, letter.place) == ("서울창업허브, 서울시 마포구 백범로31길 21", "마포구청, 서울시 마포구 백범로31길 21")
    assert letter.link == "https://meet.example/b"
    assert letter.asks
    assert not letter.was_title
    assert not letter.text
    (perhaps,) = await letters_to(office, PERHAPS, "event_changed")
    assert perhaps.link == ""
    assert perhaps.asks
    assert await letters_to(office, NEXT) == []
    assert outcome.event.sequence == event.sequence + 1


async def test_what_concerns_nobody_registered_is_not_told_and_leaves_calendars_alone(office):
    event = await published(office)
    await registers(office, event, COMES)
    outcome = await changes(office, event, audience=Audience.MEMBERS, survey=None, photo="photo-1", guests=0)
    assert isinstance(outcome, Changed)
    assert (outcome.told, outcome.event.sequence) == (0, event.sequence)
    assert await letters_to(office, COMES, "event_changed") == []


async def test_reminders_follow_the_date(office, clock):
    event = await published(office)
    await registers(office, event, COMES)
    before = [one for one in await letters_to(office, COMES) if isinstance(one, EventSoon)]
    assert {one.starts_at for one in before} == {span()[0]}
    await changes(office, event, dates=(span(day=DAY + WEEK),))
    after = [(COMES, one) for one in await letters_to(office, COMES) if isinstance(one, EventSoon)]
    async with office.work() as work:
        assert {one.starts_at for one in await as_of_now(work, after) if one is not None} == {span(day=DAY + WEEK)[0]}
    assert len(after) == len(before) == 2
    await changes(office, event, reminders=(Reminder.HOURS,))
    assert [one.part for one in await letters_to(office, COMES) if isinstance(one, EventSoon)] == [Reminder.HOURS]


async def test_more_seats_are_offered_to_who_waits_and_fewer_than_taken_are_refused(office):
    event = await published(office, seats=1)
    await registers(office, event, COMES)
    (waits,) = await registers(office, event, WAITS, answer=Answer.WAITING)
    assert await changes(office, event, pools={Group.OWNERS: 5}) == SeatsTaken(Group.ALL, 1)
    assert isinstance(await changes(office, event, pools={Group.ALL: 2}), Changed)
    assert await answer_of(office, waits) is Answer.OFFERED
    assert await changes(office, event, pools={Group.ALL: 1}) == SeatsTaken(Group.ALL, 2)
    assert isinstance(await changes(office, event, pools={Group.ALL: None}), Changed)


async def test_answered_questions_stay_and_others_may_follow(office):
    event = await published(office, questions=(QUESTION,))
    (one,) = await registers(office, event, COMES)
    assert isinstance(await changes(office, event, questions=(OTHER,)), Changed)
    assert isinstance(await changes(office, event, questions=(QUESTION,)), Changed)
    async with office.store.transaction() as connection:
        (question,) = await event_questions.of_event(connection, event.id)
        await event_questions.answer(connection, one.id, {question.id: "땅콩"})
    assert await changes(office, event, questions=()) == AnsweredAlready()
    assert await changes(office, event, questions=(OTHER, QUESTION)) == AnsweredAlready()
    assert isinstance(await changes(office, event, questions=(QUESTION, OTHER)), Changed)
    async with office.store.reading() as connection:
        assert await event_questions.said(connection, one.id) == {question.id: "땅콩"}
        assert [asked.kind for asked in await event_questions.of_event(connection, event.id)] == [Asked.TEXT, Asked.YES_NO]
    letters = await letters_to(office, COMES, "event_changed")
    assert letters[-1].questions == 1


async def test_dates_of_a_course_that_are_over_stay_and_the_others_may_move(office, clock):
    first, second = span(), span(day=DAY + WEEK)
    event = await published(office, dates=(first, second))
    clock.at = first[1] + timedelta(days=1)
    assert await changes(office, event, dates=(second,)) == Unfit(Wrong.PAST_GONE)
    assert await changes(office, event, dates=(span(15, 17), second)) == Unfit(Wrong.PAST_GONE)
    third = span(day=DAY + 2 * WEEK)
    async with office.store.reading() as connection:
        ids = [date.id for date in await event_dates.of_event(connection, event.id)]
    assert isinstance(await changes(office, event, dates=(first, third)), Changed)
    async with office.store.reading() as connection:
        assert [date.id for date in await event_dates.of_event(connection, event.id)] == ids


async def test_the_second_of_two_coordinators_is_told_that_it_changed_meanwhile(office):
    event = await published(office)
    seen = (await plan_as_kept(office, event.id)).seen
    assert isinstance(await changes(office, event, place="마포구청", seen=seen), Changed)
    assert isinstance(await changes(office, event, place="합정역", seen=seen), ChangedMeanwhile)
    assert isinstance(await changes(office, event, place="마포구청"), NothingChanged)


async def test_who_may_not_and_what_cannot_be_changed(office, clock):
    event = await published(office)
    assert await changes(office, event, place="x", by=1) == Forbidden()
    assert await office.do(ChangeEvent(by=COORDINATOR, event=999, plan=plan(), seen="")) == NoSuchEvent()
    assert await changes(office, event, place="", address="") == Unfit(Wrong.NO_PLACE)
    clock.at = span()[1]
    assert isinstance(await changes(office, event, place="x"), IsOver)


async def test_cancelling_is_told_once_with_its_reason_and_nobody_is_reminded(office):
    event = await published(office)
    await registers(office, event, COMES)
    await registers(office, event, WAITS, answer=Answer.WAITING)
    assert await office.do(CancelEvent(by=1, event=event.id, why="비")) == Forbidden()
    assert await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="")) == NoReason()
    outcome = await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="태풍이 와요"))
    assert isinstance(outcome, EventIsOff)
    assert outcome.told == 2
    for person in (COMES, WAITS):
        (letter,) = await letters_to(office, person)
        assert isinstance(letter, EventCancelled)
        assert letter.why == "태풍이 와요"
    assert isinstance(await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="다시")), IsCancelled)
    assert isinstance(await changes(office, event, place="x"), IsCancelled)
    assert len(await letters_to(office, COMES)) == 1


async def test_a_draft_is_not_cancelled_and_changing_it_tells_nobody(office):
    draft = await drafted(office)
    assert isinstance(await office.do(CancelEvent(by=COORDINATOR, event=draft.id, why="비")), StillDraft)
    outcome = await changes(office, draft, place="합정역")
    assert isinstance(outcome, Changed)
    assert outcome.told == 0


async def test_an_event_once_more_moves_all_its_dates_and_keeps_the_rest(office):
    opens = span()[0] - WEEK
    event = await published(office, dates=(span(), span(day=DAY + WEEK)), opens_at=opens, questions=(QUESTION,))
    await registers(office, event, COMES)
    outcome = await office.do(CloneEvent(by=COORDINATOR, event=event.id, days=364))
    assert isinstance(outcome, Cloned)
    year = timedelta(days=364)
    assert outcome.after.dates == tuple((start + year, end + year) for start, end in outcome.before.dates)
    assert outcome.after.event.opens_at == opens + year
    assert outcome.event.cloned_from == event.id
    assert outcome.event.uid != event.uid
    assert (await plan_as_kept(office, outcome.event.id)).questions == (QUESTION,)
    assert await office.do(CloneEvent(by=COORDINATOR, event=event.id, days=-30)) == Unfit(Wrong.PAST)
    assert await office.do(CloneEvent(by=1, event=event.id, days=7)) == Forbidden()
    assert await office.do(CloneEvent(by=COORDINATOR, event=999, days=7)) == NoSuchEvent()


async def test_the_audit_tells_deeds_and_nothing_that_was_typed(office):
    event = await published(office)
    await changes(office, event, place="합정역")
    await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="태풍이 와요"))
    async with office.store.reading() as connection:
        rows = (await connection.execute(text("""SELECT did, "on", outcome, why FROM audit WHERE who = 7001 ORDER BY id"""))).all()
    on = f"event:{event.id}"
    assert [tuple(row) for row in rows][-4:] == [
        ("MakeEvent", on, "Drafted", ""),
        ("PublishEvent", on, "Published", ""),
        ("ChangeEvent", on, "Changed", ""),
        ("CancelEvent", on, "EventIsOff", ""),
    ]


async def test_letters_that_became_pointless_are_not_sent(office, clock):
    event = await published(office)
    await registers(office, event, COMES)
    await changes(office, event, place="합정역")
    (letter,) = await letters_to(office, COMES, "event_changed")
    assert isinstance(letter, EventChanged)
    async with office.work() as work:
        assert await place_of(work, letter) is not None
    await office.do(CancelEvent(by=COORDINATOR, event=event.id, why="태풍"))
    async with office.work() as work:
        assert await place_of(work, letter) is None
    (cancelled,) = await letters_to(office, COMES, "event_cancelled")
    async with office.work() as work:
        assert await place_of(work, cancelled) is not None
    clock.at = span()[1]
    async with office.work() as work:
        assert await place_of(work, cancelled) is None


async def test_without_a_coordinator_nothing_is_there(office):
    await has_coordinator(office)
    assert await office.do(CancelEvent(by=COORDINATOR, event=1, why="비")) == NoSuchEvent()


def test_a_letter_that_an_older_version_left_behind_is_still_read():
    """Titles lay apart by language then; by night such a letter may wait for hours."""
    body = {"event": 1, "registration": 2, "answer": "coming", "ko": "모임", "en": "", "was_ko": "옛 모임", "was_en": "Old", "text": True}
    told = from_json("event_changed", body)
    assert (told.title, told.was_title, told.text) == (("모임", ""), ("옛 모임", "Old"), True)
    assert from_json("event_changed", to_json(told)) == told
    times = {"starts_at": "2026-03-10T05:00:00+00:00", "ends_at": "2026-03-10T07:00:00+00:00"}
    off = from_json("event_cancelled", {"event": 1, "registration": 2, "ko": "모임", "en": "Meeting", "why": "비", **times})
    assert off.title == ("모임", "Meeting")
