"""Whatever is kept about somebody they can see, in short and all of it, and nobody else can."""

import json

import pytest

import bot.house  # noqa: F401 - all doors open
from services.my_data import ExportMyData, WhatIsKept
from storage.my_data import SECTIONS
from storage.tables import Table
from tests.agreements.agreeing import agree, files_of
from tests.agreements.conftest import circle, friend, settled
from tests.inquiries.test_asking import QUESTION, asks
from tests.membership.circle import LEAD, forms
from tests.privacy.test_forgetting import is_forgotten
from tests.shops.registering import HANBIT, registers

__all__ = ["circle", "friend", "settled"]


async def test_the_page_tells_what_is_kept_where_and_until_when(town, owner):
    await registers(owner)
    await asks(owner)
    await owner.sends("/mydata")
    owner.sees(
        "What is kept about you", "Kim Hanbit", "Shop Hanbit Bakery: ⏳ waiting for confirmation", "Consent “", "Questions to the office: 1"
    )
    owner.sees("Unfinished answers: 90 days", "at least 5 years")
    owner.sees_not(HANBIT)
    owner.sees_button("🗑 Delete my data")


async def test_somebody_new_sees_that_nothing_is_kept(owner):
    await owner.starts()
    await owner.taps("❓ Help and settings", "🔒 Privacy", "🗂 What is kept about me")
    owner.sees("Not registered: neither name nor phone number are kept.", "Questions to the office: 0")


async def test_seat_promise_and_agreement_are_told(town, clock, neighbour, settled):
    await agree(town.office, settled, clock)
    await neighbour.sends("/mydata")
    neighbour.sees("Consortium “Morning Bread”: takes part", "Agreements confirmed: 1")


async def test_all_of_it_comes_as_one_file_that_any_program_can_read(town, owner):
    await registers(owner)
    await asks(owner)
    await owner.sends("/mydata")
    await owner.taps("📥 All of it as a file")
    [(name, content)] = files_of(town, owner)
    assert name == "my data.json"
    sections = json.loads(content)["sections"]
    assert sections["owner"][0]["name"] == "Kim Hanbit"
    assert sections["shops"][0]["number"] == HANBIT.replace("-", "")
    assert sections["questions"][0]["question"] == QUESTION
    assert {row["purpose"] for row in sections["consents"]} == {"membership", "abroad"}
    assert "RegisterShop" in {row["did"] for row in sections["audit"]}
    owner.sees("The file is for you alone")


async def test_on_a_korean_phone_the_file_has_a_korean_name(town, sajangnim):
    await sajangnim.sends("/mydata")
    await sajangnim.does("presses", sajangnim.last().id, "nte")
    assert [name for name, _ in files_of(town, sajangnim)] == ["내 정보.json"]


async def test_what_others_told_of_themselves_is_in_nobody_elses_file(office, circle, town, owner, neighbour):
    exported = (await office.do(ExportMyData(by=neighbour.person.id))).text
    for secret in ("Hanbit", "Owner1", "7777" + "0001", str(owner.person.id), "Byeolbit"):
        assert secret not in exported
    assert "Dalbit Cakes" in exported


async def test_after_being_forgotten_only_what_was_announced_is_left(town, neighbour, circle):
    await is_forgotten(neighbour)
    counts = (await town.office.look(WhatIsKept(person=neighbour.person.id))).counts
    assert {section for section, count in counts.items() if count} == {"person", "consents", "audit", "announcements_turned_off"}


async def test_a_removed_shop_can_still_be_exported(office):
    circle = await forms(office, LEAD)
    from services.dissolution import DissolveConsortium
    from services.shop_changes import RemoveShop

    await office.do(DissolveConsortium(by=LEAD, consortium=circle.number))
    await office.do(RemoveShop(by=LEAD, shop=circle.shops[LEAD]))
    sections = json.loads((await office.do(ExportMyData(by=LEAD))).text)["sections"]
    assert [(shop["name"], shop["number"]) for shop in sections["shops"]] == [("Hanbit Bakery", "")]


PERSONAL = {"person", "owner", "asker", "inviter", "invited", "reporter", "who", "taken_by"}
OF_THE_OFFICE = {"inquiries"}  # who of the office has taken a question


@pytest.mark.parametrize("table", sorted(Table.metadata.tables))
def test_a_table_that_names_a_person_has_its_section(table):
    """A new table about people is either shown to them or fails here."""
    columns = {
        column.name
        for column in Table.metadata.tables[table].c
        if column.name in PERSONAL or any(key.target_fullname == "people.id" for key in column.foreign_keys)
    }
    if columns - ({"taken_by"} if table in OF_THE_OFFICE else set()):
        assert table in {section.table.name for section in SECTIONS.values()}, f"{table} names people in {columns}"
