"""To the consultant: a member has said what a session is about."""

from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.consulting import topic_name
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import t, verbatim
from services.session_goals import GoalSaid


@says(GoalSaid)
def goal_said(fact: GoalSaid) -> Screen:
    """The words themselves stand on the session's screen alone."""
    return Screen(
        words=t(
            "✍️ {shop} has told you what the session on {at:datetime} is about: {topic}.",
            shop=verbatim(fact.shop) if fact.shop else t("A member"),
            at=fact.starts_at,
            topic=topic_name(fact.topic),
        ),
        rows=column([button(t("📖 Read it"), ShowDeskSession(fact.session)), HOME]),
    )
