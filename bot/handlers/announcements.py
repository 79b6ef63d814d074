"""The office's announcements: the lists, and the page of one with its sections."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.routes import on_tap
from bot.screens import announcement_sections as sections
from bot.screens import announcement_sending as sending
from bot.screens import announcements as screens
from bot.screens.announcement_taps import (
    AskToThrowAway,
    CloneIt,
    DropLanguage,
    DropThisButton,
    SetCategory,
    ShowAnnouncement,
    ShowAnnouncements,
    ShowAudience,
    ShowButtons,
    ShowCategories,
    ShowShelf,
    ShowTrait,
    ShowWords,
    TakeItBack,
    ThrowItAway,
    TurnThisValue,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.announcement_audience import TurnValue
from services.announcement_buttons import DropButton
from services.announcement_composing import CloneAnnouncement, Drafted, TakeBack, TakenBack, ThrowAway, ThrownAway
from services.announcement_deeds import NoSuchAnnouncement, NotNow
from services.announcement_looks import OneSeen, SeeAnnouncement, SeeShelf, SeeShelves, WhatToChooseFrom
from services.announcement_writing import ChooseCategory, WriteWords
from services.coordinators import Forbidden


@on_tap(ShowAnnouncements)
async def show_hub(turn: Turn, wish: object) -> Screen:
    return await _hub(turn)


async def _hub(turn: Turn, said: Words | None = None) -> Screen:
    found = await SeeShelves(by=turn.person.id)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.hub(found, said)


@on_tap(ShowShelf)
async def show_shelf(turn: Turn, wish: ShowShelf) -> Screen:
    found = await SeeShelf(by=turn.person.id, shelf=wish.shelf, page=wish.page)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.shelf_page(found)


async def _seen(turn: Turn, number: int) -> OneSeen | Screen:
    match await SeeAnnouncement(by=turn.person.id, announcement=number)(turn.work):
        case OneSeen() as seen:
            return seen
        case NoSuchAnnouncement():
            return await _hub(turn, screens.gone())
        case Forbidden():
            return screens.not_yours()


async def _to_change(turn: Turn, number: int) -> OneSeen | Screen:
    """Only who may change it, while it can be, is shown how."""
    seen = await _seen(turn, number)
    if isinstance(seen, OneSeen) and (not seen.may_change or seen.outcomes):
        return screens.page(seen)
    return seen


@on_tap(ShowAnnouncement)
async def show_one(turn: Turn, wish: ShowAnnouncement) -> Screen:
    return await _page(turn, wish.announcement)


async def _page(turn: Turn, number: int, said: Words | None = None) -> Screen:
    seen = await _seen(turn, number)
    return screens.page(seen, said) if isinstance(seen, OneSeen) else seen


async def _refused(turn: Turn, number: int, outcome: Any) -> Screen:
    """What everything that changes an announcement may meet."""
    match outcome:
        case Forbidden():
            return screens.not_yours()
        case NoSuchAnnouncement():
            return await _hub(turn, screens.gone())
        case _:
            return await _page(turn, number, sending.what_came_of_change(outcome))


async def _changed(turn: Turn, deed: WriteWords | DropButton | TurnValue, shown: Callable[[Words | None], Awaitable[Screen]]) -> Screen:
    """`shown`: the section in which it was changed, with what came of it."""
    match await deed(turn.work):
        case Forbidden() | NoSuchAnnouncement() | NotNow() as outcome:
            return await _refused(turn, deed.announcement, outcome)
        case outcome:
            return await shown(sending.what_came_of_change(outcome))


@on_tap(ShowWords)
async def show_words(turn: Turn, wish: ShowWords) -> Screen:
    return await _words(turn, wish.announcement)


async def _words(turn: Turn, number: int, said: Words | None = None) -> Screen:
    seen = await _to_change(turn, number)
    return sections.words_by_language(seen, said) if isinstance(seen, OneSeen) else seen


@on_tap(DropLanguage)
async def drop_language(turn: Turn, wish: DropLanguage) -> Screen:
    deed = WriteWords(by=turn.person.id, announcement=wish.announcement, language=wish.language, parts=())
    return await _changed(turn, deed, lambda said: _words(turn, wish.announcement, said))


@on_tap(ShowCategories)
async def show_categories(turn: Turn, wish: ShowCategories) -> Screen:
    seen = await _to_change(turn, wish.announcement)
    return sections.categories(seen) if isinstance(seen, OneSeen) else seen


@on_tap(SetCategory)
async def set_category(turn: Turn, wish: SetCategory) -> Screen:
    outcome = await ChooseCategory(by=turn.person.id, announcement=wish.announcement, category=wish.category)(turn.work)
    return await _refused(turn, wish.announcement, outcome)


@on_tap(ShowButtons)
async def show_buttons(turn: Turn, wish: ShowButtons) -> Screen:
    return await _buttons(turn, wish.announcement)


async def _buttons(turn: Turn, number: int, said: Words | None = None) -> Screen:
    seen = await _to_change(turn, number)
    return sections.buttons(seen, said) if isinstance(seen, OneSeen) else seen


@on_tap(DropThisButton)
async def drop_button(turn: Turn, wish: DropThisButton) -> Screen:
    deed = DropButton(by=turn.person.id, announcement=wish.announcement, place=wish.place, seen=wish.seen)
    return await _changed(turn, deed, lambda said: _buttons(turn, wish.announcement, said))


@on_tap(ShowAudience)
async def show_audience(turn: Turn, wish: ShowAudience) -> Screen:
    seen = await _to_change(turn, wish.announcement)
    if not isinstance(seen, OneSeen):
        return seen
    return sections.audience(seen, await WhatToChooseFrom(by=turn.person.id)(turn.work), ruled_out=wish.ruled_out)


@on_tap(ShowTrait)
async def show_trait(turn: Turn, wish: ShowTrait) -> Screen:
    return await _trait(turn, wish)


async def _trait(turn: Turn, wish: ShowTrait | TurnThisValue, said: Words | None = None) -> Screen:
    seen = await _to_change(turn, wish.announcement)
    if not isinstance(seen, OneSeen):
        return seen
    choosable = await WhatToChooseFrom(by=turn.person.id)(turn.work)
    return sections.trait_page(seen, choosable, wish.trait, ruled_out=wish.ruled_out, page=wish.page, said=said)


@on_tap(TurnThisValue)
async def turn_value(turn: Turn, wish: TurnThisValue) -> Screen:
    value = wish.value.replace(".", ":")
    deed = TurnValue(by=turn.person.id, announcement=wish.announcement, trait=wish.trait, value=value, ruled_out=wish.ruled_out)
    return await _changed(turn, deed, lambda said: _counted(turn, wish, said))


async def _counted(turn: Turn, wish: TurnThisValue, said: Words | None) -> Screen:
    """The live count stands in the toast, too: above a long list of values it may be out of sight."""
    screen = await _trait(turn, wish, said)
    seen = await _seen(turn, wish.announcement)
    return screen.with_notice(sections.people(seen.people)) if isinstance(seen, OneSeen) else screen


@on_tap(TakeItBack)
async def take_back(turn: Turn, wish: TakeItBack) -> Screen:
    match await TakeBack(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case TakenBack():
            return await _page(turn, wish.announcement, screens.taken_back())
        case outcome:
            return await _refused(turn, wish.announcement, outcome)


@on_tap(AskToThrowAway)
async def ask_to_throw_away(turn: Turn, wish: AskToThrowAway) -> Screen:
    seen = await _to_change(turn, wish.announcement)
    return screens.sure_to_throw_away(seen) if isinstance(seen, OneSeen) else seen


@on_tap(ThrowItAway)
async def throw_away(turn: Turn, wish: ThrowItAway) -> Screen:
    match await ThrowAway(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case ThrownAway():
            return await _hub(turn, screens.thrown_away())
        case outcome:
            return await _refused(turn, wish.announcement, outcome)


@on_tap(CloneIt)
async def clone(turn: Turn, wish: CloneIt) -> Screen:
    match await CloneAnnouncement(by=turn.person.id, announcement=wish.announcement)(turn.work):
        case Drafted(announcement=number):
            return await _page(turn, number, screens.cloned())
        case outcome:
            return await _refused(turn, wish.announcement, outcome)
