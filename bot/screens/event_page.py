"""An event as people see it: what, when, where, how many seats, what they answered, and what they can do now."""

from bot.dialogue.taps import BeginStory
from bot.screens.event_facts import mine_words, seats_line, who_comes, window_line
from bot.screens.event_more import more_ways
from bot.screens.event_taps import AnswerTo, AskEventCalendar, ShowEvent, ShowEvents, ShowMyEvents, ShowPlace, WaitForSeat
from bot.screens.event_words import (
    audience_words,
    kind_name,
    not_for_words,
    title_of,
    when_lines,
    where_lines,
)
from bot.screens.next_steps import REGISTER
from bot.screens.passes import door_buttons
from bot.screens.screen import Button, Link, Screen, Venue, button, column, enclosed
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, told
from programme.events import HEAR, Answer, NotForYou, Standing
from services.event_pages import EventSeen
from storage.events import Event

EVENTS = button(t("📅 All events"), ShowEvents())
MY_EVENTS = button(t("🎟 My events"), ShowMyEvents())
STORY = "come_to_event"
CAN_ANSWER = (Standing.OPEN, Standing.CLOSED)


def details(seen: EventSeen, said: Words | None = None, *, photo: bool = False, stays: bool = False) -> Screen:
    """`said`: what has just happened; `photo`: the event's own goes before it, as when the page is opened."""
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, what_lines(seen), _you(seen)),
        rows=column([*answer_buttons(seen), *_other_ways(seen), HOME]),
        encloses=enclosed((seen.event.photo,), ()) if photo and seen.event.photo else (),
        stays=stays,
    )


def what_lines(seen: EventSeen) -> Words:
    """All of it but what the person answered."""
    event = seen.event
    return lines(
        t("<b>{title}</b>", title=title_of(event)),
        t("{kind} · {audience}", kind=kind_name(event.kind), audience=audience_words(event)),
        when_lines(seen.dates),
        where_lines(event, comes=_comes(seen)),
        seats_line(seen),
        window_line(seen),
        tn("👥 You may bring {count} guest.", "👥 You may bring {count} guests.", event.guests) if event.guests else None,
        _text(event),
        who_comes(seen),
    )


def _comes(seen: EventSeen) -> bool:
    return seen.mine is not None and seen.mine.answer is Answer.COMING


def _text(event: Event) -> Words | None:
    return t("\n{text}", text=told(event.text)) if any(event.text.values()) else None


def _you(seen: EventSeen) -> Words | None:
    """How this person stands to it."""
    if seen.mine is None:
        return t("\n{why}", why=not_for_words(seen.refusal, seen.event)) if seen.refusal is not None else None
    return t("\n{told}", told=mine_words(seen, seen.mine))


def answer_buttons(seen: EventSeen) -> list[Button]:
    """Only what can be done now."""
    event, mine = seen.event, seen.mine
    answer = mine.answer if mine is not None else None
    if seen.standing not in CAN_ANSWER:
        return []
    if answer is Answer.OFFERED:
        return [_answer(event, t("✅ Take the seat"), Answer.COMING), _answer(event, t("❌ Let it go"), Answer.NOT_COMING)]
    if answer is Answer.WAITING:
        return [*_free_seat(seen), _answer(event, t("🚶 Stop waiting"), Answer.NOT_COMING)]
    may_come = seen.standing is Standing.OPEN and seen.refusal is None and seen.has_seats
    if answer is Answer.COMING:
        return [*_changes(seen), _answer(event, t("🤔 Perhaps"), Answer.MAYBE), _answer(event, t("❌ I cannot come"), Answer.NOT_COMING)]
    if not may_come:
        return [REGISTER] if seen.refusal is NotForYou.OWNERS_ONLY else []
    come = _answer(event, t("✅ I come"), Answer.COMING) if seen.left != 0 else _onto_the_list(event)
    perhaps = [] if answer is Answer.MAYBE else [_answer(event, t("🤔 Perhaps"), Answer.MAYBE)]
    no = [] if answer is Answer.NOT_COMING else [_answer(event, t("❌ I cannot come"), Answer.NOT_COMING)]
    return [come, *perhaps, *no]


def _onto_the_list(event: Event) -> Button:
    """At once, where nobody is brought; else it is asked first how many."""
    label = t("⏳ Onto the waiting list")
    return _answer(event, label, Answer.COMING) if event.guests else button(label, WaitForSeat(event.id, 0))


def _free_seat(seen: EventSeen) -> list[Button]:
    """In the last hours, when none is held any more, and where fewer guests would fit."""
    open_now = seen.standing is Standing.OPEN and seen.left != 0
    return [_answer(seen.event, t("✅ Take a free seat"), Answer.COMING)] if open_now else []


def _answer(event: Event, label: Words, answer: Answer) -> Button:
    return button(label, AnswerTo(event.id, answer))


def _changes(seen: EventSeen) -> list[Button]:
    """Who comes may come with more or fewer, and say something else."""
    if not (seen.event.guests or seen.questions):
        return []
    label = t("✏️ Guests and answers") if seen.event.guests and seen.questions else None
    label = label or (t("👥 Change guests") if seen.event.guests else t("✏️ Correct answers"))
    return [button(label, BeginStory(STORY, f"{seen.event.id}-again"))]


def _other_ways(seen: EventSeen) -> list[Button]:
    event = seen.event
    found = [*door_buttons(seen), *more_ways(seen)]
    if place_of(event) is not None:
        found.append(button(t("📍 Show the place"), ShowPlace(event.id)))
    if seen.mine is not None and seen.mine.answer in {*HEAR, Answer.NOT_COMING}:
        found.append(button(t("📅 Into my calendar"), AskEventCalendar(event.id)))
    if seen.standing in {Standing.OPEN, Standing.NOT_YET}:
        found.append(share_button(event))
    return [*found, MY_EVENTS if seen.mine is not None and seen.mine.answer in HEAR else EVENTS]


def share_button(event: Event) -> Button:
    words = t("{title}: come along?", title=title_of(event))
    return Button(label=t("📤 Share it"), shares=Link(f"ev_{event.id}"), shared_words=words)


def place_of(event: Event) -> Venue | None:
    """None where it is not on the map."""
    if not event.place or event.latitude is None or event.longitude is None:
        return None
    return Venue(title=event.place, address=event.address or event.place, latitude=event.latitude, longitude=event.longitude)


def place_shown(seen: EventSeen) -> Screen:
    """On the map, which the phone finds the way to."""
    event = seen.event
    words = lines(t("<b>{title}</b>", title=title_of(event)), where_lines(event, comes=_comes(seen)))
    return Screen(words=words, rows=column([button(t("◀ Back to the event"), ShowEvent(event.id)), HOME]), venue=place_of(event))
