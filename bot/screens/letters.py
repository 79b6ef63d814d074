"""What each letter says. A letter is drawn from its facts alone, at the moment it goes out."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, TypeVar, cast

import bot.screens
from bot.dialogue.story import known
from bot.dialogue.taps import BeginStory
from bot.screens import answering, certificates, inquiries
from bot.screens.answering import ReadQuestion
from bot.screens.certificates import StopReminding
from bot.screens.inquiries import ThankFor
from bot.screens.office_desk import LookAfter
from bot.screens.screen import Screen, button, column, enclosed
from bot.screens.talks import WriteBack
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.answering import QuestionAnswered
from services.certificates import CertificateEndsSoon
from services.inquiries import QuestionLeft
from services.letters import UnknownLetter

Fact = TypeVar("Fact")
_screens: dict[type[Any], Callable[[Any], Screen]] = {}


def says(kind: type[Fact]) -> Callable[[Callable[[Fact], Screen]], Callable[[Fact], Screen]]:
    """The function says what a letter of this kind says."""

    def register(screen: Callable[[Fact], Screen]) -> Callable[[Fact], Screen]:
        if _screens.setdefault(kind, screen) is not screen:
            raise ValueError(f"two screens for {kind.__name__}")
        return screen

    return register


def describe(fact: object) -> Screen:
    """Raises UnknownLetter for a fact that has no screen."""
    _gather()
    try:
        screen = _screens[type(fact)]
    except KeyError:
        raise UnknownLetter(type(fact).__name__) from None
    return screen(cast("Any", fact))


def described() -> frozenset[type[Any]]:
    """The kinds of facts that have a screen."""
    _gather()
    return frozenset(_screens)


@cache
def _gather() -> None:
    """The letters of a feature stand in `bot.screens.letters_<feature>`; a process that only sends has imported none of them before."""
    for module in iter_modules(bot.screens.__path__):
        if module.name.startswith("letters_"):
            import_module(f"bot.screens.{module.name}")


@says(QuestionLeft)
def question_left(fact: QuestionLeft) -> Screen:
    return Screen(
        words=lines(
            t("<b>A new question: No. {number}</b> · {topic}", number=fact.number, topic=inquiries.topic(fact.topic)),
            inquiries.asked(fact.question),
            _with_files(fact.files),
            t("Wants a call, too.") if fact.wants_a_call else None,
            _from_a_talk(fact.about),
        ),
        rows=column(
            [
                answering.answer_button(fact.number),
                button(t("Read in full"), ReadQuestion(fact.number)),
                button(t("✋ I look after it"), LookAfter(fact.number, take=True)),
                HOME,
            ]
        ),
    )


def _from_a_talk(story: str) -> Words | None:
    """Where in the bot the person stood when they turned to the office."""
    found = known(story)
    return t("Asked while doing: {story}", story=found.title) if found is not None else None


def _with_files(count: int) -> Words | None:
    return tn("{count} photo or file", "{count} photos or files", count) if count else None


@says(QuestionAnswered)
def question_answered(fact: QuestionAnswered) -> Screen:
    return Screen(
        words=lines(
            t("<b>The office has answered your question No. {number}</b>", number=fact.number),
            inquiries.asked(fact.question),
            t("\n{answer}", answer=fact.answer) if fact.answer else None,
        ),
        encloses=enclosed(fact.photos, fact.documents),
        rows=column(
            [
                button(t("That helped"), ThankFor(fact.number)),
                *inquiries.session_instead(fact.topic),
                button(t("💬 Write back"), WriteBack(fact.number)),
                button(t("Ask again"), BeginStory("ask_office", str(fact.number))),
                HOME,
            ]
        ),
    )


@says(CertificateEndsSoon)
def certificate_ends_soon(fact: CertificateEndsSoon) -> Screen:
    return Screen(
        words=lines(
            t("⏰ <b>The certificate of {shop} ends on {expires:date}.</b>", shop=certificates.named(fact.shop), expires=fact.expires),
            _which_reminder(fact.days),
            t("An application needs a valid micro enterprise certificate. When you have the new one, tell me its last day."),
        ),
        rows=column(
            [
                button(t("Renewed: new last day"), BeginStory("certificate", str(fact.number))),
                button(t("Stop reminding"), StopReminding(fact.number)),
                HOME,
            ]
        ),
    )


def _which_reminder(days: int) -> Words:
    # Worded so that it stays true when the letter comes late.
    if not days:
        return t("This is the last reminder.")
    return tn("This is the reminder {count} day before.", "This is the reminder {count} days before.", days)
