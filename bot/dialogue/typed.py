"""Questions answered by typing: text, a whole number, an amount of money, a date."""

import unicodedata
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.dialogue.answers import Accepted, Gone, Refused
from bot.dialogue.dates import parse_date
from bot.dialogue.question import Json, Place, Question, digest, tapped_option
from bot.dialogue.taps import Pick
from bot.happenings import Happening, Said
from bot.screens.screen import Button, button
from bot.words import Words, t, verbatim
from programme.money import NotWon, WhyNotWon, parse_won
from programme.spoken_days import spoken_day

FILLERS = (0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0)  # letters to Unicode, blanks to the eye
LONGEST_NUMBER = 9  # digits: nothing the programme counts needs more


def _is_seen(letter: str) -> bool:
    """Not a blank, a control, a joiner or a filler: something of it is on the screen."""
    return ord(letter) not in FILLERS and unicodedata.category(letter)[0] not in "ZM" and unicodedata.category(letter) not in {"Cc", "Cf"}


@dataclass(frozen=True, kw_only=True)
class Text(Question[str]):
    """A few words. Length in characters, after trimming."""

    at_most: int = 500
    at_least: int = 1
    example: Words | None = None

    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        if not isinstance(happening, Said):
            return Refused(t("Please type your answer as text."))
        length = len(happening.text)
        if length > self.at_most:
            return Refused(t("That is {n} characters; up to {most} fit. Please shorten it a little.", n=length, most=self.at_most))
        seen = sum(map(_is_seen, happening.text))
        if not seen:
            return Refused(t("Please type your answer as text."))
        if seen < self.at_least:
            return Refused(t("Please write a little more: at least {least} characters.", least=self.at_least))
        return Accepted(happening.text)

    def restored(self, stored: Json) -> str:
        if not isinstance(stored, str):
            raise Gone
        return stored

    def told(self, value: str) -> Words:
        return verbatim(value)

    def hint(self) -> Words | None:
        return t("Type it below. For example: {example}", example=self.example) if self.example else t("Type it below.")


@dataclass(frozen=True, kw_only=True)
class Typed(Question[Any]):
    """A value that is written down: a number, money or a date; some common ones as buttons."""

    suggestions: tuple[Any, ...] = ()
    columns: int = 2

    @abstractmethod
    def parse(self, text: str) -> Any | Refused:
        """The value that was typed."""

    def read(self, happening: Happening, place: Place) -> Accepted[Any] | Refused:
        picked = tapped_option(happening, place)
        for suggested in self.suggestions:
            if picked == self._token(suggested):
                return Accepted(suggested)
        if not isinstance(happening, Said):
            return Refused(t("Please type your answer as text."))
        found = self.parse(happening.text)
        return found if isinstance(found, Refused) else Accepted(found, echo=self.told(found))

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        buttons = [button(self.told(s), Pick(place.draft, place.asked, self._token(s))) for s in self.suggestions]
        return tuple(tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))

    def _token(self, value: Any) -> str:
        return digest(str(value))


@dataclass(frozen=True, kw_only=True)
class Number(Typed):
    """A whole number in `smallest`…`largest`; `counted` says it with its counter ("3 shops")."""

    smallest: int = 0
    largest: int = 10**LONGEST_NUMBER - 1
    counted: Callable[[int], Words] = field(default=lambda n: t("{n:number}", n=n))

    def parse(self, text: str) -> int | Refused:
        digits = "".join(letter for letter in text if letter.isdecimal())
        rest = "".join(letter for letter in text if not letter.isdecimal() and letter not in ", ")
        if not digits or len(digits) > LONGEST_NUMBER or any(sign in rest for sign in "-−.~/"):
            return Refused(t("Please type a whole number, for example {example}.", example=self.counted(max(self.smallest, 3))))
        number = int(digits)
        if not self.smallest <= number <= self.largest:
            return Refused(t("Please type a number from {low:number} to {high:number}.", low=self.smallest, high=self.largest))
        return number

    def restored(self, stored: Json) -> int:
        return _whole(stored, self.smallest, self.largest)

    def told(self, value: int) -> Words:
        return self.counted(value)

    def hint(self) -> Words | None:
        return (
            t("Tap a button or type a number.") if self.suggestions else t("Type a number, for example {example}.", example=self.counted(3))
        )


@dataclass(frozen=True, kw_only=True)
class Money(Typed):
    """An amount in KRW; understands "5천만", "1억 2천만", "50,000,000" and shows how it understood."""

    smallest: int = 0
    largest: int = 10**12

    def parse(self, text: str) -> int | Refused:
        amount = parse_won(text)
        if isinstance(amount, NotWon):
            return Refused(self._why_not(amount))
        if not self.smallest <= amount <= self.largest:
            return Refused(t("Please type an amount from {low:won} to {high:won}.", low=self.smallest, high=self.largest))
        return amount

    def _why_not(self, unread: NotWon) -> Words:
        match unread.why:
            case WhyNotWon.AMBIGUOUS:
                less, more = unread.readings
                return t("That could mean {less:won} or {more:won}. Please type it in full.", less=less, more=more)
            case WhyNotWon.NEGATIVE:
                return t("An amount cannot be below zero.")
            case WhyNotWon.TOO_LARGE:
                return t("That is more than any project here.")
            case WhyNotWon.NOT_WHOLE:
                return t("Please type whole won, without a fraction of a won.")
            case WhyNotWon.NOT_AN_AMOUNT:
                return t("I could not read that as an amount.")

    def restored(self, stored: Json) -> int:
        return _whole(stored, self.smallest, self.largest)

    def told(self, value: int) -> Words:
        return t("{amount:won_both}", amount=value)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        buttons = [button(t("{amount:won_short}", amount=s), Pick(place.draft, place.asked, self._token(s))) for s in self.suggestions]
        return tuple(tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))

    def hint(self) -> Words:
        return t("Type an amount, for example 30 million or 50,000,000.")


@dataclass(frozen=True, kw_only=True)
class Day(Typed):
    """A day of the calendar, between `earliest` and `latest` where given; `today` resolves "next 3 March"."""

    today: date
    earliest: date | None = None
    latest: date | None = None

    def parse(self, text: str) -> date | Refused:
        day = parse_date(text, self.today) or spoken_day(unicodedata.normalize("NFKC", text).casefold().strip(), self.today)
        if day is None:
            return Refused(t("I could not read that as a date. Please type it like {example}.", example=verbatim(f"{self.today:%Y-%m-%d}")))
        if self.earliest is not None and day < self.earliest:
            return Refused(t("That day is too early: {first:date} is the first possible.", first=self.earliest))
        if self.latest is not None and day > self.latest:
            return Refused(t("That day is too far away: {last:date} is the last possible.", last=self.latest))
        return day

    def told(self, value: date) -> Words:
        return t("{day:date}", day=value)

    def stored(self, value: date) -> Json:
        return value.isoformat()

    def restored(self, stored: Json) -> date:
        return date.fromisoformat(stored)

    def hint(self) -> Words | None:
        return t("Type a date like {example}.", example=verbatim(f"{self.today:%Y-%m-%d}"))


def _whole(stored: Json, smallest: int, largest: int) -> int:
    """What was kept under this key by another release, or under another call, may be no answer here."""
    if not isinstance(stored, int) or isinstance(stored, bool) or not smallest <= stored <= largest:
        raise Gone
    return stored


def text(key: str, words: Words, **more: Any) -> Text:
    return Text(key=key, words=words, **more)


def number(key: str, words: Words, **more: Any) -> Number:
    return Number(key=key, words=words, **more)


def money(key: str, words: Words, **more: Any) -> Money:
    return Money(key=key, words=words, **more)


def day(key: str, words: Words, today: date, **more: Any) -> Day:
    return Day(key=key, words=words, today=today, **more)
