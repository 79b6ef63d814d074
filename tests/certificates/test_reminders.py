"""A certificate is watched, and the reminders come on their mornings."""

from datetime import date

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.certificates import ShowCertificate, ShowCertificates, StopReminding
from services.certificates import MOST_WATCHED, TooManyWatched, WatchCertificate
from storage import people
from tests.player import Player

# The clock begins on Monday 2 March 2026, 10:00 in Seoul.


async def watches(person, day: str, shop: str = "Hanbit Bakery") -> None:
    await person.starts()
    await person.taps("⏰ Certificate reminder", "➕ Add a certificate")
    await person.sends(shop, day)
    await person.taps("Remind me")


async def at(town, clock, **later) -> None:
    clock.passes(**later)
    await town.settles()


async def test_an_empty_list_says_what_it_is_for(owner):
    await owner.starts()
    await owner.taps("⏰ Certificate reminder")
    owner.sees("Nothing is watched yet", "30 days before")
    owner.sees_button("➕ Add a certificate")


async def test_reminders_come_30_and_7_days_before_and_on_the_day_at_nine(town, clock, owner):
    await watches(owner, "2026-04-15")
    owner.sees("ends on Wed 15 Apr 2026", "Mon 16 Mar 2026 09:00", "Wed 8 Apr 2026 09:00", "Wed 15 Apr 2026 09:00")
    await owner.starts()
    await at(town, clock, days=13, hours=22, minutes=59)
    owner.sees_not("ends on")
    for later, told in (({"minutes": 1}, "30 days before"), ({"days": 23}, "7 days before"), ({"days": 7}, "the last reminder")):
        await owner.starts()
        await at(town, clock, **later)
        owner.sees("Hanbit Bakery", "ends on Wed 15 Apr 2026", told)


async def test_reminders_that_would_be_past_are_left_out(town, clock, owner):
    await watches(owner, "2026-03-05")
    owner.sees("Thu 5 Mar 2026 09:00")
    owner.sees_not("Feb 2026")
    await owner.starts()
    await at(town, clock, days=4)
    owner.sees("the last reminder")


async def test_a_certificate_that_ends_today_is_said_to_be_urgent(owner):
    await watches(owner, "2026-03-02")
    owner.sees("That is today: please renew it now.")


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-03-01", "too early"), ("2031-03-03", "too far away"), ("someday", "could not read that as a date"), ("2026-02-30", "date")],
)
async def test_a_day_that_cannot_be_is_asked_again(owner, day, told):
    await owner.starts()
    await owner.taps("⏰ Certificate reminder", "➕ Add a certificate", "Skip")
    await owner.sends(day)
    owner.sees(told, "On which day does the micro enterprise certificate end?")
    await owner.sends("2031-03-02")
    owner.sees("Shall I remind you?", "Sun 2 Mar 2031")


async def test_a_day_that_has_passed_before_the_last_tap_is_asked_again_and_the_shop_is_kept(clock, owner):
    await owner.starts()
    await owner.taps("⏰ Certificate reminder", "➕ Add a certificate")
    await owner.sends("Hanbit Bakery", "2026-03-04")
    clock.passes(days=5)
    await owner.taps("Remind me")
    owner.sees("The last day must be between Sat 7 Mar 2026", "On which day")
    await owner.sends("2026-12-31")
    owner.sees("Shop: Hanbit Bakery", "Thu 31 Dec 2026")


@pytest.mark.parametrize("sent", ["sends_sticker", "sends_voice", "shares_contact"])
async def test_anything_else_than_a_date_is_answered_with_an_example(owner, sent):
    await owner.starts()
    await owner.taps("⏰ Certificate reminder", "➕ Add a certificate", "Skip")
    await owner.does(sent)
    owner.sees("2026-03-02", "On which day")


async def test_a_renewed_certificate_moves_the_reminders_and_the_old_ones_stay_away(town, clock, owner):
    await watches(owner, "2026-04-10")
    await owner.taps("⏰ All reminders", "Hanbit Bakery · Fri 10 Apr 2026", "Renewed: new last day")
    owner.sees("the new certificate of Hanbit Bakery")
    await owner.sends("2026-06-10")
    owner.sees("ends on Wed 10 Jun 2026", "Mon 11 May 2026 09:00")
    await owner.starts()
    await at(town, clock, days=40)  # 11 April
    owner.sees_not("ends on")
    await at(town, clock, days=31)
    owner.sees("ends on Wed 10 Jun 2026", "30 days before")


async def test_the_reminder_itself_takes_the_new_date(town, clock, owner):
    await watches(owner, "2026-04-10")
    await at(town, clock, days=10)
    await owner.taps("Renewed: new last day")
    await owner.sends("2027-04-10")
    owner.sees("ends on Sat 10 Apr 2027")
    await owner.starts()
    await at(town, clock, days=30)
    owner.sees_not("ends on Fri 10 Apr 2026")


async def test_stopping_from_the_reminder_stops_the_later_ones(town, clock, owner):
    await watches(owner, "2026-04-10")
    await at(town, clock, days=10)
    await owner.taps("Stop reminding")
    owner.sees("Stopped.", "Nothing is watched yet")
    await at(town, clock, days=60)
    owner.sees_not("ends on")


async def test_reminders_survive_a_restart(town, clock, owner):
    await watches(owner, "2026-04-10")
    await owner.starts()
    await town.restarts()
    await at(town, clock, days=10)
    owner.sees("ends on Fri 10 Apr 2026")


async def test_a_reminder_held_up_until_the_night_waits_for_the_morning(town, clock, owner):
    await watches(owner, "2026-04-10")
    await owner.starts()
    await town.closes()
    clock.passes(days=9, hours=12)  # Wednesday 11 March, 22:00
    await town.opens()
    await town.settles()
    owner.sees_not("ends on")
    await at(town, clock, hours=10)
    owner.sees("ends on Fri 10 Apr 2026")


async def test_the_list_says_how_many_days_are_left_and_turns_its_pages(office, owner):
    await owner.starts()
    for month in range(4, 12):
        await office.do(WatchCertificate(by=owner.person.id, shop=f"Shop {month}", expires=date(2026, month, 1)))
    await owner.taps("⏰ Certificate reminder")
    owner.sees("Shop 4", "30 days left", "Shop 9")
    owner.sees_not("Shop 10")
    await owner.taps("Page 2 ▶")
    owner.sees("Shop 10", "Shop 11")
    await owner.taps("Shop 11 · Sun 1 Nov 2026")
    owner.sees("last day Sun 1 Nov 2026")


async def test_a_certificate_that_has_ended_is_said_to_have_ended(clock, owner):
    await watches(owner, "2026-03-10")
    clock.passes(days=9)
    await owner.taps("⏰ All reminders")
    owner.sees("has ended")


async def test_more_than_the_most_are_refused_and_none_of_anothers_is_counted(office):
    async with office.work() as work:
        await people.desks(work, {1: "en", 2: "en"})
    async with office.work() as work:
        for _ in range(MOST_WATCHED):
            await WatchCertificate(by=2, expires=date(2026, 5, 1))(work)
            await WatchCertificate(by=1, expires=date(2026, 5, 1))(work)
    assert await office.do(WatchCertificate(by=1, expires=date(2026, 5, 1))) == TooManyWatched(MOST_WATCHED)


async def test_another_persons_certificate_is_neither_shown_nor_changed(office):
    async with office.work() as work:
        await people.desks(work, {1: "en"})
    number = (await office.do(WatchCertificate(by=1, shop="Secret Bakery", expires=date(2026, 5, 1)))).number
    neighbour = Player(office, id=9)
    for wish in (ShowCertificate(number), StopReminding(number), BeginStory("certificate", str(number))):
        await neighbour.wishes(wish)
        assert "Secret" not in neighbour.text()
        neighbour.sees("not watched any more")
    owner = Player(office, id=1)
    await owner.wishes(ShowCertificates())
    owner.sees("Secret Bakery")
