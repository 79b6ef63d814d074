"""Which kinds of announcements somebody wants, and what they do with the buttons below one."""

from dataclasses import dataclass

from programme.announcements import CAN_BE_TURNED_OFF, Category
from storage import announcement_choices, announcement_ledger, announcement_taps, announcements
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True)
class WhatIGet:
    """`on`: of those that can be turned off."""

    on: frozenset[Category]


@dataclass(frozen=True, slots=True)
class OnlyATest:
    """It has not gone out: whoever taps here is looking at how it will be. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class CannotBeTurnedOff:
    """What somebody has to know."""


@dataclass(frozen=True, slots=True)
class LeadsTo:
    leads: str


@dataclass(frozen=True, slots=True)
class LeadsNowhere:
    """There is no such button: the announcement is gone, or was never like that."""


@dataclass(frozen=True, kw_only=True)
class SeeWhatIGet:
    person: int

    async def __call__(self, work: Work) -> WhatIGet:
        off = await announcement_choices.turned_off(work.connection, self.person)
        return WhatIGet(frozenset(CAN_BE_TURNED_OFF) - off)


@dataclass(frozen=True, kw_only=True)
class ChooseWhatIGet:
    """`under`: the announcement below which it was said."""

    by: int
    category: Category
    on: bool
    under: int | None = None

    async def __call__(self, work: Work) -> WhatIGet | CannotBeTurnedOff | OnlyATest:
        outcome = await self._outcome(work)
        did = "TurnCategoryOn" if self.on else "TurnCategoryOff"
        work.note(AuditRow(who=self.by, did=did, on=f"person:{self.by}", outcome=type(outcome).__name__, why=self.category.value))
        return outcome

    async def _outcome(self, work: Work) -> WhatIGet | CannotBeTurnedOff | OnlyATest:
        if self.category not in CAN_BE_TURNED_OFF:
            return CannotBeTurnedOff()
        if self.under is not None:
            one = await announcements.find(work.connection, self.under)
            if one is not None and one.started_at is None:
                return OnlyATest()
        if self.on:
            await announcement_choices.turn_on(work.connection, self.by, self.category)
        else:
            await announcement_choices.turn_off(work.connection, self.by, self.category, work.now)
            await announcement_ledger.withdraw_unwanted(work.connection, self.by, self.category, work.now)
        return await SeeWhatIGet(person=self.by)(work)


@dataclass(frozen=True, kw_only=True)
class TapAnnouncement:
    """Counted once a person, as soon as it has gone out."""

    by: int
    announcement: int
    place: int

    async def __call__(self, work: Work) -> LeadsTo | LeadsNowhere:
        one = await announcements.find(work.connection, self.announcement)
        found = one is not None and 0 <= self.place < len(one.buttons)
        outcome = LeadsTo(one.buttons[self.place]["leads"]) if one is not None and found else LeadsNowhere()
        if one is not None and found and one.started_at is not None:
            await announcement_taps.keep(work.connection, one.id, self.place, self.by, work.now)
        on = f"announcement:{self.announcement}"
        work.note(AuditRow(who=self.by, did="TapAnnouncement", on=on, outcome=type(outcome).__name__))
        return outcome
