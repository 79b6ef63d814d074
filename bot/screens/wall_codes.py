"""The code that hangs on the wall, large, for a coordinator's screen."""

from bot.pictures.event_code import EventCode
from bot.screens.check_in_taps import NewWallCode
from bot.screens.check_in_words import how_many, what
from bot.screens.door import to_list
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.check_in import When, doors_open
from services.wall_codes import Wall


def wall(found: Wall, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            what(found.event, found.date),
            t("🖼 <b>Code on the wall: {digits}</b>", digits=grouped(found.digits)),
            _when(found),
            t("Show the picture large, or print it. It is of this date alone; other dates have other codes."),
            how_many(found.counts),
        ),
        picture=EventCode(
            payload=f"w_{found.event.id}_{found.digits}",
            title=found.event.title["ko"],
            title_en=found.event.title.get("en", ""),
            starts_at=found.date.starts_at.isoformat(),
            digits=found.digits,
        ),
        rows=column([button(t("🔄 Draw a new code"), NewWallCode(found.date.id)), to_list(found.date.id), HOME]),
        stays=True,
    )


def _when(found: Wall) -> Words:
    match found.moment:
        case When.OPEN:
            return t("It works now, until {until:time}.", until=found.date.ends_at)
        case When.TOO_EARLY:
            return t("It works from {from_:datetime} until {until:time}.", from_=doors_open(found.date), until=found.date.ends_at)
        case When.TOO_LATE:
            return t("It does not work any more: this date is over.")


def grouped(digits: str) -> str:
    half = len(digits) // 2
    return f"{digits[:half]} {digits[half:]}"


def new_code() -> Words:
    return t("🔄 A new code. The old ones of this event do not work any more.")
