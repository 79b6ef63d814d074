"""What came of a survey: for the office, and shared back to those who answered it."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

import bot.house  # noqa: F401 - all doors open
from bot.screens.export_taps import File, TakeFile
from bot.screens.survey_taps import ExportAnswers, ShowResults, ShowWords
from programme.events import Survey
from programme.surveys import NextTime, Said, Useful, tally
from services.coordinators import Forbidden
from services.survey_sharing import NothingSaid, ResultsShared, SharedBefore, ShareResults, TooFew
from tests.agreements.agreeing import files_of
from tests.events.making import COORDINATOR, letters_to
from tests.finder.street import opens_shop
from tests.player import Player
from tests.surveys.asking import said, thanked

PEOPLE = tuple(range(401, 409))  # eight


@pytest.fixture
async def officer(town):
    person = town.person("Officer")
    await person.starts()
    await town.appoints(person)
    return person


async def answered(office, clock, how_many: int, survey=Survey.ANONYMOUS, words: str = "", **more):
    """So many of the eight: four stars, except the first with two."""
    event = await thanked(office, clock, *PEOPLE, survey=survey, **more)
    for place, person in enumerate(PEOPLE[:how_many]):
        await office.do(said(person, event, stars=2 if place == 0 else 4, words=words and f"{words} {place}"))
    return event


async def test_with_four_answers_only_how_many_there_are_is_told(town, clock, officer):
    event = await answered(town.office, clock, 4, words="Secret words", by=officer.person.id)
    await officer.starts(f"es_{event.id}")
    officer.sees("Answers: 4 of 8 (50%)", "from 5 answers on", "Open until")
    officer.sees_not("average", "Secret words", "Words (", "(photo)")
    for wish in (ShowWords(event.id), ExportAnswers(event.id), TakeFile(File.SURVEY, event.id)):
        player = Player(town.office, id=officer.person.id)
        await player.wishes(wish)
        assert "Secret words" not in player.text()
        assert player.screen is not None
        assert player.screen.documents == ()


async def test_where_names_are_asked_for_the_office_sees_the_first_answer_and_shares_from_five_on(town, clock, officer):
    event = await answered(town.office, clock, 0, by=officer.person.id, survey=Survey.NAMED)
    await officer.starts(f"es_{event.id}")
    officer.sees("Answers: 0 of 8 (0%)")
    officer.sees_not("who said what", "average")
    await town.office.do(said(PEOPLE[0], event))
    await officer.starts(f"es_{event.id}")
    officer.sees("Answers: 1 of 8", "Overall: 4.0 of 5", "It can be shared from 5 answers on")
    assert "📣 Share the result" not in officer.labels()
    assert await town.office.do(ShareResults(by=officer.person.id, event=event.id, follows="We begin earlier.")) == TooFew(1)


async def test_from_five_on_the_chart_and_the_same_numbers_in_words(town, clock, officer):
    event = await answered(town.office, clock, 5, by=officer.person.id)
    await officer.starts(f"es_{event.id}")
    officer.sees("(photo)", "Answers: 5 of 8 (63%)", "Overall: 3.6 of 5 stars on average (5 ⭐: 0, 4 ⭐: 4, 3 ⭐: 0, 2 ⭐: 1, 1 ⭐: 0)")
    officer.sees("Useful: Yes, it was: 5, Partly: 0, No, it was not: 0", "Next time: Marketing, selling online: 5")


async def test_the_office_finds_it_among_its_past_events(town, clock, officer):
    await answered(town.office, clock, 5, by=officer.person.id)
    await officer.starts()
    await officer.taps("🗂 Office", "🎪 Manage events")
    await officer.taps(next(label for label in officer.labels() if label.startswith("🗄 Past")), "Mapo owners meet", "📊 Survey results")
    officer.sees("Answers: 5 of 8 (63%)")
    await officer.taps("◀ The event")
    officer.sees("Mapo owners meet", "(Briefing, over)")


async def test_words_stand_alone_page_by_page(town, clock, officer):
    event = await answered(town.office, clock, 8, words="Warm in there", by=officer.person.id)
    await officer.starts(f"es_{event.id}")
    await officer.taps("💬 Words (8)")
    officer.sees("“Warm in there")
    officer.sees_not("⭐ ", "Owner")
    assert officer.news().count("Warm in there") == 6
    await officer.taps("Page 2 ▶")
    assert officer.news().count("Warm in there") == 2


async def test_the_sheet_of_an_anonymous_one_has_counts_and_words_apart(town, clock, officer):
    event = await answered(town.office, clock, 5, words="=SUM(1)", by=officer.person.id)
    await officer.starts(f"es_{event.id}")
    await officer.taps("📥 As an Excel sheet", "📥 Yes, give me the file")
    officer.sees("Counts and words on two sheets; it names nobody.")
    [(name, content)] = files_of(town, officer)
    assert name == "survey Mapo owners meet.xlsx"
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == ["Counts", "Words"]
    assert [row[2] for row in book["Counts"].iter_rows(min_row=2, max_row=6, values_only=True)] == [0, 1, 0, 4, 0]
    assert sorted(row[0] for row in book["Words"].iter_rows(min_row=2, values_only=True)) == [f"=SUM(1) {n}" for n in range(5)]
    assert book["Words"].max_column == 1


async def test_with_names_the_office_sees_who_said_what(town, clock, officer):
    await opens_shop(town.office, PEOPLE[0], "Hanbit Bakery", serial=1)
    event = await answered(town.office, clock, 5, Survey.NAMED, words="Warm in there", by=officer.person.id)
    await officer.starts(f"es_{event.id}")
    await officer.taps("💬 Words (5)")
    officer.sees("2 ⭐ Hanbit Bakery, Owner1 of 1", "“Warm in there 0”")
    await officer.taps("📊 Survey results", "📥 As an Excel sheet", "📥 Yes, give me the file")
    officer.sees("It names people: keep it in the office.")
    [(_, content)] = files_of(town, officer)
    rows = list(load_workbook(BytesIO(content))["Answers"].iter_rows(min_row=2, values_only=True))
    assert rows[0] == ("Owner1 of 1", "Hanbit Bakery", 2, "Yes, it was", "Marketing, selling online", "Warm in there 0")


async def test_nobody_but_the_office_sees_them(office_with_calls, clock):
    event = await answered(office_with_calls, clock, 8, words="Secret words")
    for wish in (ShowResults(event.id), ShowWords(event.id), ExportAnswers(event.id), TakeFile(File.SURVEY, event.id)):
        stranger = Player(office_with_calls, id=PEOPLE[0])
        await stranger.wishes(wish)
        stranger.sees("Only the coordinators of the office")
    assert await office_with_calls.do(ShareResults(by=PEOPLE[0], event=event.id, follows="I will do as I like")) == Forbidden()


async def test_the_office_shares_the_chart_and_what_follows_with_all_who_were_asked(town, clock, owner, officer):
    await owner.starts()
    event = await thanked(town.office, clock, owner.person.id, *PEOPLE, by=officer.person.id)
    for person in PEOPLE[:5]:
        await town.office.do(said(person, event))
    await town.settles()
    await officer.starts(f"es_{event.id}")
    await officer.taps("📣 Share the result")
    await officer.sends("The next one is in the evening.")
    officer.sees("Shall I send the chart and this to 9 people?", "cannot be taken back")
    owner.remember()
    await officer.taps("📣 Share it")
    officer.sees("Shared with 9 people.")
    owner.sees("(photo)", "What you said about “Mapo owners meet”", "Overall: 4.0 of 5", "The next one is in the evening.")
    await officer.taps("📊 Survey results")
    officer.sees("Shared on", "The next one is in the evening.")
    assert "📣 Share the result" not in officer.labels()


async def test_it_is_shared_once_and_not_with_too_few(office, clock):
    event = await answered(office, clock, 4)
    share = ShareResults(by=COORDINATOR, event=event.id, follows="We begin earlier.")
    assert await office.do(share) == TooFew(4)
    await office.do(said(PEOPLE[4], event))
    assert await office.do(ShareResults(by=COORDINATOR, event=event.id, follows="")) == NothingSaid()
    assert await office.do(share) == ResultsShared(event.id, 8)
    assert await office.do(share) == SharedBefore()
    assert len(await letters_to(office, PEOPLE[7], "event_survey_shared")) == 1


def test_counting():
    answers = [Said(stars=5, useful=Useful.YES, next_time=NextTime.NOTHING), Said(stars=2, useful=Useful.NO, next_time=NextTime.APPLYING)]
    found = tally(answers)
    assert (found.stars, found.useful, found.next_time) == ((0, 1, 0, 0, 1), (1, 0, 1), (1, 0, 0, 0, 0, 1))
    assert (found.answers, found.mean) == (2, 35)
    assert (tally([]).answers, tally([]).mean) == (0, 0)
