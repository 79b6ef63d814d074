"""Where the topics begin that have something to say first: the tax and accounting desk, and mediation."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.topics import Topic


@tap("cdd")
@dataclass(frozen=True)
class ShowDesk(Tap):
    """A quick question first, a session where that is not enough."""

    topic: Topic


@tap("cdm")
@dataclass(frozen=True)
class ShowMediation(Tap):
    """What is confidential about a mediation, before one asks for it."""
