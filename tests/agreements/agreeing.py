"""How people come to an agreement in the tests."""

from typing import Any

from services.agreement_confirming import Agreed, ConfirmAgreement, Confirmed
from services.agreement_drawing import DrawnUp, DrawUpAgreement
from services.office import Office
from services.project_cost import CostSet, SetProjectCost
from tests.cast import Cast
from tests.clock import HandClock
from tests.membership.circle import Circle, chooses, confirmed, looks
from tests.town import Town

COST = 50_000_001
UNTIL = "2027-06-30"
FIELDS = ("joint_facilities", "joint_brand")


async def ready(office: Office, circle: Circle, *, cost: int = COST) -> None:
    await confirmed(office, circle)
    await chooses(office, circle)
    assert isinstance(await office.do(SetProjectCost(by=circle.lead, consortium=circle.number, cost=cost)), CostSet)


def drawing(circle: Circle, clock: HandClock, **more: Any) -> DrawUpAgreement:
    usual: dict[str, Any] = {"by": circle.lead, "fields": FIELDS, "ends_on": clock.now().date().replace(year=clock.now().year + 1)}
    return DrawUpAgreement(consortium=circle.number, **(usual | more))


def confirming(circle: Circle, by: int, version: int = 1) -> ConfirmAgreement:
    return ConfirmAgreement(by=by, consortium=circle.number, version=version)


async def agree(office: Office, circle: Circle, clock: HandClock) -> None:
    """All of it, without the chat."""
    drawn = await office.do(drawing(circle, clock))
    assert isinstance(drawn, DrawnUp), drawn
    *first, last = circle.shops
    for person in first:
        assert isinstance(await office.do(confirming(circle, person, drawn.version)), Confirmed)
    assert isinstance(await office.do(confirming(circle, last, drawn.version)), Agreed)


async def sees_agreement(person: Cast) -> None:
    await looks(person)
    await person.taps("📝 Agreement")


async def draws_up(lead: Cast) -> None:
    """The first version, from the card to the end."""
    await sees_agreement(lead)
    await lead.taps("📝 Draw it up", "☐ Joint facilities", "☐ Joint brand", "Done (2 ticked)")
    await lead.sends(UNTIL)
    await lead.taps("Draw it up")


async def confirms(person: Cast) -> None:
    await sees_agreement(person)
    await person.taps("📄 Read it (PDF)", "✅ I have read it: confirm")


def files_of(town: Town, person: Cast) -> list[tuple[str, bytes]]:
    """Everything the bot ever sent this person as a file: name and content, in their order."""
    sent = [message.document for message in person.person.chat() if message.from_bot and message.document]
    return [(one["file_name"], town.emulator.files.content(town.emulator.files.known[one["file_id"]])) for one in sent]
