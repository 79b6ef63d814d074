"""Who lives in a new town: made-up shop owners, one of whom reads English, and somebody from the office."""

from playground.emulator import Emulator

OFFICE = "jung_office"
_FIRST = (
    ("김수제", "ko", "kim_bread"),
    ("이한울", "ko", "lee_tofu"),
    ("박다정", "ko", "park_flowers"),
    ("Maya Lindholm", "en", "maya_tailor"),
    ("정담당", "ko", OFFICE),
    ("최도장", "ko", "choi_prints"),
)
STAFF_FORUM = "골목경제 담당"
_STREET = "연남동 골목"


def move_in(town: Emulator) -> None:
    for number, (name, language, username) in enumerate(_FIRST):
        town.person(name, language, username=username, phone_number=f"+82105550{1234 + number}")
    office = [person for person in town.people if person.account.username == OFFICE]
    town.group(STAFF_FORUM, office, forum=True).promotes_bot()
    town.group(_STREET, [person for person in town.people if person.account.username != OFFICE], with_bot=False)


def coordinators(town: Emulator) -> list[int]:
    """Who runs the office in the demo."""
    return [account.id for account in town.accounts.values() if account.username == OFFICE]
