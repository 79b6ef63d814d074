"""The bot is killed while an announcement is asked for, approved, begun, sent, finished and withdrawn: each happens once."""

import os
import random
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.screens.announcement_after_taps import ApproveAmended, WithdrawIt
from bot.screens.announcement_sending_taps import ApproveIt, AskApproval, SendIt
from bot.taps import Tap, encode
from playground.emulator import Emulator
from playground.hands import Person
from playground.limits import Limits
from programme.announcements import LARGE, AnnouncementState, Category, Outcome
from programme.audiences import Audience
from services.announcement_changes import made, words_digest
from services.coordinators import AppointFirstCoordinators
from storage import announcement_amended, announcements
from storage.announcement_amended import Amends
from storage.people import Person as Known
from tests.announcements.sent import WORDS, says, stands
from tests.announcements.staged import books
from tests.conftest import SECRET
from tests.wire.staging import Stage

PEOPLE, A_SECOND = LARGE + 5, 60
LEASE_SECONDS = 200  # longer than one of the broadcaster


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    emulator = Emulator(limits=Limits.none())
    async with emulator.serve() as served:
        more = {"GOLMOK_TEST_HOUSE": "1", "GOLMOK_TEST_HASTE": "1", "GOLMOK_SECRET_KEY": SECRET, "GOLMOK_SENDS_PER_SECOND": str(A_SECOND)}
        made_ = Stage(emulator, served.url, database_url, tmp_path, **more)
        morning = datetime.now(UTC).replace(hour=1, minute=0, second=0) + timedelta(days=1)  # 10:00 in Seoul, whenever the test runs
        shifts(made_, int((morning - datetime.now(UTC)).total_seconds()))
        yield made_
        await made_.ends()


def shifts(stage: Stage, seconds: int) -> None:
    stage.shifted += seconds
    stage.shift.write_text(str(stage.shifted))


async def a_draft(stage: Stage) -> tuple[Person, Person, int, str]:
    """Two of the office and a crowd; a text that was looked at."""
    crowd = [stage.emulator.person(f"P{number}", language_code="en") for number in range(PEOPLE)]
    jung, lee = crowd[:2]
    async with books(stage) as office:
        async with office.work() as work:
            for person in crowd:
                stage.emulator.chats[person.id].started = True
                work.save_person(Known(id=person.id, language="en", started_at=work.now))
        await office.do(AppointFirstCoordinators(ids=(jung.id, lee.id)))
        new = made(category=Category.SERVICE, parts={"en": [says(WORDS)]}, buttons=[], audience=Audience())
        async with office.work() as work:
            number = await announcements.keep(work.connection, new, by=jung.id, now=work.now)
            await announcements.note(work.connection, number, tested={"en": words_digest(new, "en")})
    return jung, lee, number, new.digest


def copies(stage: Stage) -> dict[int, int]:
    return {one.id: sum(message.text == WORDS and message.from_bot for message in one.chat()) for one in stage.emulator.people}


def hears(person: Person, words: str) -> bool:
    return any(message.from_bot and words in message.text for message in person.chat())


async def test_kill_9_at_every_step_lets_each_happen_once(stage: Stage) -> None:
    seed = int(os.environ.get("GOLMOK_TEST_SEED") or random.randrange(10_000))
    print(f"GOLMOK_TEST_SEED={seed}")  # noqa: T201 - shown when the test fails
    chance = random.Random(seed)
    jung, lee, number, seen = await a_draft(stage)
    process = await stage.starts()
    for person in (jung, lee):
        person.start()
    await stage.until(lambda: all(hears(person, "Golmok") for person in (jung, lee)))

    async def presses(person: Person, wish: Tap, done: object) -> None:
        """Killed a few calls after it was pressed; the next process does what is left of it."""
        nonlocal process
        calls = len(stage.emulator.calls) + chance.randrange(1, 6)
        person.presses_data(next(one for one in reversed(person.chat()) if one.from_bot), encode(wish))
        await stage.until(lambda: len(stage.emulator.calls) >= calls or (callable(done) and done()))
        await stage.kills(process)
        shifts(stage, LEASE_SECONDS)
        process = await stage.starts()
        await stage.until(done)

    await presses(jung, AskApproval(number, seen), lambda: hears(lee, "waits for a second person"))
    await presses(lee, ApproveIt(number, seen), lambda: hears(jung, "The announcement is approved"))
    await presses(jung, SendIt(number, seen), lambda: sum(copies(stage).values()) >= PEOPLE // 4)
    await stage.kills(process)
    shifts(stage, LEASE_SECONDS)
    process = await stage.starts()
    await stage.until(lambda: hears(jung, "100 %"))
    assert max(copies(stage).values()) == 1
    had = sum(copies(stage).values())
    await presses(jung, WithdrawIt(number, seen), lambda: hears(lee, "waits for a second person") and hears(lee, "withdraw"))
    await presses(lee, ApproveAmended(number, 1), lambda: sum(copies(stage).values()) < had // 2)
    await stage.kills(process)
    shifts(stage, LEASE_SECONDS)
    await stage.starts()
    await stage.until(lambda: hears(jung, "is withdrawn"))

    async with books(stage) as office:
        state, counts = await stands(office, number)
        async with office.work() as work:
            amends = await announcement_amended.counts(work.connection, 1)
        async with office.store.reading() as connection:
            did = Counter(
                f"{row.did} {row.outcome}"
                for row in await connection.execute(text("SELECT did, outcome FROM audit WHERE did <> 'TurnedAway'"))
            )
    assert state is AnnouncementState.DONE
    assert counts.keys() <= {Outcome.DELIVERED, Outcome.UNKNOWN}
    assert sum(counts.values()) == PEOPLE
    assert amends[Amends.DONE] == counts[Outcome.DELIVERED]
    assert sum(copies(stage).values()) <= counts.get(Outcome.UNKNOWN, 0)
    for once in ("AskForApproval Asked", "ApproveAnnouncement Approved", "BeginSending Begun", "FinishSending Finished"):
        assert did[once] == 1, did
    for once in ("WithdrawAnnouncement SecondAsked", "ApproveAmendment AmendmentBegun", "FinishAmendment Finished"):
        assert did[once] == 1, did
