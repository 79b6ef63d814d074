"""Who got it, who did not, and why: in numbers, in lists, and as files that name people only to who may know."""

from sqlalchemy import text

from bot.screens.announcement_after_taps import AskForPhones, ShowOutcomeList, ShowOutcomes, TakeFile, TakePhones
from programme.announcements import Outcome
from programme.districts import District
from programme.rights import Role
from services.announcement_outcomes import List
from storage.announcement_ledger import RecipientRecord
from storage.tables import table_of
from tests.announcements.composing import an_officer
from tests.announcements.sent import DESK, announces, drafted, file_of
from tests.announcements.test_audience import a_street, grants
from tests.finder.street import opens_shop
from tests.player import Player

_ledger = table_of(RecipientRecord)


async def _became(town, number, person, outcome, reason=None):
    async with town.store.transaction() as connection:
        mine = (_ledger.c.announcement == number) & (_ledger.c.person == person.person.id)
        await connection.execute(_ledger.update().where(mine).values(outcome=outcome.value, reason=reason))


async def _street_of_four(town, jung):
    """One got it; one has blocked the bot; one was refused; of one nobody knows."""
    people = await a_street(town, "Baker", "Butcher", "Cook", "Tailor")
    people[1].person.blocks()
    number = await announces(town, jung)
    await _became(town, number, people[2], Outcome.REFUSED, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
    await _became(town, number, people[3], Outcome.UNKNOWN, "TimedOut")
    return number, people


async def _audit(town, did):
    async with town.store.reading() as connection:
        query = text("SELECT who, outcome FROM audit WHERE did = :did ORDER BY id")
        return [tuple(row) for row in await connection.execute(query, {"did": did})]


async def test_the_numbers_stand_in_words_with_the_reasons(town, jung):
    await _street_of_four(town, jung)
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it")
    jung.sees("2 of 5 people got it", "1 cannot be reached: they have blocked the bot", "1: Telegram would not take it", "1: nobody knows")
    jung.sees("1 × Telegram says: Bad Request: VOICE_MESSAGES_FORBIDDEN", "1 × Telegram did not answer")


async def test_lists_name_shops_and_whoever_has_none_by_a_number(town, jung):
    await _street_of_four(town, jung)
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "✅ Got it (2)")
    jung.sees("Baker's shop · Mapo-gu", "No. ")
    assert str(jung.person.id) not in jung.news()
    await jung.taps("◀ Who got it", "⚠️ Refused (1)")
    jung.sees("Cook's shop · Mapo-gu: Telegram says: Bad Request: VOICE_MESSAGES_FORBIDDEN")
    await jung.taps("◀ Who got it", "🚫 Not reachable (1)")
    jung.sees("Butcher's shop · Mapo-gu")
    jung.sees_not("Baker")


async def test_long_lists_come_in_pages(town, jung):
    await a_street(town, *(f"N{n:02}" for n in range(1, 13)))
    await announces(town, jung)
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "✅ Got it (13)")
    assert "N12" not in jung.news()
    await jung.taps("Page 2 ▶")
    jung.sees("11. ", "13. ", "N12's shop")


async def test_taps_on_its_buttons_are_counted_once_a_person(town, jung, owner):
    await owner.starts()
    buttons = [{"label": {"en": "Book now"}, "leads": "booking"}, {"label": {"en": "Map"}, "leads": "https://seoul.go.kr/"}]
    await announces(town, jung, buttons=buttons)
    shown = owner.last().id
    for _ in range(2):
        await owner.taps_old(shown, "Book now")
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it")
    jung.sees("“Book now”: tapped by 1 person")
    jung.sees_not("Map")


async def test_the_file_is_asked_for_twice_written_down_and_holds_no_formula(town, jung):
    await a_street(town, "Baker")
    other = town.person("Other")
    await other.starts()
    await opens_shop(town.office, other.person.id, "=HYPERLINK(1)", serial=9)
    other.person.blocks()
    await announces(town, jung)
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "📥 As an Excel sheet")
    jung.sees("Who got announcement 1: take it as a file?", "written into the record")
    assert await _audit(town, "ExportOutcomes") == []
    await jung.taps("📥 Yes, give me the file")
    jung.sees("Who got announcement 1 stands in the file above")
    assert await _audit(town, "ExportOutcomes") == [(jung.person.id, "OutcomeFile")]
    name, sheets = file_of(town, jung)
    assert name == "announcement 1.xlsx"
    rows = sheets["People"]
    assert rows[1][:4] == [1, "=HYPERLINK(1)", "Mapo-gu", "not reachable: has blocked the bot or is gone"]
    assert ["Baker's shop" in row for row in rows].count(True) == 1
    assert sheets["Numbers"][1:] == [["got it", 2], ["not reachable: has blocked the bot or is gone", 1]]
    assert not [cell for row in rows for cell in row if "Owner" in str(cell) or "0107" in str(cell)]


async def test_the_phone_list_opens_names_only_of_those_it_has_not_reached(town, jung):
    await _street_of_four(town, jung)
    nobody = town.person("Nobody")  # unregistered: no phone is known
    await nobody.starts()
    await jung.starts()
    await jung.taps(*DESK, "👥 Who got it", "📞 Phone list (3)")
    jung.sees("Phone list of announcement 1: take it as a file?", "written into the record")
    await jung.taps("📥 Yes, give me the file")
    assert await _audit(town, "ExportPhones") == [(jung.person.id, "PhoneFile")]
    assert await _audit(town, "ExportOutcomes") == []
    name, sheets = file_of(town, jung)
    assert name == "announcement 1 phone list.xlsx"
    [_, *rows] = sheets["Phone list"]
    assert [(row[1], row[3], row[4]) for row in rows] == [
        ("Butcher's shop", "Owner2 of 2", "010-7777-0002"),
        ("Cook's shop", "Owner3 of 3", "010-7777-0003"),
        ("Tailor's shop", "Owner4 of 4", "010-7777-0004"),
    ]


async def test_an_auditor_reads_the_lists_and_gets_no_phone_numbers(town, jung):
    await _street_of_four(town, jung)
    reader = await an_officer(town, "Reader")
    await grants(town, reader, Role.AUDITOR)
    player = Player(town.office, id=reader.person.id, language="en")
    await player.wishes(ShowOutcomes(1))
    player.sees("2 of 5 people got it")
    assert not [label for label in player.labels() if label.startswith("📞")]
    for wish in (AskForPhones(1), TakePhones(1)):
        await player.wishes(wish)
        player.sees("Only coordinators of the office")
        assert player.screen is not None
        assert not player.screen.documents
    assert await _audit(town, "ExportPhones") == [(reader.person.id, "Forbidden")]


async def test_who_coordinates_one_gu_sees_nobody_of_another(town, jung):
    await a_street(town, "Baker")
    [far] = await a_street(town, "Far", gu=District.GANGNAM, first=2)
    far.person.blocks()
    await announces(town, jung)
    lee = await an_officer(town, "Lee")
    await grants(town, lee, Role.COORDINATOR, District.MAPO)
    await lee.starts()
    await lee.taps(*DESK, "👥 Who got it")
    lee.sees("2 of 3 people got it", "The lists show only the people your role covers")
    assert [label for label in lee.labels() if "(" in label] == ["✅ Got it (1)"]
    await lee.taps("📥 As an Excel sheet", "📥 Yes, give me the file")
    _, sheets = file_of(town, lee)
    assert [row[1] for row in sheets["People"][1:]] == ["Baker's shop"]


async def test_a_stranger_and_an_announcement_that_is_not_out_show_nothing(town, jung, owner):
    await owner.starts()
    number = await drafted(town.office, jung.person.id)
    for person, said in ((owner, "Only coordinators of the office"), (jung, "no longer there")):
        player = Player(town.office, id=person.person.id, language="en")
        for wish in (ShowOutcomes(number), ShowOutcomeList(number, List.ARRIVED), TakeFile(number)):
            await player.wishes(wish)
            player.sees(said)
