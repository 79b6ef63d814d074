"""Bad days with one guard off each, by their numbers in the list of faults: what the guard is for then happens. The same days with all of
them on are in `test_weather`, `test_kills` and `test_amending`.
"""

import asyncio

from sqlalchemy import update

from bot.wire import amending, troubles
from programme.announcements import AnnouncementState, Outcome
from services.announcement_amending import WithdrawAnnouncement
from services.announcement_chores import give_up_leases
from storage import announcement_ledger
from storage.announcement_amended import Amends
from storage.announcement_ledger import RecipientRecord
from storage.announcements import AnnouncementRecord
from storage.tables import table_of
from tests.announcements.sent import WORDS, announces, begins, drafted, stands
from tests.announcements.test_amending import counts, does, texts
from tests.announcements.test_weather import copies, moves_in

_ledger, _announcements = table_of(RecipientRecord), table_of(AnnouncementRecord)


async def killed_with_one_in_hand(town, jung, owner, clock):
    """They have their message, and nobody has written it down."""
    await owner.starts()
    number = await announces(town, jung)
    async with town.store.transaction() as connection:
        lost = {"outcome": Outcome.LEASED.value, "leased_until": clock.now(), "messages": None, "settled_at": None}
        await connection.execute(_ledger.update().where(_ledger.c.person == owner.person.id).values(**lost))
        await connection.execute(_announcements.update().values(state=AnnouncementState.SENDING.value, ended_at=None))
    clock.passes(minutes=4)
    await give_up_leases(town.office)
    await town.settles()
    return number


async def test_3_who_was_in_hand_at_a_kill_is_unknown(town, jung, owner, clock):
    number = await killed_with_one_in_hand(town, jung, owner, clock)
    assert copies(owner.person) == 1
    assert await stands(town.office, number) == (AnnouncementState.DONE, {Outcome.DELIVERED: 1, Outcome.UNKNOWN: 1})


async def test_3_were_they_given_back_they_would_get_it_twice(town, jung, owner, clock, monkeypatch):
    async def back(connection, now):
        over = (_ledger.c.outcome == Outcome.LEASED.value) & (_ledger.c.leased_until <= now)
        await connection.execute(update(_ledger).where(over).values(outcome=Outcome.WAITING.value))

    monkeypatch.setattr(announcement_ledger, "expire", back)
    await killed_with_one_in_hand(town, jung, owner, clock)
    assert copies(owner.person) == 2


async def sent_while_told_to_wait(town, jung):
    """How much goes out within the second for which Telegram has said to wait."""
    await moves_in(town, 40)
    heard = []
    town.emulator.observers.append(lambda call: heard.append((asyncio.get_running_loop().time(), call)))
    number = await drafted(town.office, jung.person.id)
    town.emulator.floods(seconds=1)
    await begins(town.office, jung.person.id, number)
    await town.settles()
    told = next(at for at, call in heard if call.status == 429)
    return len([call for at, call in heard if call.ok and call.method == "sendMessage" and told + 0.1 < at < told + 0.9])


async def test_5_told_to_wait_everybody_waits(town, jung):
    await town.restarts(sends_per_second=20)
    assert await sent_while_told_to_wait(town, jung) == 0


async def test_5_without_the_pause_it_would_go_on(town, jung, monkeypatch):
    await town.restarts(sends_per_second=20)
    monkeypatch.setattr(town.bot.gate, "pause", lambda seconds, chat: None)
    assert await sent_while_told_to_wait(town, jung) > 0


async def test_7_not_understood_an_outage_would_make_everybody_unknown(town, jung, monkeypatch):
    await moves_in(town, 10)
    number = await drafted(town.office, jung.person.id)
    town.bot.broadcaster.stopping = True
    await begins(town.office, jung.person.id, number)
    await town.settles()
    monkeypatch.setattr(troubles, "NotSent", ZeroDivisionError)
    monkeypatch.setattr(town.bot.broadcaster._means.line, "_address", "http://127.0.0.1:9/")
    town.bot.broadcaster.stopping = False
    await town.bot.broadcaster.look()
    assert (await stands(town.office, number))[1] == {Outcome.UNKNOWN: 11}


async def test_14_unmarked_they_would_be_tried_with_every_announcement(town, jung, owner, monkeypatch):
    await owner.starts()
    owner.person.deactivates()
    monkeypatch.setattr(troubles, "Forbidden", ZeroDivisionError)
    await announces(town, jung)
    await announces(town, jung)
    knocks = [call for call in town.emulator.calls_of("sendMessage") if call.params.get("text") == WORDS]
    assert sum(call.params["chat_id"] == owner.person.id for call in knocks) == 2


async def withdrawn_a_minute_too_late(town, jung, owner, clock, monkeypatch):
    """Telegram's clock says that it is too old to be deleted, ours does not."""
    await owner.starts()
    number = await announces(town, jung)
    clock.passes(hours=49)
    monkeypatch.setattr(amending, "can_be_deleted", lambda sent_at, now: True)
    await does(town, WithdrawAnnouncement(by=jung.person.id, announcement=number, seen="as seen"))
    return (await counts(town))[1], texts(owner)


async def test_16_what_has_just_become_too_old_says_that_it_is_withdrawn(town, jung, owner, clock, monkeypatch):
    became, shown = await withdrawn_a_minute_too_late(town, jung, owner, clock, monkeypatch)
    assert became == {Amends.DONE: 2}
    assert shown[-1].startswith("↩️ The office has withdrawn")


async def test_16_not_understood_it_would_stay(town, jung, owner, clock, monkeypatch):
    monkeypatch.setattr(amending, "TOO_OLD", ())
    became, shown = await withdrawn_a_minute_too_late(town, jung, owner, clock, monkeypatch)
    assert became == {Amends.FAILED: 2}
    assert shown[-1] == WORDS


async def test_18_not_understood_a_revoked_token_would_make_everybody_unknown(town, jung, monkeypatch):
    crowd = await moves_in(town, 10)
    monkeypatch.setattr(troubles, "InvalidToken", ZeroDivisionError)
    number = await drafted(town.office, jung.person.id)
    town.emulator.revokes_token()
    await begins(town.office, jung.person.id, number)
    await town.bot.broadcaster.look()
    assert (await stands(town.office, number))[1] == {Outcome.UNKNOWN: 11}
    assert not any(map(copies, crowd))
