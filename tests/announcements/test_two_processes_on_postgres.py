"""Two processes of the bot send one announcement: both help, one dies, and nobody gets it twice."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from playground.emulator import Emulator
from playground.limits import Limits
from programme.announcements import AnnouncementState, Outcome
from tests.announcements.sent import WORDS, stands
from tests.announcements.staged import PEOPLE, books, goes_to_a_crowd
from tests.conftest import SECRET
from tests.wire.staging import Stage

A_SECOND = 20
LONGER_THAN_A_LEASE = 200  # seconds


@pytest.fixture
async def stage(postgres_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        more = {"GOLMOK_TEST_HOUSE": "1", "GOLMOK_TEST_HASTE": "1", "GOLMOK_SECRET_KEY": SECRET, "GOLMOK_SENDS_PER_SECOND": str(A_SECOND)}
        made = Stage(emulator, served.url, postgres_url, tmp_path, **more)
        yield made
        await made.ends()


async def of_state(stage: Stage, outcome: Outcome) -> int:
    async with books(stage) as office:
        return (await stands(office, 1))[1].get(outcome, 0)


async def one_more_call(stage: Stage) -> None:
    before = len(stage.emulator.calls)
    await stage.until(lambda: len(stage.emulator.calls) > before)


def copies(stage: Stage) -> list[int]:
    return [sum(message.text == WORDS for message in person.chat()) for person in stage.emulator.people]


async def test_both_help_and_when_one_is_killed_the_other_goes_on(stage: Stage) -> None:
    number = await goes_to_a_crowd(stage)
    first = await stage.starts("first")
    second = await stage.starts("second")
    await stage.until(lambda: sum(copies(stage)) >= PEOPLE // 2)
    await stage.kills(first)
    await stage.until(lambda: sum(copies(stage)) >= PEOPLE - 2 * A_SECOND)
    while await of_state(stage, Outcome.WAITING):
        await one_more_call(stage)
    stage.shifted += LONGER_THAN_A_LEASE
    stage.shift.write_text(str(stage.shifted))
    while await of_state(stage, Outcome.LEASED):
        await one_more_call(stage)
    second.terminate()
    assert await second.wait() == 0
    async with books(stage) as office:
        state, counts = await stands(office, number)
    assert max(copies(stage)) == 1
    assert 1 <= counts[Outcome.UNKNOWN] <= 2 * A_SECOND  # what the first had in hand, so it has helped, too
    assert counts == {Outcome.DELIVERED: PEOPLE - counts[Outcome.UNKNOWN], Outcome.UNKNOWN: counts[Outcome.UNKNOWN]}
    assert state in {AnnouncementState.SENDING, AnnouncementState.DONE}
