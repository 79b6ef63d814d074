"""What changes about people between the moment it begins and their turn."""

import pytest

from programme.announcements import AnnouncementState, Outcome
from storage.people import Person
from tests.announcements.sent import WORDS, begins, drafted, says, stands
from tests.announcements.test_weather import copies, moves_in

PARTS = {"en": [says(WORDS)], "ko": [says("사무국이 이사했어요.")]}


@pytest.fixture
async def begun(town, jung, owner):
    """Nobody's turn has come."""
    await owner.starts()
    town.bot.broadcaster.stopping = True
    number = await drafted(town.office, jung.person.id, PARTS)
    await begins(town.office, jung.person.id, number)
    await town.settles()
    return number


async def goes_on(town):
    town.bot.broadcaster.stopping = False
    await town.settles()


async def test_who_blocks_the_bot_before_their_turn_is_counted_and_nobody_else_misses_it(town, jung, owner, begun):
    owner.person.blocks()
    await town.settles()
    await goes_on(town)
    assert await stands(town.office, begun) == (AnnouncementState.DONE, {Outcome.DELIVERED: 1, Outcome.BLOCKED: 1})


async def test_who_blocks_and_comes_back_before_their_turn_gets_it(town, owner, begun):
    owner.person.blocks()
    await town.settles()
    await owner.starts()
    await goes_on(town)
    assert copies(owner.person) == 1


async def test_who_joins_after_it_has_begun_does_not_get_it(town, begun):
    [late] = await moves_in(town, 1)
    await goes_on(town)
    assert copies(late) == 0
    assert (await stands(town.office, begun))[1] == {Outcome.DELIVERED: 2}


async def test_who_changes_the_language_meanwhile_gets_it_once_as_it_was_begun(town, owner, begun):
    async with town.office.work() as work:
        work.save_person(Person(id=owner.person.id, language="ko", started_at=work.now))
    await goes_on(town)
    assert [message.text for message in owner.person.chat() if message.text in {WORDS, "사무국이 이사했어요."}] == [WORDS]


async def test_where_everybody_has_blocked_the_bot_it_ends(town, jung, owner, begun):
    for person in (jung, owner):
        person.person.blocks()
    await town.settles()
    await goes_on(town)
    assert await stands(town.office, begun) == (AnnouncementState.DONE, {Outcome.BLOCKED: 2})
