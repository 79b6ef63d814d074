"""What the letters after an event say."""

from bot.screens.event_words import title_name
from bot.screens.letters import says
from bot.screens.screen import Screen, column
from bot.screens.survey_results import chart, told
from bot.screens.surveys import star_row, until, who_sees
from bot.screens.ways import HOME
from bot.words import lines, t
from programme.surveys import STARS, NextTime, Tally, Useful
from services.event_thanks import EventThanks
from services.survey_sharing import SurveyShared


@says(EventThanks)
def event_thanks(fact: EventThanks) -> Screen:
    thanks = t("<b>🙏 Thank you for coming to “{title}”.</b>", title=title_name(fact.title))
    if fact.survey is None or fact.closes_at is None:
        return Screen(words=lines(thanks, t("We would be glad to see you again.")), rows=column([HOME]))
    return Screen(
        words=lines(thanks, t("How was it? Three taps, the first one here:"), who_sees(fact.survey), until(fact.closes_at)),
        rows=(star_row(fact.event), (HOME,)),
    )


@says(SurveyShared)
def survey_shared(fact: SurveyShared) -> Screen:
    counts = Tally(
        stars=_filled(fact.stars, len(STARS)), useful=_filled(fact.useful, len(Useful)), next_time=_filled(fact.next_time, len(NextTime))
    )
    return Screen(
        words=lines(
            t("<b>📣 What you said about “{title}”</b>", title=title_name(fact.title)),
            *told(counts),
            t("\n<b>What the office does about it</b>\n{follows}", follows=fact.follows) if fact.follows else None,
        ),
        picture=chart(counts, fact.asked),
        rows=column([HOME]),
        stays=True,
    )


def _filled(counts: tuple[int, ...], options: int) -> tuple[int, ...]:
    """A letter of another release may know other options."""
    return (*counts, *(0,) * options)[:options]
