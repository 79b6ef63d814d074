"""What is said into a group where a consortium forms, and of one."""

from dataclasses import dataclass

from services.letter_places import Place, placed
from services.letters import letter
from storage import groups
from storage.work import Work


@letter("card_down", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class CardTakenDown:
    """The message of a card says that this group and the consortium belong together no longer."""

    message: int
    language: str


@placed(CardTakenDown)
async def place_of_old_card(work: Work, fact: CardTakenDown) -> Place:  # noqa: ARG001 - what `placed` asks of any of them
    return Place(message=fact.message, language=fact.language)


@letter("group_set_up", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class GroupSetUp:
    """Into a group the bot has just come to."""

    code: str


@placed(GroupSetUp)
async def place_of_set_up(work: Work, fact: GroupSetUp) -> Place | None:
    """Nowhere, once a consortium forms there: a group we know has moved, and brought it along."""
    group = await groups.of_code(work.connection, fact.code)
    return Place(language=group.language) if group is not None and group.consortium is None and not group.staff else None


@letter("group_lost")
@dataclass(frozen=True, kw_only=True)
class GroupLost:
    """To the lead: the bot was taken out of the group."""

    consortium: int
    name: str
