"""Neither a name nor a number nor the key reaches the logs, whatever the tax office does."""

import logging

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.observability.logs import CHATTY
from playground.tax_office import Mood
from services.gateways import tax_office
from tests.shops.registering import HANBIT, registers

SECRETS = ("Kim Hanbit", HANBIT, HANBIT.replace("-", ""), "demo+key", "Infuser")


@pytest.mark.parametrize("mood", list(Mood))
async def test_no_secret_in_the_logs(town, clock, owner, caplog, capsys, monkeypatch, mood):
    monkeypatch.setattr(tax_office, "LONGEST", 0.3)  # for the one that drips without end
    for chatty in (None, *CHATTY):  # the bot turns these down; here everything they could say is heard
        caplog.set_level(logging.DEBUG, logger=chatty)
    town.emulator.tax_office.goes_away(mood)
    await registers(owner)
    await town.does_chores()
    town.emulator.tax_office.key = "another"
    town.emulator.tax_office.comes_back()
    clock.passes(hours=1)
    await town.does_chores()
    told = caplog.text + "".join(capsys.readouterr())
    ours = "\n".join(line for line in told.splitlines() if "aiosqlite" not in line and "psycopg" not in line)
    assert "nts-businessman" in ours  # httpx does tell where it went
    assert [secret for secret in SECRETS if secret in ours] == []


async def test_a_refused_key_is_told_to_the_operator_with_what_to_do(town, owner, capsys):
    town.emulator.tax_office.key = "another"
    await registers(owner)
    await town.does_chores()
    told = "".join(capsys.readouterr())
    assert "tax_office_refuses_key" in told
    assert "GOLMOK_NTS_KEY" in told
