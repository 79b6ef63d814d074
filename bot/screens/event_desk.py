"""Events for the office: the lists, one event with its numbers, how others see it, and its link."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.pictures.qr import QrCode
from bot.screens.check_in_taps import GetAttendance, ShowCompletions, ShowDoor, ShowEventDoor
from bot.screens.event_desk_taps import (
    DropThisDraft,
    ExportThis,
    PublishThis,
    SeeAsOthers,
    ShowEventDesk,
    ShowEventLink,
    ShowGuests,
    ShowOfficeEvent,
    ShowTallies,
)
from bot.screens.event_page import answer_buttons, details, share_button
from bot.screens.event_plan_words import kept_group, wrong
from bot.screens.event_words import kind_name, short_title, title_of
from bot.screens.introduction_desk import office_button
from bot.screens.office_only import for_the_office
from bot.screens.page_row import page_row
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Link, Screen, beside, button, column, enclosed
from bot.screens.survey_results import results_button
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn, told, verbatim
from programme.event_checks import Wrong
from programme.event_kinds import EventKind
from programme.events import Answer, EventState, Group
from services.calendars import Holiday
from services.coordinators import Forbidden
from services.event_dates import NoSuchEvent
from services.event_desk import EventShelf, OfficeEvent, Previewed, SaidToEvent, Shelf, Tally
from services.event_guests import Listed
from services.event_making import IsCancelled, IsOver, TooWide
from services.record_cases import Case
from storage.event_questions import Asked
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


# -- one event


def office_event(found: OfficeEvent, said: Words | None = None) -> Screen:
    event = found.event
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{title}</b> ({kind}, {state})", title=title_of(event), kind=kind_name(event.kind), state=_state(found)),
            t("🗓 {at:datetime}", at=event.starts_at),
            tn("{count} date, the last on {last:date}", "{count} dates, the last on {last:date}", len(found.plan.dates), last=event.ends_at)
            if len(found.plan.dates) > 1
            else None,
            holiday_warning(found.holidays),
            t("Why it was cancelled: {why}", why=event.cancelled_why) if event.state is EventState.CANCELLED else None,
            *_numbers(found),
            None if found.within_role else t("\n<i>Your role does not reach it: you see its numbers, not who comes.</i>"),
        ),
        rows=(*_ways(found), beside(EVENTS_OFFICE, record_of(Case.EVENT, event.id)), (HOME,)),
    )


def _state(found: OfficeEvent) -> Words:
    match found.event.state:
        case EventState.DRAFT:
            return t("draft: only the office sees it")
        case EventState.CANCELLED:
            return t("cancelled")
        case EventState.PUBLISHED:
            return t("over") if found.over else t("published")


def holiday_warning(found: tuple[Holiday, ...]) -> Words | None:
    """A warning only: fairs are held on holidays."""
    if not found:
        return None
    named = [t("{day:date} is {name}", day=one.day, name=told({"ko": one.ko, "en": one.en})) for one in found]
    return t("⚠️ A holiday: {days}.", days=joined(named, ", "))


def _numbers(found: OfficeEvent) -> tuple[Words | None, ...]:
    if found.event.state is EventState.DRAFT:
        return (t("\n🪑 {seats}", seats=_seats(found)), *(_pool(found, group) for group in _groups(found)))
    guests = found.guests.get(Answer.COMING, 0)
    coming = t("\n✅ {n} come", n=found.counts.get(Answer.COMING, 0))
    return (
        t("{coming}, with {guests} guests", coming=coming, guests=guests) if guests else coming,
        _counted(found, Answer.MAYBE),
        _counted(found, Answer.WAITING),
        _counted(found, Answer.OFFERED),
        _counted(found, Answer.NOT_COMING),
        t("🪑 {seats}", seats=_seats(found)),
        *(_pool(found, group) for group in _groups(found)),
    )


def _counted(found: OfficeEvent, answer: Answer) -> Words | None:
    number = found.counts.get(answer, 0)
    if not number:
        return None
    return {
        Answer.MAYBE: t("🤔 {n} perhaps", n=number),
        Answer.WAITING: t("⏳ {n} wait for a seat", n=number),
        Answer.OFFERED: t("🎉 {n} are offered a seat right now", n=number),
        Answer.NOT_COMING: t("❌ {n} do not come", n=number),
    }[answer]


def _seats(found: OfficeEvent) -> Words:
    if found.seats is None:
        return t("no limit")
    return t("{left} of {seats} seats left", left=found.seats_left or 0, seats=found.seats)


def _groups(found: OfficeEvent) -> tuple[Group, ...]:
    """Where there is but one pool, the seats of all say it."""
    return tuple(found.plan.pools) if len(found.plan.pools) > 1 else ()


def _pool(found: OfficeEvent, group: Group) -> Words:
    seats = found.plan.pools[group] or 0
    return t("   {group}: {taken} of {seats} taken", group=kept_group(group), taken=found.taken.get(group, 0), seats=seats)


def _ways(found: OfficeEvent) -> tuple[tuple[Button, ...], ...]:
    event = found.event
    if not found.within_role:
        return _ways_of_others(found)
    again = button(t("🔁 Once more"), BeginStory("clone_event", str(event.id)))
    see = button(t("👀 As others see it"), SeeAsOthers(event.id))
    change = button(t("✏️ Change"), BeginStory("change_event", str(event.id)))
    match event.state:
        case EventState.DRAFT:
            drop = button(t("🗑 Throw away"), DropThisDraft(event.id, sure=False))
            return (*column([publish(event.id, found.plan.seen), see]), beside(change, again), (drop,))
        case EventState.CANCELLED:
            return (*_people(found), (again,))
        case EventState.PUBLISHED if found.over:
            return (*_people(found), *_after(event), (again,))
        case EventState.PUBLISHED:
            link = button(t("🔗 Link and QR"), ShowEventLink(event.id))
            cancel = button(t("🚫 Cancel it"), BeginStory("cancel_event", str(event.id)))
            door = button(t("🎫 Check-in"), ShowEventDoor(event.id))
            met = column([office_button(event.id)]) if event.kind is EventKind.NETWORKING else ()
            return (*_people(found), *met, beside(see, link), beside(change, again), beside(door, cancel))


def _ways_of_others(found: OfficeEvent) -> tuple[tuple[Button, ...], ...]:
    """What names nobody and changes nothing."""
    event = found.event
    said = [button(t("💬 Answers"), ShowTallies(event.id))] if found.plan.questions else []
    see = button(t("👀 As others see it"), SeeAsOthers(event.id))
    link = [button(t("🔗 Link and QR"), ShowEventLink(event.id))] if event.state is EventState.PUBLISHED and not found.over else []
    return ((see, *link), *column(said))


def _people(found: OfficeEvent) -> tuple[tuple[Button, ...], ...]:
    event, some = found.event, sum(found.counts.values())
    said = [button(t("💬 Answers"), ShowTallies(event.id))] if found.plan.questions else []
    sheet = [button(t("📥 As an Excel sheet"), ExportThis(event.id))] if some else []
    people = [button(t("👥 Who is registered ({n})", n=some), ShowGuests(event.id))] if some else []
    return (*column(people), *(((*said, *sheet),) if said or sheet else ()))


def _after(event: Event) -> tuple[tuple[Button, ...], ...]:
    done = [button(t("🎓 Certificates"), ShowCompletions(event.id))] if event.kind is EventKind.COURSE else []
    asked = column([results_button(event.id)]) if event.survey is not None else ()
    there = button(t("📋 Who was there"), ShowEventDoor(event.id))
    return ((there, button(t("📥 As a sheet"), GetAttendance(event.id)), *done), *asked)


# -- as others see it


def publish(event: int, seen: str) -> Button:
    return button(t("📣 Publish"), PublishThis(event, seen))


def as_others(found: Previewed, language: str) -> Screen:
    """`language`: in which it is shown; the buttons below are the office's own, those of the others are named."""
    seen = found.page
    page = details(seen)
    words = page.words if language == "" else verbatim(page.words.in_(language))
    labels = [one.label if language == "" else verbatim(one.label.in_(language)) for one in answer_buttons(seen)]
    ways = [to_event(seen.event.id)]
    if found.draft:
        ways = [publish(seen.event.id, found.seen), button(t("✏️ Change"), BeginStory("change_event", str(seen.event.id)))]
        ways.append(to_event(seen.event.id, t("📝 Keep as a draft")))
    return Screen(
        words=lines(
            t("<i>👀 As others see it:</i>\n"),
            words,
            t("\n<i>Buttons: {labels}</i>", labels=joined(labels, " · ")) if labels else None,
        ),
        rows=column([_other_language(seen.event.id, other=language == ""), *ways]),
        encloses=enclosed((seen.event.photo,), ()) if seen.event.photo and language == "" else (),
    )


def _other_language(event: int, *, other: bool) -> Button:
    return button(t("🌐 In the other language") if other else t("🌐 In my language"), SeeAsOthers(event, other=other))


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


def drop_it(found: OfficeEvent) -> Screen:
    event = found.event
    return Screen(
        words=t("Throw away the draft “{title}”? It cannot be brought back.", title=title_of(event)),
        rows=column([button(t("🗑 Yes, throw it away"), DropThisDraft(event.id, sure=True)), to_event(event.id, t("No, keep it"))]),
    )


def dropped(title: Words) -> Words:
    return t("The draft “{title}” is gone.", title=title)


def event_link(found: OfficeEvent) -> Screen:
    link = Link(f"ev_{found.event.id}")
    return Screen(
        words=lines(
            t("<b>{title}</b>", title=title_of(found.event)),
            t("Whoever follows this link or scans the picture sees the event and can register. It may stand on a poster."),
        ),
        spells=link,
        picture=QrCode(payload=link.payload),
        rows=column([share_button(found.event), to_event(found.event.id), HOME]),
        stays=True,
    )


def tallies(found: SaidToEvent) -> Screen:
    return Screen(
        words=lines(
            t("<b>{title}</b>: what was answered", title=title_of(found.event)),
            *(_tally(one) for one in found.tallies),
            t("\nWho said what stands in the Excel sheet.") if found.tallies else t("Nothing is asked about this event."),
        ),
        rows=column([button(t("📥 As an Excel sheet"), ExportThis(found.event.id)), to_event(found.event.id), HOME]),
    )


def _tally(one: Tally) -> Words:
    asked = t("\n<b>{question}</b>", question=told(one.question.words))
    match one.question.kind:
        case Asked.TEXT:
            return lines(asked, tn("{count} person has written something.", "{count} people have written something.", one.written))
        case Asked.YES_NO:
            return lines(asked, t("Yes: {yes}, no: {no}", yes=one.options[0], no=one.options[1]))
        case Asked.CHOICE:
            pairs = zip(one.question.options, one.options, strict=True)
            return lines(asked, *(t("• {option}: {n}", option=told(option), n=count) for option, count in pairs))


def all_guests(event: int) -> Button:
    return button(t("◀ Who is registered"), ShowGuests(event, Listed.WAITING))
