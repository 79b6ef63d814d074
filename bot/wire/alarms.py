"""What the operators are told by the bot itself, at once and at any hour."""

from collections.abc import Sequence

from bot.screens.screen import Screen
from bot.wire.sheets import sheets
from bot.words import Words, t
from storage.letters import NewLetter, Priority
from storage.work import Work

ALARM = "alarm"


class Alarms:
    def __init__(self, operators: Sequence[int], language: str, bot_username: str) -> None:
        self._operators = operators
        self._language = language
        self._bot_username = bot_username

    def arrival_died(self, work: Work, update_id: int, reason: str) -> None:
        """In the transaction that gave the arrival up, so that it is told once."""
        words = t(
            "⚠️ A message could not be handled and was put aside (update {update_id}).\n<code>{reason}</code>\n"
            "“golmok dead list” shows such messages, “golmok dead replay” tries them again.",
            update_id=str(update_id),
            reason=reason,
        )
        self._tell(work, words, key=f"dead:{update_id}")

    def sorry(self, work: Work, person: int, language: str | None) -> None:
        """Nobody waits for an answer that will not come."""
        words = t("Something went wrong on our side with your last message. I am sorry. Please try again, or go home with /start.")
        sheet = sheets(Screen(words=words), language or self._language, self._bot_username)[-1]
        work.post(NewLetter(to=person, kind=ALARM, body={"sheet": sheet}, due=work.now, priority=Priority.LETTER))

    def _tell(self, work: Work, words: Words, *, key: str) -> None:
        sheet = sheets(Screen(words=words), self._language, self._bot_username)[-1]
        for operator in self._operators:
            work.post(NewLetter(to=operator, kind=ALARM, body={"sheet": sheet}, due=work.now, priority=Priority.LETTER, key=key))
