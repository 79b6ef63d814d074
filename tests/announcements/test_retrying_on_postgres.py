"""Two coordinators in two transactions side by side; each race also with its guard off, where it must be lost."""

import pytest

from services.announcement_deeds import NotNow
from services.announcement_retrying import NobodyToRetry, Retried, RetryFailed
from services.office import Office
from storage import announcement_ledger, announcements
from storage.engine import Store
from storage.seals import Seal
from tests.announcements.test_retrying import JUNG, done
from tests.conftest import SECRET
from tests.membership.racing import side_by_side

__all__ = ["done"]


@pytest.fixture
async def office(postgres_url, clock):
    async with await Store.open(postgres_url, seal=Seal(SECRET)) as store:
        yield Office(store, clock)


def _retry(number):
    return RetryFailed(by=JUNG, announcement=number, retries=0, unknown=False)


async def test_two_who_try_again_side_by_side_try_once(office, done):
    outcomes = await side_by_side(office, _retry(done), _retry(done))
    assert sorted(type(one).__name__ for one in outcomes) == sorted([Retried.__name__, NotNow.__name__])


def without_the_lock(monkeypatch) -> None:
    monkeypatch.setattr(announcements, "lock", announcements.find)


async def test_without_the_lock_the_rows_of_the_ledger_still_keep_it_to_once(office, done, monkeypatch):
    without_the_lock(monkeypatch)
    outcomes = await side_by_side(office, _retry(done), _retry(done))
    assert [type(one) for one in outcomes] == [Retried, NobodyToRetry]


async def test_without_lock_and_ledger_both_would_have_tried(office, done, monkeypatch):
    async def unguarded(connection, announcement, *, unknown):
        return sum((await announcement_ledger.count_failed(connection, announcement)).values())

    without_the_lock(monkeypatch)
    monkeypatch.setattr(announcement_ledger, "try_failed_again", unguarded)
    outcomes = await side_by_side(office, _retry(done), _retry(done))
    assert [type(one) for one in outcomes] == [Retried, Retried]
