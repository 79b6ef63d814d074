"""What the letters after an event say."""

from bot.screens.letters import says
from bot.screens.screen import Screen, column
from bot.screens.survey_results import chart, told
from bot.screens.surveys import star_row, title_of, until, who_sees
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.surveys import STARS, NextTime, Tally, Useful
from services.event_thanks import EventThanks
from services.survey_sharing import SurveyShared


def _title(fact: EventThanks | SurveyShared) -> Words:
    return title_of({"ko": fact.title, "en": fact.title_en} if fact.title_en else {"ko": fact.title})


@says(EventThanks)
def event_thanks(fact: EventThanks) -> Screen:
    thanks = t("<b>🙏 Thank you for coming to “{title}”.</b>", title=_title(fact))
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
            t("<b>📣 What you said about “{title}”</b>", title=_title(fact)),
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
