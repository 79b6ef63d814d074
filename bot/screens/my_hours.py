"""A consultant's hours: the week and the terms, and what differs from it."""

from datetime import date

from bot.dialogue.taps import BeginStory
from bot.screens import hours_words
from bot.screens.consultant_taps import ShowConsultant
from bot.screens.consulting import MY_DESK
from bot.screens.hours_taps import MINE, ChangeWorkDay, ShowExceptions, ShowMyHours, ShowWorkMonth, UnblockTime
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, told, verbatim
from services.calendars import Holiday
from services.pages import within
from services.working_hours import KeptHours
from storage.working_hours import BlockedTime

PAGE = 6
SHOWN_HOLIDAYS = 4


def whose(kept: KeptHours) -> int:
    """As a tap names it."""
    return MINE if kept.mine else kept.consultant.person


def subject(kept: KeptHours) -> str:
    """As a story is begun about it."""
    return "" if kept.mine else str(kept.consultant.person)


def to_hours(consultant: int) -> Button:
    return button(t("🕘 The hours"), ShowMyHours(consultant))


def back(kept: KeptHours) -> Button:
    if kept.mine:
        return MY_DESK
    return button(t("👤 {name}", name=kept.consultant.profile.name), ShowConsultant(kept.consultant.person))


def overview(kept: KeptHours, said: Words | None = None) -> Screen:
    who, about = whose(kept), subject(kept)
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            head(kept),
            _week(kept),
            _exceptions_in_short(kept),
            t("\n<b>How I am booked</b>"),
            hours_words.terms(kept.plan.terms),
        ),
        rows=(
            beside(button(t("🕘 Week"), BeginStory("week_hours", about)), button(t("☀️ One day"), BeginStory("day_hours", about))),
            beside(button(t("⛔ Block a time"), BeginStory("block_time", about)), button(t("⚙️ Terms"), BeginStory("booking_terms", about))),
            (button(t("🌴 Days off, holidays"), ShowExceptions(who)),),
            (button(t("📆 Month"), ShowWorkMonth(who)),),
            (back(kept),),
            (HOME,),
        ),
    )


def head(kept: KeptHours) -> Words:
    return t("<b>My hours</b>") if kept.mine else t("<b>The hours of {name}</b>", name=kept.consultant.profile.name)


def _week(kept: KeptHours) -> Words:
    if not any(kept.plan.week.values()):
        return t("No hours yet, so nobody can book. Tap “🕘 Week” and choose when you work.")
    return hours_words.week_lines({day: kept.plan.week.get(day, ()) for day in range(7)})


def _exceptions_in_short(kept: KeptHours) -> Words | None:
    count = len(kept.plan.special) + len(kept.blocked)
    return tn("{count} day or time differs from it.", "{count} days or times differ from it.", count) if count else None


def exceptions(kept: KeptHours, page: int, said: Words | None = None) -> Screen:
    who, found = whose(kept), _listed(kept)
    page = within(page, len(found), PAGE)
    shown = found[page * PAGE : (page + 1) * PAGE]
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>Days off and blocked times</b>"),
            *(t("• {one}", one=_told(kept, one)) for one in shown),
            None if shown else t("None. “One day” takes a day off or gives it other hours; “Block a time” is for longer."),
            t("\n<b>The next holidays</b> (off, unless you give the day hours)"),
            *(t("• {day:date} {name}", day=day, name=holiday(one)) for day, one in sorted(kept.holidays.items())[:SHOWN_HOLIDAYS]),
        ),
        rows=(
            *column([_change(kept, one) for one in shown]),
            *page_row(page, more=len(found) > (page + 1) * PAGE, to=lambda other: ShowExceptions(who, other)),
            beside(
                button(t("☀️ One day"), BeginStory("day_hours", subject(kept))),
                button(t("⛔ Block a time"), BeginStory("block_time", subject(kept))),
            ),
            (to_hours(who),),
            (HOME,),
        ),
    )


def _listed(kept: KeptHours) -> list[date | BlockedTime]:
    """Days that differ first, then what is blocked; each the soonest first."""
    return [*sorted(kept.plan.special), *kept.blocked]


def _told(kept: KeptHours, one: date | BlockedTime) -> Words:
    if isinstance(one, BlockedTime):
        return t("⛔ {time}", time=hours_words.blocked(one))
    return t("{day:date}: {hours}", day=one, hours=hours_words.hours(kept.plan.hours(one)))


def _change(kept: KeptHours, one: date | BlockedTime) -> Button:
    if isinstance(one, BlockedTime):
        return button(t("✖️ Free again: {day:short_date}", day=one.starts_at), UnblockTime(whose(kept), one.id))
    return button(t("✏️ {day:short_date}", day=one), ChangeWorkDay(whose(kept), one.isoformat()))


def holiday(one: Holiday) -> Words:
    return verbatim(one.ko) if one.by_office else told({"ko": one.ko, "en": one.en})


def unblocked() -> Words:
    return t("That time is free again.")


def not_blocked() -> Words:
    return t("That time was free already.")


def not_theirs() -> Screen:
    return Screen(
        words=t("Here consultants keep their hours. There are none that you can see or change."),
        rows=column([ASK_A_PERSON, HOME]),
    )
