"""The reception: whatever happens, somebody is shown something that helps them on."""

from bot import routes
from bot.dialogue import drafting
from bot.dialogue.taps import BeginStory, Discard, Later, Resume, Stop
from bot.happenings import (
    BlockChanged,
    Commanded,
    Edited,
    FileSent,
    GroupMoved,
    GroupTalked,
    Happening,
    Said,
    Tapped,
)
from bot.home import home
from bot.screens import front
from bot.screens.screen import Screen
from bot.taps import OldTap, Tap
from bot.turn import Begin, Reply, Shown, Turn, Way
from programme.residents import holds_resident_number


async def receive(turn: Turn, happening: Happening) -> Reply:
    """Never raises for anything a person can do; an exception is a bug and goes to the dead letters after its tries."""
    match happening:
        case GroupTalked():
            return Reply(screen=front.talk_to_me_alone(), way=Way.NEW)
        case GroupMoved() | BlockChanged():
            return Reply(screen=None, way=Way.NEW)
        case Said() | Edited() | FileSent() if holds_resident_number(_typed(happening)):
            return await _refused_number(turn, happening)
        case Tapped():
            return Reply(screen=await _tapped(turn, happening), way=Way.EDIT)
        case _:
            return Reply(screen=await _sent(turn, happening), way=Way.NEW)


def _typed(happening: Said | Edited | FileSent) -> str:
    return happening.caption if isinstance(happening, FileSent) else happening.text


async def _refused_number(turn: Turn, happening: Said | Edited | FileSent) -> Reply:
    """A resident registration number is neither kept nor left standing in the chat (Personal Information Protection Act §24-2)."""
    screen = await drafting.open_question_or_none(turn, front.no_resident_numbers())
    return Reply(
        screen=screen or await home(turn, front.no_resident_numbers()),
        way=Way.NEW,
        deletes=(happening.message_id,),
    )


async def _sent(turn: Turn, happening: Happening) -> Screen:
    if isinstance(happening, Commanded):
        return await _commanded(turn, happening)
    heard = await drafting.hear(turn, happening)
    return heard or await home(turn, front.nothing_open())


async def _commanded(turn: Turn, command: Commanded) -> Screen:
    if command.name == "start" and command.argument:
        return await _followed(turn, command.argument)
    handler = routes.command_handler(command.name)
    if handler is None:
        return await home(turn, front.unknown_command(command.name))
    return await _screen(turn, await handler(turn, command))


async def _followed(turn: Turn, payload: str) -> Screen:
    """A deep link: an unknown one leads home, and says so."""
    found = routes.link_handler(payload)
    if found is None:
        return await home(turn, front.unknown_link())
    handler, rest = found
    return await _screen(turn, await handler(turn, rest))


async def _tapped(turn: Turn, tapped: Tapped) -> Screen:
    match tapped.tap:
        case Later() | Stop() | Discard() | Resume() as move:
            return await drafting.moved(turn, move) or await _old(turn)
        case BeginStory(story=story, subject=subject):
            return await _screen(turn, Begin(story=story, subject=subject))
        case OldTap():
            return await _old(turn)
        case tap:
            return await _wish(turn, tap, tapped)


async def _wish(turn: Turn, tap: Tap, tapped: Tapped) -> Screen:
    handler = routes.tap_handler(type(tap))
    if handler is not None:
        return await _screen(turn, await handler(turn, tap))
    return await drafting.hear(turn, tapped) or await _old(turn)


async def _old(turn: Turn) -> Screen:
    """A button nobody can read, or one of a draft that has ended: show what is open now."""
    said = front.old_button()
    screen = await drafting.open_question_or_none(turn, None) or await home(turn)
    return screen.with_notice(said)


async def _screen(turn: Turn, shown: Shown) -> Screen:
    if not isinstance(shown, Begin):
        return shown
    return await drafting.begin(turn, shown) or await _old(turn)
