"""What is wrong with a plan, and which seats it makes."""

from datetime import timedelta

import pytest

from programme.event_checks import Wrong, kept_too_many, more_than, pools_for, seats_of, too_few
from programme.events import LONGEST_TEXT, LONGEST_TITLE, Group
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_making import DraftDropped, DropDraft, MakeEvent, PublishedBefore, PublishEvent, Unfit
from services.event_plans import plan_of
from storage import events
from storage.event_questions import Asked, NewQuestion
from tests.events.making import COORDINATOR, drafted, has_coordinator, plan, published, span
from tests.sessions.desk import DAY

WEEK = timedelta(days=7)
PAST = span(day=DAY - timedelta(days=30))
QUESTION = NewQuestion(kind=Asked.TEXT, words={"ko": "못 먹는 음식이 있나요?"})


@pytest.mark.parametrize(
    ("wrong", "more"),
    [
        (Wrong.NO_TITLE, {"title": {"en": "Only English"}}),
        (Wrong.LONG_TITLE, {"title": {"ko": "가" * (LONGEST_TITLE + 1)}}),
        (Wrong.LONG_TEXT, {"text": {"ko": "가" * (LONGEST_TEXT + 1)}}),
        (Wrong.PAST, {"dates": (PAST,)}),
        (Wrong.TOO_FAR, {"dates": (span(day=DAY + timedelta(days=900)),)}),
        (Wrong.ENDS_FIRST, {"dates": (span(16, 14),)}),
        (Wrong.TOO_LONG, {"dates": ((span()[0], span(day=DAY + WEEK)[1]),)}),
        (Wrong.OVERLAP, {"dates": (span(14, 16), span(15, 17))}),
        (Wrong.MANY_DATES, {"dates": tuple(span(day=DAY + n * WEEK) for n in range(21))}),
        (Wrong.NO_PLACE, {"place": "", "address": ""}),
        (Wrong.NO_ADDRESS_PLACE, {"place": ""}),
        (Wrong.NO_LINK, {"link": "http://meet.example/room"}),
        (Wrong.OPENS_LATE, {"opens_at": span()[0]}),
        (Wrong.CLOSES_LATE, {"closes_at": span()[1]}),
        (Wrong.CLOSES_FIRST, {"opens_at": span()[0] - WEEK, "closes_at": span()[0] - WEEK}),
        (Wrong.NO_SEATS, {"seats": 0}),
        (Wrong.MANY_SEATS, {"seats": 5001}),
        (Wrong.MANY_GUESTS, {"guests": 6}),
        (Wrong.MANY_QUESTIONS, {"questions": (QUESTION,) * 9}),
    ],
)
async def test_a_plan_that_cannot_stand_is_refused(office, wrong, more):
    await has_coordinator(office)
    assert await office.do(MakeEvent(by=COORDINATOR, plan=plan(**more))) == Unfit(wrong)


async def test_only_coordinators_make_publish_and_drop(office):
    await has_coordinator(office)
    event = await drafted(office)
    assert await office.do(MakeEvent(by=1, plan=plan())) == Forbidden()
    assert await office.do(PublishEvent(by=1, event=event.id)) == Forbidden()
    assert await office.do(DropDraft(by=1, event=event.id)) == Forbidden()


async def test_what_was_planned_is_what_is_kept(office):
    what = plan(
        dates=(span(), span(day=DAY + WEEK)),
        pools={Group.ALL: 10, Group.MEMBERS: 5},
        questions=(QUESTION, NewQuestion(kind=Asked.CHOICE, words={"ko": "점심"}, options=({"ko": "밥"}, {"ko": "면"}), required=True)),
        gus=("11440",),
    )
    event = await drafted(office, what)
    async with office.work() as work:
        assert await plan_of(work, event) == what


async def test_a_draft_that_lay_too_long_is_not_published(office, clock):
    event = await drafted(office)
    clock.passes(days=9)
    assert await office.do(PublishEvent(by=COORDINATOR, event=event.id)) == Unfit(Wrong.PAST)


async def test_a_second_tap_on_publish_publishes_nothing_more_and_a_draft_can_be_thrown_away(office):
    event = await published(office)
    assert isinstance(await office.do(PublishEvent(by=COORDINATOR, event=event.id)), PublishedBefore)
    assert isinstance(await office.do(DropDraft(by=COORDINATOR, event=event.id)), PublishedBefore)
    draft = await drafted(office)
    assert await office.do(DropDraft(by=COORDINATOR, event=draft.id)) == DraftDropped(draft)
    assert await office.do(DropDraft(by=COORDINATOR, event=draft.id)) == NoSuchEvent()
    async with office.store.reading() as connection:
        assert await events.find(connection, draft.id) is None
        assert await events.find(connection, event.id) == event


def test_of_all_seats_some_are_kept_for_groups_and_the_rest_is_for_everybody():
    assert pools_for(None, {Group.MEMBERS: 5}) == {Group.ALL: None}
    assert pools_for(30, {}) == {Group.ALL: 30}
    assert pools_for(30, {Group.MEMBERS: 20, Group.OWNERS: 0}) == {Group.ALL: 10, Group.MEMBERS: 20}
    assert pools_for(30, {Group.MEMBERS: 20, Group.OWNERS: 10}) == {Group.MEMBERS: 20, Group.OWNERS: 10}
    assert kept_too_many(30, {Group.MEMBERS: 31})
    assert seats_of({Group.ALL: 10, Group.MEMBERS: 20}) == 30
    assert seats_of({Group.ALL: None}) is None


def test_a_pool_does_not_become_smaller_than_what_is_taken_of_it():
    assert too_few({Group.ALL: 3}, {Group.ALL: 4}) is Group.ALL
    assert too_few({Group.ALL: 9}, {Group.MEMBERS: 1}) is Group.MEMBERS
    assert too_few({Group.ALL: None}, {Group.ALL: 400}) is None


def test_more_seats_are_seats_for_those_who_wait():
    assert more_than({Group.ALL: 5}, {Group.ALL: 4})
    assert more_than({Group.ALL: None}, {Group.ALL: 4})
    assert more_than({Group.ALL: 4, Group.OWNERS: 1}, {Group.ALL: 4})
    assert not more_than({Group.ALL: 4}, {Group.ALL: 4, Group.OWNERS: 1})
    assert not more_than({Group.ALL: None}, {Group.ALL: None})
