import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from programme.seoul import seoul_day
from programme.tracks import Track
from services import calls
from services.calls import AllCalls, CallVersion, CallVersions, LoadCalls, Loaded, NotLoaded, OpenCalls, check_calls, read_packaged
from storage import calls as stored
from storage.tables import in_both
from tests.programme.call_files import GOOD
from tests.services.kept import ON

FILE = {"call.toml": GOOD}


@pytest.fixture(autouse=True)
def _a_process_that_has_read_nothing():
    calls._read.clear()


async def loads(office, files, on=ON):
    loaded = await office.do(LoadCalls(files=files, on=on))
    assert isinstance(loaded, Loaded), loaded
    return loaded


async def rows(office, table):
    async with office.work() as work:
        return (await work.connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()


async def test_the_packaged_calls_are_loaded_once(office):
    packaged = read_packaged()
    first = await loads(office, packaged)
    assert len(first.new) == len(packaged)
    again = await loads(office, packaged)
    assert (again.new, again.changed) == ((), ())
    assert await rows(office, "call_versions") == len(packaged)
    assert {call.key for call in await office.look(AllCalls())} == {name.removesuffix(".toml") for name in packaged}


async def test_a_corrected_file_is_a_new_version_and_the_old_one_stays_readable(office):
    (old,) = (await loads(office, FILE)).new
    (new,) = (await loads(office, {"call.toml": GOOD.replace("100_000_000", "50_000_000")})).new
    assert await office.look(AllCalls()) == (new,)
    assert new.cap.value == 50_000_000
    kept = await office.look(CallVersion(key=old.key, version=old.version))
    assert kept == old
    assert kept.cap.value == 100_000_000


async def test_going_back_to_an_earlier_text_brings_its_version_back_into_use(office):
    (old,) = (await loads(office, FILE)).new
    await loads(office, {"call.toml": GOOD.replace("100_000_000", "50_000_000")})
    back = await loads(office, FILE)
    assert (back.new, back.changed) == ((), (old,))
    assert await office.look(AllCalls()) == (old,)
    assert await rows(office, "call_versions") == 2


async def test_one_broken_file_keeps_all_of_them_out(office):
    refused = await office.do(LoadCalls(files={**FILE, "other.toml": GOOD.replace("num = 9", "num = 90")}, on=ON))
    assert isinstance(refused, NotLoaded)
    assert [p.file for p in refused.problems] == ["other.toml"]
    assert await office.look(AllCalls()) == ()


async def test_two_processes_load_the_same_calls_at_once(office):
    both = await asyncio.gather(loads(office, FILE), loads(office, FILE))
    assert sorted(len(loaded.new) for loaded in both) == [0, 1]
    assert await rows(office, "calls_in_use") == 1


async def test_without_the_guard_in_the_database_the_second_process_would_fail(office, monkeypatch):
    monkeypatch.setattr(
        stored, "_KEEP", in_both(lambda insert: insert(stored.CallVersionRecord).returning(stored.CallVersionRecord.version))
    )
    with pytest.raises(IntegrityError):
        await asyncio.gather(loads(office, FILE), loads(office, FILE))


async def test_a_call_is_read_the_same_after_a_restart(office):
    (before,) = (await loads(office, FILE)).new
    calls._read.clear()
    assert await office.look(CallVersion(key=before.key, version=before.version)) == before


async def test_a_text_is_fetched_and_read_only_once(office, monkeypatch):
    await loads(office, FILE)
    (first,) = await office.look(AllCalls())
    monkeypatch.setattr(calls, "_reread", None)
    (second,) = await office.look(AllCalls())
    assert second is first


async def test_a_version_that_was_never_loaded_is_not_there(office):
    (call,) = (await loads(office, FILE)).new
    assert await office.look(CallVersion(key=call.key, version="0" * 12)) is None
    assert await office.look(CallVersions(wanted=((call.key, call.version), ("no-such-call", "1")))) == {(call.key, call.version): call}


async def test_the_demo_calls_are_open_on_the_day_of_loading(office, clock):
    today = seoul_day(clock.now())
    await loads(office, read_packaged(), on=today)
    assert {call.key for call in await office.look(OpenCalls())} == {"collaboration-demo", "innovation-demo"}
    (call,) = await office.look(OpenCalls(track=Track.INNOVATION))
    assert call.key == "innovation-demo"


async def test_a_demo_call_closes_when_its_days_are_over_and_opens_anew_when_loaded_again(office, clock):
    today = seoul_day(clock.now())
    await loads(office, read_packaged(), on=today)
    clock.passes(days=22)
    assert await office.look(OpenCalls()) == ()
    renewed = await loads(office, read_packaged(), on=today + timedelta(days=22))
    assert {call.key for call in renewed.new} == {"collaboration-demo", "innovation-demo"}
    assert len(await office.look(OpenCalls())) == 2


async def test_the_newest_notice_comes_first(office):
    await loads(office, read_packaged())
    years = [call.in_force_from for call in await office.look(AllCalls())]
    assert years == sorted(years, reverse=True)


async def test_loading_is_noted(office):
    (call,) = (await loads(office, FILE)).new
    async with office.work() as work:
        noted = (await work.connection.execute(text('SELECT who, did, "on", outcome FROM audit'))).all()
    assert [tuple(row) for row in noted] == [(None, "LoadCalls", f"call:{call.key}@{call.version}", "new")]


def test_files_can_be_checked_without_loading():
    assert check_calls(read_packaged(), date(2024, 2, 29)) == ()
    assert [p.file for p in check_calls({"x.toml": "="}, ON)] == ["x.toml"]
