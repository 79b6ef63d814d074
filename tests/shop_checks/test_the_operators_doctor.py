"""`golmok doctor` tells the operator whether the tax office can be asked."""

import pytest

from bot.doctor import examine
from bot.settings import Settings
from playground.emulator import Emulator
from playground.tax_counter import ROOT
from playground.tax_office import KEY, Mood


@pytest.fixture
async def street():
    emulator = Emulator()
    async with emulator.serve() as server:
        yield emulator, server.url


async def said(tmp_path, url: str, key: str | None) -> str:
    database = f"sqlite+aiosqlite:///{tmp_path / 'golmok.db'}"
    settings = Settings(_env_file=None, bot_api_url=url, nts_url=url + ROOT, nts_key=key, database_url=database)
    return next(str(finding) for finding in await examine(settings) if finding.what.startswith("tax office"))


async def test_without_a_key_it_says_who_confirms(tmp_path, street):
    assert await said(tmp_path, street[1], None) == "✓ tax office: no key, so coordinators confirm every shop by hand"


async def test_a_good_key_is_accepted(tmp_path, street):
    assert await said(tmp_path, street[1], KEY) == "✓ tax office: answers and accepts the key"


async def test_a_refused_key_is_said_with_where_to_get_another_and_not_shown(tmp_path, street):
    found = await said(tmp_path, street[1], "worn-out-key")
    assert found.startswith("✗ tax office: refuses the key")
    assert "data.go.kr" in found
    assert "worn-out-key" not in found


async def test_an_outage_is_said_as_one(tmp_path, street):
    emulator, url = street
    emulator.tax_office.goes_away(Mood.BROKEN)
    assert (await said(tmp_path, url, KEY)).startswith("✗ tax office: no answer (HTTP 500, INTERNAL_ERROR)")
