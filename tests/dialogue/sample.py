"""A story with every kind of question, told in the tests only: a bakery registers for a market day."""

from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice, several, yes_or_no
from bot.dialogue.sent import contact, files
from bot.dialogue.story import AskAgain, story
from bot.dialogue.typed import day, money, number, text
from bot.screens.screen import Screen
from bot.words import Words, verbatim
from services.office import Deed
from storage.audit import AuditRow
from storage.work import Work

taken: set[int] = set()  # hours somebody else has taken; the tests fill it


class Goods(StrEnum):
    BREAD = "bread"
    CAKE = "cake"
    COFFEE = "coffee"


def says(words: str) -> Words:
    return verbatim(words)


def named(goods: Goods) -> Words:
    return says(goods.value.title())


def hour_line(hour: int) -> Words:
    return says(f"{hour} o'clock")


@dataclass(frozen=True)
class Registered:
    hour: int


@dataclass(frozen=True)
class HourTaken:
    hour: int


@dataclass(frozen=True, kw_only=True)
class Register:
    by: int
    hour: int

    async def __call__(self, work: Work) -> Registered | HourTaken:
        if self.hour in taken:
            return HourTaken(self.hour)
        work.note(AuditRow(who=self.by, did="Register", on=f"hour/{self.hour}", outcome="Registered"))
        return Registered(self.hour)


@story("sample", says("Market day"))
async def market_day(ask: Ask) -> Deed[Registered | HourTaken] | Screen:
    goods = await ask(choice("goods", says("What do you sell?"), Goods, label=named, name=says("Goods")))
    sorts = await ask(
        several("sorts", says("Which sorts?"), [f"{goods.value} {n}" for n in range(1, 11)], label=says, about=(goods,), name=says("Sorts"))
    )
    shop = await ask(text("shop", says("Your shop's name?"), at_most=20, name=says("Shop")))
    people = await ask(number("people", says("How many people?"), smallest=1, largest=9, suggestions=(1, 2), name=says("People")))
    if people > 1:
        await ask(yes_or_no("alone", says("Is one of you there all day?"), name=says("All day")))
    await ask(money("float", says("How much change do you bring?"), suggestions=(100_000, 200_000), name=says("Change")))
    await ask(day("on", says("Which day?"), ask.today, earliest=ask.today, name=says("Day")))
    await ask(contact("phone", says("Your phone?"), optional=True, name=says("Phone")))
    await ask(files("photos", says("Photos of the goods?"), optional=True, at_most=2, name=says("Photos")))
    hours = [hour for hour in range(9, 18) if hour not in taken]
    hour = await ask(choice("hour", says("Which hour?"), hours, label=hour_line, gone=says("Somebody was faster."), name=says("Hour")))
    if not await ask.sure(says(f"Register {shop} with {len(sorts)} sorts?")):
        return Screen(words=says("Nothing registered."))
    return Register(by=ask.person.id, hour=hour)


@market_day.ends
def registered(outcome: Registered | HourTaken) -> Screen | AskAgain:
    match outcome:
        case Registered(hour=hour):
            return Screen(words=says(f"Registered for {hour}."))
        case HourTaken():
            return AskAgain(("hour",), says("Somebody was faster."))
