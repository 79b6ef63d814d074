"""The consultant and the mentor of the demo: invited by its coordinator and joined through the same deeds as everybody else."""

from dataclasses import dataclass

from bot.settings import BadSettings
from bot.words import DEFAULT
from programme.districts import District
from programme.hours_changes import SetWeek
from programme.hours_text import Unread, parse_week
from programme.topics import Topic, Way
from services.consultant_invitations import InviteConsultant, JoinConsultants, Joined, LinkMade
from services.consultants import NotConsultant, OneConsultant
from services.coordinators import AppointFirstCoordinators
from services.hours_changes import ChangeHours
from services.hours_preview import Preview, PreviewHours
from services.link_tokens import hashed
from services.office import Office
from storage import people
from storage.consultants import Calling, Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Adviser:
    """`hours`: as one types them."""

    profile: Profile
    hours: str


CONSULTANT = Adviser(
    profile=Profile(
        calling=Calling.CONSULTANT,
        name="윤상담",
        line="작은 가게 세무와 장부를 12년째 봐 왔어요. 사업계획서도 함께 고쳐요.",
        topics=(Topic.TAX.value, Topic.ACCOUNTING.value, Topic.PLANNING.value),
        languages=("ko", "en"),
        ways=(Way.SITE.value, Way.VIDEO.value),
        gu=District.MAPO.value,
        place="마포 상담실",
        address="서울 마포구 월드컵로 212",
        latitude=37.5663,
        longitude=126.9015,
        link="https://meet.example/yun",
    ),
    hours="월-금 10:00-12:00, 13:00-18:00",
)
MENTOR = Adviser(
    profile=Profile(
        calling=Calling.MENTOR,
        name="한멘토",
        line="세 가게와 함께 빵 브랜드를 5년째 꾸리고 있어요. 사이가 틀어졌을 때도 겪어 봤어요.",
        topics=(Topic.MARKETING.value, Topic.BRAND.value, Topic.ONLINE.value, Topic.CONFLICT.value),
        languages=("ko",),
        ways=(Way.VIDEO.value, Way.PHONE.value),
        gu=District.SEONGDONG.value,
        link="https://meet.example/han",
    ),
    hours="화목 14:00-20:00, 토 10:00-13:00",
)


async def settled(office: Office, coordinator: int, consultant: int, mentor: int) -> list[str]:
    """A line for each; at a second start they are there already, whatever they have changed of themselves since."""
    await office.do(AppointFirstCoordinators(ids=(coordinator,)))
    pairs = ((consultant, CONSULTANT), (mentor, MENTOR))
    return [await _settled(office, coordinator, person, adviser) for person, adviser in pairs]


async def _settled(office: Office, coordinator: int, person: int, adviser: Adviser) -> str:
    name = adviser.profile.name
    if not isinstance(await office.look(OneConsultant(by=coordinator, person=person)), NotConsultant):
        return f"{name} takes part already."
    async with office.work() as work:
        await people.desks(work, {person: DEFAULT})
    made = await office.do(InviteConsultant(by=coordinator, calling=adviser.profile.calling))
    if not isinstance(made, LinkMade):
        raise BadSettings(f"{name} could not be invited: {type(made).__name__}.")
    joined = await office.do(JoinConsultants(by=person, token_hash=hashed(made.token), profile=adviser.profile, language=DEFAULT))
    if not isinstance(joined, Joined):
        raise BadSettings(f"{name} could not join: {type(joined).__name__}.")
    await _keeps_hours(office, person, adviser)
    return f"{name} takes part from now on."


async def _keeps_hours(office: Office, person: int, adviser: Adviser) -> None:
    week = parse_week(adviser.hours)
    assert not isinstance(week, Unread), week
    preview = await office.look(PreviewHours(by=person, consultant=person, change=SetWeek(tuple(week.items()))))
    assert isinstance(preview, Preview), preview
    await office.do(ChangeHours(by=person, consultant=person, change=preview.change, offer=False, seen=preview.seen))
