"""The office's desk: the ways that only coordinators have."""

from bot.screens.announcement_taps import ShowAnnouncements
from bot.screens.answering import waiting_button
from bot.screens.check_in_taps import ShowParticipation
from bot.screens.consultant_taps import ShowConsultants
from bot.screens.event_desk_taps import ShowEventDesk
from bot.screens.finder_taps import ShowReports
from bot.screens.helping import ShowFilledIn
from bot.screens.office_taps import ShowOffice
from bot.screens.record_ways import RECORD
from bot.screens.roles import ALL as ALL_PEOPLE
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_overview import OVERVIEW
from bot.screens.shop_checks import ShowChecks
from bot.screens.today import today_button
from bot.screens.ways import HOME
from bot.words import lines, t
from services.front import Front

ANNOUNCEMENTS = button(t("📣 Announcements"), ShowAnnouncements())


def office_button(waiting: int) -> Button:
    return button(t("🗂 Office ({n})", n=waiting) if waiting else t("🗂 Office"), ShowOffice())


def office(found: Front) -> Screen:
    """Lists that are empty are not shown, but for the questions, which coordinators look for."""
    ways = [_today(found.office_waiting + found.waiting), waiting_button(found.waiting)]
    if found.shops_to_confirm:
        ways.append(button(t("🧾 Shops to confirm ({n})", n=found.shops_to_confirm), ShowChecks()))
    if found.reported_cards:
        ways.append(button(t("🚩 Reported cards ({n})", n=found.reported_cards), ShowReports()))
    ways += [
        ANNOUNCEMENTS,
        button(t("🎪 Manage events"), ShowEventDesk()),
        button(t("✍️ Fill in for an owner"), ShowFilledIn()),
        button(t("🧑‍🏫 Consultants and mentors"), ShowConsultants()),
        ALL_PEOPLE,
        RECORD,
        HOME,
    ]
    return Screen(words=lines(t("<b>The office</b>"), t("What waits for a coordinator, and what only you can do.")), rows=column(ways))


def to_read() -> Screen:
    """For who changes nothing: figures, what is announced, people, the record."""
    return Screen(
        words=lines(t("<b>The office</b>"), t("Your role reads figures, announcements and the record; it changes nothing.")),
        rows=column([OVERVIEW, button(t("📊 Participation of the year"), ShowParticipation()), ANNOUNCEMENTS, ALL_PEOPLE, RECORD, HOME]),
    )


def _today(waiting: int) -> Button:
    return today_button(t("📋 Waiting for you ({n})", n=waiting) if waiting else t("📋 Waiting for you"))


def for_coordinators() -> Screen:
    return Screen(words=t("This is the coordinators' desk. You find everything of yours at home."), rows=((HOME,),))
