"""What happens in groups: being added, commands, taps, being taken out; and, in private, linking one with a consortium."""

from bot.happenings import AddedToGroup, GroupTalked, RemovedFromGroup, TappedInGroup, TappedInline
from bot.routes import group_command_handler, on_group_command, on_happening, on_link, on_tap
from bot.screens import groups as screens
from bot.screens import recruiting
from bot.screens.groups import LinkOurGroup
from bot.screens.recruiting import CardNow, UnlinkOurGroup
from bot.screens.screen import Screen
from bot.turn import Begin, Reply, Turn, Way
from bot.words import Words
from services.group_linking import LedByMe, Linked, LinkGone, LinkGroup, OthersGroup, Unlinked, UnlinkGroup
from services.groups import CardPosted, EnterGroup, LeaveGroup, NothingToSay, SetUpOffered, ShowInGroup
from services.joining import LookAtCard, NoSuchCard
from services.members import NotAMember
from services.recruiting import KeepInlineCopy, NotTheLead
from services.recruiting_switch import MyRecruiting

SILENCE = Reply(screen=None, way=Way.NEW)


@on_happening(AddedToGroup)
async def added(turn: Turn, happening: AddedToGroup) -> Reply:
    await EnterGroup(
        by=turn.person.id,
        chat=happening.chat,
        language=turn.language,
        forum=happening.forum,
        may_have_moved=happening.may_have_moved,
    )(turn.work)
    return SILENCE


@on_happening(RemovedFromGroup)
async def removed(turn: Turn, happening: RemovedFromGroup) -> Reply:
    await LeaveGroup(by=turn.person.id, chat=happening.chat)(turn.work)
    return SILENCE


@on_happening(GroupTalked)
async def talked(turn: Turn, happening: GroupTalked) -> Reply:
    handler = group_command_handler(happening.command)
    return await handler(turn, happening) if handler is not None else _in_group(screens.talk_to_me_alone())


@on_group_command("start")
@on_group_command("status")
async def show_status(turn: Turn, happening: GroupTalked) -> Reply:
    deed = ShowInGroup(by=turn.person.id, chat=happening.chat_id, language=turn.language, code=happening.argument)
    match await deed(turn.work):
        case SetUpOffered(code=code):
            return _in_group(screens.set_up(code))
        case CardPosted() | NothingToSay():
            return SILENCE


@on_group_command("help")
async def show_help(turn: Turn, happening: GroupTalked) -> Reply:
    return _in_group(screens.help_page())


def _in_group(screen: Screen) -> Reply:
    return Reply(screen=screen, way=Way.NEW)


@on_happening(TappedInGroup)
async def tapped(turn: Turn, happening: TappedInGroup) -> Reply:
    return await _answered(turn, happening)


@on_happening(TappedInline)
async def tapped_inline(turn: Turn, happening: TappedInline) -> Reply:
    """A copy nobody told us of, because Telegram was not asked to tell, is known once a member taps it."""
    if isinstance(happening.tap, CardNow):
        copy = KeepInlineCopy(by=turn.person.id, code=happening.tap.code, inline_message=happening.inline_message, language=turn.language)
        await copy(turn.work)
    return await _answered(turn, happening)


async def _answered(turn: Turn, happening: TappedInGroup | TappedInline) -> Reply:
    """A box that only the one who tapped sees."""
    said = await _how_it_stands(turn, happening.tap) if isinstance(happening.tap, CardNow) else screens.only_privately()
    return Reply(screen=None, way=Way.NEW, notice=said, alert=True)


async def _how_it_stands(turn: Turn, tap: CardNow) -> Words:
    found = await LookAtCard(person=turn.person.id, code=tap.code)(turn.work)
    return recruiting.no_card() if isinstance(found, NoSuchCard) else recruiting.how_it_stands(found.card, is_member=found.is_member)


@on_link("newcon")
async def open_new(turn: Turn, rest: str) -> Begin:
    return Begin(story="open_consortium")


@on_link("grp")
async def which_consortium(turn: Turn, code: str) -> Screen:
    return screens.which_consortium(code, await LedByMe(person=turn.person.id)(turn.work))


@on_tap(LinkOurGroup)
async def link(turn: Turn, wish: LinkOurGroup) -> Screen:
    match await LinkGroup(by=turn.person.id, code=wish.code, consortium=wish.consortium)(turn.work):
        case Linked(consortium=consortium, name=name):
            return screens.linked(consortium, name)
        case LinkGone():
            return screens.link_gone()
        case OthersGroup():
            return screens.others_group()
        case NotTheLead():
            return screens.which_consortium(wish.code, await LedByMe(person=turn.person.id)(turn.work))


@on_tap(UnlinkOurGroup)
async def unlink(turn: Turn, wish: UnlinkOurGroup) -> Screen:
    outcome = await UnlinkGroup(by=turn.person.id, consortium=wish.consortium)(turn.work)
    match outcome:
        case Unlinked(name=name):
            said = screens.unlinked(name)
        case NotTheLead():
            said = recruiting.not_the_lead()
        case _:
            said = screens.no_group()
    found = await MyRecruiting(person=turn.person.id, consortium=wish.consortium)(turn.work)
    return recruiting.for_members_only() if isinstance(found, NotAMember) else recruiting.mine(found, said)
