"""Anonymous is anonymous: the whole database is read, and nothing in it links an answer with who gave it (decision 16)."""

import asyncio
import base64
import itertools
import random
import re
import secrets

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - all doors open
from programme.events import Survey
from services.my_data import ExportMyData
from storage import surveys
from tests.privacy.traces import as_it_lies, by_table
from tests.surveys.asking import said, thanked

PEOPLE = (301, 302, 303, 304, 305, 306)
ORDER = (305, 301, 306, 303, 302, 304)  # in which they answer
WORDS = "Words of number {person}"
ONES = "survey_ballots"


@pytest.fixture
async def event(office, clock):
    return await thanked(office, clock, *PEOPLE)


async def all_answer(office, clock, event) -> None:
    """Each a little later than the one before, each in words of their own."""
    for person in ORDER:
        clock.passes(hours=5)
        await office.do(said(person, event, stars=1 + person % 5, words=WORDS.format(person=person)))


async def test_the_box_holds_neither_a_person_nor_a_time(office, store, clock, event):
    await all_answer(office, clock, event)
    async with store.reading() as connection:
        rows = (await connection.execute(text(f"SELECT * FROM {ONES}"))).mappings().all()
    assert {name for row in rows for name in row} == {"token", "event", "stars", "useful", "next_time", "words"}
    box = "\n".join(str({name: value for name, value in row.items() if name not in {"token", "words"}}) for row in rows)
    assert not [person for person in PEOPLE if str(person) in box]
    assert not re.search(r"20\d\d-\d\d", box)


async def test_no_other_table_knows_what_anybody_said(office, store, clock, event):
    await all_answer(office, clock, event)
    tables = await by_table(store)
    assert [name for name, stored in tables.items() if "Words of number" in stored] == [ONES]
    marked = sorted(tables["survey_asked"].splitlines())
    assert all(re.fullmatch(rf"\({event.id}, {person}, (True|1)\)", line) for person, line in zip(PEOPLE, marked, strict=True))


async def test_the_audit_says_that_it_was_answered_and_not_by_whom(office, store, clock, event):
    await all_answer(office, clock, event)
    async with store.reading() as connection:
        rows = (await connection.execute(text("SELECT who, outcome FROM audit WHERE did = 'AnswerSurvey'"))).all()
    assert {tuple(row) for row in rows} == {(None, "SurveyAnswered")}


async def stored_order(store) -> list[int]:
    """Whose words come first, as the rows lie."""
    lying = (await by_table(store))[ONES]
    return [int(found) for found in re.findall(r"Words of number (\d+)", lying)]


async def test_the_order_of_the_rows_is_not_the_order_of_the_answers(office, store, clock, event):
    await all_answer(office, clock, event)
    orders = set()
    for _ in range(6):  # six times the same order by chance: once in 720 to the fifth
        orders.add(tuple(await stored_order(store)))
        async with store.transaction() as connection:
            await connection.execute(text(f"DELETE FROM {ONES}"))
            await connection.execute(text("UPDATE survey_asked SET answered = :no"), {"no": False})
        await all_answer(office, clock, event)
    assert len(orders) > 1


async def test_without_shaking_the_box_the_rows_would_lie_as_they_came(office, store, clock, event, monkeypatch):
    """The negative control: neither an order of chance nor keys of chance."""
    keys = itertools.count(1)
    monkeypatch.setattr(random.SystemRandom, "shuffle", lambda _self, _rows: None)
    monkeypatch.setattr(secrets, "token_hex", lambda _size: f"{next(keys):032}")
    await all_answer(office, clock, event)
    assert await stored_order(store) == list(ORDER)


async def sealed_at(store) -> set[int]:
    """The times the seals bear: they can be read without a key."""
    sealed = re.findall(r"gAAAA[\w-]+={0,2}", (await as_it_lies(store))[ONES])
    return {int.from_bytes(base64.urlsafe_b64decode(one)[1:9], "big") for one in sealed}


async def all_answer_by_the_machine(office, event, monkeypatch) -> None:
    """Seals bear the time of the machine: here it goes on by an hour from answer to answer."""
    for hour, person in enumerate(ORDER):
        monkeypatch.setattr("cryptography.fernet.time.time", lambda hour=hour: 1_700_000_000 + 3600 * hour)
        await office.do(said(person, event, words=WORDS.format(person=person)))


async def test_all_seals_bear_the_time_of_the_last_answer(office, store, event, monkeypatch):
    await all_answer_by_the_machine(office, event, monkeypatch)
    assert len(await sealed_at(store)) == 1


async def test_without_sealing_anew_the_seals_would_tell_when_each_answer_came(office, store, event, monkeypatch):
    """The negative control."""
    monkeypatch.setattr(surveys, "_anew", lambda _connection, row: {**row, "token": secrets.token_hex(16)})
    await all_answer_by_the_machine(office, event, monkeypatch)
    assert len(await sealed_at(store)) == len(PEOPLE)


async def test_one_with_names_would_be_found_by_this_look(office, store, clock):
    """The negative control: what was said with a name lies with it."""
    event = await thanked(office, clock, *PEOPLE, survey=Survey.NAMED)
    await all_answer(office, clock, event)
    tables = await by_table(store)
    assert all(str(person) in tables["survey_answers"] for person in PEOPLE)
    async with store.reading() as connection:
        who = await connection.scalars(text("SELECT who FROM audit WHERE did = 'AnswerSurvey' ORDER BY id"))
        assert list(who) == list(ORDER)


async def test_ones_own_file_says_that_one_answered_and_not_what(office, clock, event):
    await all_answer(office, clock, event)
    exported = (await office.do(ExportMyData(by=301))).text
    assert '"answered": true' in exported
    assert "Words of number" not in exported


async def twice_at_once(office, event) -> int:
    """From two phones in a race; how many answers lie in the box."""
    await asyncio.gather(*(office.do(said(301, event)) for _ in range(5)))
    async with office.store.reading() as connection:
        return await surveys.count_of(connection, event.id)


async def test_a_person_answers_once_in_whatever_race(office, event):
    assert await twice_at_once(office, event) == 1


async def test_without_the_mark_the_race_would_fill_the_box(office, event, monkeypatch):
    """The negative control: neither the mark nor the look at it beforehand."""

    async def always(*_args) -> bool:
        return True

    async def never(*_args) -> bool:
        return False

    monkeypatch.setattr(surveys, "mark", always)
    monkeypatch.setattr(surveys, "has_answered", never)
    assert await twice_at_once(office, event) == 5


async def test_with_a_name_the_row_is_the_last_guard_of_the_race(office, clock, monkeypatch):
    event = await thanked(office, clock, *PEOPLE, survey=Survey.NAMED)

    async def always(*_args) -> bool:
        return True

    async def never(*_args) -> bool:
        return False

    monkeypatch.setattr(surveys, "mark", always)
    monkeypatch.setattr(surveys, "has_answered", never)
    assert await twice_at_once(office, event) == 1


@pytest.mark.both_databases
async def test_nor_does_the_chat_leave_words_or_stars_anywhere_else(town, store, clock, owner):
    """By every hand they go through: the update, the draft, the replies."""
    await owner.starts()
    await thanked(town.office, clock, owner.person.id, *PEOPLE)
    await town.settles()
    await owner.taps("2 ⭐", "Partly", "Taxes and accounts")
    await owner.sends("Nobody could hear a word.")
    await owner.taps("📨 Send it")
    owner.sees("Thank you!")
    tables = await by_table(store)
    assert [name for name, stored in tables.items() if "Nobody could hear" in stored] == [ONES]
    assert [name for name, stored in tables.items() if "2 ⭐" in stored or ("accounts" in stored and name != "event_questions")] == [ONES]
