"""The year in the chat: one picture and one list that say the same."""

import json
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

import bot.house  # noqa: F401 - all doors open
from bot.pictures.registry import from_json, to_json
from bot.pictures.year_picture import MARGIN, WIDTH, year_picture
from bot.screens.year_plan import year
from bot.screens.year_taps import ShowYear
from bot.words import SHIPPED
from programme.year_plan import year_plan
from services.calls import LoadCalls
from tests.pictures.test_subsidy_bar import BOX, drawn
from tests.player import Player
from tests.programme.call_files import GOOD, PACKAGED, packaged

CALLS = [packaged(name) for name in PACKAGED]
TODAY = date(2026, 11, 22)


async def test_from_home_to_the_year_and_back_through_the_years(town, owner):
    await owner.starts()
    await owner.taps("📆 Calls and dates", "🗓 The year at a glance")
    assert "(photo)" in owner.news()
    owner.sees(
        "The year 2026", "Collaboration", "Intake, round 1: Tue 10 Feb 2026 – Sun 22 Mar 2026 (now)", "Made up for trying things out"
    )
    owner.sees("Q2", "Intake, round 2: Sat 20 Jun 2026 – Mon 20 Jul 2026", "Run, round 1: goes on")
    await owner.taps("◀ 2025", "◀ 2017", "◀ 2016")
    owner.sees("The year 2016", "Basic plan: quarter 1 of 2016 (over)", "Selection, round 2: October 2016 (over)", "After 2016", "record")
    await owner.taps("2017 ▶", "◀ Calls and dates")
    owner.sees("Open now")


async def test_the_command_leads_there_too(town, owner):
    await owner.starts()
    await owner.sends("/calendar")
    owner.sees("The year 2026")


async def test_a_year_without_anything_says_so_and_shows_no_picture(office_with_calls):
    player = Player(office_with_calls)
    screen = await player.wishes(ShowYear(2001))
    player.sees("Nothing is on record for this year yet.")
    assert screen.picture is None
    for forged in (-4, 10**6):
        await player.wishes(ShowYear(forged, 99))
        player.sees("The year 2026")


async def test_many_rounds_are_turned_by_pages(office_with_calls):
    rounds = "".join(
        f'[[rounds]]\nnumber = {month}\nopens = 2027-{month:02}-02T09:00:00\ncloses = 2027-{month:02}-20T18:00:00\nsource = "notice"\n\n'
        f'[[stages]]\nstage = "selection"\nfrom = "2027-{month:02}"\nround = {month}\nsource = "notice"\n\n'
        for month in range(1, 13)
    )
    begins, ends = GOOD.index("[[rounds]]"), GOOD.index("[[contacts]]")
    await office_with_calls.do(LoadCalls(files={"c.toml": GOOD[:begins] + rounds + GOOD[ends:]}, on=TODAY))
    player = Player(office_with_calls)
    await player.wishes(ShowYear(2027))
    player.sees("Selection, round 1: January 2027")
    assert "Selection, round 12" not in player.text()
    first = player.text()
    await player.taps("Page 2 ▶")
    player.sees("Selection, round 12: December 2027")
    assert player.screen is not None
    assert player.screen.picture is None
    await player.taps("◀ Page 1")
    assert player.text() == first


@pytest.mark.parametrize("language", SHIPPED)
@pytest.mark.parametrize("told", [2016, 2026, 2027])
def test_the_picture_says_what_the_list_says_in_letters_the_font_has(told, language, monkeypatch):
    written: list[str] = []
    draw = ImageDraw.ImageDraw.text

    def noted(pen, at, text, *more, **named):
        written.append(text)
        draw(pen, at, text, *more, **named)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", noted)
    plan = year_plan(CALLS, told)
    sheet = Image.open(BytesIO(year_picture(plan, TODAY).draw(language))).convert("RGB")
    assert sheet.width == WIDTH
    for edge in ((0, 0, MARGIN - 4, sheet.height), (WIDTH - MARGIN + 4, 0, WIDTH, sheet.height)):
        assert sheet.crop(edge).getcolors() == [((edge[2] - edge[0]) * (edge[3] - edge[1]), (255, 255, 255))]
    letters = {letter for text in written for letter in text if not letter.isspace()}
    assert [letter for letter in letters if drawn(letter) == BOX] == []
    listed = year(plan, TODAY, 0).words.in_(language)
    stages = {entry.stage.wording.by_language[language] for lane in plan.lanes for entry in lane.entries}
    assert stages <= set(written)
    assert all(stage in listed for stage in stages)


def test_today_is_marked_in_its_own_year_only():
    assert year_picture(year_plan(CALLS, 2026), TODAY).today == "2026-11-22"
    assert year_picture(year_plan(CALLS, 2016), TODAY).today == ""


def test_a_letter_can_carry_the_picture():
    one = year_picture(year_plan(CALLS, 2016), TODAY)
    assert from_json(json.loads(json.dumps(to_json(one)))) == one
