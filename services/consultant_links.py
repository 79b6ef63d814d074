"""The links for new consultants that are still open: a coordinator sees them and can withdraw one that went to the wrong person."""

from dataclasses import dataclass

from programme.rights import Right
from services.coordinators import Forbidden, may_answer, why_not
from services.pages import within
from storage import consultant_invitations
from storage.audit import AuditRow
from storage.consultant_invitations import ConsultantInvitation
from storage.work import Work

PAGE = 6
NAMED_BY = 16  # hexadecimal digits of the hash: enough to name a link on a button, and no token can be made from them


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkPage:
    """The newest first."""

    links: tuple[ConsultantInvitation, ...]
    page: int  # from 0
    more: bool


@dataclass(frozen=True, slots=True)
class LinkWithdrawn:
    pass


@dataclass(frozen=True, slots=True)
class NoSuchLink:
    """Used, over, or withdrawn before."""


def name_of_link(link: ConsultantInvitation) -> str:
    return link.token_hash[:NAMED_BY]


@dataclass(frozen=True, kw_only=True)
class OpenLinks:
    by: int
    page: int = 0

    async def __call__(self, work: Work) -> LinkPage | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        page = within(self.page, await consultant_invitations.count_open(work.connection, work.now), PAGE)
        found = await consultant_invitations.open_ones(work.connection, work.now, limit=PAGE + 1, offset=page * PAGE)
        return LinkPage(links=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class WithdrawLink:
    """`link`: as `name_of_link` has it. Any coordinator may, since who made it may be away."""

    by: int
    link: str

    async def __call__(self, work: Work) -> LinkWithdrawn | NoSuchLink | Forbidden:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="WithdrawLink", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> LinkWithdrawn | NoSuchLink | Forbidden:
        if (refused := await why_not(work, self.by, Right.COORDINATE)) is not None:
            return refused
        if len(self.link) != NAMED_BY or not await consultant_invitations.withdraw(work.connection, self.link, work.now):
            return NoSuchLink()
        return LinkWithdrawn()
