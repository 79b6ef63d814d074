"""A process is killed again and again while an announcement is corrected or withdrawn: in the end it is so on every phone, once."""

import os
import random
import signal
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services.announcement_amending import CorrectWords, WithdrawAnnouncement
from services.announcement_amendment_running import AmendmentBegun
from storage import announcement_amended, announcement_amendments
from storage.announcement_amended import Amends
from storage.announcement_amendments import AmendmentState, Kind
from tests.announcements.staged import PEOPLE, books, copies, goes_to_a_crowd, stage
from tests.wire.staging import Stage

__all__ = ["stage"]

pytestmark = pytest.mark.timeout(240)  # four processes, one after the other

NEW = "The office moves on Monday."
KILLS, A_SECOND = 2, "20"  # twice as many are in hand at each kill


async def everybody_has_it(stage: Stage) -> tuple[int, int]:
    """Its number, and who sent it."""
    number = await goes_to_a_crowd(stage)
    stage.more["GOLMOK_SENDS_PER_SECOND"] = "0"
    process = await stage.starts()
    await stage.until(lambda: sum(copies(stage).values()) == PEOPLE)
    process.send_signal(signal.SIGTERM)
    assert await process.wait() == 0
    stage.more["GOLMOK_SENDS_PER_SECOND"] = A_SECOND
    return number, stage.emulator.people[0].id


async def killed_again_and_again(stage: Stage, done: Callable[[], int]) -> None:
    seed = int(os.environ.get("GOLMOK_TEST_SEED") or random.randrange(10_000))
    print(f"GOLMOK_TEST_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    for _ in range(KILLS):
        process = await stage.starts()
        enough = done() + chance.randrange(1, 15)
        await stage.until(lambda enough=enough: done() >= enough)
        await stage.kills(process)
        assert done() < PEOPLE
        async with books(stage) as office, office.work() as work:  # what the chore does when the leases have run out
            await announcement_amended.expire(work.connection, work.now + timedelta(hours=1))
    last = await stage.starts()
    await stage.until(lambda: done() == PEOPLE)
    last.send_signal(signal.SIGTERM)
    assert await last.wait() == 0


async def ends(stage: Stage) -> tuple[AmendmentState, dict[Amends, int]]:
    """After a last process has finished it."""
    async with books(stage) as office, office.work() as work:
        one = await announcement_amendments.find(work.connection, 1)
        counts = await announcement_amended.counts(work.connection, 1)
    assert one is not None
    return one.state, {outcome: n for outcome, n in counts.items() if n}


def chats(stage: Stage) -> list[list[Any]]:
    return [[message for message in person.chat() if message.from_bot and not message.deleted] for person in stage.emulator.people]


async def test_a_correction_arrives_once_on_every_phone(stage: Stage) -> None:
    number, by = await everybody_has_it(stage)
    async with books(stage) as office:
        deed = CorrectWords(by=by, announcement=number, language="en", place=0, text=NEW, entities=(), seen="as seen")
        assert await office.do(deed) == AmendmentBegun(1, PEOPLE)

    def corrected() -> int:
        return sum(message.text.startswith(NEW) for person in stage.emulator.people for message in person.chat())

    await killed_again_and_again(stage, corrected)
    assert {len(mine) for mine in chats(stage)[1:]} == {1}
    assert {message.text.count("✏️") for mine in chats(stage)[1:] for message in mine} == {1}
    assert copies(stage) == dict.fromkeys(copies(stage), 0)
    assert len(stage.emulator.calls_of("editMessageText")) > PEOPLE  # some of them twice
    assert await ends(stage) == (AmendmentState.DONE, {Amends.DONE: PEOPLE})


async def test_a_withdrawal_leaves_nothing_on_any_phone(stage: Stage) -> None:
    number, by = await everybody_has_it(stage)
    async with books(stage) as office:
        deed = WithdrawAnnouncement(by=by, announcement=number, seen="as seen")
        assert await office.do(deed) == AmendmentBegun(1, PEOPLE, Kind.WITHDRAWAL)

    def gone() -> int:
        return PEOPLE - sum(copies(stage).values())

    await killed_again_and_again(stage, gone)
    assert [message.text for mine in chats(stage)[1:] for message in mine] == []
    assert await ends(stage) == (AmendmentState.DONE, {Amends.DONE: PEOPLE})
