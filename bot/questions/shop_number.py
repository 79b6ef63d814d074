"""The business registration number: checked digit by digit as soon as it is typed."""

from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Gone, Refused
from bot.dialogue.ask import Ask
from bot.dialogue.choices import options_of
from bot.dialogue.question import Json, Place, digest
from bot.dialogue.sealing import Sealed
from bot.dialogue.taps import Change
from bot.dialogue.typed import Typed
from bot.happenings import Happening
from bot.questions.explained import Explained
from bot.screens import shop_questions as screens
from bot.screens.screen import Button, button
from bot.words import Words, verbatim
from programme.registration import BusinessKind, BusinessNumber, WhyNoNumber, read_number
from services.shops import AlreadyYours, NumberStanding, NumberTaken
from storage.shops import Kind

NUMBER, KIND = "number", "kind"
_ONE_PERSONS = {BusinessKind.SOLE_PROPRIETOR, BusinessKind.VAT_EXEMPT_SOLE_PROPRIETOR}


@dataclass(frozen=True, kw_only=True)
class RegistrationNumber(Sealed, Typed):
    accepts_tests: bool

    def parse(self, text: str) -> BusinessNumber | Refused:
        found = read_number(text, accept_test_numbers=self.accepts_tests)
        return Refused(screens.why_no_number(found)) if isinstance(found, WhyNoNumber) else found

    def read(self, happening: Happening, place: Place) -> Accepted[Any] | Refused:
        """Without an echo: what is said next may be that the number is taken."""
        found = super().read(happening, place)
        return Accepted(found.value) if isinstance(found, Accepted) else found

    def told(self, value: BusinessNumber) -> Words:
        return verbatim(value.written)

    def stored(self, value: BusinessNumber) -> Json:
        return value.digits

    def restored(self, stored: Json) -> BusinessNumber:
        found = read_number(stored, accept_test_numbers=self.accepts_tests)
        if isinstance(found, WhyNoNumber):
            raise Gone(screens.why_no_number(found))
        return found

    def hint(self) -> Words:
        return screens.number_hint()


async def number_of(ask: Ask) -> BusinessNumber | AlreadyYours:
    """A number that nobody else has registered."""
    question = RegistrationNumber(
        key=NUMBER,
        words=screens.which_number(),
        why=screens.why_number(),
        name=screens.names(NUMBER),
        accepts_tests=ask.work.house.accepts_test_numbers,
    )
    found: BusinessNumber = await ask(question)
    standing = await ask.look(NumberStanding(person=ask.person.id, number=found.digits))
    if isinstance(standing, NumberTaken):
        ask.again(question, screens.number_taken())
    return standing if isinstance(standing, AlreadyYours) else found


@dataclass(frozen=True, kw_only=True)
class KindAgain(Explained[bool]):
    """Says so when number and kind do not seem to go together. Only a hint: an owner may have changed form since."""

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        changes = ((screens.change_the_kind(), KIND), (screens.change_the_number(), NUMBER))
        return (*super().options(place), *((button(label, Change(place.draft, digest(key))),) for label, key in changes))


async def kind_and_number_agree(ask: Ask, kind: Kind, number: BusinessNumber) -> None:
    if kind is Kind.SHOP or number.hint not in _ONE_PERSONS:
        return
    await ask(
        KindAgain(
            key="kind_again",
            words=screens.is_the_kind_right(kind),
            choices=options_of((True,), lambda _: screens.yes_it_is(), lambda _: "1"),
            about=(kind.value, number.digits),
        )
    )
