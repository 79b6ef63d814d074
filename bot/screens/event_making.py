"""The stories of an event and their ends: made, changed, cancelled, once more."""

from datetime import date

from bot.dialogue.taps import BeginStory
from bot.screens import event_date_words as date_words
from bot.screens import event_plan_words as plans
from bot.screens import event_seat_words as seat_words
from bot.screens.event_as_others import publish
from bot.screens.event_desk import EVENTS_OFFICE, to_event
from bot.screens.event_desk_taps import SeeAsOthers
from bot.screens.event_words import title_of
from bot.screens.office_event import holiday_warning
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, joined, lines, t, tn
from programme.events import Group
from services.calendars import Holiday
from services.event_cancelling import EventIsOff
from services.event_changing import Changed
from services.event_cloning import Cloned
from storage.events import Event


def new_event() -> Words:
    return t("New event")


def is_it_right() -> Words:
    return t("Shall it be like this? To change a line, tap it.")


def see_it() -> Words:
    return t("Yes, keep it as a draft")


def what_follows(holidays: tuple[Holiday, ...]) -> Words:
    return lines(holiday_warning(holidays), t("Nobody but the office sees it before you publish it."))


def drafted(event: Event, seen: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>“{title}” is kept as a draft.</b>", title=title_of(event)),
            t("Look at it as others will see it, then publish it. Nobody but the office sees it before."),
        ),
        rows=column(
            [
                button(t("👀 As others see it"), SeeAsOthers(event.id)),
                publish(event.id, seen),
                to_event(event.id, t("📝 Later")),
                HOME,
            ]
        ),
    )


# -- changing


def change_it() -> Words:
    return t("Change an event")


def which_lines() -> Words:
    return t("What shall be different? Tap a line.")


def change_now() -> Words:
    return t("✅ Change it like this")


def nothing_yet() -> Words:
    return t("Nothing is different yet.")


def who_hears(told: int, *, anything: bool, holidays: tuple[Holiday, ...]) -> Words:
    if not told:
        hears = t("Nobody has registered yet: nobody is told.")
    elif not anything:
        hears = t("Nothing changes for those who registered: nobody is told.")
    else:
        hears = tn(
            "{count} person has registered and hears in one message what changes.",
            "{count} people have registered and hear in one message what changes.",
            told,
        )
    return lines(holiday_warning(holidays), hears)


def changed(outcome: Changed) -> Screen:
    told = tn("{count} person hears of it.", "{count} people hear of it.", outcome.told) if outcome.told else t("Nobody had to be told.")
    return Screen(
        words=lines(t("<b>“{title}” is changed.</b>", title=title_of(outcome.event)), told),
        rows=column([to_event(outcome.event.id), button(t("👀 As others see it"), SeeAsOthers(outcome.event.id)), EVENTS_OFFICE, HOME]),
    )


def nothing_changed(event: Event) -> Screen:
    return Screen(words=t("Everything stays as it was."), rows=column([to_event(event.id), EVENTS_OFFICE, HOME]))


def seats_taken(group: Group, taken: int) -> Words:
    if group is Group.ALL:
        return tn(
            "{count} seat for everybody is taken: there cannot be fewer.",
            "{count} seats for everybody are taken: there cannot be fewer.",
            taken,
        )
    return tn(
        "{count} seat kept for {group} is taken: there cannot be fewer.",
        "{count} seats kept for {group} are taken: there cannot be fewer.",
        taken,
        group=seat_words.kept_group(group),
    )


def too_wide() -> Words:
    return t("Your role is for some gu or one track, and the event reaches further. Please tap the gu or the track and limit it.")


def answered_already() -> Words:
    return t("People have answered these questions: they stay as they are. You can only add others.")


# -- cancelling


def cancel_it() -> Words:
    return t("Cancel an event")


def why_cancelled(event: Event) -> Words:
    return t("Why does “{title}” not take place?", title=title_of(event))


def everybody_reads_it() -> Words:
    return t("everybody who registered reads it.")


def reason_example() -> Words:
    return t("The hall is closed because of the typhoon. We are looking for another day.")


def names(key: str) -> Words:
    return {"why": t("Reason"), "days": t("When")}[key]


def really_cancel(event: Event) -> Words:
    return t("Cancel “{title}” on {at:datetime}?", title=title_of(event), at=event.starts_at)


def yes_cancel() -> Words:
    return t("🚫 Yes, cancel it")


def who_is_told(count: int) -> Words:
    told = tn("{count} person who registered is told at once.", "{count} people who registered are told at once.", count)
    return lines(told if count else t("Nobody has registered."), t("It cannot be taken back."))


def cancelled(outcome: EventIsOff) -> Screen:
    told = tn("{count} person hears of it.", "{count} people hear of it.", outcome.told) if outcome.told else t("Nobody had to be told.")
    again = button(t("🔁 On another day"), BeginStory("clone_event", str(outcome.event.id)))
    return Screen(
        words=lines(t("<b>“{title}” is cancelled.</b>", title=title_of(outcome.event)), told),
        rows=column([again, to_event(outcome.event.id), EVENTS_OFFICE, HOME]),
    )


def still_draft(event: Event) -> Screen:
    return Screen(
        words=t("“{title}” is a draft that nobody has seen. It need not be cancelled: throw it away.", title=title_of(event)),
        rows=column([to_event(event.id), EVENTS_OFFICE, HOME]),
    )


# -- once more


def once_more() -> Words:
    return t("An event once more")


def which_day(event: Event) -> Words:
    return t("When shall “{title}” take place again? All its dates move by the same time.", title=title_of(event))


def in_so_long(label: Words, day: date) -> Words:
    return t("{span}: {on:date}", span=label, on=day)


def a_week() -> Words:
    return t("A week later")


def four_weeks() -> Words:
    return t("4 weeks later")


def a_quarter() -> Words:
    return t("13 weeks later")


def a_year() -> Words:
    return t("A year later, same weekday")


def another_day() -> Words:
    return t("On another day")


def which_first_day() -> Words:
    return t("On which day shall it begin?")


def cloned(outcome: Cloned) -> Screen:
    event, before, after = outcome.event, outcome.before.event, outcome.after.event
    moved = [
        t("• When: {was} → {now}", was=date_words.when(outcome.before.dates), now=date_words.when(outcome.after.dates)),
        *(
            t("• {name}: {was:datetime} → {now:datetime}", name=plans.names(name), was=was, now=now)
            for name, was, now in (("opens", before.opens_at, after.opens_at), ("closes", before.closes_at, after.closes_at))
            if was is not None and now is not None
        ),
    ]
    same = ("title", "text", "where", "seats", "audience", "guests", "questions", "reminders", "survey")
    return Screen(
        words=lines(
            t("<b>“{title}” stands once more, as a draft.</b>", title=title_of(event)),
            t("\n<b>Moved</b>"),
            *moved,
            t("<b>As before</b>: {names}", names=joined([plans.names(name) for name in same], ", ")),
            holiday_warning(outcome.holidays),
            t("\nNobody is registered for it yet, and nobody sees it before you publish it."),
        ),
        rows=column(
            [
                button(t("👀 As others see it"), SeeAsOthers(event.id)),
                publish(event.id, outcome.seen),
                button(t("✏️ Change"), BeginStory("change_event", str(event.id))),
                to_event(event.id, t("📝 Later")),
                HOME,
            ]
        ),
    )


def not_that_day() -> Words:
    return t("Like this a date would lie in the past, or too far ahead. Please choose another day.")
