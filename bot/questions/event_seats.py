"""How many seats an event has, which of them are kept for groups, and how many guests take some, too."""

from collections.abc import Callable

from bot.dialogue.choices import yes_or_no
from bot.dialogue.typed import number
from bot.questions.event_amounts import Seats
from bot.questions.plan_lines import Lines
from bot.screens import event_plan_words as screens
from bot.screens import event_seat_words as words
from programme.event_checks import MOST_SEATS, kept_too_many, pools_for, seats_of
from programme.events import (
    MOST_GUESTS,
    Group,
)
from services.event_plans import EventPlan

KEPT_FOR = (Group.MEMBERS, Group.OWNERS, Group.OTHERS)
USUAL_SEATS = (20, 30, 50, 100, None)


async def seats_of_lines(lines: Lines) -> dict[Group, int | None]:
    asked = Seats(
        key="seats",
        words=words.how_many_seats(),
        smallest=1,
        largest=MOST_SEATS,
        suggestions=USUAL_SEATS,
        columns=3,
        name=screens.names("seats"),
    )
    seats: int | None = await lines.first(asked, lambda was: seats_of(was.pools))
    if seats is None:
        return pools_for(None, {})
    apart = yes_or_no("apart", words.shall_some_be_kept(), yes=words.yes_kept(), no=words.not_kept(), about=(), name=screens.names("apart"))
    if not await lines.usual(apart, False, _keeps):  # noqa: FBT003 - the answer itself
        return pools_for(seats, {})
    return await _kept(lines, seats)


async def _kept(lines: Lines, seats: int) -> dict[Group, int | None]:
    kept = dict[Group, int]()
    for group in KEPT_FOR:
        asked = number(
            f"kept_{group.value}",
            words.how_many_kept(group, seats),
            largest=seats,
            suggestions=(0, 5, 10, 20),
            columns=4,
            counted=words.seats,
            name=words.kept_name(group),
        )
        kept[group] = await lines.first(asked, _kept_before(group)) if _keeps(lines.was) else await lines.ask(asked)
        if kept_too_many(seats, kept):
            lines.ask.again(asked, words.kept_too_many(seats))
    return pools_for(seats, kept)


def _keeps(was: EventPlan | None) -> bool:
    return was is not None and any(group in was.pools for group in KEPT_FOR)


def _kept_before(group: Group) -> Callable[[EventPlan], int]:
    return lambda was: was.pools.get(group) or 0


async def guests_of_lines(lines: Lines) -> int:
    asked = number(
        "guests",
        words.how_many_guests(),
        largest=MOST_GUESTS,
        suggestions=tuple(range(MOST_GUESTS + 1)),
        columns=3,
        counted=words.guests,
        name=screens.names("guests"),
    )
    return await lines.usual(asked, 0, lambda was: was.event.guests)
