"""How people register a shop in the tests."""

from bot.dialogue.taps import BeginStory
from programme.registration import BusinessNumber, check_digit
from tests.cast import Cast
from tests.player import Player


def number(serial: int, *, middle: str = "01") -> str:
    """A business number that is never issued, as people type it."""
    nine = f"001{middle}{serial:04d}"
    return BusinessNumber(f"{nine}{check_digit(nine)}").written


HANBIT = number(1)
PHONE = "010-9876-5432"


async def begins(person: Cast) -> None:
    await person.starts()
    await person.sends("/shops")
    await person.taps("➕ Register a shop")


async def says_who(person: Cast, name: str = "Kim Hanbit", *, news: str = "I do not agree") -> None:
    """From the beginning to the phone, which is shared."""
    await person.taps("Begin", "I agree", "I agree", news, "Yes")
    await person.sends(name)
    await person.does("shares_contact")


async def describes(person: Cast, shop: str = "Hanbit Bakery", digits: str = HANBIT) -> None:
    """A bakery in Mapo, without papers: up to the summary."""
    await person.sends(shop)
    await person.taps("Shop")
    await person.sends(digits)
    await person.taps("Bakery")
    await person.sends("Mapo-gu", "2019-03-05", "2")
    await person.taps("Skip", "Skip")


async def registers(person: Cast, shop: str = "Hanbit Bakery", digits: str = HANBIT, name: str = "Kim Hanbit") -> None:
    """The first shop of somebody new."""
    await begins(person)
    await says_who(person, name)
    await describes(person, shop, digits)
    await person.taps("Register it")


async def plays_registering(player: Player, shop: str = "Hanbit Bakery", digits: str = HANBIT, *, phone: str = PHONE) -> None:
    """The same without the wire, up to the summary; the phone is typed."""
    await player.wishes(BeginStory("register"))
    await player.taps("Begin", "I agree", "I agree", "I do not agree", "Yes")
    await player.says("Kim Hanbit")
    await player.says(phone)
    await plays_describing(player, shop, digits)


async def plays_describing(player: Player, shop: str = "Hanbit Bakery", digits: str = HANBIT) -> None:
    await player.says(shop)
    await player.taps("Shop")
    await player.says(digits)
    await player.taps("Bakery")
    for typed in ("Mapo-gu", "2019-03-05", "2"):
        await player.says(typed)
    await player.taps("Skip", "Skip")
