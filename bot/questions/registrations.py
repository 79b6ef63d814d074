"""What an event asks of those who come: how many they bring, and the organisers' own questions. Answers lie sealed in the draft."""

from dataclasses import dataclass

from bot.dialogue.ask import Ask
from bot.dialogue.choices import Choice, Option
from bot.dialogue.sealing import Sealed
from bot.questions.messages import Message
from bot.screens import registration_questions as screens
from bot.words import Words
from services.event_pages import EventSeen
from storage.event_questions import Asked, EventQuestion

LONGEST_ANSWER = 300


@dataclass(frozen=True, kw_only=True)
class SealedChoice(Sealed, Choice[str]):
    """What was chosen may say as much about somebody as what is typed."""


async def guests_of(ask: Ask, seen: EventSeen) -> int:
    if not seen.event.guests:
        return 0
    choices = tuple(Option(value=n, token=str(n), label=screens.guests_label(n)) for n in range(seen.event.guests + 1))
    question = Choice(
        key="guests",
        words=screens.how_many_guests(seen),
        why=screens.why_guests(),
        name=screens.guests_name(),
        choices=choices,
        columns=2,
    )
    return await ask(question)


async def answer_of(ask: Ask, question: EventQuestion) -> tuple[int, str] | None:
    """None: left out."""
    said = await ask(_asked(question))
    return (question.id, said) if said is not None else None


def _asked(question: EventQuestion) -> Message | SealedChoice:
    match question.kind:
        case Asked.TEXT:
            return Message(
                key=f"q{question.id}",
                words=screens.asked(question),
                why=screens.why_asked(),
                name=screens.asked(question),
                optional=not question.required,
                at_most=LONGEST_ANSWER,
            )
        case Asked.CHOICE:
            places = range(len(question.options))
            return _choice(question, tuple(_option(str(place), screens.option(question, place)) for place in places))
        case Asked.YES_NO:
            return _choice(question, (_option("1", screens.yes()), _option("0", screens.no())), columns=2)


def _choice(question: EventQuestion, options: tuple[Option[str], ...], columns: int = 1) -> SealedChoice:
    return SealedChoice(
        key=f"q{question.id}",
        words=screens.asked(question),
        why=screens.why_asked(),
        name=screens.asked(question),
        optional=not question.required,
        choices=options,
        columns=columns,
    )


def _option(value: str, label: Words) -> Option[str]:
    return Option(value=value, token=value, label=label)
