"""Booking a session in the chat, as a member does it between two customers."""

from dataclasses import replace

from sqlalchemy import text

from storage import consultants

BOOK = "🗓 Book consulting or mentoring"
FIRST, SECOND = "Tue 3 Mar 10:00 · Yun", "Tue 3 Mar 17:00 · Yun"
FIVE_TAPS = (BOOK, "📝 Business planning", "👥 Anyone who fits", FIRST, "✅ Book without a note")


async def keeps(person, *, time: str = FIRST) -> None:
    await person.starts()
    await person.taps(*FIVE_TAPS[:3], time)


async def test_from_home_to_booked_in_five_taps(desk):
    assert len(FIVE_TAPS) == 5
    await desk.owner.starts()
    await desk.owner.taps(*FIVE_TAPS[:4])
    desk.owner.sees_not("https://video.example/room")
    await desk.owner.taps(FIVE_TAPS[4])
    desk.owner.sees(
        "Booked. Your session No. 1",
        "Tue 3 Mar 2026 10:00–11:00",
        "Business planning · Yun",
        "https://video.example/room",
        "1 of 5 used this year",
    )
    await desk.owner.taps("🗓 See the session")
    desk.owner.sees("Your session No. 1", "You have not said yet what it is about")


async def test_somebody_is_chosen_by_their_card_and_met_in_another_way(desk):
    await desk.owner.starts()
    await desk.owner.taps(BOOK, "📣 Marketing", "Yun · Mapo-gu")
    desk.owner.sees("Twenty years of tax returns", "한국어, English")
    desk.owner.sees_not("https://video.example/room")
    await desk.owner.taps("🕐 See free times", FIRST, "Rather: 📞 By phone", "✅ Book without a note")
    desk.owner.sees("Booked", "📞 By phone", "write your number under “Say what it is about”")


async def test_what_it_is_about_is_said_before_and_after(desk):
    owner = desk.owner
    await keeps(owner)
    await owner.taps("✍️ Say what it is about")
    await owner.sends("Selling our bread online")
    await owner.does("sends_photo")
    await owner.taps("Done (1 sent)")
    owner.sees("kept for you until 10:05")
    await owner.taps("✅ Book it")
    owner.sees("Booked. Your session No. 1")
    desk.yun.sees("Selling our bread online")
    await owner.taps("🗓 See the session")
    owner.sees("What it is about", "Selling our bread online", "📎 1 file of mine")
    await owner.taps("📎 1 file of mine")
    owner.sees("(photo)", "1 file you sent for this session")
    await owner.taps("◀ Back to the session", "✍️ Say what it is about")
    await owner.sends("Now rather our shared oven")
    await owner.taps("Skip", "✅ Pass it on")
    owner.sees("Passed on.")
    desk.yun.sees("Hanbit Bakery has told you what the session on Tue 3 Mar 2026 10:00 is about")
    desk.yun.sees_not("oven")


async def test_the_clock_of_a_kept_time_runs_and_is_read_by_a_tap(desk, clock):
    await keeps(desk.owner)
    desk.owner.sees("Kept for you until 10:05", "⏱ 5 minutes left")
    clock.passes(minutes=3, seconds=20)
    await desk.owner.taps("⏱ 5 minutes left")
    desk.owner.sees("Kept for you until 10:05", "⏱ 2 minutes left")
    clock.passes(minutes=2)
    await desk.town.does_chores()
    desk.owner.sees("is free again", "Nothing was booked")
    await desk.owner.taps("⏱ 2 minutes left")
    desk.owner.sees("This time is not kept for you any more")


async def test_who_is_slower_gets_the_three_nearest_times_in_the_same_message(desk):
    await desk.neighbour.starts()
    await desk.neighbour.taps(*FIVE_TAPS[:3])
    shown = desk.neighbour.last().id
    await keeps(desk.owner)
    await desk.neighbour.taps(FIRST)
    desk.neighbour.sees("Somebody was faster", "Tue 3 Mar 11:00 · Yun", "Tue 3 Mar 13:00 · Yun", "Tue 3 Mar 14:00 · Yun")
    assert desk.neighbour.last().id == shown
    await desk.neighbour.taps("Tue 3 Mar 11:00 · Yun", "✅ Book without a note")
    desk.neighbour.sees("Booked. Your session No. 2", "11:00–12:00")


async def test_what_was_typed_is_not_lost_with_the_time(desk, clock):
    """Six minutes of typing, and a neighbour took it meanwhile: one of the nearest is booked with the same words."""
    owner = desk.owner
    await keeps(owner, time=SECOND)
    await owner.taps("✍️ Say what it is about")
    await owner.sends("Selling our bread online")
    clock.passes(minutes=6)
    await desk.town.does_chores()
    await keeps(desk.neighbour, time=SECOND)
    await owner.taps("Skip")
    owner.sees("What you wrote is safe")
    await owner.taps("Tue 3 Mar 16:00 · Yun", "✅ Book it")
    owner.sees("Booked", "16:00–17:00")
    await owner.taps("🗓 See the session")
    owner.sees("Selling our bread online")


async def test_who_types_for_long_books_all_the_same_where_nobody_was_faster(desk, clock):
    await keeps(desk.owner, time=SECOND)
    await desk.owner.taps("✍️ Say what it is about")
    await desk.owner.sends("Selling our bread online")
    clock.passes(minutes=6)
    await desk.town.does_chores()
    await desk.owner.taps("Skip", "✅ Book it")
    desk.owner.sees("Booked", "17:00–18:00")


async def test_on_site_the_place_comes_as_a_place_on_the_map_once_it_is_booked(desk):
    async with desk.town.office.work() as work:
        found = await consultants.find(work.connection, desk.yun.person.id)
        assert found is not None
        there = replace(found.profile, place="Mapo Business Centre", address="10 World Cup-ro", latitude=37.556, longitude=126.91)
        await consultants.correct(work.connection, found.person, replace(there, ways=("site",)))
    await desk.owner.starts()
    await desk.owner.taps(BOOK, "📣 Marketing", "Yun · Mapo-gu")
    desk.owner.sees("On site, Mapo-gu")
    desk.owner.sees_not("Mapo Business Centre")
    await desk.owner.taps("🕐 See free times", FIRST)
    desk.owner.sees("Kept for you until", "On site: Mapo-gu")
    desk.owner.sees_not("Mapo Business Centre")
    await desk.owner.taps("✅ Book without a note")
    desk.owner.sees("Mapo Business Centre, 10 World Cup-ro")
    [venue] = [m.json["venue"] for m in desk.owner.person.chat() if m.from_bot and "venue" in m.json]
    assert (venue["title"], venue["address"]) == ("Mapo Business Centre", "10 World Cup-ro")
    await desk.owner.taps("🗓 See the session", "🗺 Show it on the map")
    desk.owner.sees("Above: Mapo Business Centre")


async def test_another_time_gives_the_kept_one_back(desk):
    await keeps(desk.owner)
    await desk.owner.taps("◀ Another time")
    desk.owner.sees_button(FIRST)
    await keeps(desk.neighbour)
    desk.neighbour.sees("Kept for you until")


async def test_without_a_shop_one_is_told_what_to_do(desk):
    passer_by = desk.town.person("Passer-by")
    await passer_by.starts()
    await passer_by.taps(BOOK)
    passer_by.sees("To book you need a registered shop", "🏪 Register my shop")
    await passer_by.taps("📝 Business planning", "👥 Anyone who fits", FIRST)
    passer_by.sees("Sessions are for owners with a registered shop")


async def test_a_double_tap_books_once(desk):
    await keeps(desk.owner)
    await desk.owner.taps_twice("✅ Book without a note")
    await desk.owner.starts()
    desk.owner.sees_button("🗓 My sessions (1)")


async def test_files_of_a_note_that_is_not_finished_lie_sealed(desk):
    """A draft may wait for ninety days; what a file is called says what it is about."""
    owner = desk.owner
    await keeps(owner)
    await owner.taps("✍️ Say what it is about")
    await owner.sends("Selling our bread online")
    for _ in range(2):
        await owner.does("sends_photo")
        async with desk.town.store.reading() as connection:
            (kept,) = (await connection.execute(text("SELECT answers FROM drafts"))).scalars()
        assert "file_id" not in str(kept)
    owner.sees("2 files have arrived.")
    await owner.taps("Done (2 sent)")
    await owner.taps("◀ Back", "Keep my answer", "✅ Book it")
    owner.sees("Booked. Your session No. 1")


async def test_who_keeps_a_time_three_times_without_booking_it_hears_that_others_have_their_turn(desk, clock):
    await desk.owner.starts()
    await desk.owner.taps(*FIVE_TAPS[:3])
    for _ in range(3):
        await desk.owner.taps(FIRST, "◀ Another time")
    await desk.owner.taps(FIRST)
    desk.owner.sees("Others have their turn for this time now.", "kept for you 3 times in the last hour", "From 11:00")
    await desk.owner.taps("🕐 Free times now", SECOND, "✅ Book without a note")
    desk.owner.sees("Booked. Your session No. 4")
