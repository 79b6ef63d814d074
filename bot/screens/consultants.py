"""The office's list of consultants and mentors, and one of them."""

from typing import assert_never

from bot.screens.consultant_links import OPEN_LINKS
from bot.screens.consultant_taps import AskToEnd, EndConsultant, PauseConsultant, ShowConsultant, ShowConsultants, ShowOfficeHolidays
from bot.screens.consulting import calling_name, profile_lines
from bot.screens.hours_taps import ShowMyHours
from bot.screens.joining_consultants import ALL_CONSULTANTS, invite_buttons
from bot.screens.office_only import refused as refused_by_role
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_overview import OVERVIEW
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.consultants import ConsultantPage, ConsultantSheet, Paused, TakesAgain
from services.coordinators import Forbidden
from storage.consultants import Consultant

HOLIDAYS = button(t("📅 Office holidays"), ShowOfficeHolidays())


def listed(found: ConsultantPage) -> Screen:
    hint = None if found.consultants else t("Nobody yet. Invite somebody below: they get a link from you and fill in the rest themselves.")
    return Screen(
        words=lines(t("<b>Consultants and mentors</b>"), hint, *(_line(one) for one in found.consultants)),
        rows=(
            *column([_one_button(one) for one in found.consultants]),
            *page_row(found.page, more=found.more, to=ShowConsultants),
            *column([*invite_buttons(), OPEN_LINKS, OVERVIEW, HOLIDAYS, HOME]),
        ),
    )


def _line(one: Consultant) -> Words:
    return t("• <b>{name}</b>, {calling}: {state}", name=one.profile.name, calling=calling_name(one.profile.calling), state=state(one))


def _one_button(one: Consultant) -> Button:
    return button(t("🧑‍🏫 {name}", name=one.profile.name), ShowConsultant(one.person))


def state(one: Consultant) -> Words:
    if one.left_at is not None:
        return t("stopped on {on:date}", on=one.left_at)
    if one.paused_at is not None:
        return t("on a pause since {on:date}", on=one.paused_at)
    return t("takes sessions")


def sheet(found: ConsultantSheet, said: Words | None = None) -> Screen:
    one = found.consultant
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{name}</b>, {calling}", name=one.profile.name, calling=calling_name(one.profile.calling)),
            t("{state}, since {on:date} with us", state=state(one), on=one.joined_at),
            profile_lines(one.profile) if one.profile.topics else t("They have had their profile deleted."),
            _ahead(found.ahead),
        ),
        rows=column([*_changes(one), ALL_CONSULTANTS, HOME]),
    )


def _ahead(count: int) -> Words:
    return tn("{count} session is still to come.", "{count} sessions are still to come.", count) if count else t("No session is booked.")


def _changes(one: Consultant) -> tuple[Button, ...]:
    return () if one.left_at is not None else (hours_button(one), pause_button(one), end_button(one))


def hours_button(one: Consultant) -> Button:
    return button(t("🕘 The hours"), ShowMyHours(one.person))


def pause_button(one: Consultant) -> Button:
    if one.paused_at is not None:
        return button(t("▶️ Take sessions again"), PauseConsultant(one.person, pauses=False))
    return button(t("⏸ Pause"), PauseConsultant(one.person, pauses=True))


def end_button(one: Consultant) -> Button:
    return button(t("🚪 Stop"), AskToEnd(one.person))


def paused(outcome: Paused | TakesAgain) -> Words:
    match outcome:
        case Paused(sheet=found) if found.ahead:
            return t("On a pause: nobody can book anything new. The sessions that are booked stay.")
        case Paused():
            return t("On a pause: nobody can book anything new.")
        case TakesAgain():
            return t("Members can book again.")
        case _:
            assert_never(outcome)


def really_end(found: ConsultantSheet, *, own: bool) -> Screen:
    one = found.consultant
    asked = t("<b>Stop advising?</b>") if own else t("<b>End the work of {name}?</b>", name=one.profile.name)
    return Screen(
        words=lines(asked, _what_ending_means(found.ahead), t("A pause is enough for a holiday: what is booked stays then.")),
        rows=column([button(t("🚪 Yes, stop"), EndConsultant(one.person)), pause_button(one), HOME]),
    )


def _what_ending_means(ahead: int) -> Words:
    if not ahead:
        return t("No session is booked. Nobody can book one any more.")
    return tn(
        "{count} booked session is cancelled; its member is told and can book with somebody else.",
        "{count} booked sessions are cancelled; their members are told and can book with somebody else.",
        ahead,
    )


def ended(name: str, cancelled: int, *, own: bool) -> Screen:
    done = t("<b>You advise no longer. Thank you for your time.</b>") if own else t("<b>{name} advises no longer.</b>", name=name)
    told = tn("{count} session was cancelled, its member is told.", "{count} sessions were cancelled, their members are told.", cancelled)
    back = t("Who wants to come back gets a new link from the office.")
    return Screen(
        words=lines(done, told if cancelled else None, back),
        rows=column([HOME] if own else [ALL_CONSULTANTS, HOME]),
    )


def not_there() -> Screen:
    return Screen(words=t("This person takes no part as a consultant or mentor."), rows=column([HOME]))


def not_yours(found: Forbidden | None = None) -> Screen:
    return refused_by_role(found, t("Only the coordinators of the office look after the consultants."))
