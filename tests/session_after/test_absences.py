"""One side notes that the other did not come; the other is heard; where they differ, a coordinator decides."""

from sqlalchemy import text

from bot.screens.consultant_taps import ShowConsultant
from services.coordinators import Forbidden
from services.privacy import ForgetPerson
from services.session_disputes import DecideAbsence, NothingOpen, Verdict
from services.session_messages import NoLonger, WriteMessage
from services.session_outcomes import NotedDone, TooLongAgo
from services.session_statements import NoteAbsence, NoteDone
from storage.sessions import State
from tests.player import Player
from tests.session_after.test_done import state_of


async def says_absent(person) -> None:
    label = "🚪 Nobody was there" if "🚪 Nobody was there" in person.chat() else "🚪 They did not come"
    await person.taps(label, "🚪 Yes, note it")


async def test_a_session_of_which_nobody_has_said_anything_is_over_and_not_booked(desk):
    await desk.member.starts()
    await desk.member.taps("🗓 Book consulting or mentoring", "🗓 My sessions", "📜 Those before")
    desk.member.sees("Tue 10 Mar 2026 10:00 🧮 Tax: over, not noted yet")
    await desk.member.taps("Tue 10 Mar 10:00 · Yun")
    desk.member.sees("How it stands: over, not noted yet")


async def test_a_member_who_did_not_come_agrees(desk):
    await says_absent(desk.yun)
    desk.yun.sees("The other side is asked. Without an answer your note stands.")
    desk.member.sees("Yun notes that you did not come on Tue 10 Mar 2026 10:00.", "Is that so?")
    await desk.member.taps("Yes, that is so")
    desk.member.sees("Thank you for saying so.")
    assert await state_of(desk) == State.MISSED
    desk.officer.sees_not("differ")


async def test_a_consultant_who_was_not_there_does_not_cost_the_member_a_session(desk):
    await says_absent(desk.member)
    desk.yun.sees("Hanbit Bakery notes that nobody was there")
    assert await state_of(desk) == State.NOT_GIVEN
    await desk.member.starts()
    await desk.member.taps("🗓 Book consulting or mentoring")
    desk.member.sees("0 of 5 used this year")


async def test_where_the_two_differ_a_coordinator_hears_both_and_decides_once(desk):
    await says_absent(desk.yun)
    await desk.member.taps("No, it was otherwise")
    desk.member.sees("you say that it was otherwise")
    desk.officer.sees("the two sides differ", "The consultant says the member did not come; the member says otherwise.")
    await desk.officer.taps("⚖️ Look and decide")
    desk.officer.sees("Consultant: Yun", "Member: Hanbit Bakery")
    desk.officer.sees("Write to the consultant on Telegram", "Write to the member on Telegram")
    await desk.officer.taps("The member missed it")
    desk.officer.sees("Decide: The member missed it?", "It counts as missed by the member.", "cannot be undone")
    await desk.officer.taps("◀ Look again", "☑ It took place", "✅ Yes, decide it so")
    desk.officer.sees("Both sides of the session", "are told")
    for person in (desk.member, desk.yun):
        person.sees("A coordinator has decided", "It counts as having taken place.", "If you see it otherwise, ask a person.")
        person.sees_button("🙋 Ask a person")
    assert await state_of(desk) == State.DONE
    again = DecideAbsence(by=desk.officer.person.id, session=desk.session, verdict=Verdict.MISSED)
    assert await desk.town.office.do(again) == NothingOpen()
    assert await state_of(desk) == State.DONE


async def test_who_said_it_took_place_has_contradicted_already(desk):
    await desk.member.taps("☑ It took place")
    await says_absent(desk.yun)
    desk.yun.sees("so a coordinator looks at it")
    desk.officer.sees("the two sides differ")


async def test_who_noted_it_by_mistake_takes_it_back(desk):
    await says_absent(desk.yun)
    done = await desk.town.office.do(NoteDone(by=desk.yun.person.id, session=desk.session))
    assert isinstance(done, NotedDone)
    assert await state_of(desk) == State.DONE


async def test_nobody_decides_for_themselves_nor_without_the_office(desk):
    await desk.town.appoints(desk.officer, desk.yun)
    await says_absent(desk.yun)
    await desk.member.taps("No, it was otherwise")
    for person in (desk.yun, desk.member):
        decision = DecideAbsence(by=person.person.id, session=desk.session, verdict=Verdict.MISSED)
        assert await desk.town.office.do(decision) == Forbidden()


async def test_of_a_mediation_the_office_decides_without_learning_who_it_was(mediated):
    await says_absent(mediated.yun)
    await mediated.member.taps("No, it was otherwise")
    await mediated.officer.taps("⚖️ Look and decide")
    mediated.officer.sees("who the member is stays between the two", "Write to the consultant on Telegram")
    mediated.officer.sees_not("Write to the member")
    assert "Hanbit" not in mediated.officer.chat()


async def test_a_member_who_is_forgotten_is_asked_nothing(desk):
    from services.privacy import ForgetPerson

    await desk.town.office.do(ForgetPerson(by=desk.member.person.id))
    await says_absent(desk.yun)
    desk.member.sees_not("notes that you did not come")
    player = Player(desk.town.office, id=desk.member.person.id)
    await player.commands("start")
    assert await state_of(desk) == State.MISSED


async def waiting_for(desk, person: int) -> int:
    async with desk.town.office.store.reading() as connection:
        query = text("SELECT count(*) FROM letters WHERE chat = :chat AND state = 'waiting'")
        return int(await connection.scalar(query, {"chat": person}) or 0)


async def test_a_consultant_who_is_forgotten_is_written_to_no_more(desk):
    office, yun, member = desk.town.office, desk.yun.person.id, desk.member.person.id
    await office.do(ForgetPerson(by=yun))
    assert isinstance(await office.do(WriteMessage(by=member, session=desk.session, words="Thank you")), NoLonger)
    await office.do(NoteAbsence(by=member, session=desk.session))
    assert await waiting_for(desk, yun) == 0
    officer = Player(office, id=desk.officer.person.id)
    await officer.wishes(ShowConsultant(yun))
    officer.sees("They have had their profile deleted.")


async def test_nobody_writes_to_a_member_who_is_forgotten(desk):
    office = desk.town.office
    await office.do(ForgetPerson(by=desk.member.person.id))
    assert isinstance(await office.do(WriteMessage(by=desk.yun.person.id, session=desk.session, words="How is it going?")), NoLonger)


async def test_an_absence_is_noted_within_two_weeks_and_not_a_year_later(desk):
    await desk.passes(days=13)
    await desk.yun.taps("🚪 They did not come")
    desk.yun.sees("This can be noted until Tue 24 Mar 2026.")
    await desk.passes(days=2)
    assert isinstance(await desk.town.office.do(NoteAbsence(by=desk.yun.person.id, session=desk.session)), TooLongAgo)
    await desk.yun.taps("🚪 Yes, note it")
    desk.yun.sees("could be noted until Tue 24 Mar 2026", "ask a person")
    await desk.member.taps("🚪 Nobody was there")
    desk.member.sees("could be noted until Tue 24 Mar 2026")
    assert await state_of(desk) == State.BOOKED
