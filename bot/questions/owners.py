"""Who runs the shop: age, name and phone."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.ask import Ask
from bot.dialogue.choices import yes_or_no
from bot.dialogue.question import Place
from bot.dialogue.sealing import Sealed
from bot.dialogue.sent import Phone
from bot.dialogue.typed import Text
from bot.happenings import Happening
from bot.questions.phone import OwnPhone
from bot.screens import registration as screens
from services.owners import LONGEST_NAME, OwnerDetails


@dataclass(frozen=True, kw_only=True)
class PersonName(Sealed, Text):
    def read(self, happening: Happening, place: Place) -> Accepted[str] | Refused:
        found = super().read(happening, place)
        if isinstance(found, Accepted) and (any(map(str.isdigit, found.value)) or not any(map(str.isalpha, found.value))):
            return Refused(screens.no_digits_in_a_name())
        return Accepted(" ".join(found.value.split())) if isinstance(found, Accepted) else found


async def is_14(ask: Ask) -> bool:
    return await ask(yes_or_no("of_age", screens.are_you_14(), why=screens.why_14()))


async def name_of(ask: Ask) -> str:
    return await ask(
        PersonName(
            key="name",
            words=screens.your_name(),
            why=screens.why_name(),
            at_least=2,
            at_most=LONGEST_NAME,
            example=screens.name_example(),
            name=screens.names("name"),
        )
    )


async def phone_of(ask: Ask) -> Phone:
    return await ask(OwnPhone(key="phone", words=screens.your_phone(), why=screens.why_phone(), name=screens.names("phone")))


async def details_of(ask: Ask) -> OwnerDetails | None:
    """None: younger than 14."""
    if not await is_14(ask):
        return None
    name, phone = await name_of(ask), await phone_of(ask)
    return OwnerDetails(name=name, phone=phone.digits, phone_verified=phone.verified)
