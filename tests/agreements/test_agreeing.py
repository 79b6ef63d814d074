"""From three settled members to an agreement that all have confirmed, as people do it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text

from bot.documents.agreement import AgreementPdf
from bot.screens.agreements import ConfirmThisAgreement, DrawUp, EditableAgreement, ReadAgreement, ShowAgreement
from bot.taps import decode, encode
from services.project_cost import SetProjectCost
from tests.agreements.agreeing import UNTIL, confirms, draws_up, files_of, sees_agreement
from tests.documents import pdf_text
from tests.finder.street import keeps_shop
from tests.groups.shops import code_of
from tests.membership.circle import STRANGER, confirmed, looks
from tests.player import Player
from tests.shops.registering import number


async def test_three_members_agree(town, owner, neighbour, friend, settled):
    await draws_up(owner)
    owner.sees("Version 1 is drawn up")
    for member in (neighbour, friend):
        member.sees("The agreement of Morning Bread is drawn up: version 1")
    await neighbour.taps("📝 To the agreement")
    neighbour.sees("0 of 3 have confirmed it", "Hanbit Bakery: not yet", "Please read it")
    await neighbour.taps("📄 Read it (PDF)")
    neighbour.sees("Version 1 of the agreement of Morning Bread", "By confirming you declare")
    await neighbour.taps("✅ I have read it: confirm")
    neighbour.sees("Confirmed. 2 members are still to confirm.", "Dalbit Cakes: confirmed on")
    await confirms(owner)
    owner.sees("Confirmed. 1 member is still to confirm.")
    await confirms(friend)
    friend.sees("you were the last: the consortium has agreed", "Everybody has confirmed it")
    for member in (owner, neighbour, friend):
        member.sees("🎉 Morning Bread has agreed", "What comes next")
    await looks(owner)
    owner.sees("Agreement: confirmed by everybody")


async def test_under_the_hwpx_file_it_can_be_confirmed_too(owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)", "🗂 As HWPX")
    neighbour.sees("Version 1 as an HWPX file", "By confirming you declare")
    await neighbour.taps("✅ I have read it: confirm")
    neighbour.sees("Confirmed. 2 members are still to confirm.")
    await neighbour.taps("🗂 As HWPX")
    neighbour.sees("You confirmed it on")
    neighbour.sees_not("I have read it")


async def test_while_the_members_confirm_the_card_takes_nobody_who_would_undo_it(town, owner, neighbour, settled):
    passer_by = town.person("Passer-by")
    await keeps_shop(town, passer_by, "Noeul Coffee", 4)
    code = await code_of(town.office, settled)
    await passer_by.starts(f"con_{code}")
    await draws_up(owner)
    owner.sees("Version 1 is drawn up", "The recruiting card rests now")
    await confirms(neighbour)
    await passer_by.taps("🙋 Join with Noeul Coffee")
    passer_by.sees("It takes no more shops now")
    await sees_agreement(neighbour)
    neighbour.sees("1 of 3 have confirmed it")


async def test_the_lead_may_recruit_again_and_another_version_says_once_more_that_it_rests(town, owner, neighbour, friend, settled):
    await draws_up(owner)
    await looks(owner)
    await owner.taps("📣 Recruiting card", "▶ Recruit again")
    for member in (owner, neighbour, friend):
        await confirms(member)
    assert "The recruiting card rests" not in friend.chat()
    await looks(owner)
    owner.sees("Agreement: confirmed by everybody")
    await owner.taps("📣 Recruiting card")
    owner.sees_button("⏸ Stop recruiting")
    await town.office.do(SetProjectCost(by=settled.lead, consortium=settled.number, cost=60_000_000))
    await sees_agreement(owner)
    await owner.taps("📝 Draw up a new version", "Draw it up")
    owner.sees("Version 2 is drawn up", "The recruiting card rests now")


async def test_the_files_hold_what_was_entered_in_hangul_and_to_the_won(town, owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)", "🗂 As HWPX")
    (english, copy), (korean, pdf), (hangul, hwpx) = files_of(town, neighbour)
    assert (english, korean, hangul) == (
        "Collaboration agreement (reading copy) Morning Bread v1.pdf",
        "협업협약서 Morning Bread v1.pdf",
        "협업협약서 Morning Bread v1.hwpx",
    )
    text = pdf_text.text(pdf)
    for said in (
        "협업협약서",
        "HanbitBakery",
        "Owner1of1",
        number(1),
        number(3),
        "공동시설,공동브랜드",
        "50,000,001원",
        "5,000,001",
        "1,666,667",
    ):
        assert said in text
    assert "theKoreantextcounts" in pdf_text.text(copy)
    assert hwpx.startswith(b"PK")


async def test_a_korean_reader_gets_the_agreement_alone(town, owner, settled):
    await draws_up(owner)
    await owner.sends("/language")
    await owner.taps("한국어")
    await owner.does("sends", "/start")
    wish = encode(ReadAgreement(settled.number, 1))
    player = Player(town.office, id=settled.lead)
    screen = await player.wishes(decode(wish))
    assert [type(document) for document in screen.documents] == [AgreementPdf]


async def test_before_all_is_settled_everything_that_lacks_is_named_at_once(town, owner, circle):
    await confirmed(town.office, circle, "by_hand")
    await sees_agreement(owner)
    await owner.taps("📝 Draw it up")
    owner.sees(
        "cannot be drawn up yet", "Not confirmed by the tax office yet: Hanbit Bakery, Dalbit Cakes, Byeolbit Tea", "The project cost"
    )
    await owner.taps("◀ Back to the consortium")
    owner.sees("Agreement: not drawn up")


async def test_a_change_of_the_cost_makes_it_void_and_those_who_had_confirmed_hear_of_it_once(town, owner, neighbour, friend, settled):
    await draws_up(owner)
    await confirms(neighbour)
    await sees_agreement(friend)
    await friend.taps("📄 Read it (PDF)")
    reading = friend.last().id
    for cost in (60_000_000, 70_000_000):
        await town.office.do(SetProjectCost(by=settled.lead, consortium=settled.number, cost=cost))
    await town.settles()
    assert neighbour.chat().count("no longer holds") == 1
    assert friend.chat().count("no longer holds") == 0
    await friend.taps_old(reading, "✅ I have read it: confirm")
    friend.sees("That version no longer holds", "The lead draws up a new one")
    await sees_agreement(owner)
    owner.sees("Version 1 no longer holds")
    await owner.taps("📝 Draw up a new version")
    owner.sees("Joint facilities, Joint brand", "2027")
    await owner.taps("Draw it up")
    owner.sees("Version 2 is drawn up")
    for old in (EditableAgreement, ReadAgreement, ConfirmThisAgreement):
        player = Player(town.office, id=neighbour.person.id)
        screen = await player.wishes(old(settled.number, 1))
        assert "The one that stands now is version 2" in player.text()
        assert "0 of 3 have confirmed it" in player.text()
        assert screen.documents == ()


async def test_drawing_up_the_same_again_asks_nobody_again(town, owner, neighbour, settled):
    await draws_up(owner)
    await confirms(neighbour)
    await sees_agreement(owner)
    await owner.taps("📝 Draw up a new version", "Draw it up")
    owner.sees("Nothing has changed since version 1")
    neighbour.sees_not("version 2")
    await sees_agreement(neighbour)
    neighbour.sees("1 of 3 have confirmed it")


async def test_a_member_says_what_is_wrong_and_the_lead_draws_it_up_anew(town, owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("Something is wrong")
    await neighbour.sends("Our name is <b>written</b> wrongly.")
    await neighbour.taps("Tell them")
    neighbour.sees("The lead business knows")
    owner.sees("Dalbit Cakes asks for a change in the agreement of Morning Bread", "Our name is <b>written</b> wrongly.")
    owner.sees_button("📝 Draw up a new version")


async def test_confirming_twice_counts_once(town, owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)")
    await neighbour.taps_twice("✅ I have read it: confirm")
    await sees_agreement(neighbour)
    neighbour.sees("1 of 3 have confirmed it")


async def test_a_restart_between_reading_and_confirming_loses_nothing(town, owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)")
    await town.restarts()
    await neighbour.taps("✅ I have read it: confirm")
    neighbour.sees("Confirmed. 2 members are still to confirm.")


async def test_the_day_it_ends_lies_ahead(owner, settled):
    await sees_agreement(owner)
    await owner.taps("📝 Draw it up", "☐ Joint facilities", "Done (1 ticked)")
    await owner.sends("2016-01-01")
    owner.sees("too early")
    await owner.sends(UNTIL)
    owner.sees("Shall I draw up the agreement?")


@pytest.mark.parametrize("forged", [ShowAgreement, DrawUp])
async def test_a_stranger_learns_nothing(office, town, owner, settled, forged):
    await draws_up(owner)
    stranger = Player(office, id=STRANGER)
    await stranger.wishes(forged(settled.number))
    assert "Only the members of a consortium" in stranger.text()


@pytest.mark.parametrize("forged", [ReadAgreement, EditableAgreement, ConfirmThisAgreement])
@pytest.mark.parametrize("where", ["here", "nowhere", "far"])
async def test_a_stranger_gets_no_file(office, town, owner, settled, forged, where):
    await draws_up(owner)
    stranger = Player(office, id=STRANGER)
    screen = await stranger.wishes(forged({"here": settled.number, "nowhere": 0, "far": 2**62}[where], 1))
    assert "Only the members of a consortium" in stranger.text()
    assert screen.documents == ()


async def test_a_member_cannot_draw_up(neighbour, office, settled):
    player = Player(office, id=neighbour.person.id)
    await player.wishes(DrawUp(settled.number))
    assert "Only the lead business draws up the agreement" in player.text()


@pytest.mark.parametrize("version", [0, 2, 2**62, -1])
async def test_a_version_that_never_was_is_no_version(office, town, owner, neighbour, settled, version):
    await draws_up(owner)
    player = Player(office, id=neighbour.person.id)
    screen = await player.wishes(ConfirmThisAgreement(settled.number, version))
    assert "The one that stands now is version 1" in player.text()
    screen = await player.wishes(ReadAgreement(settled.number, version))
    assert screen.documents == ()


async def test_nobodys_number_or_name_stands_in_any_chat(town, owner, neighbour, friend, settled):
    await draws_up(owner)
    for member in (owner, neighbour, friend):
        await confirms(member)
    for member in (owner, neighbour, friend):
        for serial in (1, 2, 3):
            assert f"Owner{serial} of" not in member.chat()
            assert number(serial) not in member.chat()
            assert number(serial).replace("-", "") not in member.chat()


async def test_a_shop_that_closes_keeps_the_others_from_confirming(town, owner, neighbour, settled):
    await draws_up(owner)
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)")
    await confirmed(town.office, settled, "closed", settled.lead)
    await neighbour.taps("✅ I have read it: confirm")
    neighbour.sees("That version no longer holds")
    owner.sees("The agreement of Morning Bread no longer holds: version 1")


async def test_drawing_up_asks_the_tax_office_again_and_a_shop_that_has_closed_makes_it_void(town, owner, neighbour, friend, settled):
    await town.does_chores()
    asked = town.emulator.tax_office
    asked.knows(number(1).replace("-", ""))
    asked.knows(number(2).replace("-", ""))
    asked.closes(number(3).replace("-", ""), on=date(2026, 2, 27))
    await draws_up(owner)
    owner.sees("Version 1 is drawn up")
    await confirms(neighbour)
    await town.does_chores()
    friend.sees("has Byeolbit Tea as closed since Fri 27 Feb 2026")
    for member in (owner, neighbour):
        member.sees("The agreement of Morning Bread no longer holds: version 1", "a member, their shop, a role")
    await looks(owner)
    owner.sees("Reported as closed: Byeolbit Tea")
    await owner.taps("📝 Agreement", "📝 Draw up a new version")
    owner.sees("cannot be drawn up yet", "Not confirmed by the tax office yet: Byeolbit Tea")


async def test_fresh_answers_are_not_asked_for_again(town, clock, owner, settled):
    async with town.store.transaction() as connection:
        await connection.execute(text("UPDATE shops SET checked_at = :now"), {"now": clock.now() - timedelta(hours=23)})
    await draws_up(owner)
    await town.does_chores()
    assert town.emulator.tax_office.asked == []
