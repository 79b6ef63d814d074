"""The recruiting card as the members see it, and the lead's switch: on or off."""

from dataclasses import dataclass
from datetime import datetime

from services.members import NotAMember, consortium_led, seen
from services.recruiting import NotTheLead, RecruitingCard, Standing, card_changed, card_of
from storage import consortia, groups
from storage.audit import AuditRow
from storage.seats import Role
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class RecruitingSet:
    on: bool


@dataclass(frozen=True, kw_only=True)
class SetRecruiting:
    """The lead opens or closes the card for new members; every copy says so."""

    by: int
    consortium: int
    on: bool

    async def __call__(self, work: Work) -> RecruitingSet | NotTheLead:
        outcome: RecruitingSet | NotTheLead = NotTheLead()
        if await consortium_led(work, self.consortium, self.by) is not None:
            await consortia.recruit(work.connection, self.consortium, on=self.on)
            await card_changed(work, self.consortium)
            outcome = RecruitingSet(on=self.on)
        why = "on" if self.on else "off"
        work.note(AuditRow(who=self.by, did="SetRecruiting", on=f"consortium:{self.consortium}", outcome=type(outcome).__name__, why=why))
        return outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Recruiting:
    """`group_since`: when the group where the consortium forms was joined; None: there is none."""

    consortium: int
    card: RecruitingCard
    is_lead: bool
    group_since: datetime | None

    @property
    def is_on(self) -> bool:
        return self.card.standing in {Standing.OPEN, Standing.FULL}


@dataclass(frozen=True, kw_only=True)
class MyRecruiting:
    person: int
    consortium: int

    async def __call__(self, work: Work) -> Recruiting | NotAMember:
        found = await seen(work, self.consortium, self.person)
        if isinstance(found, NotAMember):
            return found
        group = await groups.of_consortium(work.connection, self.consortium)
        return Recruiting(
            consortium=self.consortium,
            card=await card_of(work, found.consortium),
            is_lead=found.mine.role is Role.LEAD,
            group_since=group.added_at if group is not None else None,
        )
