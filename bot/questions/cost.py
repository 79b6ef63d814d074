"""What the project would cost, who shares it, and the same answers as a new draft would hold them."""

from typing import Final

from bot.dialogue.ask import Ask
from bot.dialogue.choices import several, yes_or_no
from bot.dialogue.typed import money, number
from bot.questions.calls import TRACK
from bot.questions.explained import explained
from bot.questions.known_answers import CAME_BACK, TO_COMPARE
from bot.screens import project as screens
from bot.screens.project import Cost
from bot.screens.subsidy import MOST, MOST_MEMBERS
from programme.call import Call
from programme.subsidy import CostLine, Project, Vat
from programme.tracks import SupportField

HOW: Final = "how"
TOTAL: Final = "total"
FIELDS: Final = "fields"
VAT_INCLUDED: Final = "vat_included"
MEMBERS: Final = "members"
USUAL_TOTALS = (30_000_000, 50_000_000, 100_000_000, 120_000_000)
USUAL_AMOUNTS = (5_000_000, 10_000_000, 20_000_000, 30_000_000)


async def project_of(ask: Ask, call: Call) -> Project:
    lines = await _by_field(ask, call)
    total = await _total(ask, call) if lines is None else sum(line.amount for line in lines)
    includes_vat = await _vat(ask) if call.vat.value is Vat.OUTSIDE else False
    return Project(total=total, lines=lines or (), members=await _members(ask, call), includes_vat=includes_vat)


async def _by_field(ask: Ask, call: Call) -> tuple[CostLine, ...] | None:
    """None: one sum for everything."""
    if await ask(explained(HOW, screens.how(), Cost, label=screens.hows, why=screens.why_how(), name=screens.how_name())) is Cost.TOTAL:
        return None
    supported = [row.field for row in call.fields]
    chosen = await ask(
        several(FIELDS, screens.fields(), supported, label=screens.field, why=screens.why_fields(), name=screens.fields_name())
    )
    return tuple([CostLine(field, await _amount(ask, call, field)) for field in chosen])


async def _amount(ask: Ask, call: Call, field: SupportField) -> int:
    question = money(
        cost_key(field),
        screens.amount_for(field),
        smallest=1,
        largest=MOST // 10,
        suggestions=USUAL_AMOUNTS,
        why=screens.why_amount(call, field),
        name=screens.field(field),
    )
    return int(await ask(question))


async def _total(ask: Ask, call: Call) -> int:
    question = money(
        TOTAL,
        screens.total(),
        smallest=1,
        largest=MOST,
        suggestions=USUAL_TOTALS,
        why=screens.why_total(call),
        name=screens.total_name(),
    )
    return int(await ask(question))


async def _vat(ask: Ask) -> bool:
    question = yes_or_no(
        VAT_INCLUDED,
        screens.vat(),
        yes=screens.vats(True),  # noqa: FBT003
        no=screens.vats(False),  # noqa: FBT003
        why=screens.why_vat(),
        name=screens.vat_name(),
    )
    return await ask(question)


async def _members(ask: Ask, call: Call) -> int:
    question = number(
        MEMBERS,
        screens.members(call),
        smallest=1,
        largest=MOST_MEMBERS,
        counted=lambda count: screens.counted(call, count),
        suggestions=(2, 3, 4, 5, 6, 10),
        columns=3,
        why=screens.why_members(),
        name=screens.members_name(),
    )
    return int(await ask(question))


def cost_key(field: SupportField) -> str:
    return f"cost_{field.value}"


def seeds(call: Call, project: Project, *, came_back: str) -> dict[str, object]:
    """Question key → stored answer. Fields belong to a track: another call of it has the same."""
    found: dict[str, object] = {CAME_BACK: came_back, VAT_INCLUDED: "1" if project.includes_vat else "0"}
    if came_back == TO_COMPARE:
        found[TRACK] = call.track.value
    if project.members is not None:
        found[MEMBERS] = project.members
    if not project.lines:
        return {**found, HOW: Cost.TOTAL.value, TOTAL: project.total}
    amounts = {cost_key(line.field): line.amount for line in project.lines}
    return {**found, HOW: Cost.BY_FIELD.value, FIELDS: [line.field.value for line in project.lines], **amounts}
