"""The recruiting card of a consortium: numbers, never names. Every copy of it, wherever it was shared, says what is so now."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from programme.public_line import public_line
from services import chosen_call
from services.letter_places import Arrived, Fate, Lost, Place, followed, placed
from services.letters import Letter, letter
from services.office import Deed
from storage import card_copies, consortia, seats, shops
from storage.audit import AuditRow
from storage.card_copies import LONGEST_INLINE_ID, CardCopy
from storage.consortia import Consortium
from storage.work import Work

MOST_SHARED = 10  # cards one inline query offers
# Messages shared inline lie in chats nobody told us of; each gets a lane of its own, far below the ids of real groups.
NO_CHAT = -(2**60)


class Standing(StrEnum):
    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"  # the lead has stopped recruiting
    DISSOLVED = "dissolved"


@dataclass(frozen=True, kw_only=True)
class RecruitingCard:
    """`trades`, `gus`: their codes, one for each shop, sorted apart so that no shop can be made out. `needed`, `most`: members."""

    code: str
    name: str
    idea: str
    standing: Standing
    joined: int
    confirmed: int  # of those who joined
    needed: int
    most: int
    trades: tuple[str, ...]
    gus: tuple[str, ...]


@letter("card", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class CardChanged(RecruitingCard):
    """One copy is to say this. `afresh`: as a new message below, which takes the place of the one before."""

    copy: int
    afresh: bool = False


@placed(CardChanged)
async def place_of_card(work: Work, fact: CardChanged) -> Place | None:
    copy = await card_copies.find(work.connection, fact.copy)
    if copy is None:
        return None
    if copy.inline_message is not None:
        return Place(inline=copy.inline_message, language=copy.language)
    if copy.message is None or fact.afresh:
        return Place(pins=True, replaces=copy.message, language=copy.language)
    return Place(message=copy.message, language=copy.language)


@followed(CardChanged)
def what_became_of_card(fact: CardChanged, fate: Fate) -> Deed[None] | None:
    match fate:
        case Arrived(message=int(message)):
            return NoteCopy(copy=fact.copy, message=message)
        case Lost():
            return ForgetCopy(copy=fact.copy)
        case _:
            return None


@dataclass(frozen=True, kw_only=True)
class NoteCopy:
    copy: int
    message: int

    async def __call__(self, work: Work) -> None:
        await card_copies.lies_at(work.connection, self.copy, self.message)
        work.note(AuditRow(who=None, did="NoteCopy", on=f"card_copy:{self.copy}", outcome="Noted"))


@dataclass(frozen=True, kw_only=True)
class ForgetCopy:
    """Somebody has deleted that message, or thrown the bot out."""

    copy: int

    async def __call__(self, work: Work) -> None:
        await card_copies.forget(work.connection, self.copy)
        work.note(AuditRow(who=None, did="ForgetCopy", on=f"card_copy:{self.copy}", outcome="Forgotten"))


async def card_changed(work: Work, consortium: int) -> None:
    """To be called by whatever changes the members, the name or the state of a consortium, after it has done so."""
    copies = await card_copies.of_consortium(work.connection, consortium)
    found = await consortia.find(work.connection, consortium) if copies else None
    if found is None:
        return
    card = await card_of(work, found)
    for copy in copies:
        work.post(copy_letter(copy, card))


def copy_letter(copy: CardCopy, card: RecruitingCard, *, afresh: bool = False) -> Letter:
    """Ten changes before it goes out are one edit: a waiting letter to a copy is replaced."""
    to = copy.chat if copy.chat is not None else NO_CHAT - copy.id
    key = f"card:{copy.id}{':afresh' if afresh else ''}"
    return Letter(to=to, fact=CardChanged(**asdict(card), copy=copy.id, afresh=afresh), key=key)


async def card_of(work: Work, consortium: Consortium) -> RecruitingCard:
    taken = await seats.of_consortium(work.connection, consortium.id)
    members = list((await shops.of_ids(work.connection, [seat.shop for seat in taken])).values())
    size = await chosen_call.size(work, consortium)
    return RecruitingCard(
        code=consortium.code,
        name=public_line(consortium.name),
        idea=public_line(consortium.idea),
        standing=_standing(consortium, is_full=len(taken) >= size.most),
        joined=len(taken),
        confirmed=sum(shop.is_confirmed for shop in members),
        needed=size.fewest,
        most=size.most,
        trades=tuple(sorted(shop.trade for shop in members)),
        gus=tuple(sorted(shop.gu for shop in members)),
    )


def _standing(consortium: Consortium, *, is_full: bool) -> Standing:
    if consortium.dissolved_at is not None:
        return Standing.DISSOLVED
    if not consortium.recruits:
        return Standing.CLOSED
    return Standing.FULL if is_full else Standing.OPEN


@dataclass(frozen=True, slots=True)
class NotTheLead:
    """Only the lead of a consortium decides this."""


@dataclass(frozen=True, kw_only=True)
class CardsToShare:
    """The cards of one's own consortia that recruit: all of them, or those that a code or a part of the name means."""

    person: int
    wanted: str = ""

    async def __call__(self, work: Work) -> tuple[RecruitingCard, ...]:
        mine = [seat.consortium for seat in await seats.of_person(work.connection, self.person)]
        found = await consortia.of_ids(work.connection, mine)
        meant = [found[number] for number in mine if number in found and self._means(found[number])]
        return tuple([await card_of(work, one) for one in meant[:MOST_SHARED]])

    def _means(self, consortium: Consortium) -> bool:
        if consortium.dissolved_at is not None or not consortium.recruits:
            return False
        wanted = self.wanted.strip()
        return not wanted or wanted == consortium.code or wanted.casefold() in consortium.name.casefold()


@dataclass(frozen=True, slots=True)
class Kept:
    pass


@dataclass(frozen=True, slots=True)
class NotKept:
    """Not a member's, or known already."""


@dataclass(frozen=True, kw_only=True)
class KeepInlineCopy:
    """A member has put a card into some chat; it is brought up to date at once, since a stored offer may be old."""

    by: int
    code: str
    inline_message: str
    language: str

    async def __call__(self, work: Work) -> Kept | NotKept:
        consortium = await consortia.of_code(work.connection, self.code)
        outcome = await self._kept(work, consortium) if consortium is not None else NotKept()
        on = f"consortium:{consortium.id}" if consortium is not None else ""
        work.note(AuditRow(who=self.by, did="KeepInlineCopy", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _kept(self, work: Work, consortium: Consortium) -> Kept | NotKept:
        mine = [seat.consortium for seat in await seats.of_person(work.connection, self.by)]
        if consortium.id not in mine or len(self.inline_message) > LONGEST_INLINE_ID:
            return NotKept()
        copy = await card_copies.keep_inline(work.connection, consortium.id, self.inline_message, self.language, work.now)
        if copy is None:
            return NotKept()
        await card_changed(work, consortium.id)
        return Kept()
