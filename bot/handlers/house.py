"""The house's own commands: home, help, language, resume, cancel."""

from dataclasses import replace

from bot.dialogue import desk_work, drafting
from bot.dialogue.taps import Resume, Stop
from bot.happenings import Commanded
from bot.home import home
from bot.routes import on_command, on_link, on_tap
from bot.screens import front
from bot.screens.menu import OF_THE_OFFICE
from bot.screens.screen import Screen
from bot.screens.taps import GoHome, ShowHelp, ShowLanguages, SpeakLanguage
from bot.turn import Turn
from bot.words import SHIPPED
from services.coordinators import BelongsToOffice


@on_command("start")
async def start(turn: Turn, wish: object) -> Screen:
    """Whoever has a role of the office finds its command in the menu, too."""
    return await _with_its_menu(turn, await home(turn))


@on_tap(GoHome)
async def go_home(turn: Turn, wish: object) -> Screen:
    return await home(turn)


@on_link("group")
async def come_from_a_group(turn: Turn, rest: str) -> Screen:
    return await home(turn)


@on_command("help")
@on_tap(ShowHelp)
async def show_help(turn: Turn, wish: object) -> Screen:
    return front.help_page()


@on_command("language")
@on_tap(ShowLanguages)
async def show_languages(turn: Turn, wish: object) -> Screen:
    return front.languages(turn.language)


@on_tap(SpeakLanguage)
async def speak(turn: Turn, wish: SpeakLanguage) -> Screen:
    """The open question is shown again at once, in the new language."""
    if wish.language in SHIPPED and wish.language != turn.language:
        desk_work.change_person(turn.work, turn.desk, language=wish.language)
    said = front.language_set()
    screen = await drafting.open_question_or_none(turn, said) or await home(turn, said)
    return await _with_its_menu(turn, screen)


@on_command("resume")
async def resume(turn: Turn, command: Commanded) -> Screen:
    """The draft in front, or the one touched last."""
    drafts = sorted(turn.desk.drafts, key=lambda draft: draft.saved_at)
    wanted = turn.person.active_draft or (drafts[-1].id if drafts else "")
    return await drafting.moved(turn, Resume(wanted)) or await home(turn, front.nothing_to_resume())


@on_command("cancel")
async def cancel(turn: Turn, command: Commanded) -> Screen:
    return await drafting.moved(turn, Stop(turn.person.active_draft or "")) or await home(turn, front.nothing_to_stop())


async def _with_its_menu(turn: Turn, screen: Screen) -> Screen:
    return replace(screen, menu=OF_THE_OFFICE) if await BelongsToOffice(person=turn.person.id)(turn.work) else screen
