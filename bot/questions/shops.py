"""A whole shop, line by line."""

from datetime import date

from bot.dialogue.ask import Ask
from bot.dialogue.typed import day
from bot.questions import shop_lines as line
from bot.questions.shop_number import kind_and_number_agree, number_of
from bot.screens import shop_questions as screens
from programme.certificates import last_possible_day
from services.registration import ShopLines
from services.shops import AlreadyYours
from storage.shops import Kind

# What a coordinator fills in for an owner: the answers under these keys are handed on. Nothing else is.
KEYS = frozenset(
    {
        "shop_name",
        "kind",
        "number",
        "kind_again",
        "trade",
        "trade_words",
        "gu",
        "opened_on",
        "employees",
        "year",
        "full_time",
        "part_time",
        "full_time_months",
        "part_time_months",
        "counted_employees",
        "founders",
        "cooperatives",
        "paper",
        "certificate_ends",
    }
)


async def lines_of(ask: Ask) -> ShopLines | AlreadyYours:
    """AlreadyYours: the number is that of a shop the person has registered."""
    name = await line.name_of(ask)
    kind = await line.kind_of(ask)
    number = await number_of(ask)
    if isinstance(number, AlreadyYours):
        return number
    await kind_and_number_agree(ask, kind, number)
    trade, trade_words = await line.trade_of(ask)
    return ShopLines(
        name=name,
        kind=kind,
        number=number,
        trade=trade,
        trade_words=trade_words,
        gu=await line.gu_of(ask),
        opened_on=await line.opening_day_of(ask),
        employees=await line.employees_of(ask),
        founders=await line.founders_of(ask) if kind in {Kind.COOPERATIVE, Kind.SOCIAL_COOPERATIVE} else None,
        cooperatives=await line.cooperatives_of(ask) if kind is Kind.FEDERATION else None,
        paper=await line.paper_of(ask),
    )


async def last_day_of_certificate(ask: Ask, kind: Kind) -> date | None:
    """Of the micro enterprise certificate; cooperatives are not asked for one."""
    if kind is not Kind.SHOP:
        return None
    ends: date | None = await ask(
        day(
            "certificate_ends",
            screens.last_day_of_the_certificate(),
            ask.today,
            why=screens.why_last_day(),
            earliest=ask.today,
            latest=last_possible_day(ask.today),
            optional=True,
            name=screens.names("certificate_ends"),
        )
    )
    return ends
