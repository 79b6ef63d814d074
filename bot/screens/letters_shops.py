"""Letters about shops that were filled in for their owners."""

from bot.screens.helping import ShowFilledIn
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import t
from services.helping import HelpedShopConfirmed


@says(HelpedShopConfirmed)
def helped_shop_confirmed(fact: HelpedShopConfirmed) -> Screen:
    return Screen(
        words=t("✅ The owner has confirmed <b>{shop}</b>, which you filled in. It is registered.", shop=fact.shop),
        rows=column([button(t("🧑‍🤝‍🧑 Waiting for owners"), ShowFilledIn()), HOME]),
    )
