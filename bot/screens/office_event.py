"""One event for the office: its numbers, and what can be done about it."""

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import GetAttendance, ShowCompletions, ShowEventDoor
from bot.screens.event_as_others import publish
from bot.screens.event_desk import EVENTS_OFFICE, to_event
from bot.screens.event_desk_taps import (
    DropThisDraft,
    ExportThis,
    SeeAsOthers,
    ShowEventLink,
    ShowGuests,
    ShowTallies,
)
from bot.screens.event_seat_words import kept_group
from bot.screens.event_words import kind_name, title_of
from bot.screens.introduction_desk import office_button
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.survey_results import results_button
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn, told
from programme.event_kinds import EventKind
from programme.events import Answer, EventState, Group
from services.calendars import Holiday
from services.event_desk import OfficeEvent
from services.record_cases import Case
from storage.events import Event


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


def drop_it(found: OfficeEvent) -> Screen:
    event = found.event
    return Screen(
        words=t("Throw away the draft “{title}”? It cannot be brought back.", title=title_of(event)),
        rows=column([button(t("🗑 Yes, throw it away"), DropThisDraft(event.id, sure=True)), to_event(event.id, t("No, keep it"))]),
    )
