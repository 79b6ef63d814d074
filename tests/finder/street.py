"""A street of shops that look for partners."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import update

from programme.consents import required
from programme.districts import District
from programme.matching import Share
from programme.registration import BusinessNumber
from programme.tracks import Track
from programme.trades import Trade
from services import consortia
from services.finder import ShowCard, Shown
from services.office import Office
from services.owners import OwnerDetails
from services.registration import Registered, RegisterShop, ShopLines
from storage import people
from storage.shops import Check, Kind, ShopRecord
from tests.cast import Cast
from tests.shops.registering import number
from tests.town import Town

SENTENCE = "Our oven is free in the afternoon."


@dataclass(frozen=True)
class Opened:
    """A shop and what must not be seen of it before both are interested."""

    person: int
    shop: int
    name: str
    secrets: tuple[str, ...]


async def opens_shop(
    office: Office,
    person: int,
    name: str,
    *,
    serial: int,
    trade: Trade = Trade.BAKERY,
    gu: District = District.MAPO,
    kind: Kind = Kind.SHOP,
    verified: bool = True,
) -> Opened:
    written = number(serial)
    digits = written.replace("-", "")
    details = OwnerDetails(name=f"Owner{serial} of {serial}", phone=f"0107777{serial:04d}", phone_verified=verified)
    lines = ShopLines(
        name=name,
        kind=kind,
        number=BusinessNumber(digits),
        trade=trade,
        trade_words="",
        gu=gu,
        opened_on=date(2020, 1, 2),
        employees=2,
        founders=None,
        cooperatives=None,
        paper=None,
    )
    async with office.work() as work:
        await people.desks(work, {person: "en"})
        done = await RegisterShop(by=person, language="en", agreed=required(), details=details, lines=lines)(work)
        assert isinstance(done, Registered)
        # Confirmed already: no letter of the tax office comes in between.
        confirmed = update(ShopRecord).where(ShopRecord.id == done.shop).values(check_state=Check.ACTIVE.value, check_due=None)
        await work.connection.execute(confirmed)
    told = (name, details.name, details.phone, f"010-7777-{serial:04d}", written, digits, str(person))
    return Opened(person=person, shop=done.shop, name=name, secrets=told)


async def shows_card(office: Office, opened: Opened, *shares: Share, sentence: str = SENTENCE, tells_phone: bool = False) -> None:
    wanted = shares or (Share.BRAND,)
    done = await office.do(
        ShowCard(by=opened.person, shop=opened.shop, shares=wanted, sentence=sentence, tells_phone=tells_phone, language="en")
    )
    assert isinstance(done, Shown), done


async def keeps_shop(town: Town, person: Cast, name: str, serial: int, **more) -> Opened:
    """The same for somebody with a phone in the hand."""
    await person.starts()
    return await opens_shop(town.office, person.person.id, name, serial=serial, **more)


async def leads(office: Office, opened: Opened, name: str) -> int:
    """Opens a consortium; its number."""
    deed = consortia.OpenConsortium(
        by=opened.person, shop=opened.shop, track=Track.COLLABORATION, call=None, name=name, idea="One oven for all"
    )
    done = await office.do(deed)
    assert isinstance(done, consortia.Opened)
    return done.number


async def makes_card(person: Cast, *shares: str, sentence: str = SENTENCE, phone: str = "No, Telegram is enough") -> None:
    """By hand, from the command to the end."""
    await person.sends("/finder")
    await person.taps("➕ Make my card", "I agree", *(f"☐ {share}" for share in shares), f"Done ({len(shares)} ticked)")
    await person.sends(sentence)
    await person.taps(phone, "Show my card")
