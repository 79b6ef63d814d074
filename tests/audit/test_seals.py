"""The audit is sealed, a few minutes behind; who changes it afterwards is found out."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.auditing import AuditBroken, NoSeal, verified
from services.audit_sealing import BEHIND, SealAudit, seal_audit
from services.coordinators import AppointFirstCoordinators
from services.privacy import ForgetPerson
from storage import audit_seals, people
from storage.audit import AuditRow, append


async def _done(office, *deeds):
    async with office.work() as work:
        for did in deeds:
            work.note(AuditRow(who=7, did=did, on="call:1", outcome="Done"))


async def _sealed(office, clock, *deeds):
    await _done(office, *deeds)
    clock.passes(minutes=6)
    await seal_audit(office)


async def _behind_its_back(office, statement):
    """As somebody with the database's own password would, who takes the guard away first."""
    async with office.store.transaction() as connection:
        if connection.dialect.name == "sqlite":
            for event in ("update", "delete"):
                await connection.execute(text(f"DROP TRIGGER IF EXISTS audit_no_{event}"))
        else:
            await connection.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        await connection.execute(text(statement))


async def test_what_was_done_is_whole(office, clock):
    await _sealed(office, clock, "OpenCall", "CloseCall")
    await _sealed(office, clock, "OpenCall")
    await _done(office, "CloseCall")
    said = await verified(office)
    assert said[0] == "3 rows are whole; 1 are too young to be sealed."
    assert said[1].split(": ")[1].startswith("2:")


async def test_the_newest_rows_wait_for_their_seal(office, clock):
    await _done(office, "OpenCall")
    clock.passes(minutes=4)
    assert await office.do(SealAudit()) == 0
    clock.passes(minutes=1)
    assert await office.do(SealAudit()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET who = 8 WHERE id = (SELECT min(id) FROM audit)",
        "DELETE FROM audit WHERE id = (SELECT min(id) FROM audit)",
        "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)",
        "UPDATE audit SET id = id + 100",
    ],
    ids=["changed", "the first removed", "the last removed", "numbered anew"],
)
async def test_a_row_that_is_not_what_it_was_is_found(office, clock, statement):
    await _sealed(office, clock, "OpenCall", "CloseCall", "OpenCall")
    await _behind_its_back(office, statement)
    with pytest.raises(AuditBroken, match="are not those that were sealed"):
        await verified(office)


DOCTORED = {
    "two in the place of each other": [
        "UPDATE audit SET id = -1 WHERE did = 'First'",
        "UPDATE audit SET id = 1 WHERE did = 'Second'",
        "UPDATE audit SET id = 2 WHERE id = -1",
    ],
    "all but the first gone": ["DELETE FROM audit WHERE did <> 'First'"],
    "the seal altered, too": ["UPDATE audit_seals SET last_row = 2, rows = 2", "DELETE FROM audit WHERE did = 'Third'"],
    "dated anew": ["UPDATE audit SET at = (SELECT max(at) FROM audit) WHERE did = 'First'"],
    "given a reason": ["UPDATE audit SET why = 'a reason' WHERE did = 'Second'"],
    "done by nobody": ["UPDATE audit SET who = NULL WHERE did = 'Second'"],
}


@pytest.mark.parametrize("statements", DOCTORED.values(), ids=DOCTORED)
async def test_what_was_doctored_is_found(office, clock, statements):
    await _done(office, "First")
    clock.passes(seconds=1)
    await _sealed(office, clock, "Second", "Third")
    assert (await verified(office))[0].startswith("3 rows are whole")
    if office.store.is_sqlite:
        await _behind_its_back(office, "DROP TRIGGER IF EXISTS audit_seals_no_update")
    else:
        await _behind_its_back(office, "ALTER TABLE audit_seals DISABLE TRIGGER USER")
    for statement in statements:
        await _behind_its_back(office, statement)
    with pytest.raises(AuditBroken):
        await verified(office)


async def test_a_record_cut_off_with_its_seals_is_found_by_the_one_that_was_noted_elsewhere(office, clock):
    await _sealed(office, clock, "First")
    await _sealed(office, clock, "Second")
    noted = (await verified(office))[1].split(": ")[1]
    drop = "DROP TRIGGER IF EXISTS audit_seals_no_delete" if office.store.is_sqlite else "ALTER TABLE audit_seals DISABLE TRIGGER USER"
    for statement in (drop, "DELETE FROM audit_seals WHERE number = 2", "DELETE FROM audit WHERE did = 'Second'"):
        await _behind_its_back(office, statement)
    assert (await verified(office))[0].startswith("1 rows are whole")
    with pytest.raises(AuditBroken, match="written anew"):
        await verified(office, noted)


async def test_a_row_appended_and_dated_back_is_sealed_late_and_changes_nothing_that_was_sealed(office, clock):
    await _sealed(office, clock, "First")
    noted = (await verified(office))[1].split(": ")[1]
    async with office.store.transaction() as connection:
        await append(connection, [AuditRow(who=8, did="Forged", outcome="Done")], clock.now() - timedelta(days=30))
    await seal_audit(office)
    assert await verified(office, noted)
    async with office.store.reading() as connection:
        last = await audit_seals.newest(connection)
    assert last is not None
    assert last.sealed_at == clock.now()  # a month after the date it bears


async def test_many_who_write_while_it_is_sealed_break_nothing(office, clock):
    await asyncio.gather(*(_done(office, f"Before {n}") for n in range(15)))
    clock.passes(minutes=6)
    await asyncio.gather(*(one for n in range(15) for one in (_done(office, f"Meanwhile {n}"), office.do(SealAudit()))))
    assert (await verified(office))[0] == "15 rows are whole; 15 are too young to be sealed."
    clock.passes(minutes=6)
    await seal_audit(office)
    assert (await verified(office))[0] == "30 rows are whole; 0 are too young to be sealed."


async def test_who_is_forgotten_leaves_a_record_that_is_whole(office, clock):
    async with office.work() as work:
        await people.desks(work, {7: "ko", 8: "ko"})
    await office.do(AppointFirstCoordinators(ids=(7, 8)))
    await _sealed(office, clock, "First")
    await office.do(ForgetPerson(by=7))
    await _sealed(office, clock, "Second")
    assert (await verified(office))[0].endswith("0 are too young to be sealed.")


async def test_a_row_slipped_in_between_two_seals_is_found(office, clock):
    await _sealed(office, clock, "OpenCall")
    await _done(office, "Forged", "Kept")
    await _behind_its_back(office, "DELETE FROM audit WHERE did = 'Forged'")
    clock.passes(minutes=6)
    await seal_audit(office)
    gap = 'SELECT min(id) + 1, at, who, \'Forged\', "on", outcome, why FROM audit GROUP BY at, who, "on", outcome, why ORDER BY 1 LIMIT 1'
    await _behind_its_back(office, f'INSERT INTO audit (id, at, who, did, "on", outcome, why) {gap}')
    with pytest.raises(AuditBroken):
        await verified(office)


async def test_seals_written_anew_are_found_by_the_one_that_was_noted_elsewhere(office, clock):
    await _sealed(office, clock, "OpenCall")
    noted = (await verified(office))[1].split(": ")[1]
    assert await verified(office, noted)
    with pytest.raises(AuditBroken, match="written anew"):
        await verified(office, noted[:-1] + ("0" if noted[-1] != "0" else "1"))


async def test_two_who_seal_at_once_make_one_chain(office, clock):
    await _done(office, "OpenCall", "CloseCall")
    clock.passes(minutes=6)
    await asyncio.gather(*(seal_audit(office) for _ in range(4)))
    async with office.store.reading() as connection:
        last = await audit_seals.newest(connection)
    assert last is not None
    assert (last.number, last.rows) == (1, 2)
    assert await verified(office)


async def test_of_two_deeds_at_once_the_one_that_began_later_may_have_the_lower_number(office, clock):
    """Rows are numbered when they are written and bear the time at which their deed began: a seal ends before the first one too young."""
    began = clock.now()
    clock.passes(seconds=5)
    await _done(office, "BegunLater")
    async with office.store.transaction() as connection:
        await append(connection, [AuditRow(who=7, did="BegunBefore", outcome="Done")], began)
    clock.passes(seconds=BEHIND.total_seconds() - 3)
    await seal_audit(office)
    assert (await verified(office))[0] == "0 rows are whole; 2 are too young to be sealed."
    clock.passes(minutes=1)
    await seal_audit(office)
    assert (await verified(office))[0] == "2 rows are whole; 0 are too young to be sealed."


async def test_a_seal_cannot_be_changed(office, clock):
    await _sealed(office, clock, "OpenCall")
    with pytest.raises(Exception, match="only ever added"):
        async with office.store.transaction() as connection:
            await connection.execute(text("UPDATE audit_seals SET digest = 'x'"))


async def test_a_seal_is_read_as_people_copy_it(office, clock):
    await _sealed(office, clock, "OpenCall")
    seal = (await verified(office))[1].rpartition(" ")[2]
    assert await verified(office, f"  {seal.upper()} ") == await verified(office)
    assert await verified(office, f"{seal[:20]} {seal[20:]}") == await verified(office)


@pytest.mark.parametrize("text_", ["", "hello", "3", "3:abc", ":" + "0" * 64])
async def test_what_is_no_seal_is_no_broken_record(office, clock, text_):
    await _sealed(office, clock, "OpenCall")
    with pytest.raises(NoSeal, match="no seal"):
        await verified(office, text_)
