"""Coming, perhaps, not: what may be answered when, and what becomes of the seats."""

from datetime import timedelta

import pytest

from programme.events import Answer, Audience, Group, Standing
from services.event_dates import NoSuchEvent
from services.office import Office
from services.registration_outcomes import Answered, CannotAnswer, ForOthers, Full, NeedsAnswers, TooManyGuests, Waits
from storage.event_questions import Asked, NewQuestion
from tests.clock import HandClock
from tests.consortia.forming import opened
from tests.registrations.room import announced, answers, comes, meet, registration, says, stands, taken
from tests.sessions.desk import keep_shops

ONE, TWO, THREE = 1, 2, 3
MENU = NewQuestion(kind=Asked.CHOICE, words={"ko": "점심?"}, options=({"ko": "밥"}, {"ko": "빵"}), required=True)


@pytest.fixture
async def office(office_with_calls: Office) -> Office:
    await meet(office_with_calls, ONE, TWO, THREE)
    return office_with_calls


async def test_who_comes_has_a_seat_and_who_changes_their_mind_gives_it_back(office):
    event = await announced(office)
    assert isinstance(await office.do(comes(ONE, event)), Answered)
    assert await taken(office, event) == {Group.ALL: 1}
    maybe = await office.do(says(ONE, event, Answer.MAYBE))
    assert isinstance(maybe, Answered)
    assert maybe.before is Answer.COMING
    assert await taken(office, event) == {}
    await office.do(says(ONE, event, Answer.NOT_COMING))
    assert await answers(office, event) == {ONE: "not"}
    assert isinstance(await office.do(comes(ONE, event)), Answered)
    assert await taken(office, event) == {Group.ALL: 1}


async def test_a_second_tap_changes_nothing(office):
    event = await announced(office)
    first, second = await office.do(comes(ONE, event)), await office.do(comes(ONE, event))
    assert (first.before, second.before) == (None, Answer.COMING)
    assert first.seen.mine.code == second.seen.mine.code
    assert await taken(office, event) == {Group.ALL: 1}


async def test_guests_take_seats_and_too_many_are_refused(office):
    event = await announced(office, 5, guests=2)
    assert isinstance(await office.do(comes(ONE, event, 2)), Answered)
    assert await taken(office, event) == {Group.ALL: 3}
    assert isinstance(await office.do(comes(ONE, event, 3)), TooManyGuests)
    assert isinstance(await office.do(comes(ONE, event, -1)), TooManyGuests)
    await office.do(comes(ONE, event))
    assert await taken(office, event) == {Group.ALL: 3}, "nothing said of guests: as before"
    await office.do(comes(ONE, event, 0))
    assert await taken(office, event) == {Group.ALL: 1}


async def test_more_guests_than_seats_leave_all_as_it_was(office):
    event = await announced(office, 2, guests=2)
    await office.do(comes(ONE, event, 0))
    outcome = await office.do(comes(ONE, event, 2, waits=True))
    assert isinstance(outcome, Full)
    assert outcome.seen.left == 1
    assert await taken(office, event) == {Group.ALL: 1}
    assert (await stands(office, event, ONE)).guests == 0


async def test_a_full_event_keeps_nothing_of_who_only_asked(office):
    event = await announced(office, 1)
    await office.do(comes(ONE, event))
    assert isinstance(await office.do(comes(TWO, event)), Full)
    assert await registration(office, event, TWO) is None
    waits = await office.do(comes(TWO, event, waits=True))
    assert isinstance(waits, Waits)
    assert (waits.already, waits.seen.before) == (False, 0)
    again = await office.do(comes(TWO, event, waits=True))
    assert isinstance(again, Waits)
    assert again.already


async def test_the_own_groups_seats_go_first_and_then_those_of_everybody(office):
    await keep_shops(office, ONE, TWO, THREE)
    await opened(office, ONE, 1)
    event = await announced(office, pools={Group.OWNERS: 1, Group.ALL: 1})
    for person in (ONE, TWO, THREE):
        await office.do(comes(person, event))
    assert await taken(office, event) == {Group.ALL: 1, Group.OWNERS: 1}
    assert await answers(office, event) == {ONE: "coming", TWO: "coming"}


async def test_an_event_without_seats_for_ones_group_is_for_others(office):
    event = await announced(office, pools={Group.MEMBERS: 5})
    outcome = await office.do(comes(ONE, event, waits=True))
    assert isinstance(outcome, ForOthers)
    assert not outcome.seen.has_seats


async def test_the_wrong_audience_is_told_so(office):
    event = await announced(office, audience=Audience.OWNERS)
    assert isinstance(await office.do(comes(ONE, event)), ForOthers)
    assert isinstance(await office.do(says(ONE, event, Answer.MAYBE)), ForOthers)
    await keep_shops(office, ONE)
    assert isinstance(await office.do(comes(ONE, event)), Answered)


async def test_before_and_after_the_window_one_cannot_answer_but_leave(office, clock: HandClock):
    now = clock.now()
    event = await announced(office, 3, guests=1, opens_at=now + timedelta(hours=1), closes_at=now + timedelta(days=2))
    early = await office.do(comes(ONE, event))
    assert isinstance(early, CannotAnswer)
    assert early.seen.standing is Standing.NOT_YET
    clock.passes(hours=2)
    await office.do(comes(ONE, event, 1))
    await office.do(says(TWO, event, Answer.MAYBE))
    clock.passes(days=3)
    assert isinstance(await office.do(comes(THREE, event)), CannotAnswer)
    assert isinstance(await office.do(comes(TWO, event)), CannotAnswer), "perhaps holds no seat: the list is closed"
    assert isinstance(await office.do(comes(ONE, event, 0)), Answered), "fewer guests always"
    assert isinstance(await office.do(says(ONE, event, Answer.NOT_COMING)), Answered)
    assert isinstance(await office.do(says(TWO, event, Answer.NOT_COMING)), Answered)


async def test_once_it_has_begun_or_is_cancelled_nothing_changes(office, clock: HandClock):
    event = await announced(office)
    await office.do(comes(ONE, event))
    clock.passes(days=9)
    over = await office.do(says(ONE, event, Answer.NOT_COMING))
    assert isinstance(over, CannotAnswer)
    assert over.seen.standing is Standing.OVER
    assert await answers(office, event) == {ONE: "coming"}


async def test_a_draft_a_guessed_number_and_a_forged_answer_lead_nowhere(office):
    draft = await announced(office, published=False)
    assert await office.do(comes(ONE, draft)) == NoSuchEvent()
    assert await office.do(comes(ONE, 4711)) == NoSuchEvent()
    event = await announced(office, uid="two")
    for forged in (Answer.WAITING, Answer.OFFERED, Answer.LAPSED):
        assert isinstance(await office.do(says(ONE, event, forged)), CannotAnswer)
    assert await answers(office, event) == {}


async def test_what_must_be_answered_is_answered_once(office):
    event = await announced(office, questions=[MENU])
    asked = await office.do(comes(ONE, event))
    assert isinstance(asked, NeedsAnswers)
    (question,) = asked.seen.questions
    outcome = await office.do(comes(ONE, event, said=((question.id, "1"), (4711, "forged"))))
    assert isinstance(outcome, Answered)
    assert outcome.seen.said == {question.id: "1"}
    await office.do(says(ONE, event, Answer.NOT_COMING))
    assert isinstance(await office.do(comes(ONE, event)), Answered), "it is known by now"


async def test_an_event_without_end_has_room_for_everybody(office):
    event = await announced(office, None)
    for person in (ONE, TWO, THREE):
        outcome = await office.do(comes(person, event))
        assert isinstance(outcome, Answered)
        assert outcome.seen.left is None


async def test_who_else_comes_is_told_by_trade_and_only_where_nobody_is_found_out(office):
    await keep_shops(office, 11, 12, 13)
    event = await announced(office, 9)
    await office.do(comes(11, event))
    seen = (await office.do(comes(12, event))).seen
    assert (seen.trades, seen.others) == ((), 2)
    await office.do(comes(ONE, event))
    seen = (await office.do(comes(13, event))).seen
    assert (seen.trades, seen.others) == ((("bakery", 3),), 1)
