"""The sections of a draft: its text by language, its kind, its buttons, and to whom it goes."""

from collections.abc import Awaitable, Callable

from bot import announcement_desk as desk
from bot.routes import on_tap
from bot.screens import announcement_sections as sections
from bot.screens import announcement_sending as sending
from bot.screens.announcement_taps import (
    DropLanguage,
    DropThisButton,
    SetCategory,
    ShowAudience,
    ShowButtons,
    ShowCategories,
    ShowTrait,
    ShowWords,
    TurnThisValue,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.announcement_audience import TurnValue
from services.announcement_buttons import DropButton
from services.announcement_choosable import WhatToChooseFrom
from services.announcement_deeds import NoSuchAnnouncement, NotNow
from services.announcement_looks import OneSeen
from services.announcement_writing import ChooseCategory, WriteWords
from services.coordinators import Forbidden

Shown = Callable[[Words | None], Awaitable[Screen]]


async def _changed(turn: Turn, deed: WriteWords | ChooseCategory | DropButton | TurnValue, shown: Shown) -> Screen:
    """`shown`: the section in which it was changed, with what came of it."""
    match await deed(turn.work):
        case Forbidden() | NoSuchAnnouncement() as outcome:
            return await desk.refused(turn, outcome)
        case NotNow() as outcome:
            return await desk.page(turn, deed.announcement, sending.what_came_of_change(outcome))
        case outcome:
            return await shown(sending.what_came_of_change(outcome))


@on_tap(ShowWords)
async def show_words(turn: Turn, wish: ShowWords) -> Screen:
    return await _words(turn, wish.announcement)


async def _words(turn: Turn, number: int, said: Words | None = None) -> Screen:
    seen = await desk.to_change(turn, number)
    return sections.words_by_language(seen, said) if isinstance(seen, OneSeen) else seen


@on_tap(DropLanguage)
async def drop_language(turn: Turn, wish: DropLanguage) -> Screen:
    deed = WriteWords(by=turn.person.id, announcement=wish.announcement, language=wish.language, parts=())
    return await _changed(turn, deed, lambda said: _words(turn, wish.announcement, said))


@on_tap(ShowCategories)
async def show_categories(turn: Turn, wish: ShowCategories) -> Screen:
    seen = await desk.to_change(turn, wish.announcement)
    return sections.categories(seen) if isinstance(seen, OneSeen) else seen


@on_tap(SetCategory)
async def set_category(turn: Turn, wish: SetCategory) -> Screen:
    deed = ChooseCategory(by=turn.person.id, announcement=wish.announcement, category=wish.category)
    return await _changed(turn, deed, lambda said: desk.page(turn, wish.announcement, said))


@on_tap(ShowButtons)
async def show_buttons(turn: Turn, wish: ShowButtons) -> Screen:
    return await _buttons(turn, wish.announcement)


async def _buttons(turn: Turn, number: int, said: Words | None = None) -> Screen:
    seen = await desk.to_change(turn, number)
    return sections.buttons(seen, said) if isinstance(seen, OneSeen) else seen


@on_tap(DropThisButton)
async def drop_button(turn: Turn, wish: DropThisButton) -> Screen:
    deed = DropButton(by=turn.person.id, announcement=wish.announcement, place=wish.place, seen=wish.seen)
    return await _changed(turn, deed, lambda said: _buttons(turn, wish.announcement, said))


@on_tap(ShowAudience)
async def show_audience(turn: Turn, wish: ShowAudience) -> Screen:
    seen = await desk.to_change(turn, wish.announcement)
    if not isinstance(seen, OneSeen):
        return seen
    return sections.audience(seen, await WhatToChooseFrom(by=turn.person.id)(turn.work), ruled_out=wish.ruled_out)


@on_tap(ShowTrait)
async def show_trait(turn: Turn, wish: ShowTrait) -> Screen:
    return await _trait(turn, wish)


async def _trait(turn: Turn, wish: ShowTrait | TurnThisValue, said: Words | None = None) -> Screen:
    seen = await desk.to_change(turn, wish.announcement)
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
    seen = await desk.seen(turn, wish.announcement)
    return screen.with_notice(sections.people(seen.people)) if isinstance(seen, OneSeen) else screen
