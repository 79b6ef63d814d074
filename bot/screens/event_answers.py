"""What is said once somebody has answered an event, or why they cannot."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.event_page import EVENTS, MY_EVENTS, STORY, details
from bot.screens.event_taps import AnswerTo, BringGuests, ShowEvent, WaitForSeat
from bot.screens.event_words import group_name, not_for_words, party_words, title_of
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.events import Answer, NotForYou, Reminder, Standing
from services.event_dates import NoSuchEvent
from services.event_pages import EventSeen
from services.registration_outcomes import Answered, CannotAnswer, ForOthers, Full, NeedsAnswers, OfferOver, Outcome, TooManyGuests, Waits


def answered(outcome: Outcome) -> Screen:  # noqa: PLR0911 - one screen an outcome
    match outcome:
        case Answered(seen=seen, before=before, party_before=party):
            return details(seen, _now(seen, before, party))
        case Waits(seen=seen, already=already):
            return details(seen, t("You wait already; your place stays.") if already else _waits(seen))
        case Full(seen=seen, guests=guests):
            return full(seen, guests)
        case CannotAnswer(seen=seen):
            return details(seen, cannot_answer(seen))
        case ForOthers(seen=seen):
            return for_others(seen)
        case TooManyGuests(seen=seen):
            return how_many_guests(seen, _too_many(seen))
        case NeedsAnswers(seen=seen):
            return needs_answers(seen)
        case OfferOver(seen=seen):
            return details(seen, offer_over())
        case NoSuchEvent():
            return no_such_event()
        case _:
            assert_never(outcome)


def _now(seen: EventSeen, before: Answer | None, party: int) -> Words:
    assert seen.mine is not None
    match seen.mine.answer:
        case Answer.COMING:
            return _comes(seen, before, party)
        case Answer.MAYBE:
            return lines(_freed(before), t("Noted: perhaps. No seat is kept for you; come back here as soon as you know."))
        case _:
            return lines(_freed(before), t("Noted: you do not come. Thank you for telling us. You can change your mind until it begins."))


def _comes(seen: EventSeen, before: Answer | None, party: int) -> Words:
    return lines(_seated(seen, before, party), _what_next(seen))


def _seated(seen: EventSeen, before: Answer | None, party: int) -> Words:
    assert seen.mine is not None
    if before is Answer.COMING and seen.mine.party != party:
        return t("✅ Changed: {party}.", party=party_words(seen.mine.guests))
    if before is Answer.COMING:
        return t("You come already: all is as you said.")
    if seen.mine.guests:
        return t("✅ The seats are yours: {party}.", party=party_words(seen.mine.guests))
    return t("✅ Your seat is yours.")


def _what_next(seen: EventSeen) -> Words:
    parts = seen.event.reminders
    if Reminder.DAY in parts or Reminder.WEEK in parts:
        return t("I remind you before it begins. If you cannot come, tell me here: somebody may wait for your seat.")
    if Reminder.HOURS in parts:
        return t("I remind you two hours before. If you cannot come, tell me here: somebody may wait for your seat.")
    return t("If you cannot come, tell me here: somebody may wait for your seat.")


def _freed(before: Answer | None) -> Words | None:
    if before is Answer.COMING or before is Answer.OFFERED:
        return t("Your seat goes to the next who waits.")
    return t("You no longer wait.") if before is Answer.WAITING else None


def _waits(seen: EventSeen) -> Words:
    return lines(
        t("⏳ You are on the waiting list: place {n}.", n=seen.before + 1),
        t("You need not do anything. Seats that become free are held for a while, in the order of the list, for whoever waits."),
    )


def full(seen: EventSeen, guests: int) -> Screen:
    """With the waiting list in the same message."""
    comes = seen.mine is not None and seen.mine.answer in {Answer.COMING, Answer.OFFERED}
    reason = t("Nothing has changed: you come as before.") if comes else t("You can wait for a seat: whoever asks first is offered first.")
    return Screen(
        words=lines(
            t("<b>{title}</b>", title=title_of(seen.event)),
            t("\n{why}", why=why_full(seen, guests)),
            tn("{count} person waits already.", "{count} people wait already.", seen.waiting) if seen.waiting and not comes else None,
            reason,
        ),
        rows=column([*_instead(seen, guests), *([] if comes else [_wait(seen, guests)]), back(seen), EVENTS, HOME]),
    )


def why_full(seen: EventSeen, guests: int) -> Words:
    if seen.left:
        return tn(
            "Only {count} seat is left, not enough for {party}.",
            "Only {count} seats are left, not enough for {party}.",
            seen.left,
            party=party_words(guests),
        )
    return t("All seats are taken.")


def _instead(seen: EventSeen, guests: int) -> list[Button]:
    """With fewer guests, where those fit."""
    room = (seen.left or 0) - 1
    own = seen.mine.guests if seen.mine is not None and seen.mine.answer is Answer.COMING else 0
    if not 0 <= room < guests or own:
        return []
    label = tn("✅ Come with {count} guest", "✅ Come with {count} guests", room) if room else t("✅ Come alone")
    return [button(label, BringGuests(seen.event.id, room))]


def _wait(seen: EventSeen, guests: int) -> Button:
    return button(t("⏳ Onto the waiting list"), WaitForSeat(seen.event.id, guests))


def back(seen: EventSeen) -> Button:
    return button(t("◀ Back to the event"), ShowEvent(seen.event.id))


def cannot_answer(seen: EventSeen) -> Words:
    """What stands in the way, and what can be done instead."""
    match seen.standing:
        case Standing.NOT_YET if seen.event.opens_at is not None:
            return t("You cannot answer yet: registration opens on {at:datetime}. Come back here then.", at=seen.event.opens_at)
        case Standing.CLOSED:
            return t("Registration is closed. If it is urgent, ask the office.")
        case Standing.CANCELLED:
            return t("This event was cancelled, so there is nothing to answer. Nothing was changed.")
        case Standing.OVER:
            return t("This event has begun already, so your answer can no longer be changed.")
        case _:
            return t("That button is from an earlier message. Here is how things stand now.")


def for_others(seen: EventSeen) -> Screen:
    if seen.refusal is not None:
        why = not_for_words(seen.refusal, seen.event)
    else:
        why = t("This event has no seats for: {group}.", group=group_name(seen.group))
    register = [REGISTER] if seen.refusal is NotForYou.OWNERS_ONLY else []
    return Screen(
        words=lines(t("<b>{title}</b>", title=title_of(seen.event)), t("\n{why}", why=why)),
        rows=column([*register, ASK_A_PERSON, back(seen), EVENTS, HOME]),
    )


def how_many_guests(seen: EventSeen, said: Words | None = None) -> Screen:
    """Without questions of the event's own, guests are asked for in one tap."""
    numbers = [button(_guests(n), BringGuests(seen.event.id, n)) for n in range(seen.event.guests + 1)]
    pairs = tuple(tuple(numbers[place : place + 2]) for place in range(0, len(numbers), 2))
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{title}</b>", title=title_of(seen.event)),
            t("\nHow many come with you? Each of them takes a seat."),
        ),
        rows=(*pairs, (back(seen),), (HOME,)),
    )


def _guests(n: int) -> Words:
    return tn("{count} guest", "{count} guests", n) if n else t("I come alone")


def _too_many(seen: EventSeen) -> Words:
    most = seen.event.guests
    if not most:
        return t("This event has seats for those invited only, without guests.")
    return tn("At most {count} guest may come with you.", "At most {count} guests may come with you.", most)


def needs_answers(seen: EventSeen) -> Screen:
    return Screen(
        words=lines(
            t("<b>{title}</b>", title=title_of(seen.event)),
            t("\nThe organisers need to know something first. It takes a minute."),
        ),
        rows=column([button(t("✍️ Answer and come"), BeginStory(STORY, str(seen.event.id))), back(seen), HOME]),
    )


def offer_over() -> Words:
    return t("The time was up, so the seat that was held for you went to the next. You can go onto the list again.")


def no_such_event() -> Screen:
    return Screen(
        words=t("There is no such event, or it has not been announced yet. Here you find all that are."),
        rows=column([EVENTS, MY_EVENTS, HOME]),
    )


def answer_button(event: int, label: Words, answer: Answer) -> Button:
    return button(label, AnswerTo(event, answer))
