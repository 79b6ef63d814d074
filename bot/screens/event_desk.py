"""Events for the office: the lists, one event with its numbers, how others see it, and its link."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import ShowDoor
from bot.screens.event_desk_taps import (
    ShowEventDesk,
    ShowOfficeEvent,
)
from bot.screens.event_plan_words import wrong
from bot.screens.event_words import kind_name, short_title, title_of
from bot.screens.office_only import for_the_office
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.event_checks import Wrong
from programme.events import EventState
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_making import IsCancelled, IsOver, TooWide
from services.event_shelves import EventShelf, Shelf
from storage.events import Event

EVENTS_OFFICE = button(t("🎪 Manage events"), ShowEventDesk())
MAKE = "make_event"
MAKE_EVENT = button(t("➕ Make an event"), BeginStory(MAKE))


def too_wide() -> Screen:
    return Screen(
        words=t(
            "This event concerns more than your role does: other gu, or both tracks. Please ask a colleague whose role reaches that far."
        ),
        rows=column([EVENTS_OFFICE, HOME]),
    )


def no_such_event() -> Screen:
    return Screen(words=t("This event is not there any more."), rows=column([EVENTS_OFFICE, HOME]))


def refused(found: TooWide | IsOver | IsCancelled | NoSuchEvent | Forbidden) -> Screen:
    """Why a coordinator can do nothing about it any more, or somebody else never could."""
    match found:
        case Forbidden() as refused:
            return for_the_office(refused)
        case NoSuchEvent():
            return no_such_event()
        case TooWide():
            return too_wide()
        case IsCancelled(event=event):
            return Screen(words=is_cancelled(), rows=column([to_event(event.id), EVENTS_OFFICE, HOME]))
        case IsOver(event=event):
            return Screen(words=is_over(), rows=column([to_event(event.id), EVENTS_OFFICE, HOME]))
        case _:
            assert_never(found)


def to_event(event: int, label: Words | None = None) -> Button:
    return button(label if label is not None else t("◀ The event"), ShowOfficeEvent(event))


# -- the lists


def shelf(found: EventShelf, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🎪 Events: {shelf}</b>", shelf=_shelf_name(found.shelf)),
            *(_line(found, one) for one in found.events),
            _nothing(found.shelf) if not found.events else None,
        ),
        rows=(
            *column([button(short_title(one), ShowOfficeEvent(one.id)) for one in found.events]),
            *page_row(found.page, more=found.more, to=lambda page: ShowEventDesk(found.shelf, page)),
            *column([MAKE_EVENT, button(t("🎫 Check-in"), ShowDoor())]),
            tuple(_to_shelf(found, one) for one in Shelf if one is not found.shelf),
            *column([HOME]),
        ),
    )


def _line(found: EventShelf, event: Event) -> Words:
    taken = found.taken.get(event.id, 0)
    state = t("cancelled") if event.state is EventState.CANCELLED else tn("{count} seat taken", "{count} seats taken", taken)
    return t(
        "• {at:datetime} <b>{title}</b> ({kind}, {state})",
        at=event.starts_at,
        title=title_of(event),
        kind=kind_name(event.kind),
        state=t("draft") if event.state is EventState.DRAFT else state,
    )


def _shelf_name(one: Shelf) -> Words:
    return {Shelf.COMING: t("coming"), Shelf.DRAFTS: t("drafts"), Shelf.PAST: t("over or cancelled")}[one]


def _nothing(one: Shelf) -> Words:
    match one:
        case Shelf.COMING:
            return t("Nothing is published at the moment. Make an event: you see it as others will before anybody else does.")
        case Shelf.DRAFTS:
            return t("There is no draft.")
        case Shelf.PAST:
            return t("No event is over yet.")
        case _:
            assert_never(one)


def _to_shelf(found: EventShelf, one: Shelf) -> Button:
    label = {
        Shelf.COMING: t("📅 Coming ({n})", n=found.coming),
        Shelf.DRAFTS: t("📝 Drafts ({n})", n=found.drafts),
        Shelf.PAST: t("🗄 Past ({n})", n=found.past),
    }[one]
    return button(label, ShowEventDesk(one))


# -- what became of a tap


def published() -> Words:
    return t("Published. It stands in the list of events, and whoever asked to hear of this kind is told.")


def published_before() -> Words:
    return t("It had been published already.")


def changed_meanwhile() -> Words:
    return t("It is not published yet: a colleague has changed the draft meanwhile. Please look at it once more.")


def is_cancelled() -> Words:
    return t("This event was cancelled; nothing about it can be changed any more.")


def is_over() -> Words:
    return t("This event is over; nothing about it can be changed any more.")


def not_published(why: Wrong) -> Words:
    return t("It cannot be published like this. {why}", why=wrong(why))


def dropped(title: Words) -> Words:
    return t("The draft “{title}” is gone.", title=title)
