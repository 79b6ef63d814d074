"""What identifies a person is not readable in the database."""

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from services.office import Office
from storage import inquiries, my_data, owners, people, seals, shop_register, shops
from storage.engine import Store
from storage.inquiries import NewInquiry
from storage.owners import Owner
from storage.seals import BrokenSeal, NoSeal, Seal
from storage.work import House
from tests import databases
from tests.inquiries.test_asking import up_to_the_files
from tests.privacy.traces import as_it_lies
from tests.shops.registering import HANBIT, begins, describes, says_who
from tests.shops.test_races import registering

KEY = "a key for this test and for no other one"
PLAIN = ("Kim Hanbit", "01012340001", "0010100015")


async def registered(office: Office) -> None:
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
    await office.do(registering(1))


async def test_names_phones_and_numbers_are_in_no_row(office, store):
    await registered(office)
    stored = "\n".join((await as_it_lies(store)).values())
    assert "Shop 1" in stored
    assert [plain for plain in PLAIN if plain in stored] == []


async def test_nor_in_the_file_that_somebody_might_carry_away(tmp_path, migrated_sqlite, clock):
    url = databases.fresh_sqlite(tmp_path, migrated_sqlite)
    async with await Store.open(url, seal=Seal(KEY)) as store:
        await registered(Office(store, clock, house=House(accepts_test_numbers=True)))
    carried = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"Shop 1" in carried
    assert [plain for plain in PLAIN if plain.encode() in carried] == []


async def test_nor_while_somebody_is_still_answering(store, owner):
    await begins(owner)
    await says_who(owner)
    await describes(owner)
    phone = "0" + owner.person.account.phone_number.removeprefix("+82")
    stored = "\n".join((await as_it_lies(store)).values())
    assert "Hanbit Bakery" in stored
    assert [plain for plain in ("Kim Hanbit", phone, HANBIT, HANBIT.replace("-", "")) if plain in stored] == []
    await owner.taps("✏️ Phone", "Keep my answer", "Register it", "🏪 My shops", "👤 My details")
    owner.sees("Kim Hanbit", phone[-4:])


async def test_the_number_for_a_call_back_lies_sealed_while_asking_and_afterwards(store, owner):
    await up_to_the_files(owner)
    await owner.taps("Skip", "Call me, too")
    await owner.does("shares_contact")
    phone = "0" + owner.person.account.phone_number.removeprefix("+82")
    owner.sees(f"Phone: {phone[:3]}")
    assert phone not in "\n".join((await as_it_lies(store)).values())
    await owner.taps("Send it")
    assert phone not in "\n".join((await as_it_lies(store)).values())
    async with store.reading() as connection:
        found = await inquiries.find(connection, 1)
        assert found is not None
        assert found.phone == phone
        [mine] = (await my_data.everything(connection, owner.person.id))["questions"]
        assert mine["phone"] == phone


async def test_a_number_that_was_kept_in_the_clear_is_still_read(office, store, clock):
    async with office.work() as work:
        await people.desks(work, {1: "ko"})
        number = await inquiries.keep(
            work.connection, NewInquiry(asker=1, topic="money", question="How much?", phone=PLAIN[1]), clock.now()
        )
    async with store.transaction() as connection:
        await connection.execute(text("UPDATE inquiries SET phone = :phone"), {"phone": PLAIN[1]})
    async with store.reading() as connection:
        found = await inquiries.find(connection, number)
        assert found is not None
        assert found.phone == PLAIN[1]
        assert (await my_data.everything(connection, 1))["questions"][0]["phone"] == PLAIN[1]


async def test_with_the_key_they_are_read_again(office, store):
    await registered(office)
    async with store.reading() as connection:
        owner = await owners.find(connection, 1)
        assert owner is not None
        assert (owner.name, owner.phone) == PLAIN[:2]
        assert await shops.number_of(connection, 1) == PLAIN[2]
        assert await shop_register.holder(connection, PLAIN[2]) == (1, 1)


async def test_under_another_key_nothing_is_read_and_nothing_is_found(office, store, database_url):
    await registered(office)
    async with (
        await Store.open(database_url, seal=Seal("another key that somebody else made")) as other,
        other.reading() as connection,
    ):
        with pytest.raises(BrokenSeal):
            await owners.find(connection, 1)
        assert await shop_register.holder(connection, PLAIN[2]) is None


async def test_without_a_key_nothing_personal_is_kept(database_url, clock, store):
    async with store.transaction() as connection:
        bare = await connection.execution_options(golmok_seal=None)
        with pytest.raises(NoSeal):
            await owners.register(
                bare,
                Owner(person=1, name="Kim", phone="010", phone_verified=False, of_age_at=clock.now(), registered_at=clock.now()),
            )
    async with store.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM owners")) == 0


def test_a_sealed_text_differs_each_time_and_its_index_does_not():
    seal = Seal(KEY)
    assert seal.sealed("010") != seal.sealed("010")
    assert seal.opened(seal.sealed("한빛")) == "한빛"
    assert seal.index("010") == seal.index("010") != Seal(KEY + "!").index("010")


def test_a_changed_text_is_a_broken_seal():
    seal = Seal(KEY)
    sealed = seal.sealed("한빛")
    with pytest.raises(BrokenSeal):
        seal.opened(sealed[:-4] + "AAAA")


def test_a_short_key_is_refused():
    with pytest.raises(ValueError, match="at least"):
        Seal("short")


def test_the_key_beside_a_database_is_made_once_and_for_nobody_else_to_read(tmp_path):
    database = str(tmp_path / "golmok.db")
    sealed = seals.beside(database).sealed("한빛")
    assert seals.beside(database).opened(sealed) == "한빛"
    assert (tmp_path / "golmok.db.key").stat().st_mode & 0o077 == 0
