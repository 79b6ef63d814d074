"""Who lives in a new town: made-up shop owners, one of whom reads English, somebody from the office, a consultant and a mentor."""

from playground.emulator import Emulator

OFFICE = "jung_office"
ADVISERS = ("yun_consults", "han_mentors")
_FIRST = (
    ("김수제", "ko", "kim_bread"),
    ("이한울", "ko", "lee_tofu"),
    ("박다정", "ko", "park_flowers"),
    ("Maya Lindholm", "en", "maya_tailor"),
    ("정담당", "ko", OFFICE),
    ("최도장", "ko", "choi_prints"),
    ("윤상담", "ko", ADVISERS[0]),
    ("한멘토", "ko", ADVISERS[1]),
)
STAFF_FORUM = "골목경제 담당"
_STREET = "연남동 골목"


def move_in(town: Emulator) -> None:
    for number, (name, language, username) in enumerate(_FIRST):
        town.person(name, language, username=username, phone_number=f"+82105550{1234 + number}")
    office = [person for person in town.people if person.account.username == OFFICE]
    town.group(STAFF_FORUM, office, forum=True).promotes_bot()
    for adviser in (person for person in town.people if person.account.username in ADVISERS):
        adviser.start()  # nobody can be written to who has not written first
    shops = [person for person in town.people if person.account.username not in {OFFICE, *ADVISERS}]
    town.group(_STREET, shops, with_bot=False)


def coordinators(town: Emulator) -> list[int]:
    """Who runs the office in the demo."""
    return _ids(town, OFFICE)


def advisers(town: Emulator) -> list[int]:
    """The consultant and the mentor; nobody in a town from before there were any."""
    return [found for name in ADVISERS for found in _ids(town, name)]


def _ids(town: Emulator, username: str) -> list[int]:
    return [account.id for account in town.accounts.values() if account.username == username]
