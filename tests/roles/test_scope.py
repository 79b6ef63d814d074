"""A role for some gu, or for one track, reaches no further: neither names nor files nor decisions. What it reaches, it reaches whole."""

from datetime import timedelta

import pytest
from sqlalchemy import update

import bot.house  # noqa: F401 - all doors open
from bot.screens.consultant_taps import ShowConsultants
from bot.screens.event_desk_taps import ShowOfficeEvent
from bot.screens.export_taps import File, TakeFile
from bot.screens.record_taps import ShowRecord
from bot.screens.session_overview_taps import ExportSessions, ShowOverview
from bot.screens.shop_checks import ShowCheck, ShowChecks
from programme.districts import District
from programme.events import Answer
from programme.rights import Role, Scope
from programme.tracks import Track
from services.attendance_lists import ListOfDate, OneAttendee, SearchList, TakeBack
from services.attendance_sheets import EventAttendance, ExportAttendance
from services.calls import AllCalls
from services.check_in import CheckedIn, CheckIn, CheckInByName, NotIn
from services.check_in_desk import DatesAtTheDoor, DoorDates, OpenDoors
from services.consortium_card import Card, ConsortiumCard
from services.consultant_ends import EndConsultant
from services.consultant_invitations import InviteConsultant, LinkMade
from services.consultants import PauseConsultant
from services.coordinators import Forbidden, OutOfReach
from services.course_completions import Completions, WhoCompleted
from services.event_guests import EventSheetFacts, ExportGuests, GuestList, GuestsOfEvent, WaitingGuest
from services.event_walk_ins import CountWalkIns, WalkInsCounted
from services.finder_reports import JudgeCard, Judged, Reason, ReportCard, ReportedCard, ReportedCards, Verdict
from services.front import AtTheFront
from services.office_holidays import DropOfficeHoliday, KeepOfficeHoliday
from services.record import ExportRecord, ReadRecord, RecordPage, RecordSheet
from services.record import Filter as Sought
from services.record_cases import Case
from services.session_grants import FindConsortia, Granted, GrantSessions, YearOfConsortium
from services.session_overview import ExportYear, Grouping, YearOverview, YearSheet
from services.shop_proofs import CheckPage, Proof, Proven, RecordProof, ShopForOffice, ShopsToConfirm
from services.staff_group import MakeStaffGroup
from services.survey_results import ExportSurvey, Results, SurveyFile, SurveyResults, SurveyWords
from services.wall_codes import DrawWallCode, Wall, WallOf
from services.window_notices import RoundsToTell, TellableRounds
from storage.consultants import Calling
from storage.sessions import SessionRecord, State
from tests.check_in.attending import a_course, comes, dates_of, doors_are_open, ends
from tests.events.making import letters_to, published, registers
from tests.finder.street import leads, opens_shop, shows_card
from tests.player import Player
from tests.sessions.desk import DAY, YUN, advises, at, books
from tests.surveys.asking import said, thanked
from tests.today.desks import MAPO, holds, shop_to_confirm

BOSS, LOCAL, STAFF, READER = 7001, 7003, 7004, 7005
GANGNAM = District.GANGNAM


@pytest.fixture
async def office(office_with_calls):
    """Each has a role for Mapo."""
    for person, role in ((LOCAL, Role.COORDINATOR), (STAFF, Role.EVENT_STAFF), (READER, Role.AUDITOR)):
        await holds(office_with_calls, person, role, MAPO, name=f"Officer {person}")
    return office_with_calls


async def player(office, person: int = LOCAL) -> Player:
    one = Player(office, id=person)
    await one.commands("start")
    return one


FAR = pytest.mark.parametrize("gus", [(), (GANGNAM.value,), (GANGNAM.value, District.MAPO.value)], ids=["Seoul", "elsewhere", "both"])


@FAR
async def test_who_comes_to_an_event_beyond_it(office, gus):
    event = await published(office, gus=gus, seats=1)
    (waits,) = await registers(office, event, 101, answer=Answer.WAITING)
    (date,) = await dates_of(office, event)
    for deed in (
        GuestsOfEvent(by=LOCAL, event=event.id),
        ExportGuests(by=LOCAL, event=event.id),
        WaitingGuest(by=LOCAL, registration=waits.id),
        ExportAttendance(by=READER, event=event.id),
        ListOfDate(by=STAFF, date=date.id),
        SearchList(by=LOCAL, date=date.id, wanted="Kim"),
        OneAttendee(by=STAFF, date=date.id, registration=waits.id),
        TakeBack(by=STAFF, date=date.id, registration=waits.id),
        WallOf(by=STAFF, date=date.id),
        DrawWallCode(by=LOCAL, date=date.id),
        CountWalkIns(by=STAFF, date=date.id, more=1),
    ):
        assert await office.do(deed) == OutOfReach(), deed
    one = await player(office)
    await one.wishes(ShowOfficeEvent(event.id))
    one.sees("you see its numbers, not who comes")
    assert not any(label.startswith(("👥", "📥", "✏️", "🚫", "🎫")) for label in one.labels())
    await one.wishes(TakeFile(File.REGISTRATIONS, event.id))
    one.sees("This lies beyond your role")


async def test_who_comes_to_an_event_within_it(office):
    event = await published(office, gus=(District.MAPO.value,), seats=1)
    (waits,) = await registers(office, event, 101, answer=Answer.WAITING)
    (date,) = await dates_of(office, event)
    assert isinstance(await office.do(GuestsOfEvent(by=LOCAL, event=event.id)), GuestList)
    assert isinstance(await office.do(ExportGuests(by=LOCAL, event=event.id)), EventSheetFacts)
    assert isinstance(await office.do(ExportAttendance(by=READER, event=event.id)), EventAttendance)
    assert isinstance(await office.do(WallOf(by=STAFF, date=date.id)), Wall)
    assert isinstance(await office.do(DrawWallCode(by=STAFF, date=date.id)), Wall)
    assert await office.do(GuestsOfEvent(by=STAFF, event=event.id)) == Forbidden()
    assert isinstance(await office.do(WaitingGuest(by=LOCAL, registration=waits.id)), tuple)


@FAR
async def test_the_door_of_an_event_beyond_it(office, clock, gus):
    theirs = await published(office, gus=gus)
    ours = await published(office, gus=(District.MAPO.value,))
    comer, (date,), (our_date,) = await comes(office, theirs, 101), await dates_of(office, theirs), await dates_of(office, ours)
    doors_are_open(clock, date)
    for deed in (CheckIn(by=STAFF, code=comer.code), CheckInByName(by=STAFF, date=date.id, registration=comer.id, anyway=True)):
        found = await office.do(deed)
        assert isinstance(found, NotIn), deed
        assert found.attendee is None
        assert found.why.value == "out_of_reach"
    found = await office.look(DatesAtTheDoor(by=STAFF))
    assert isinstance(found, DoorDates)
    assert [one.event.id for one in found.dates] == [ours.id]
    assert await office.look(OpenDoors(by=STAFF)) == 1
    here = await comes(office, ours, 101)
    assert isinstance(await office.do(CheckIn(by=STAFF, code=here.code)), CheckedIn)
    assert isinstance(await office.do(CountWalkIns(by=STAFF, date=our_date.id, more=1)), WalkInsCounted)


async def test_a_code_of_yesterday_names_no_event_beyond_it(office, clock):
    """Which event somebody is expected at is nobody's business but that door's."""
    over = await published(office, gus=(District.MAPO.value,))
    comer = await comes(office, over, 101)
    (date,) = await dates_of(office, over)
    ends(clock, date)
    begins = clock.at + timedelta(minutes=20)
    on = await published(office, gus=(GANGNAM.value,), dates=((begins, begins + timedelta(hours=2)),))
    await comes(office, on, 101)
    found = await office.do(CheckIn(by=STAFF, code=comer.code))
    assert isinstance(found, NotIn)
    assert found.other is None
    seen = await office.do(CheckIn(by=await _boss(office), code=comer.code))
    assert isinstance(seen, NotIn)
    assert seen.other == on


@FAR
async def test_courses_and_surveys_beyond_it(office, clock, gus):
    course = await a_course(office, gus=gus)
    assert await office.do(WhoCompleted(by=LOCAL, event=course.id)) == OutOfReach()
    held = await thanked(office, clock, *range(101, 106), gus=gus)
    for person in range(101, 106):
        await office.do(said(person, held))
    for deed in (SurveyResults(by=LOCAL, event=held.id), SurveyWords(by=LOCAL, event=held.id), ExportSurvey(by=LOCAL, event=held.id)):
        assert await office.do(deed) == OutOfReach()


async def test_courses_and_surveys_within_it(office, clock):
    mapo = (District.MAPO.value,)
    course = await a_course(office, gus=mapo)
    assert isinstance(await office.do(WhoCompleted(by=LOCAL, event=course.id)), Completions)
    held = await thanked(office, clock, 101, gus=mapo)
    assert isinstance(await office.do(SurveyResults(by=LOCAL, event=held.id)), Results)
    assert isinstance(await office.do(ExportSurvey(by=LOCAL, event=held.id)), SurveyFile)


async def test_shops_to_confirm(office):
    far, near = await shop_to_confirm(office, 32, "Gangnam Cakes", 2, GANGNAM), await shop_to_confirm(office, 33, "Mapo Cakes", 3)
    seen = {one.shop.id: one.changed_at for one in (await office.look(ShopsToConfirm(by=await _boss(office)))).shops}
    assert await office.do(ShopForOffice(by=LOCAL, shop=far.shop)) == OutOfReach()
    assert await office.do(RecordProof(by=LOCAL, shop=far.shop, proof=Proof.ORIGINAL, seen=seen[far.shop])) == OutOfReach()
    page = await office.look(ShopsToConfirm(by=LOCAL))
    assert isinstance(page, CheckPage)
    assert [one.shop.id for one in page.shops] == [near.shop]
    assert (await office.look(AtTheFront(person=LOCAL))).shops_to_confirm == 1
    one = await player(office)
    await one.wishes(ShowChecks())
    assert "Gangnam Cakes" not in one.text()
    await one.wishes(ShowCheck(far.shop))
    one.sees("This lies beyond your role")
    assert isinstance(await office.do(RecordProof(by=LOCAL, shop=near.shop, proof=Proof.ORIGINAL, seen=seen[near.shop])), Proven)


async def test_reported_cards_and_who_hears_of_them(office):
    far, near = [await opens_shop(office, n, f"Shop {n}", serial=n, gu=gu) for n, gu in ((31, GANGNAM), (32, District.MAPO))]
    seer = await opens_shop(office, 33, "Seer", serial=33)
    for one in (far, near, seer):
        await shows_card(office, one)
    for other in (far, near):
        await office.do(ReportCard(by=33, mine=seer.shop, other=other.shop, reason=Reason.RUDE))
    assert [letter.shop for letter in await letters_to(office, LOCAL, "finder_report")] == [near.shop]
    assert await office.do(ReportedCard(by=LOCAL, shop=far.shop)) == OutOfReach()
    assert await office.do(JudgeCard(by=LOCAL, shop=far.shop, verdict=Verdict.BLOCKED)) == OutOfReach()
    page = await office.look(ReportedCards(by=LOCAL))
    assert [one.card.shop for one in page.reported] == [near.shop]
    assert (await office.look(AtTheFront(person=LOCAL))).reported_cards == 1
    assert await office.do(JudgeCard(by=LOCAL, shop=near.shop, verdict=Verdict.FINE)) == Judged(Verdict.FINE)


async def test_sessions_of_the_year(office, clock):
    await advises(office)
    for number, gu, hour in ((31, GANGNAM, 10), (32, District.MAPO, 11)):
        await opens_shop(office, number, f"{gu.name} shop", serial=number, gu=gu)
        await books(office, number, at(hour))
    async with office.work() as work:
        await _all_given(work)
    clock.at = at(20)
    seen = await office.look(YearOverview(by=LOCAL, grouping=Grouping.FIRM))
    assert [one.name for one in seen.sums] == ["MAPO shop"]
    sheet = await office.do(ExportYear(by=LOCAL, year=DAY.year))
    assert isinstance(sheet, YearSheet)
    assert [one.shop for one in sheet.sessions] == ["MAPO shop"]
    one = await player(office)
    await one.wishes(ShowOverview())
    one.sees("Only of shops in Mapo-gu")
    await one.wishes(ExportSessions(DAY.year))
    one.sees("take it as a file?")
    everything = await office.look(YearOverview(by=await _boss(office), grouping=Grouping.FIRM))
    assert everything.whole.sessions == 2


async def _all_given(work) -> None:
    await work.connection.execute(update(SessionRecord).values(state=State.DONE.value))


async def _boss(office) -> int:
    await holds(office, BOSS, Role.OWNER)
    return BOSS


async def test_consortia(office):
    far, near = [await opens_shop(office, n, f"Shop {n}", serial=n, gu=gu) for n, gu in ((31, GANGNAM), (32, District.MAPO))]
    theirs, ours = await leads(office, far, "Gangnam Bread"), await leads(office, near, "Mapo Bread")
    grants = [GrantSessions(by=LOCAL, consortium=one, calling=Calling.CONSULTANT, extra=1, why="They asked.") for one in (theirs, ours)]
    assert not isinstance(await office.look(ConsortiumCard(person=LOCAL, consortium=theirs)), Card)
    assert await office.look(FindConsortia(by=LOCAL, words="Gangnam")) == ()
    assert await office.look(YearOfConsortium(by=LOCAL, consortium=theirs)) == OutOfReach()
    assert await office.do(grants[0]) == OutOfReach()
    assert isinstance(await office.look(ConsortiumCard(person=LOCAL, consortium=ours)), Card)
    assert [one.id for one in await office.look(FindConsortia(by=LOCAL, words="Mapo"))] == [ours]
    assert isinstance(await office.do(grants[1]), Granted)


async def test_a_consortium_of_the_other_track(office):
    await holds(office, LOCAL, Role.COORDINATOR, Scope(tracks=frozenset({Track.INNOVATION})))
    theirs = await leads(office, await opens_shop(office, 32, "Shop 32", serial=32), "Mapo Bread")
    assert not isinstance(await office.look(ConsortiumCard(person=LOCAL, consortium=theirs)), Card)
    await holds(office, LOCAL, Role.COORDINATOR, Scope(tracks=frozenset({Track.COLLABORATION})))
    assert isinstance(await office.look(ConsortiumCard(person=LOCAL, consortium=theirs)), Card)


async def test_what_concerns_all_of_seoul_is_for_roles_without_a_limit(office):
    await advises(office)
    for deed in (
        InviteConsultant(by=LOCAL, calling=Calling.CONSULTANT),
        PauseConsultant(by=LOCAL, person=YUN, pauses=True),
        EndConsultant(by=LOCAL, person=YUN),
        KeepOfficeHoliday(by=LOCAL, day=DAY, name="Our day"),
        DropOfficeHoliday(by=LOCAL, day=DAY),
        MakeStaffGroup(by=LOCAL, chat=-100, has_topics=True),
    ):
        assert await office.do(deed) == OutOfReach(), deed
    one = await player(office)
    await one.wishes(ShowConsultants())
    one.sees("Yun")
    assert isinstance(await office.do(InviteConsultant(by=await _boss(office), calling=Calling.CONSULTANT)), LinkMade)


async def test_the_results_of_a_call_of_the_other_track(office):
    found = [await office.look(RoundsToTell(by=await _boss(office), call=key)) for key in await _calls(office)]
    collab = next(one.call for one in found if isinstance(one, TellableRounds) and one.call.track is Track.COLLABORATION)
    await holds(office, LOCAL, Role.COORDINATOR, Scope(tracks=frozenset({Track.INNOVATION})))
    assert await office.look(RoundsToTell(by=LOCAL, call=collab.key)) == OutOfReach()
    await holds(office, LOCAL, Role.COORDINATOR, Scope(tracks=frozenset({Track.COLLABORATION})))
    assert isinstance(await office.look(RoundsToTell(by=LOCAL, call=collab.key)), TellableRounds)


async def _calls(office) -> list[str]:
    return [one.key for one in await office.look(AllCalls())]


async def test_the_record_of_others_is_told_of_what_the_role_reaches_alone(office):
    far, near = await published(office, gus=(GANGNAM.value,)), await published(office, gus=(District.MAPO.value,))
    await office.do(ExportGuests(by=LOCAL, event=near.id))
    mine = await office.look(ReadRecord(by=LOCAL))
    assert isinstance(mine, RecordPage)
    assert mine.limited
    assert {one.who for one in mine.entries} == {LOCAL}
    about = {event.id: await office.look(ReadRecord(by=LOCAL, wanted=Sought(case=Case.EVENT, number=event.id))) for event in (far, near)}
    assert about[far.id].entries == ()
    assert {one.did for one in about[near.id].entries} == {"PublishEvent", "ExportGuests", "MakeEvent"}
    one = await player(office)
    await one.wishes(ShowRecord())
    one.sees("here is what you did yourself")
    sheet = await office.do(ExportRecord(by=LOCAL, wanted=Sought()))
    assert isinstance(sheet, RecordSheet)
    assert {one.who for one in sheet.entries} == {LOCAL}
