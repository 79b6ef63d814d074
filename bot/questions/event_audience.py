"""Whom an event is for, and from when until when they can register."""

from typing import Any

from bot.dialogue.choices import MultiChoice, choice
from bot.questions.event_dates import Moment
from bot.questions.plan_lines import Lines
from bot.questions.ticked import ticked
from bot.screens import event_audience_words as audience_words
from bot.screens import event_date_words as date_words
from bot.screens import event_plan_words as screens
from bot.words import Words
from programme.districts import District
from programme.event_checks import Span, wrong_window
from programme.events import (
    Audience,
)
from programme.tracks import Track

MORNING, EVENING = 9 * 60, 18 * 60


async def audience_of_lines(lines: Lines) -> dict[str, Any]:
    asked = choice("audience", audience_words.for_whom(), Audience, label=audience_words.audience_label, name=screens.names("audience"))
    audience = await lines.usual(asked, Audience.EVERYBODY, lambda was: was.event.audience)
    gus = await lines.usual(
        _gus(lines), tuple(gu for gu in District if gu in lines.reach.gus), lambda was: tuple(District(gu) for gu in was.event.gus)
    )
    tracks = choice(
        "track",
        audience_words.which_track(),
        (None, *Track),
        label=audience_words.track_label,
        token=lambda one: one.value if one is not None else "-",
        name=screens.names("track"),
    )
    track: Track | None = await lines.usual(
        tracks,
        next((one for one in Track if one in lines.reach.tracks), None),
        lambda was: Track(was.event.track) if was.event.track is not None else None,
    )
    return {"audience": audience, "gus": tuple(gu.value for gu in gus), "track": track.value if track is not None else None}


def _gus(lines: Lines) -> MultiChoice[District]:
    before = lines.was.event.gus if lines.was is not None else sorted(lines.reach.gus)
    return ticked(
        "gus",
        audience_words.which_gus(),
        District,
        label=audience_words.gu_label,
        before=before,
        at_least=0,
        none=audience_words.all_of_seoul(),
        name=screens.names("gus"),
    )


async def window_of_lines(lines: Lines, dates: tuple[Span, ...]) -> dict[str, Any]:
    starts_at = dates[0][0]
    opens = _moment(lines, "opens", date_words.from_publishing(), MORNING)
    opens_at = await lines.usual(opens, None, lambda was: was.event.opens_at)
    if wrong := wrong_window(opens_at, None, starts_at):
        lines.ask.again(opens, screens.wrong(wrong))
    closes = _moment(lines, "closes", date_words.until_it_begins(), EVENING)
    closes_at = await lines.usual(closes, None, lambda was: was.event.closes_at)
    if wrong := wrong_window(opens_at, closes_at, starts_at):
        lines.ask.again(closes, screens.wrong(wrong))
    return {"opens_at": opens_at, "closes_at": closes_at}


def _moment(lines: Lines, key: str, never: Words, usual: int) -> Moment:
    return Moment(
        key=key,
        words=date_words.which_moment(key),
        today=lines.ask.today,
        usual=usual,
        never=never,
        suggestions=(None,),
        name=screens.names(key),
    )
