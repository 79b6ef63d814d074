"""The office's own group: /staff makes it one, /close ends a talk, and what is written in a topic goes to the one who asked."""

from typing import assert_never

from bot.happenings import GroupTalked, SaidInTopic
from bot.routes import on_group_command, on_happening
from bot.screens import staff_group as screens
from bot.screens.screen import Screen
from bot.turn import Reply, Turn, Way
from programme.residents import holds_resident_number
from services.coordinators import Forbidden, OutOfReach
from services.staff_group import (
    CloseTopic,
    KeptAsNote,
    MakeStaffGroup,
    NeedsTopics,
    NobodysTopic,
    SayInTopic,
    SentToAsker,
    ShopsFormHere,
    StaffGroupEnded,
    StaffGroupMade,
    UnknownGroup,
)
from services.talks import NotTalking, TalkEnded
from storage.inquiries import KeptFile

SILENCE = Reply(screen=None, way=Way.NEW)


@on_group_command("staff")
async def staff(turn: Turn, happening: GroupTalked) -> Reply:
    deed = MakeStaffGroup(
        by=turn.person.id, chat=happening.chat_id, has_topics=happening.topic is not None, made=happening.argument.lower() != "off"
    )
    match await deed(turn.work):
        case StaffGroupMade():
            return _say(screens.made())
        case StaffGroupEnded():
            return _say(screens.ended())
        case NeedsTopics():
            return _say(screens.needs_topics())
        case ShopsFormHere():
            return _say(screens.shops_form_here())
        case UnknownGroup():
            return _say(screens.unknown_group())
        case Forbidden() as refused:
            return _say(screens.beyond_role() if isinstance(refused, OutOfReach) else screens.only_coordinators())
        case outcome:
            assert_never(outcome)


@on_group_command("close")
async def close(turn: Turn, happening: GroupTalked) -> Reply:
    match await CloseTopic(by=turn.person.id, chat=happening.chat_id, topic=happening.topic or 0)(turn.work):
        case TalkEnded():
            return SILENCE  # the topic itself says so, and closes
        case NotTalking():
            return _say(screens.not_talking())
        case NobodysTopic():
            return _say(screens.nobodys_topic())
        case Forbidden():
            return _say(screens.only_coordinators())
        case outcome:
            assert_never(outcome)


@on_happening(SaidInTopic)
async def said(turn: Turn, happening: SaidInTopic) -> Reply:
    if holds_resident_number(happening.text):
        return Reply(screen=screens.no_resident_numbers(), way=Way.NEW, deletes=(happening.message_id,))
    file = happening.file
    kept = KeptFile(kind=file.kind.value, file_id=file.file_id, name=file.name, size=file.size) if file is not None else None
    deed = SayInTopic(by=turn.person.id, chat=happening.chat, topic=happening.topic, words=happening.text, file=kept)
    match await deed(turn.work):
        case SentToAsker():
            return Reply(screen=None, way=Way.NEW, nods_at=happening.message_id)
        case KeptAsNote() | NobodysTopic():
            return SILENCE
        case Forbidden():
            return _say(screens.only_coordinators())
        case outcome:
            assert_never(outcome)


def _say(screen: Screen) -> Reply:
    return Reply(screen=screen, way=Way.NEW)
