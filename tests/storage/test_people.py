from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import drafts, people
from storage.drafts import Draft, DraftRecord


async def sit_down(office, *ids: int, language: str = "ko") -> dict[int, people.Desk]:
    async with office.work() as work:
        return await people.desks(work, dict.fromkeys(ids, language))


async def begin(office, clock, person: int, story: str, **more) -> Draft:
    draft = Draft.begun(person=person, story=story, now=clock.now(), **more)
    async with office.work() as work:
        work.save_draft(draft)
    return draft


async def test_a_stranger_gets_a_desk_in_the_language_of_the_phone(office, clock):
    desks = await sit_down(office, 7, language="en")
    assert desks[7].person == people.Person(id=7, language="en", started_at=clock.now())
    assert desks[7].drafts == []


async def test_a_person_is_known_again_and_keeps_their_language(office, clock):
    first = await sit_down(office, 7, language="en")
    async with office.work() as work:
        work.save_person(replace(first[7].person, language="ko", living_message=12, active_draft="abc123"))
    clock.passes(days=3)
    again = await sit_down(office, 7, 8, language="en")
    assert (again[7].person.language, again[7].person.living_message, again[7].person.active_draft) == ("ko", 12, "abc123")
    assert again[7].person.started_at == first[7].person.started_at
    assert again[8].person.language == "en"


async def test_nobody_at_the_desks_is_nothing_to_do(office):
    assert await sit_down(office) == {}


async def test_a_draft_lies_on_its_persons_desk_as_it_was_left(office, clock):
    await sit_down(office, 7, 8)
    draft = await begin(office, clock, 7, "pre_check", call="2016")
    answered = replace(draft, answers={"members": 5, "gu": ["mapo"], "names": {"ko": "빵집"}}, reopened="gu")
    clock.passes(minutes=1)
    async with office.work() as work:
        work.save_draft(answered)
    desks = await sit_down(office, 7, 8)
    assert desks[7].drafts == [replace(answered, saved_at=clock.now())]
    assert list(desks[7].drafts[0].answers) == ["members", "gu", "names"]
    assert desks[8].drafts == []


async def test_the_last_touched_draft_lies_on_top(office, clock):
    await sit_down(office, 7)
    first = await begin(office, clock, 7, "pre_check")
    clock.passes(minutes=1)
    await begin(office, clock, 7, "estimate")
    clock.passes(minutes=1)
    async with office.work() as work:
        work.save_draft(first)
    assert [draft.story for draft in (await sit_down(office, 7))[7].drafts] == ["pre_check", "estimate"]


async def test_a_dropped_draft_is_gone(office, clock):
    await sit_down(office, 7)
    draft = await begin(office, clock, 7, "pre_check")
    async with office.work() as work:
        work.save_draft(draft)
        work.drop_draft(draft)
    assert (await sit_down(office, 7))[7].drafts == []


async def test_one_story_about_two_subjects_is_two_drafts(office, clock):
    await sit_down(office, 7)
    await begin(office, clock, 7, "estimate", subject="a")
    await begin(office, clock, 7, "estimate", subject="b")
    assert len((await sit_down(office, 7))[7].drafts) == 2


async def test_the_database_refuses_a_second_draft_of_one_story(office, clock):
    await sit_down(office, 7)
    await begin(office, clock, 7, "estimate")
    with pytest.raises(Exception, match=r"(?i)unique"):
        await begin(office, clock, 7, "estimate")


async def test_drafts_untouched_for_ninety_days_are_dropped(office, clock, store):
    await sit_down(office, 7)
    await begin(office, clock, 7, "pre_check")
    clock.passes(days=1)
    await begin(office, clock, 7, "estimate")
    clock.passes(days=90)
    async with store.transaction() as connection:
        assert await drafts.purge(connection, clock.now() - timedelta(seconds=1)) == 1
        assert list(await connection.scalars(select(DraftRecord.story))) == ["estimate"]


def test_ids_of_drafts_fit_a_button_and_are_hard_to_guess():
    ids = {drafts.new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(id_) == 6 and id_.isalnum() and id_.isascii() for id_ in ids)
