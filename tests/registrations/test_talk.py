"""Events in the chat: from home to a seat, with guests and questions, onto the list and off it, and what is said where it cannot be."""

from datetime import timedelta

import pytest

import bot.house  # noqa: F401 - all doors open
from programme.event_kinds import EventKind
from programme.events import Answer, Audience
from storage import events
from storage.event_questions import Asked, NewQuestion
from tests.registrations.room import announced, answers, changes, comes, meet, says
from tests.sessions.desk import at

SHOES = NewQuestion(kind=Asked.TEXT, words={"ko": "무엇을 파세요?", "en": "What do you sell?"}, required=True)
LUNCH = NewQuestion(
    kind=Asked.CHOICE, words={"ko": "점심?", "en": "Lunch?"}, options=({"ko": "밥", "en": "Rice"}, {"ko": "빵", "en": "Bread"})
)
BUS = NewQuestion(kind=Asked.YES_NO, words={"ko": "버스?", "en": "By bus?"}, required=True)


async def test_from_home_to_a_seat_and_back(town, owner):
    await owner.starts()
    owner.sees_not("Events")
    event = await announced(town.office, 7)
    await owner.starts()
    await owner.taps("📅 Events")
    owner.sees("What is on for me: 1 event", "1. Briefing on consortia", "Tue 10 Mar 2026 14:00 · Briefing", "→ 7 seats left")
    await owner.taps("1. Briefing on con…")
    owner.sees(
        "For everybody", "🗓 Tue 10 Mar 2026 14:00–16:00", "📍 Town Hall, 110 Sejong-daero", "🪑 7 seats left", "What is supported, and how."
    )
    await owner.taps("✅ I come")
    owner.sees("✅ Your seat is yours.", "I remind you before it begins", "You come (you alone).", "🪑 6 seats left")
    await owner.taps("🎟 My events")
    owner.sees("My events", "→ ✅ you come (you alone)")
    await owner.taps("1. Briefing on con…", "❌ I cannot come")
    owner.sees("Your seat goes to the next who waits.", "You said that you do not come.", "🪑 7 seats left")
    await owner.taps("🤔 Perhaps")
    owner.sees("No seat is kept for you")
    assert await answers(town.office, event) == {owner.person.id: "maybe"}
    await owner.sends("/start")
    owner.sees("📅 Events (1)")


async def test_a_double_tap_comes_once(town, owner):
    event = await announced(town.office, 7)
    await owner.starts(f"ev_{event.id}")
    await owner.taps_twice("✅ I come")
    owner.sees("🪑 6 seats left")


async def test_guests_and_questions_are_asked_once_and_can_be_corrected(town, owner):
    event = await announced(town.office, 7, guests=2, questions=[SHOES, LUNCH, BUS])
    await owner.starts(f"ev_{event.id}")
    owner.sees("👥 You may bring 2 guests.")
    await owner.taps("✅ I come")
    owner.sees("how many come with you?")
    await owner.taps("1 guest")
    owner.sees("What do you sell?", "Only they read the answer")
    await owner.sends("Shoes")
    await owner.taps("Bread", "Yes")
    owner.sees("Guests: 1 guest", "What do you sell?: Shoes", "Lunch?: Bread", "By bus?: Yes")
    await owner.taps("✏️ Lunch?", "Rice", "✅ Yes, I come")
    owner.sees("The seats are yours: you and 1 guest.", "🪑 5 seats left")
    await owner.taps("❌ I cannot come", "✅ I come", "I come alone")
    owner.sees("✅ Your seat is yours.")
    await owner.taps("✏️ Guests and answers", "2 guests")
    await owner.sends("Boots")
    await owner.taps("Bread", "No", "✅ Yes, I come")
    owner.sees("✅ Changed: you and 2 guests.", "You come (you and 2 guests).", "🪑 4 seats left")


async def test_full_offers_the_list_in_the_same_message_and_then_a_seat(town, owner, neighbour):
    event = await announced(town.office, 1)
    await neighbour.starts(f"ev_{event.id}")
    await owner.starts(f"ev_{event.id}")
    await neighbour.taps("✅ I come")
    await owner.taps("✅ I come")
    owner.sees("All seats are taken.", "whoever asks first is offered first")
    await owner.taps("⏳ Onto the waiting list")
    owner.sees("You are on the waiting list: place 1.", "🪑 Full, waiting list (1 waits)")
    owner.remember()
    await neighbour.taps("❌ I cannot come")
    await town.does_chores()
    owner.sees("A seat has become free: Briefing on consortia", "held for you until Tue 3 Mar 2026 10:00 (you alone)")
    await owner.sends("/events")
    owner.sees("→ 🎉 a seat is held for you until Tue 3 Mar 2026 10:00")
    await owner.taps("✅ Take the seat")
    owner.sees("✅ Your seat is yours.")


async def test_a_seat_let_go_and_one_left_to_lapse(town, owner, neighbour, clock):
    event = await announced(town.office, 1)
    await meet(town.office, 99)
    await town.office.do(comes(99, event))
    for person in (owner, neighbour):
        await person.starts(f"ev_{event.id}")
        await person.taps("⏳ Onto the waiting list")
    neighbour.sees("place 2")
    await town.office.do(says(99, event, Answer.NOT_COMING))
    await town.does_chores()
    neighbour.remember()
    await owner.taps("❌ Let it go")
    owner.sees("Your seat goes to the next who waits.")
    await town.does_chores()
    neighbour.sees("A seat has become free")
    clock.passes(hours=25)
    await town.does_chores()
    neighbour.sees("The seat that was held for you went to the next, as the time was up.")
    await neighbour.taps("✅ Take the seat")
    neighbour.sees("✅ Your seat is yours.")  # nobody else waits, so it is free


async def test_who_is_overtaken_while_answering_is_asked_whether_they_wait_and_types_nothing_twice(town, owner):
    event = await announced(town.office, 1, questions=[SHOES, LUNCH])
    await meet(town.office, 99)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come")
    await owner.sends("Shoes")
    await owner.taps("Rice")
    seller, _ = (await _seen(town, event)).questions
    await town.office.do(comes(99, event, said=((seller.id, "Bread"),)))
    await owner.taps("✅ Yes, I come")
    owner.sees("All seats are taken.", "Shall I put you onto the waiting list?")
    await owner.taps("⏳ Yes, I wait", "⏳ Yes, I wait")
    owner.sees("You are on the waiting list: place 1.")
    assert (await _seen(town, event, owner.person.id)).said[seller.id] == "Shoes"


async def _seen(town, event, person=99):
    from services.event_pages import SeeEvent

    return await town.office.look(SeeEvent(person=person, event=event.id))


async def test_a_party_larger_than_what_is_left_may_come_with_fewer(town, owner):
    event = await announced(town.office, 2, guests=3)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come", "3 guests")
    owner.sees("Only 2 seats are left, not enough for you and 3 guests.", "Shall I put you onto the waiting list?")
    await owner.taps("No, I leave it")
    owner.sees("Nothing was answered.")
    await owner.taps("✅ I come", "3 guests", "⏳ Yes, I wait")
    owner.sees("You are on the waiting list: place 1.")
    await owner.taps("🚶 Stop waiting")
    await town.office.do(comes(owner.person.id, event, 1))
    await owner.starts(f"ev_{event.id}")
    await owner.taps("👥 Change guests", "3 guests")
    owner.sees("Nothing has changed: you come as before.")


async def test_the_place_is_shown_on_the_map_and_the_link_to_those_who_come(town, owner):
    event = await announced(town.office, link="https://meet.example/room")
    await owner.starts(f"ev_{event.id}")
    owner.sees("The link is told to those who come.")
    owner.sees_not("meet.example")
    await owner.taps("✅ I come")
    owner.sees("💻 https://meet.example/room")
    await owner.taps("📍 Show the place")
    [venue] = [one.json["venue"] for one in owner.person.chat() if one.from_bot and "venue" in one.json]
    assert (venue["title"], venue["address"]) == ("Town Hall", "110 Sejong-daero")
    owner.sees("💻 https://meet.example/room")


async def test_the_photo_comes_when_the_page_is_opened_and_not_with_every_answer(town, owner):
    await owner.starts()
    await owner.does("sends_photo")
    event = await announced(town.office, photo=owner.my_last().json["photo"][-1]["file_id"])
    await owner.starts(f"ev_{event.id}")
    owner.sees("(photo)")
    await owner.taps("✅ I come")
    owner.sees_not("(photo)")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"audience": Audience.OWNERS}, "for owners with a registered shop. Register yours"),
        ({"audience": Audience.MEMBERS}, "for members of a consortium"),
        ({"opens_at": at(9)}, "You can answer from Tue 10 Mar 2026 09:00 on."),
    ],
)
async def test_who_cannot_answer_is_told_why_and_has_no_button_for_it(town, owner, facts, told):
    event = await announced(town.office, **facts)
    await owner.starts(f"ev_{event.id}")
    owner.sees(told)
    assert "✅ I come" not in owner.labels()


async def test_old_buttons_say_how_things_stand_now(town, owner, clock):
    event = await announced(town.office, closes_at=clock.now() + timedelta(days=1))
    await owner.starts(f"ev_{event.id}")
    page = owner.last().id
    clock.passes(days=2)
    await owner.taps_old(page, "✅ I come")
    owner.sees("Registration is closed. If it is urgent, ask the office.")
    async with town.office.work() as work:
        await events.cancel(work.connection, event.id, "Storm", work.now)
    await owner.starts(f"ev_{event.id}")
    owner.sees("This event is cancelled.")
    await owner.starts("ev_4711")
    owner.sees("There is no such event")
    await owner.starts("ev_1_2")
    owner.sees("There is no such event")


async def test_an_event_that_has_begun_can_no_longer_be_answered(town, owner, clock):
    event = await announced(town.office)
    await owner.starts(f"ev_{event.id}")
    page = owner.last().id
    clock.at = at(14)
    await owner.taps_old(page, "🤔 Perhaps")
    owner.sees("This event has begun already")


async def test_the_longest_texts_fit(town, sajangnim):
    starts = [at(10) + timedelta(days=7 * week) for week in range(20)]
    asked = [NewQuestion(kind=Asked.TEXT, words={"ko": "가" * 200}) for _ in range(8)]
    event = await announced(
        town.office, starts=starts, title={"ko": "가" * 80}, text={"ko": "나" * 3000}, kind=EventKind.COURSE, questions=asked
    )
    await sajangnim.starts(f"ev_{event.id}")
    sajangnim.sees("20.")
    await sajangnim.sends("/events")
    sajangnim.sees("가" * 80)


async def test_an_event_moved_by_the_office_is_shown_as_it_is_now(town, owner):
    event = await announced(town.office)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come")
    await changes(town.office, event, starts_at=at(16))
    await owner.taps("🎟 My events")
    owner.sees("Tue 10 Mar 2026 16:00")
