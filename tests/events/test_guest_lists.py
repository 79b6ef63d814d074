"""The office's lists of who is registered: in pages, as a sheet, and with somebody put ahead."""

import io
import zipfile

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - opens every door of the house
from bot.screens.event_desk_taps import ShowEventDesk, ShowGuests, ShowOfficeEvent
from programme.events import Answer, Group
from services.event_guests import Listed, PutAhead, PutAheadOfAll, WaitsNoMore, WhyAhead
from services.event_queue import offer_freed
from services.event_seats import free_seats
from storage import event_questions, events, registrations
from storage.event_questions import Asked, NewQuestion
from tests.events.making import COORDINATOR, answer_of, has_coordinator, meets, published, registers
from tests.finder.street import opens_shop
from tests.player import Player

FORMULA = '=HYPERLINK("http://evil.example","tap")'
QUESTIONS = (
    NewQuestion(kind=Asked.TEXT, words={"ko": "못 먹는 음식이 있나요?", "en": "Allergies?"}),
    NewQuestion(
        kind=Asked.CHOICE, words={"ko": "점심", "en": "Lunch"}, options=({"ko": "밥", "en": "Rice"}, {"ko": "면", "en": "Noodles"})
    ),
    NewQuestion(kind=Asked.YES_NO, words={"ko": "차로 오시나요?", "en": "By car?"}),
)


@pytest.fixture
async def officer(office_with_calls) -> Player:
    await has_coordinator(office_with_calls)
    player = Player(office_with_calls, id=COORDINATOR)
    await player.commands("start")
    return player


async def test_the_page_of_an_event_counts_and_summarises(officer):
    office = officer.office
    event = await published(office, pools={Group.ALL: 5, Group.MEMBERS: 2}, guests=2, questions=QUESTIONS)
    (one, two) = await registers(office, event, 101, 102)
    await registers(office, event, 103, guests=2)
    await registers(office, event, 104, answer=Answer.MAYBE)
    await registers(office, event, 105, answer=Answer.WAITING, guests=2)
    async with office.store.transaction() as connection:
        asked = [question.id for question in await event_questions.of_event(connection, event.id)]
        await event_questions.answer(connection, one.id, {asked[0]: "땅콩", asked[1]: "1", asked[2]: "1"})
        await event_questions.answer(connection, two.id, {asked[1]: "1", asked[2]: "0"})
    await officer.wishes(ShowEventDesk())
    officer.sees("5 seats taken")
    await officer.taps("Mapo owners meet")
    for line in ("✅ 3 come, with 2 guests", "🤔 1 perhaps", "⏳ 1 wait for a seat", "2 of 7 seats left", "everybody: 5 of 5 taken"):
        officer.sees(line)
    await officer.taps("💬 Answers")
    for line in ("1 person has written something.", "• Rice: 0", "• Noodles: 2", "Yes: 1, no: 1"):
        officer.sees(line)


async def test_the_sheet_holds_what_people_wrote_as_text_and_never_as_a_formula(officer):
    office = officer.office
    shop = await opens_shop(office, 101, "Rice cakes", serial=1)
    event = await published(office, questions=QUESTIONS)
    (one,) = await registers(office, event, shop.person)
    async with office.store.transaction() as connection:
        asked = [question.id for question in await event_questions.of_event(connection, event.id)]
        await event_questions.answer(connection, one.id, {asked[0]: FORMULA, asked[1]: "0", asked[2]: "0"})
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps("📥 As an Excel sheet")
    assert officer.screen.documents == ()
    await officer.taps("📥 Yes, give me the file")
    officer.sees("keep it in the office")
    (document,) = officer.screen.documents
    made = document.made("en")
    assert made.name.endswith(".xlsx")
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    for told in ("Owner1 of 1", "HYPERLINK", "Rice", "Allergies?", "comes"):
        assert told in strings
    assert "<f>" not in sheet
    async with office.store.reading() as connection:
        did = list(await connection.scalars(text("SELECT did FROM audit WHERE who = 7001")))
    assert "ExportGuests" in did


@pytest.mark.parametrize("many", [10, 200, 2000])
async def test_long_lists_are_shown_in_pages_and_fit_a_sheet(officer, many):
    office = officer.office
    event = await published(office, seats=None)
    people = range(10_000, 10_000 + many)
    async with office.work() as work:
        await meets(work, *people)
        for person in people:
            await registrations.keep(
                work.connection,
                event=event.id,
                person=person,
                shop=None,
                answer=Answer.COMING,
                group=Group.OTHERS,
                code=str(person),
                now=work.now,
            )
    await officer.wishes(ShowOfficeEvent(event.id))
    await officer.taps(f"👥 Who is registered ({many})")
    officer.sees("1. Without a shop, No. 1")
    last = (many - 1) // 10
    await officer.wishes(ShowGuests(event.id, Listed.COMING, last + 50))
    officer.sees(f"{many}. Without a shop, No. {many}")
    assert (f"◀ Page {last}" in officer.labels()) is (last > 0)
    assert not any("▶" in label for label in officer.labels())
    await officer.taps("📥 As an Excel sheet", "📥 Yes, give me the file")
    officer.sees(f"{many} people have answered.")
    assert len(officer.screen.documents[0].made("ko").content) > 0


async def test_somebody_who_waits_is_put_ahead_and_the_audit_says_why(officer):
    office = officer.office
    event = await published(office, seats=1)
    (comes,) = await registers(office, event, 101)
    first, second, third = await registers(office, event, 102, 103, 104, answer=Answer.WAITING)
    await officer.wishes(ShowGuests(event.id, Listed.WAITING))
    officer.sees(f"1. Without a shop, No. {first.id}")
    await officer.taps(f"⏫ Without a shop, No. {third.id}", "♿ The room is readied for them")
    officer.sees(f"Without a shop, No. {third.id} is the next one now.")
    officer.sees(f"1. Without a shop, No. {third.id}")
    await officer.taps(f"⏫ Without a shop, No. {second.id}", "🙇 Our own mistake")
    officer.sees(f"1. Without a shop, No. {second.id}")
    async with office.work() as work:
        await events.lock(work.connection, event.id)
        await free_seats(work, comes)
        await registrations.change(work.connection, comes.id, answer=Answer.NOT_COMING)
        await offer_freed(work, event.id)
    assert [await answer_of(office, one) for one in (first, second, third)] == [Answer.WAITING, Answer.OFFERED, Answer.WAITING]
    async with office.store.reading() as connection:
        rows = (await connection.execute(text("""SELECT "on", why FROM audit WHERE did = 'PutAhead' ORDER BY id"""))).all()
    assert [tuple(row) for row in rows] == [(f"registration:{third.id}", "access"), (f"registration:{second.id}", "mistake")]
    assert await office.do(PutAhead(by=COORDINATOR, registration=second.id, why=WhyAhead.PART)) == WaitsNoMore(event.id)


async def test_a_seat_that_is_free_goes_to_who_is_put_ahead_at_once(officer):
    """A party of three waits in front of two seats; the one behind it needs one."""
    office = officer.office
    event = await published(office, seats=2)
    (large,) = await registers(office, event, 101, answer=Answer.WAITING, guests=2)
    (small,) = await registers(office, event, 102, answer=Answer.WAITING)
    assert isinstance(await office.do(PutAhead(by=COORDINATOR, registration=small.id, why=WhyAhead.CONDITION)), PutAheadOfAll)
    assert await answer_of(office, small) is Answer.OFFERED
    assert await answer_of(office, large) is Answer.WAITING
