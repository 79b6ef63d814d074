"""An address on the web, as text. Only https: it becomes a button that many will tap."""

from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Place
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.questions.profile_lines import is_https
from bot.screens import result_questions as screens
from bot.words import Words

LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class WebLink(Text):
    at_most: int = LONGEST

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        return Refused(screens.only_https()) if isinstance(found, Accepted) and not is_https(found.value) else found


def web_link(key: str, words: Words, **more: Any) -> WebLink:
    return WebLink(key=key, words=words, **more)
