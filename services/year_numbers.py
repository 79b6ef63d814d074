"""How many sessions of this year are used: told before one books."""

from dataclasses import dataclass

from programme.seoul import seoul_day
from services.session_members import NoShop, Used, member_of, used_of
from storage.consultants import Calling
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class YearNumbers:
    """Of the person's consortium, or of themselves: consulting first."""

    person: int

    async def __call__(self, work: Work) -> tuple[Used, ...] | NoShop:
        member = await member_of(work, self.person)
        if isinstance(member, NoShop):
            return member
        year = seoul_day(work.now).year
        return tuple([await used_of(work, member, calling, year) for calling in Calling])
