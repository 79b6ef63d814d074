"""A reception for tests of the wire alone: it says back what it heard, and notes each step once in the audit."""

import os
from dataclasses import dataclass, replace

from bot.documents.text_file import TextFile
from bot.happenings import (
    AddedToGroup,
    BlockChanged,
    Commanded,
    ContactShared,
    Edited,
    GroupTalked,
    Happening,
    InlineAsked,
    PeoplePicked,
    RemovedFromGroup,
    ResultChosen,
    Said,
    Tapped,
    TappedInGroup,
    TappedInline,
)
from bot.pictures.subsidy_bar import SubsidyBar
from bot.screens.screen import AsksFor, Link, Screen, button
from bot.screens.screen import Button as ScreenButton
from bot.taps import OldTap, Tap, tap
from bot.turn import Offer, Offers, Reply, Turn, Way
from bot.words import t, verbatim
from services.letters import Letter, letter
from storage.audit import AuditRow
from storage.letters import Priority


@tap("wire_again")
@dataclass(frozen=True)
class Again(Tap):
    number: int


@tap("wire_redraw")
@dataclass(frozen=True)
class Redraw(Tap):
    subsidy: int


@letter("wire_reminder")
@dataclass(frozen=True)
class Reminder:
    name: str


BY = os.environ.get("GOLMOK_TEST_PROCESS", "")  # which of several processes did it


class Poisoned(RuntimeError):
    """The text asks for it."""


async def receive(turn: Turn, happening: Happening) -> Reply:
    turn.work.note(AuditRow(who=turn.person.id, did=type(happening).__name__, on=_of(happening), outcome="heard", why=BY))
    if isinstance(happening, AddedToGroup | GroupTalked | TappedInGroup | TappedInline | InlineAsked | RemovedFromGroup | ResultChosen):
        return _elsewhere(happening)
    match happening:
        case Commanded():
            return Reply(screen=_commanded(happening), way=Way.NEW)
        case Tapped(tap=Redraw(subsidy=subsidy)):
            return Reply(screen=_picture(subsidy, ""), way=Way.EDIT)
        case Said(text=text):
            return _said(turn, text, happening.message_id)
        case Tapped(tap=Again(number=number)):
            return Reply(screen=_number(number), way=Way.EDIT)
        case Tapped(tap=OldTap()):
            return Reply(screen=_number(0).with_notice(t("That button is old."), alert=True), way=Way.EDIT)
        case ContactShared(phone=phone):
            return Reply(screen=Screen(words=verbatim(phone)), way=Way.NEW)
        case Edited(text=text):
            return Reply(screen=Screen(words=verbatim(f"now: {text}")), way=Way.NEW)
        case PeoplePicked(people=people):
            return Reply(screen=Screen(words=verbatim(f"{len(people)} picked")), way=Way.NEW)
        case BlockChanged():
            return Reply(screen=None, way=Way.NEW)
        case _:
            return Reply(screen=Screen(words=verbatim(type(happening).__name__)), way=Way.NEW)


def _elsewhere(happening: Happening) -> Reply:
    """In groups and inline."""
    match happening:
        case GroupTalked() | AddedToGroup():
            return Reply(screen=Screen(words=verbatim("Hello, group"), rows=_rows(1)), way=Way.NEW)
        case TappedInGroup() | TappedInline():
            return Reply(screen=None, way=Way.NEW, notice=t("Only for you"), alert=True)
        case InlineAsked(query=query):
            return Reply(screen=None, way=Way.NEW, offers=_offers(query))
        case _:
            return Reply(screen=None, way=Way.NEW)


def _commanded(command: Commanded) -> Screen:
    match command:
        case Commanded(name="phone"):
            return Screen(words=t("Your number, please."), rows=_rows(1), asks_for=AsksFor.CONTACT)
        case Commanded(name="people", argument=most):
            return Screen(words=t("Whom?"), rows=_rows(1), asks_for=AsksFor.PEOPLE, asks_most=int(most or 1))
        case Commanded(name="result"):
            return Screen(words=verbatim("A result"), rows=_rows(7), stays=True)
        case Commanded(name="file", argument=name):
            two = TextFile(name=name, text='{"shop": "한빛"}'), TextFile(name="notes.txt", text="two")
            return Screen(words=verbatim("Your files"), rows=_rows(1), documents=two)
        case Commanded(name="picture", argument=words):
            return _picture(90, words)
        case _:
            return _welcome(command.argument)


def describe(fact: Reminder) -> Screen:
    return Screen(words=t("Tomorrow: {name}", name=fact.name))


def _offers(query: str) -> Offers:
    offer = Offer(code="first", title=query or "Something", below=verbatim("to be put into a chat"), screen=_number(1))
    return Offers(offers=(offer,), otherwise=t("Elsewhere"), link=Link("elsewhere"))


def _picture(subsidy: int, words: str) -> Screen:
    bar = SubsidyBar(subsidy=subsidy, own_share=100 - subsidy, above_cap=0)
    rows = ((button(verbatim("Less"), Redraw(subsidy - 1)),), *_rows(1))
    return Screen(words=verbatim(words or f"A picture of {subsidy}"), rows=rows, picture=bar)


def _welcome(argument: str) -> Screen:
    share = ScreenButton(label=t("Share"), shares=Link("r_abc"), shared_words=t("Look at this"))
    return Screen(words=verbatim(f"Welcome {argument}".strip()), rows=(*_rows(1), (share,)))


def _said(turn: Turn, text: str, message_id: int) -> Reply:
    if text.startswith("poison"):
        raise Poisoned
    if text == "secret":
        return Reply(screen=_number(1), way=Way.NEW, deletes=(message_id,), keeps=(Screen(words=verbatim("Kept")),))
    if text.startswith("remind"):
        due = turn.work.now.replace(year=turn.work.now.year) if text == "remind" else None
        turn.work.post(Letter(to=turn.person.id, fact=Reminder(text), due=due, key=f"reminder:{text}", priority=Priority.LETTER))
    if text == "English, please":
        turn.desk.person = replace(turn.person, language="en")
        turn.work.save_person(turn.desk.person)
    return Reply(screen=Screen(words=verbatim(text), rows=_rows(1)), way=Way.NEW)


def _number(number: int) -> Screen:
    return Screen(words=verbatim(f"Number {number}"), rows=_rows(number + 1), notice=t("Counted") if number else None)


def _rows(number: int) -> tuple[tuple[ScreenButton, ...], ...]:
    return ((button(verbatim(f"To {number}"), Again(number)),),)


def _of(happening: Happening) -> str:
    match happening:
        case Said(text=text):
            return text[:100]
        case Tapped(tap=Again(number=number)):
            return f"to {number}"
        case _:
            return ""
