"""Booking a session, its beginning: what it is about, who advises, the next free times."""

from bot.routes import on_tap
from bot.screens import booking as screens
from bot.screens import booking_filters, booking_times
from bot.screens.booking_search import ANYONE, ChooseWho, ShowAdviser, ShowFilters, ShowNextFree
from bot.screens.booking_taps import ShowBooking
from bot.screens.screen import Screen
from bot.turn import Turn
from programme.topics import Topic, Way
from services.advisers import Adviser, Advisers, Profiles, TopicsOffered
from services.free_times import NextFree
from services.my_sessions import SessionsAhead
from services.year_numbers import YearNumbers


@on_tap(ShowBooking)
async def begin(turn: Turn, wish: ShowBooking) -> Screen:
    person = turn.person.id
    offered = await TopicsOffered(person=person)(turn.work)
    ahead = await SessionsAhead(person=person)(turn.work)
    return screens.subjects(offered, await YearNumbers(person=person)(turn.work), ahead.ahead)


@on_tap(ChooseWho)
async def choose_who(turn: Turn, wish: ChooseWho) -> Screen:
    found = await Advisers(person=turn.person.id, topic=wish.topic)(turn.work)
    return screens.who(wish.topic, found, wish.page) if found else screens.nobody(wish.topic)


@on_tap(ShowAdviser)
async def show_adviser(turn: Turn, wish: ShowAdviser) -> Screen:
    found = await Adviser(person=turn.person.id, consultant=wish.consultant)(turn.work)
    return screens.adviser(wish.topic, found) if found is not None else screens.gone(wish.topic)


@on_tap(ShowNextFree)
async def show_next_free(turn: Turn, wish: ShowNextFree) -> Screen:
    slots = await NextFree(person=turn.person.id, **booking_times.looked_for(wish))(turn.work)
    those = await Profiles(people=(wish.consultant, *(one.consultant for one in slots)))(turn.work)
    return booking_times.next_free(wish, slots, those) if slots else booking_times.no_next_free(wish, those)


@on_tap(ShowFilters)
async def show_filters(turn: Turn, wish: ShowFilters) -> Screen:
    """Only what somebody who could be chosen here offers."""
    found = await Advisers(person=turn.person.id, topic=Topic(wish.topic))(turn.work)
    theirs = [one.profile for one in found if wish.consultant in {ANYONE, one.person}]
    ways = [way for way in Way if any(way in one.ways for one in theirs)]
    languages = sorted({code for one in theirs for code in one.languages})
    return booking_filters.filters(wish, ways, languages)
