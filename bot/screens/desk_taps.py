"""The taps of the tax and accounting desk."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.topics import Topic


@tap("cdd")
@dataclass(frozen=True)
class ShowDesk(Tap):
    """A quick question first, a session where that is not enough."""

    topic: Topic
