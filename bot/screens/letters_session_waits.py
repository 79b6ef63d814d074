"""What the letters say that come of waiting for a session."""

from bot.screens.consulting import topic_name, way_name
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, column
from bot.screens.session_waits import BOOKING, MY_WAITS, again, offer_answers
from bot.screens.ways import HOME
from bot.words import lines, t, verbatim
from services.session_offers import TimeOffered, TimeOfferLapsed, WaitIsOver


@says(TimeOffered)
def time_offered(fact: TimeOffered) -> Screen:
    return Screen(
        words=lines(
            t("⏳ <b>A time is free: {at:datetime}–{end:time}</b>", at=fact.starts_at, end=fact.ends_at),
            t("{topic} · {way} · {who}", topic=topic_name(fact.topic), way=way_name(fact.way), who=verbatim(fact.name)),
            t("It is held for you alone until {until:datetime}. After that the next is asked.", until=fact.until),
        ),
        rows=column([*offer_answers(fact.wait), MY_WAITS, HOME]),
    )


@says(TimeOfferLapsed)
def time_offer_lapsed(fact: TimeOfferLapsed) -> Screen:
    return Screen(
        words=lines(
            t("<b>The time on {at:datetime} went to the next one.</b>", at=fact.starts_at),
            t(
                "There was no answer from you, so you no longer wait: {topic}. You can wait again, at the end of the queue.",
                topic=topic_name(fact.topic),
            ),
        ),
        rows=column([again(fact.topic, fact.consultant, fact.way), BOOKING, HOME]),
    )


@says(WaitIsOver)
def wait_is_over(fact: WaitIsOver) -> Screen:
    return Screen(
        words=lines(
            t("<b>No time has become free for you: {topic}.</b>", topic=topic_name(fact.topic)),
            t("The day you named is over, or the consultant has stopped. Wait again, look for others, or ask a person."),
        ),
        rows=column([again(fact.topic, fact.consultant, fact.way), BOOKING, ASK_A_PERSON, HOME]),
    )
