"""What a consortium is called, what it wants, and under which call it applies: for the lead to change."""

from dataclasses import dataclass

from programme import consortium_names
from programme.call import Call
from programme.tracks import Track
from services import agreements, chosen_call, seat_queue
from services.letters import Letter, letter
from services.members import Gathered, Refused, led, note, seen_by_lead
from services.pledges import Change, settle
from services.preparing import CallsToPrepareFor, NameIsTaken, NameTaken
from services.recruiting import card_changed
from storage import membership, seats, shops
from storage.work import Conflict, Work


@letter("call_chosen")
@dataclass(frozen=True, kw_only=True)
class CallChosen:
    """To the other members."""

    consortium: int
    name: str


@letter("renamed")
@dataclass(frozen=True, kw_only=True)
class ConsortiumRenamed:
    consortium: int
    former: str
    name: str


@dataclass(frozen=True, slots=True)
class Renamed:
    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class Described:
    consortium: int


@dataclass(frozen=True, slots=True)
class Chosen:
    consortium: int
    call: Call


@dataclass(frozen=True, slots=True)
class NoSuchCall:
    """Closed or replaced meanwhile, or of the other track."""

    consortium: int


@dataclass(frozen=True, slots=True)
class ShopsPlacedElsewhere:
    """These members sit in another consortium of that round already; which one is told to nobody but their owners."""

    consortium: int
    shops: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class RenameConsortium:
    by: int
    consortium: int
    name: str

    async def __call__(self, work: Work) -> Renamed | NameTaken | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "RenameConsortium", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Renamed | NameTaken | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        name, former = consortium_names.tidy(self.name), found.consortium.name
        if not consortium_names.key(name):
            raise ValueError("a name without a letter")
        if name == former:
            return Renamed(self.consortium, name)
        try:
            async with work.savepoint():
                await membership.rename(work.connection, self.consortium, name)
        except Conflict:
            taken = await NameIsTaken(round=found.consortium.round, name=name)(work)
            if taken is None:
                raise
            return taken
        await self._tell(work, found, former, name)
        return Renamed(self.consortium, name)

    async def _tell(self, work: Work, found: Gathered, former: str, name: str) -> None:
        for seat in found.others:
            work.post(Letter(to=seat.person, fact=ConsortiumRenamed(consortium=self.consortium, former=former, name=name)))
        await agreements.void(work, self.consortium, by=self.by)
        await card_changed(work, self.consortium)


@dataclass(frozen=True, kw_only=True)
class DescribeIdea:
    by: int
    consortium: int
    idea: str

    async def __call__(self, work: Work) -> Described | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "DescribeIdea", self.consortium, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Described | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        if found.consortium.idea != self.idea:
            await membership.describe(work.connection, self.consortium, self.idea)
            await agreements.void(work, self.consortium, by=self.by)
            await card_changed(work, self.consortium)
        return Described(self.consortium)


@dataclass(frozen=True, kw_only=True)
class ChooseCall:
    """`call`: "key@version". Name and shops have to be free in its round, too."""

    by: int
    consortium: int
    call: str

    async def __call__(self, work: Work) -> Chosen | NoSuchCall | NameTaken | ShopsPlacedElsewhere | Refused:
        outcome = await self._outcome(work)
        note(work, self.by, "ChooseCall", self.consortium, outcome, self.call)
        return outcome

    async def _outcome(self, work: Work) -> Chosen | NoSuchCall | NameTaken | ShopsPlacedElsewhere | Refused:
        found = await led(work, self.consortium, self.by)
        if not isinstance(found, Gathered):
            return found
        calls = await CallsToPrepareFor(Track(found.consortium.track))(work)
        call = next((one for one in calls if chosen_call.reference(one) == self.call), None)
        if call is None:
            return NoSuchCall(self.consortium)
        if found.consortium.call == self.call:
            return Chosen(self.consortium, call)
        return await self._moved(work, found, call)

    async def _moved(self, work: Work, found: Gathered, call: Call) -> Chosen | NameTaken | ShopsPlacedElsewhere:
        try:
            async with work.savepoint():
                await membership.choose_call(work.connection, self.consortium, round_=call.key, call=self.call)
        except Conflict:
            return await self._taken(work, found, call.key)
        for seat in found.others:
            work.post(Letter(to=seat.person, fact=CallChosen(consortium=self.consortium, name=found.consortium.name)))
        await settle(work, self.consortium, by=self.by, why=Change.CALL)
        await agreements.void(work, self.consortium, by=self.by)
        await seat_queue.offer_free_seats(work, self.consortium)
        await card_changed(work, self.consortium)
        return Chosen(self.consortium, call)

    async def _taken(self, work: Work, found: Gathered, round_: str) -> NameTaken | ShopsPlacedElsewhere:
        name = await NameIsTaken(round=round_, name=found.consortium.name)(work)
        if name is not None:
            return name
        placed = await seats.of_shops(work.connection, [seat.shop for seat in found.seats], round_)
        known = await shops.of_ids(work.connection, list(placed))
        return ShopsPlacedElsewhere(self.consortium, tuple(known[number].name for number in placed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    consortium: str
    calls: tuple[Call, ...]
    chosen: Call | None


@dataclass(frozen=True, kw_only=True)
class CallsToChoose:
    """For the lead."""

    person: int
    consortium: int

    async def __call__(self, work: Work) -> Choosable | Refused:
        found = await seen_by_lead(work, self.consortium, self.person)
        if not isinstance(found, Gathered):
            return found
        calls = await CallsToPrepareFor(Track(found.consortium.track))(work)
        return Choosable(consortium=found.consortium.name, calls=calls, chosen=await chosen_call.call_of(work, found.consortium))
