"""The letters about consultants: to the office, to themselves, to members who booked them."""

from bot.screens.booking_taps import ShowSession
from bot.screens.consultant_taps import ShowConsultant
from bot.screens.consulting import MY_DESK, calling_name, topic_name
from bot.screens.joining_consultants import ALL_CONSULTANTS
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, button, column
from bot.screens.session_messages import answer, see
from bot.screens.ways import HOME
from bot.words import lines, t, tn, verbatim
from services.consultant_ends import ConsultantEnded, ConsultantStopped
from services.consultant_invitations import ConsultantJoined
from services.consultant_profile import SessionPlaceChanged
from services.office_holidays import OfficeHolidaySet
from services.session_messages import SessionMessage


@says(ConsultantJoined)
def consultant_joined(fact: ConsultantJoined) -> Screen:
    return Screen(
        words=lines(
            t("🧑‍🏫 <b>{name} has joined.</b> {calling}", name=fact.name, calling=calling_name(fact.calling)),
            t("Members can book as soon as the hours are set."),
        ),
        rows=column([button(t("👤 See the profile"), ShowConsultant(fact.person)), ALL_CONSULTANTS, HOME]),
    )


@says(SessionPlaceChanged)
def session_place_changed(fact: SessionPlaceChanged) -> Screen:
    return Screen(
        words=lines(
            t("📍 <b>Your session on {at:datetime} takes place somewhere else.</b>", at=fact.starts_at),
            t("{topic} · {name}", topic=topic_name(fact.topic), name=fact.name),
            t("Now here: {place}, {address}", place=fact.place, address=fact.address) if fact.place else None,
            t("The video room is now: {link}", link=fact.link) if fact.link else None,
            t("The time stays. If that does not suit you, you can move or cancel it."),
        ),
        rows=column([button(t("🗓 See the session"), ShowSession(fact.session)), HOME]),
    )


@says(OfficeHolidaySet)
def office_holiday_set(fact: OfficeHolidaySet) -> Screen:
    return Screen(
        words=lines(
            t("📅 <b>The office is closed on {day:date}: {name}.</b>", day=fact.day, name=fact.name),
            tn(
                "You have {count} session on that day. It stays, unless you ask for another time or cancel it.",
                "You have {count} sessions on that day. They stay, unless you ask for other times or cancel them.",
                fact.booked,
            ),
        ),
        rows=column([MY_DESK, ASK_A_PERSON, HOME]),
    )


@says(ConsultantEnded)
def consultant_ended(fact: ConsultantEnded) -> Screen:
    told = tn(
        "{count} session was cancelled, its member is told.", "{count} sessions were cancelled, their members are told.", fact.cancelled
    )
    return Screen(
        words=lines(
            t("<b>The office has ended your work as a consultant.</b> Thank you for your time."),
            told if fact.cancelled else None,
            t("If that is a mistake, ask the office."),
        ),
        rows=column([ASK_A_PERSON, HOME]),
    )


@says(SessionMessage)
def session_message(fact: SessionMessage) -> Screen:
    who = verbatim(fact.who) if fact.who else t("A member")
    return Screen(
        words=lines(
            t("✉️ <b>{who} writes</b> · {topic}, {at:datetime}", who=who, topic=topic_name(fact.topic), at=fact.starts_at),
            t("\n{words}", words=fact.words),
        ),
        rows=column([answer(fact.session), see(fact.session, as_consultant=fact.to_consultant), HOME]),
    )


@says(ConsultantStopped)
def consultant_stopped(fact: ConsultantStopped) -> Screen:
    return Screen(
        words=lines(
            t("🧑‍🏫 <b>{name} has stopped giving sessions.</b>", name=fact.name),
            tn("{count} booked session was cancelled.", "{count} booked sessions were cancelled.", fact.cancelled)
            if fact.cancelled
            else None,
            t("The members are told, and can book with somebody else."),
        ),
        rows=column([ALL_CONSULTANTS, HOME]),
    )
