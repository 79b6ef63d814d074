"""What the letters of a change of hours say."""

from bot.screens.booking_search import HoldTime
from bot.screens.booking_taps import ShowBooking, ShowSession
from bot.screens.consultant_taps import ShowConsultant, ShowDeskSession
from bot.screens.consulting import MY_DESK, topic_name
from bot.screens.hours_taps import ShowMyHours
from bot.screens.letters import says
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_change_taps import WantToCancel, WantToMove
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.cells import starts_of
from services.hours_letters import HeldTimeGone, HoursSetForYou, MoveUnanswered, SessionOutsideHours, SessionStays


@says(HeldTimeGone)
def held_time_gone(fact: HeldTimeGone) -> Screen:
    again = ShowBooking() if fact.moves is None else WantToMove(fact.moves)
    return Screen(
        words=lines(
            t("<b>The time held for you is gone: {at:datetime}.</b>", at=fact.starts_at),
            t("{name} has just changed the hours. Nothing is lost: choose another time.", name=fact.name),
            topic_name(fact.topic),
            t("The session you wanted to move stays as it was.") if fact.moves is not None else None,
        ),
        rows=column([button(t("🗓 Choose again"), again), HOME]),
    )


@says(SessionOutsideHours)
def session_outside_hours(fact: SessionOutsideHours) -> Screen:
    return Screen(
        words=lines(
            t("🔁 <b>{name} cannot give your session on {at:datetime}.</b>", name=fact.name, at=fact.starts_at),
            t("{topic} · the hours have changed. We are sorry.", topic=topic_name(fact.topic)),
            t("Please choose another time until {until:datetime}. Yours is kept until the new one is booked.", until=fact.until),
            t("If I hear nothing, {name} gets in touch with you.", name=fact.name),
        ),
        rows=column(
            [
                *(_instead(fact, consultant, cell) for consultant, cell in zip(fact.consultants, fact.cells, strict=True)),
                button(t("📅 Other times"), WantToMove(fact.session)),
                button(t("✖️ Cancel it"), WantToCancel(fact.session)),
                HOME,
            ]
        ),
    )


def _instead(fact: SessionOutsideHours, consultant: int, cell: int) -> Button:
    """One of the nearest times; another person gives it where the own one has none so near."""
    hold = HoldTime(topic=fact.topic, consultant=consultant, way=fact.way.value, moving=fact.session, cell=cell)
    if consultant == fact.consultant:
        return button(t("🔁 {at:datetime}", at=starts_of(cell)), hold)
    return button(t("👥 {at:datetime}", at=starts_of(cell)), hold)


@says(SessionStays)
def session_stays(fact: SessionStays) -> Screen:
    return Screen(
        words=t("✅ <b>Your session on {at:datetime} can stay.</b> {name} has time then after all.", at=fact.starts_at, name=fact.name),
        rows=column([button(t("📍 Where and how"), ShowSession(fact.session)), HOME]),
    )


@says(MoveUnanswered)
def move_unanswered(fact: MoveUnanswered) -> Screen:
    return Screen(
        words=lines(
            t("<b>No other time was chosen for the session on {at:datetime}.</b>", at=fact.starts_at),
            _who(fact),
            _what_now(fact),
        ),
        rows=column([*_ways(fact), HOME]),
    )


def _who(fact: MoveUnanswered) -> Words | None:
    if fact.for_office:
        return t("{name} · {shop}", name=fact.name, shop=fact.shop) if fact.shop else t("{name}", name=fact.name)
    return t("{shop}", shop=fact.shop) if fact.shop else None


def _what_now(fact: MoveUnanswered) -> Words:
    if fact.for_office:
        return t("The member has not answered. The session stands: please settle with {name} who tells them.", name=fact.name)
    return t("The member has not answered. The session stands: write to them from its screen, so that nobody waits before a closed door.")


def _ways(fact: MoveUnanswered) -> list[Button]:
    if fact.for_office:
        return [button(t("👤 {name}", name=fact.name), ShowConsultant(fact.consultant))]
    return [button(t("🗂 See the session"), ShowDeskSession(fact.session)), MY_DESK]


@says(HoursSetForYou)
def hours_set_for_you(fact: HoursSetForYou) -> Screen:  # noqa: ARG001 - all letters are called alike
    return Screen(
        words=t("<b>The office has changed your hours.</b> Please look whether they are right."),
        rows=column([button(t("🕘 My hours"), ShowMyHours()), MY_DESK, HOME]),
    )
