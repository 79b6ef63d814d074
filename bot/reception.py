"""The reception: whatever happens, somebody is shown something that helps them on."""

from dataclasses import replace
from typing import assert_never

from bot import routes, talking
from bot.dialogue import drafting
from bot.dialogue.taps import BeginStory, Discard, Later, Resume, Stop
from bot.happenings import (
    BlockChanged,
    Commanded,
    Edited,
    FileSent,
    Happening,
    Said,
    SaidInTopic,
    Tapped,
    Unreadable,
)
from bot.home import home
from bot.screens import front
from bot.screens.screen import Screen
from bot.screens.talks import listening_again
from bot.taps import OldTap, Tap
from bot.turn import Begin, Reply, Shown, Turn, Way
from programme.residents import holds_resident_number


async def receive(turn: Turn, happening: Happening) -> Reply:
    """Never raises for anything a person can do; an exception is a bug and goes to the dead letters after its tries."""
    talk_is_over = talking.turns_to_the_bot(happening) and await talking.ends(turn)
    reply = await _answered(turn, happening)
    if talk_is_over and reply.screen is not None and reply.screen.notice is None:
        return replace(reply, screen=reply.screen.with_notice(listening_again()))
    return reply


async def _answered(turn: Turn, happening: Happening) -> Reply:
    handler = routes.happening_handler(type(happening))
    if handler is not None:
        return await handler(turn, happening)
    match happening:
        case BlockChanged() | SaidInTopic():
            return Reply(screen=None, way=Way.NEW)
        case Said() | Edited() | FileSent() | Commanded() | Unreadable() if holds_resident_number(_typed(happening)):
            return await _refused_number(turn, happening)
        case Tapped():
            screen = await _tapped(turn, happening)
            return Reply(screen=screen, way=Way.EDIT, notice=None if screen else front.done_already())
        case _:
            return await talking.pass_on(turn, happening) or _told(await _sent(turn, happening))


def _told(screen: Screen) -> Reply:
    return Reply(screen=None if screen.silent else screen, way=Way.NEW)


def _typed(happening: Said | Edited | FileSent | Commanded | Unreadable) -> str:
    """Everything in it that a person wrote; a file is named by one, too."""
    match happening:
        case FileSent(name=name, caption=caption):
            return f"{name}\n\n\n\n{caption}"
        case Unreadable(caption=caption):
            return caption
        case Commanded(argument=argument):
            return argument
        case Said(text=text) | Edited(text=text):
            return text
        case _:
            assert_never(happening)


async def _refused_number(turn: Turn, happening: Said | Edited | FileSent | Commanded | Unreadable) -> Reply:
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
    found = routes.link_handler(payload) if payload.isprintable() else None
    if found is None:
        return await home(turn, front.unknown_link())
    handler, rest = found
    return await _screen(turn, await handler(turn, rest))


async def _tapped(turn: Turn, tapped: Tapped) -> Screen | None:
    """None: what is on the screen is newer than the tap, and stays."""
    match tapped.tap:
        case Later() | Stop() | Discard() | Resume() as move:
            return await drafting.moved(turn, move) or await _over(turn)
        case BeginStory(story=story, subject=subject):
            return await _screen(turn, Begin(story=story, subject=subject))
        case OldTap():
            return await _old(turn)
        case tap:
            return await _wish(turn, tap, tapped)


async def _wish(turn: Turn, tap: Tap, tapped: Tapped) -> Screen | None:
    handler = routes.tap_handler(type(tap))
    if handler is not None:
        return await _screen(turn, await handler(turn, tap))
    return await drafting.hear(turn, tapped) or await _over(turn)


async def _over(turn: Turn) -> Screen | None:
    """The draft has ended. A second tap on its last button must not wipe out the result that the first one brought."""
    if turn.tapped_message is not None and turn.person.living_message in (None, turn.tapped_message):
        return None
    return await _old(turn)


async def _old(turn: Turn) -> Screen:
    """A button nobody can read, or one of a draft that has ended: show what is open now."""
    said = front.old_button()
    screen = await drafting.open_question_or_none(turn, None) or await home(turn)
    return screen.with_notice(said)


async def _screen(turn: Turn, shown: Shown) -> Screen:
    if not isinstance(shown, Begin):
        return shown
    return await drafting.begin(turn, shown) or await _old(turn)
