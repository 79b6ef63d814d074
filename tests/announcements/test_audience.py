"""To whom an announcement goes: chosen by tapping, told in a sentence, counted after each tap, and within one's role."""

from programme.audiences import Trait
from programme.districts import District
from programme.rights import Role, Scope
from programme.trades import Trade
from services.announcement_audience import NoSuchValue, TurnValue
from storage import roles
from tests.announcements.composing import an_officer, drafts, looks
from tests.finder.street import opens_shop


async def a_street(town, *names, gu=District.MAPO, trade=Trade.BAKERY, first=1):
    people = []
    for serial, name in enumerate(names, first):
        one = town.person(name)
        await one.starts()
        await opens_shop(town.office, one.person.id, f"{name}'s shop", serial=serial, gu=gu, trade=trade)
        people.append(one)
    return people


async def grants(town, person, role=Role.COORDINATOR, *gus, tracks=()):
    async with town.office.work() as work:
        scope = Scope(gus=frozenset(gus), tracks=frozenset(tracks))
        await roles.grant(work.connection, person.person.id, role, scope, by=1, until=None, now=work.now)


async def test_values_of_one_line_are_any_of_them_and_lines_are_all_of_them(town, jung):
    [baker] = await a_street(town, "Baker")
    [meat] = await a_street(town, "Butcher", trade=Trade.MEAT, first=2)
    [far] = await a_street(town, "Far", gu=District.GANGNAM, first=3)
    await drafts(jung, "마포 가게만 보세요.")
    await jung.taps("👥 To whom (4)", "Gu of the shop", "☐ Mapo-gu")
    jung.sees("To people with a shop in Mapo-gu", "2 people")
    await jung.taps("◀ To whom", "Trade", "☐ Bakery")
    jung.sees("To people with a shop in Mapo-gu and with a shop of this trade: Bakery", "1 person")
    await jung.taps("☐ Meat and livestock products")
    jung.sees("Bakery or Meat and livestock products", "2 people")
    await jung.taps("◀ To whom", "➖ But not these people", "Trade", "☐ Meat and livestock products")
    jung.sees("but not those with a shop of this trade: Meat", "1 person")
    await jung.taps("◀ The announcement")
    await looks(jung)
    await jung.taps("📤 Send")
    jung.sees("Send to 1 person?")
    await jung.taps("📤 Yes, send it")
    assert ["마포 가게만 보세요." in one.chat() for one in (baker, meat, far)] == [True, False, False]


async def test_an_empty_audience_cannot_be_sent(town, jung):
    await drafts(jung, "아무도 없어요.")
    await jung.taps("👥 To whom (1)", "Role in the programme", "☐ lead businesses")
    jung.sees("That is nobody at all")
    await jung.taps("◀ The announcement")
    await looks(jung)
    assert "📤 Send" not in jung.labels()
    jung.sees("Please change to whom it goes")


async def test_whoever_coordinates_one_gu_begins_with_it_and_stays_within(town, jung, owner):
    await a_street(town, "Baker")
    lee = await an_officer(town, "Lee")
    await grants(town, lee, Role.COORDINATOR, District.MAPO)
    await drafts(lee, "마포 소식")
    lee.sees("To people with a shop in Mapo-gu", "1 person")
    await lee.taps("👥 To whom (1)", "Gu of the shop (1)")
    assert [label for label in lee.labels() if "-gu" in label] == ["☑ Mapo-gu"]
    await lee.taps("☑ Mapo-gu")
    lee.sees("Your role covers only some gu or one track")
    await lee.taps("◀ The announcement")
    await looks(lee)
    lee.sees_button("📤 Send")


async def test_what_reaches_all_of_seoul_is_not_sent_by_who_coordinates_one_gu(town, jung):
    lee = await an_officer(town, "Lee")
    await grants(town, lee, Role.COORDINATOR, District.MAPO)
    await drafts(jung, "서울 전체 소식")
    await lee.starts()
    await lee.taps("🗂 Office", "📣 Announcements", "📝 Drafts (1)", "1. 서울 전체 소식")
    lee.sees("Your role does not reach all of these people")
    assert not {"✏️ Text and languages", "📤 Send", "👥 To whom (2)"} & set(lee.labels())


async def test_a_forged_value_is_nobody(town, jung):
    await drafts(jung, "소식")
    for trait, value in ((Trait.EVENT, "x"), (Trait.GU, "99999"), (Trait.ROLE, "king"), (Trait.LANGUAGE, "'; drop")):
        deed = TurnValue(by=jung.person.id, announcement=1, trait=trait, value=value, ruled_out=False)
        assert await town.office.do(deed) == NoSuchValue()


async def test_who_does_without_a_kind_is_not_counted(town, jung, owner):
    await owner.starts()
    await drafts(jung, "첫 소식")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    await owner.taps("🔕 No more: Calls and results")
    owner.sees("No more of this: Calls and results.", "To get it again")
    await drafts(jung, "둘째 소식")
    jung.sees("1 person")
    await drafts(jung, "꼭 알아야 할 소식", category="Service notice")
    jung.sees("2 people")
