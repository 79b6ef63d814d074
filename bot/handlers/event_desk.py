"""The office and its events: lists, one event, as others see it, publishing, who is registered."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import event_as_others, event_tallies, office_event
from bot.screens import event_desk as screens
from bot.screens import event_guests as people
from bot.screens.event_desk_taps import (
    DropThisDraft,
    PublishThis,
    PutThemAhead,
    SeeAsOthers,
    ShowEventDesk,
    ShowEventLink,
    ShowGuests,
    ShowOfficeEvent,
    ShowTallies,
    ShowWaitingGuest,
)
from bot.screens.event_words import title_of
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import SHIPPED, Words
from programme.events import EventState
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_desk import EventForOffice, OfficeEvent, Previewed, PreviewEvent
from services.event_guests import (
    GuestList,
    GuestsOfEvent,
    Listed,
    PutAhead,
    PutAheadOfAll,
    WaitingGuest,
    WaitsNoMore,
)
from services.event_making import (
    ChangedMeanwhile,
    DraftDropped,
    DropDraft,
    IsCancelled,
    Published,
    PublishedBefore,
    PublishEvent,
    TooWide,
    Unfit,
)
from services.event_shelves import EventsOnShelf, Shelf
from services.event_tallies import AnswersToEvent, SaidToEvent


@on_tap(ShowEventDesk)
async def show_desk(turn: Turn, wish: ShowEventDesk) -> Screen:
    return await _shelf(turn, wish.shelf, wish.page)


async def _shelf(turn: Turn, shelf: Shelf, page: int = 0, said: Words | None = None) -> Screen:
    found = await EventsOnShelf(by=turn.person.id, shelf=shelf, page=page)(turn.work)
    return for_the_office() if isinstance(found, Forbidden) else screens.shelf(found, said)


@on_tap(ShowOfficeEvent)
async def show_event(turn: Turn, wish: ShowOfficeEvent) -> Screen:
    return await _event(turn, wish.event)


async def _event(turn: Turn, number: int, said: Words | None = None) -> Screen:
    found = await EventForOffice(by=turn.person.id, event=number)(turn.work)
    return office_event.office_event(found, said) if isinstance(found, OfficeEvent) else screens.refused(found)


@on_tap(SeeAsOthers)
async def see_as_others(turn: Turn, wish: SeeAsOthers) -> Screen:
    found = await PreviewEvent(by=turn.person.id, event=wish.event)(turn.work)
    if not isinstance(found, Previewed):
        return screens.refused(found)
    other = next(one for one in SHIPPED if one != turn.language)
    return event_as_others.as_others(found, other if wish.other else "")


@on_tap(PublishThis)
async def publish(turn: Turn, wish: PublishThis) -> Screen:
    match await PublishEvent(by=turn.person.id, event=wish.event, seen=wish.seen)(turn.work):
        case Published():
            return await _event(turn, wish.event, screens.published())
        case PublishedBefore():
            return await _event(turn, wish.event, screens.published_before())
        case ChangedMeanwhile():
            return await _event(turn, wish.event, screens.changed_meanwhile())
        case IsCancelled():
            return await _event(turn, wish.event, screens.is_cancelled())
        case Unfit(why=why):
            return await _event(turn, wish.event, screens.not_published(why))
        case TooWide() | NoSuchEvent() | Forbidden() as found:
            return screens.refused(found)
        case outcome:
            assert_never(outcome)


@on_tap(DropThisDraft)
async def drop_draft(turn: Turn, wish: DropThisDraft) -> Screen:
    if not wish.sure:
        found = await EventForOffice(by=turn.person.id, event=wish.event)(turn.work)
        if not isinstance(found, OfficeEvent):
            return screens.refused(found)
        return office_event.drop_it(found) if found.event.state is EventState.DRAFT else office_event.office_event(found)
    match await DropDraft(by=turn.person.id, event=wish.event)(turn.work):
        case DraftDropped(event=event):
            return await _shelf(turn, Shelf.DRAFTS, said=screens.dropped(title_of(event)))
        case PublishedBefore():
            return await _event(turn, wish.event, screens.published_before())
        case TooWide() | IsCancelled() | NoSuchEvent() | Forbidden() as refused:
            return screens.refused(refused)
        case outcome:
            assert_never(outcome)


@on_tap(ShowEventLink)
async def show_link(turn: Turn, wish: ShowEventLink) -> Screen:
    found = await EventForOffice(by=turn.person.id, event=wish.event)(turn.work)
    if not isinstance(found, OfficeEvent):
        return screens.refused(found)
    return event_as_others.event_link(found) if found.event.state is EventState.PUBLISHED else office_event.office_event(found)


@on_tap(ShowTallies)
async def show_tallies(turn: Turn, wish: ShowTallies) -> Screen:
    found = await AnswersToEvent(by=turn.person.id, event=wish.event)(turn.work)
    return event_tallies.tallies(found) if isinstance(found, SaidToEvent) else screens.refused(found)


@on_tap(ShowGuests)
async def show_guests(turn: Turn, wish: ShowGuests) -> Screen:
    return await _guests(turn, wish.event, wish.listed, wish.page)


async def _guests(turn: Turn, event: int, listed: Listed, page: int = 0, said: Words | None = None) -> Screen:
    found = await GuestsOfEvent(by=turn.person.id, event=event, listed=listed, page=page)(turn.work)
    return people.guests(found, said) if isinstance(found, GuestList) else screens.refused(found)


@on_tap(ShowWaitingGuest)
async def show_waiting(turn: Turn, wish: ShowWaitingGuest) -> Screen:
    found = await WaitingGuest(by=turn.person.id, registration=wish.registration)(turn.work)
    if isinstance(found, tuple):
        return people.waiting_guest(*found)
    if isinstance(found, WaitsNoMore):
        return await _guests(turn, found.event, Listed.WAITING, said=people.waits_no_more())
    return screens.refused(found)


@on_tap(PutThemAhead)
async def put_ahead(turn: Turn, wish: PutThemAhead) -> Screen:
    match await PutAhead(by=turn.person.id, registration=wish.registration, why=wish.why)(turn.work):
        case PutAheadOfAll() as outcome:
            event = outcome.named.registration.event
            return await _guests(turn, event, Listed.WAITING, said=people.put_ahead(outcome))
        case WaitsNoMore(event=event):
            return await _guests(turn, event, Listed.WAITING, said=people.waits_no_more())
        case TooWide() | NoSuchEvent() | Forbidden() as found:
            return screens.refused(found)
        case outcome:
            assert_never(outcome)
