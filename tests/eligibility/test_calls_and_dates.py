"""Which calls are open, which come, which were; and what one call says."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens import calls as screens
from bot.screens.calls import Part
from bot.screens.taps import ShowCall
from bot.words import SHIPPED
from programme.notices import read_calls
from services.calls import read_packaged
from tests.clock import MONDAY_MORNING
from tests.player import Player

PACKAGED = read_calls(read_packaged(), MONDAY_MORNING.date())
assert isinstance(PACKAGED, tuple)
CALLS = PACKAGED
DEMO = "[Demo] Collaboration support for the self-employed"


@pytest.fixture
async def player(office_with_calls):
    player = Player(office_with_calls)
    await player.commands("start")
    await player.taps("📆 Calls and dates")
    return player


async def test_what_is_open_is_told_with_its_last_hour_and_the_days_left(player):
    player.sees(f"Open now\n• [Demo] Innovation track for cooperatives: until Sun 22 Mar 2026 18:00 (D-20)\n• {DEMO}")


async def test_the_days_left_count_down_to_the_last_day(player, clock):
    clock.passes(days=20)
    await player.taps("Past calls (4)", "◀ Open and coming calls")
    player.sees("(D-day)")


async def test_after_the_first_round_the_second_is_coming(player, clock):
    clock.passes(days=21)
    await player.taps("Past calls (4)", "◀ Open and coming calls")
    player.sees("No call is open right now.")
    player.sees(f"Coming\n• [Demo] Innovation track for cooperatives: from Sat 20 Jun 2026 09:00 (D-89)\n• {DEMO}")


async def test_past_calls_can_be_read_and_tried(player):
    await player.taps("Past calls (4)")
    player.sees("Their rules can still be tried")
    await player.taps("2017 collaboration support for the self-employed", "Papers and points")
    player.sees("One of the two briefing sessions must be attended")
    player.sees("The criteria of this call are not on record.")
    await player.taps("✅ Check by these rules")
    player.sees("How many shops would take part")


async def test_a_call_tells_amounts_and_who_each_with_its_source(player):
    await player.taps(DEMO)
    for told in ("The city pays 90% of the cost [2]", "At most KRW 100,000,000 [2]", "At least 3 shops, at most 15 shops take part. [2]"):
        player.sees(told)
    player.sees("[2] Seoul's pledge 15-1-3")
    player.sees("Seoul, Social Economy Division, 02-2133-5480")
    player.sees("nobody is really applying")


async def test_the_2016_call_says_what_is_not_on_record(player):
    await player.taps("Past calls (4)", "2016 collaboration support for the self-employed", "Dates")
    player.sees("Round 1: days not on record; selected in 8/2016")


async def test_weights_stand_beside_the_criteria(player):
    await player.taps(DEMO, "Papers and points")
    player.sees("How concrete the project plan is: 30 points")


async def test_left_out_trades_say_who_looks_at_them(player):
    await player.taps(DEMO, "Who may not")
    player.sees("• Gambling [")
    player.sees("Health care (most kinds) – an officer checks")


async def test_a_call_that_is_gone_leads_home(player):
    await player.wishes(ShowCall("nobody"))
    player.sees("That call is no longer here.")


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("language", SHIPPED)
def test_every_page_of_every_call_fits_one_message(call, part, language):
    told = screens.one(call, MONDAY_MORNING, part).words.in_(language)
    assert len(told.encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.key)
@pytest.mark.parametrize("part", Part)
def test_every_number_on_a_page_is_explained_at_its_end(call, part):
    body, _, sources = screens.one(call, MONDAY_MORNING, part).words.in_("en").rpartition("Sources\n")
    for number in range(1, 30):
        assert (f"[{number}]" in body) == (f"[{number}]" in sources)
