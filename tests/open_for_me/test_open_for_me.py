"""What is open for me now, with where I stand and the button that leads on."""

from dataclasses import dataclass

import bot.house  # noqa: F401 - all doors open
from bot.screens import open_for_me as screens
from bot.screens.open_for_me import Told, tells
from bot.words import t
from services import open_for_me
from tests.membership.circle import NAME, chooses, meets
from tests.player import Player
from tests.programme.call_files import GOOD
from tests.window_notices.windows import KEY, TITLE, loads

HUB = ("📆 Calls and dates", "⭐ What is open for me")
DEMO = "[Demo] Collaboration support for the self-employed"


async def test_somebody_new_is_led_to_a_check(owner):
    await owner.starts()
    await owner.taps(*HUB)
    owner.sees(f"🟢 {DEMO}: until Sun 22 Mar 2026 18:00 (D-20)", "You have not checked yet whether you can apply")
    owner.sees(f"🕘 {DEMO}, round 2: from Sat 20 Jun 2026 09:00 (D-110)")
    await owner.taps("✅ Check: Collaboration")
    owner.sees("How many shops")


async def test_an_unfinished_answer_is_told_and_gone_on_with(owner):
    await owner.starts()
    await owner.taps(*HUB, "✅ Check: Collaboration", "3 shops", "Later", "🏠 Home", *HUB)
    owner.sees("1 answer of yours is unfinished")
    await owner.taps("▶ Go on: Can we apply?")
    owner.sees("question 2")


async def test_a_member_reads_what_the_consortium_lacks(town, clock, owner, neighbour):
    await loads(town.office, opens="2026-03-01T09:00:00")
    circle = await meets(town, owner, neighbour)
    await chooses(town.office, circle, KEY)
    await owner.taps(*HUB)
    owner.sees(f"🟢 {TITLE}", f"Your consortium “{NAME}” lacks 3 things.")
    await owner.taps(f"🤝 {NAME}")
    owner.sees(NAME)


async def test_a_stranger_reads_nothing_of_anothers_consortium(town, owner, neighbour):
    await loads(town.office, opens="2026-03-01T09:00:00")
    circle = await meets(town, owner)
    await chooses(town.office, circle, KEY)
    await neighbour.starts()
    await neighbour.taps(*HUB)
    neighbour.sees(TITLE)
    neighbour.sees_not(NAME)


async def test_where_nothing_is_open_that_is_said(office):
    player = Player(office)
    await player.commands("start")
    await player.taps(*HUB)
    player.sees("Nothing is open right now, and nothing is announced.")


async def test_another_feature_adds_its_lines_between_open_and_coming_calls(office_with_calls, monkeypatch):
    @dataclass(frozen=True)
    class BriefingForYou:
        title: str

    async def briefings(_work, person: int) -> list[BriefingForYou]:
        return [BriefingForYou(f"Briefing for {person}")]

    monkeypatch.setattr(open_for_me, "_finds", dict(open_for_me._finds))
    monkeypatch.setattr(screens, "_tells", dict(screens._tells))
    open_for_me.for_me(20)(briefings)
    tells(BriefingForYou)(lambda line: Told(words=t("{title}", title=line.title)))
    player = Player(office_with_calls, id=5)
    await player.commands("start")
    await player.taps(*HUB)
    shown = player.text()
    assert shown.index("🟢") < shown.index("Briefing for 5") < shown.index("🕘")


async def test_many_open_calls_are_cut_with_how_many_more(office_with_calls):
    from datetime import date

    from services.calls import LoadCalls

    texts = {
        f"c{n}.toml": GOOD.replace("collaboration-2027", f"collaboration-2027-{n}")
        .replace("2027-03-02", "2026-02-02")
        .replace("2027-03-31", "2026-03-31")
        for n in range(20)
    }
    await office_with_calls.do(LoadCalls(files=texts, on=date(2026, 3, 2)))
    player = Player(office_with_calls)
    await player.commands("start")
    await player.taps(*HUB)
    player.sees("… and ")
    assert len(player.text()) < 4096
