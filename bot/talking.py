"""What a person says while they talk with the office: it is passed on, and the bot keeps silent."""

from bot.happenings import Commanded, Edited, FileSent, Happening, Said, Tapped, Unreadable
from bot.screens import inquiries, talks
from bot.screens.talks import BackToBot, TalkNow, WriteBack
from bot.turn import Reply, Turn, Way
from services.inquiries import TooManyOpen
from services.talks import EndTalk, NotTalking, Passed, SayToOffice
from storage.inquiries import KeptFile


async def pass_on(turn: Turn, happening: Happening) -> Reply | None:
    """None where the bot is to answer: nobody is talking, or the person turned to the bot again, which ends the talk."""
    if not turn.person.talking:
        return None
    match happening:
        case Said(text=text):
            return await _said(turn, text, nods_at=happening.message_id)
        case Edited(text=text):
            return await _said(turn, f"✏️ {text}")
        case FileSent() as sent:
            return await _said(turn, sent.caption, (_kept(sent),), nods_at=sent.message_id)
        case Unreadable():
            return Reply(screen=talks.only_text_and_files(), way=Way.NEW)
        case _:
            return None


def turns_to_the_bot(happening: Happening) -> bool:
    """A command, or a button that is not about the talk itself."""
    match happening:
        case Commanded():
            return True
        case Tapped(tap=tap):
            return not isinstance(tap, TalkNow | BackToBot | WriteBack)
        case _:
            return False


async def ends(turn: Turn) -> bool:
    return turn.person.talking and not isinstance(await EndTalk(by=turn.person.id)(turn.work), NotTalking)


async def _said(turn: Turn, words: str, files: tuple[KeptFile, ...] = (), *, nods_at: int | None = None) -> Reply | None:
    match await SayToOffice(by=turn.person.id, words=words, files=files)(turn.work):
        case Passed() as passed:
            # The first is acknowledged below it; later ones by a nod, and that same message counts them.
            first = passed.count == 1
            return Reply(screen=talks.passed(passed), way=Way.NEW if first else Way.EDIT, nods_at=None if first else nods_at)
        case TooManyOpen(most=most):
            return Reply(screen=inquiries.too_many(most), way=Way.NEW)
        case NotTalking():
            return None


def _kept(sent: FileSent) -> KeptFile:
    return KeptFile(kind=sent.kind.value, file_id=sent.file_id, name=sent.name, size=sent.size)
