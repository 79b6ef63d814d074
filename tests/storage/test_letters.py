from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage import letters, people
from storage.letters import Again, Blocked, Delivered, GivenUp, LetterRecord, NewLetter, Priority, State, Unknown
from storage.letters.sealing import taken_out
from storage.work import Work

LEASE = timedelta(seconds=60)


@pytest.fixture
def post(store, clock):
    async def post(*new: NewLetter) -> list[int]:
        async with store.transaction() as connection:
            return await letters.post(connection, new, clock.now())

    return post


@pytest.fixture
def claim(store, clock):
    async def claim(limit: int = 100) -> list[letters.PostedLetter]:
        async with store.transaction() as connection:
            return await letters.claim(connection, limit=limit, now=clock.now(), lease=LEASE)

    return claim


@pytest.fixture
def settle(store, clock):
    async def settle(*verdicts: letters.Verdict) -> None:
        async with store.transaction() as connection:
            await letters.settle(connection, verdicts, clock.now())

    return settle


@pytest.fixture
def write(clock):
    def write(to: int = 1, text: str = "hello", **more) -> NewLetter:
        more.setdefault("priority", Priority.LETTER)
        more.setdefault("due", clock.now())
        return NewLetter(to=to, kind="note", body={"text": text}, **more)

    return write


@pytest.fixture
def states(store):
    async def states() -> list[str]:
        async with store.reading() as connection:
            return list(await connection.scalars(select(LetterRecord.state).order_by(LetterRecord.id)))

    return states


def texts(claimed) -> list[str]:
    return [letter.body["text"] for letter in claimed]


async def test_letters_get_their_ids_in_the_order_they_were_written(post, claim, write):
    ids = await post(*(write(to=to, text=str(to)) for to in range(50)))
    assert ids == sorted(ids)
    assert {letter.id: letter.to for letter in await claim()} == dict(zip(ids, range(50), strict=True))


async def test_a_letter_comes_back_as_it_was_written(post, claim, write, clock):
    [id_] = await post(write(to=-100123, text="안녕", key="slot:1"))
    [letter] = await claim()
    assert (letter.id, letter.to, letter.kind, letter.body, letter.key) == (id_, -100123, "note", {"text": "안녕"}, "slot:1")
    assert (letter.due, letter.tries, letter.leased_until) == (clock.now(), 0, clock.now() + LEASE)


async def test_nothing_goes_before_it_is_due(post, claim, write, clock):
    await post(write(due=clock.now() + timedelta(hours=1)))
    assert await claim() == []
    clock.passes(hours=1)
    assert len(await claim()) == 1


async def test_replies_go_before_letters_and_letters_before_broadcasts(post, claim, write, clock):
    await post(write(to=1, text="broadcast", priority=Priority.BROADCAST))
    await post(write(to=2, text="letter"), write(to=3, text="reply", priority=Priority.REPLY))
    assert texts(await claim()) == ["reply", "letter", "broadcast"]


async def test_what_was_due_first_goes_first(post, claim, write, clock):
    await post(
        write(to=1, text="later", due=clock.now() - timedelta(minutes=1)),
        write(to=2, text="sooner", due=clock.now() - timedelta(minutes=2)),
    )
    assert texts(await claim(limit=1)) == ["sooner"]


async def test_no_letter_is_claimed_twice_while_its_lease_holds(post, claim, write):
    await post(*(write(to=to) for to in range(5)))
    assert [len(await claim(limit=3)) for _ in range(3)] == [3, 2, 0]


async def test_one_chat_gets_its_letters_one_after_the_other(post, claim, settle, write):
    await post(*(write(to=1, text=str(number)) for number in range(3)), write(to=2, text="other"))
    first = await claim()
    assert texts(first) == ["0", "other"]
    assert await claim() == []
    await settle(Delivered(id=first[0].id, message_id=10))
    assert texts(await claim()) == ["1"]


async def test_a_letter_that_is_tried_again_is_not_overtaken_in_its_chat(post, claim, settle, write, clock):
    await post(write(text="first"), write(text="second"))
    [first] = await claim()
    await settle(Again(id=first.id, at=clock.now() + timedelta(seconds=30)))
    assert await claim() == []
    clock.passes(seconds=30)
    [again] = await claim()
    assert (again.body["text"], again.tries) == ("first", 1)


async def test_a_reply_does_not_wait_for_a_letter_that_was_put_off(post, claim, settle, write, clock):
    await post(write(text="letter"))
    [letter] = await claim()
    await settle(Again(id=letter.id, at=clock.now() + timedelta(seconds=30)))
    await post(write(text="reply", priority=Priority.REPLY))
    assert texts(await claim()) == ["reply"]


async def test_a_flood_limit_does_not_count_as_a_try(post, claim, settle, write, clock):
    await post(write())
    [letter] = await claim()
    await settle(Again(id=letter.id, at=clock.now(), counts=False))
    assert [again.tries for again in await claim()] == [0]


async def test_a_letter_whose_sender_died_is_sent_again_but_a_broadcast_is_not(post, claim, write, states, clock):
    await post(write(to=1, text="reply", priority=Priority.REPLY), write(to=2, text="letter"))
    await post(write(to=3, text="broadcast", priority=Priority.BROADCAST))
    assert len(await claim()) == 3
    clock.passes(seconds=59)
    assert await claim() == []
    clock.passes(seconds=1)
    again = await claim()
    assert texts(again) == ["reply", "letter"]
    assert [letter.tries for letter in again] == [1, 1]
    assert await states() == [State.LEASED, State.LEASED, State.UNKNOWN]


async def test_a_reply_in_the_hands_of_its_worker_is_nobody_elses_until_the_lease_ends(post, claim, write, clock):
    await post(write(priority=Priority.REPLY, leased_until=clock.now() + timedelta(seconds=5)))
    assert await claim() == []
    clock.passes(seconds=5)
    assert len(await claim()) == 1


async def test_every_verdict_is_remembered(post, claim, settle, write, states, store):
    await post(*(write(to=to) for to in range(5)))
    first, second, third, fourth, fifth = await claim()
    await settle(
        Delivered(id=first.id, message_id=77),
        Blocked(id=second.id),
        GivenUp(id=third.id, reason="chat not found"),
        Unknown(id=fourth.id, reason="time-out"),
        Again(id=fifth.id, at=fifth.due),
    )
    assert await states() == ["delivered", "blocked", "given_up", "unknown", "waiting"]
    async with store.reading() as connection:
        row = (await connection.execute(select(LetterRecord.message_id, LetterRecord.body).order_by(LetterRecord.id))).first()
    assert tuple(row) == (77, None)


async def test_who_blocks_the_bot_is_marked_and_the_living_message_is_noted(post, claim, settle, write, store, clock):
    async with store.transaction() as connection:
        await people.desks(Work(connection, clock.now()), {1: "ko", 2: "ko"})
    await post(write(to=1), write(to=2))
    one, two = await claim()
    await settle(Delivered(id=one.id, message_id=42, living=True), Blocked(id=two.id))
    async with store.transaction() as connection:
        desks = await people.desks(Work(connection, clock.now()), {1: "ko", 2: "ko"})
    assert (desks[1].person.living_message, desks[1].person.blocked) == (42, False)
    assert (desks[2].person.living_message, desks[2].person.blocked) == (None, True)


async def test_a_key_names_one_waiting_letter_a_chat(post, claim, write, clock):
    later = clock.now() + timedelta(days=1)
    [first] = await post(write(text="10:00", key="slot:7", due=later))
    [second, _] = await post(write(text="11:00", key="slot:7", due=later), write(to=2, text="for the other", key="slot:7", due=later))
    assert first == second
    clock.passes(days=1)
    assert texts(await claim()) == ["11:00", "for the other"]


async def test_the_last_of_two_letters_under_one_key_counts(post, claim, write):
    ids = await post(write(text="old", key="k"), write(to=5, text="plain"), write(text="new", key="k"))
    assert ids[0] == ids[2] != ids[1]
    assert sorted(texts(await claim())) == ["new", "plain"]


async def test_a_withdrawn_letter_is_never_sent(post, claim, write, states, store, clock):
    await post(write(to=1, key="slot:7"), write(to=2, key="slot:7"), write(to=3, key="slot:8"))
    async with store.transaction() as connection:
        assert await letters.withdraw(connection, "slot:7", clock.now()) == 2
    assert [letter.to for letter in await claim()] == [3]
    assert await states() == ["withdrawn", "withdrawn", "leased"]


async def test_a_letter_withdrawn_while_it_is_sent_is_not_tried_again_but_may_have_arrived(
    post, claim, settle, write, states, store, clock
):
    await post(write(to=1, key="a"), write(to=2, key="b"))
    one, two = await claim()
    async with store.transaction() as connection:
        await letters.withdraw(connection, "a", clock.now())
        await letters.withdraw(connection, "b", clock.now())
    await settle(Again(id=one.id, at=clock.now()), Delivered(id=two.id, message_id=1))
    assert await states() == ["withdrawn", "delivered"]


async def test_a_put_off_letter_gives_way_to_its_new_wording(post, claim, settle, write, states, clock):
    await post(write(text="old", key="k"))
    [old] = await claim()
    await settle(Again(id=old.id, at=clock.now() + timedelta(seconds=5)))
    await post(write(text="new", key="k"))
    clock.passes(seconds=5)
    assert texts(await claim()) == ["new"]
    assert await states() == ["withdrawn", "leased"]


async def test_a_letter_that_comes_back_finds_its_new_wording_and_gives_way(post, claim, settle, write, states, clock):
    await post(write(text="old", key="k"))
    [old] = await claim()
    await post(write(text="new", key="k"))
    await settle(Again(id=old.id, at=clock.now()))
    assert texts(await claim()) == ["new"]
    assert await states() == ["withdrawn", "leased"]


async def test_the_backlog_tells_what_is_late(post, claim, write, store, clock):
    due = clock.now()
    await post(write(to=1), write(to=2), write(to=3, due=clock.now() + timedelta(days=1)))
    await claim(limit=1)
    clock.passes(minutes=1)
    async with store.reading() as connection:
        backlog = await letters.backlog(connection, clock.now() - timedelta(seconds=30))
        assert (backlog.due, backlog.oldest_due, backlog.leased, backlog.later, backlog.unknown) == (1, due, 1, 1, 0)


async def test_settled_letters_are_forgotten_in_time_and_unknown_ones_kept(post, claim, settle, write, states, store, clock):
    await post(write(to=1), write(to=2), write(to=3))
    one, two, _ = await claim()
    await settle(Delivered(id=one.id, message_id=1), Unknown(id=two.id, reason="time-out"))
    clock.passes(days=1)
    async with store.transaction() as connection:
        assert await letters.forget(connection, clock.now()) == 1
    assert await states() == ["unknown", "leased"]


async def test_a_few_letters_are_found_behind_a_great_broadcast_to_come(post, claim, write, clock):
    tomorrow = clock.now() + timedelta(days=1)
    await post(*(write(to=to, due=tomorrow, priority=Priority.BROADCAST) for to in range(2000)))
    await post(write(to=5, text="now"))
    assert texts(await claim()) == ["now"]


async def test_what_a_letter_says_lies_sealed_while_it_waits(post, write, store):
    await post(write(text="Kim Hanbit"), write(text="Lee Namu", key="slot:1"))
    async with store.reading() as connection:
        bodies = list(await connection.scalars(select(LetterRecord.body)))
        assert "Kim" not in str(bodies)
        assert "Lee" not in str(bodies)
        assert [taken_out(connection, body) for body in bodies] == [{"text": "Kim Hanbit"}, {"text": "Lee Namu"}]


async def test_a_letter_under_a_broken_seal_is_given_up_and_holds_up_no_other(post, claim, write, states, store):
    [broken, _] = await post(write(text="under a lost key"), write(to=2, text="readable"))
    async with store.transaction() as connection:
        await connection.execute(update(LetterRecord).where(LetterRecord.id == broken).values(body={"sealed": "by somebody else"}))
    assert texts(await claim()) == ["readable"]
    assert await states() == [State.GIVEN_UP, State.LEASED]


async def test_a_letter_written_before_letters_were_sealed_goes_out(post, claim, write, store):
    await post(write())
    async with store.transaction() as connection:
        await connection.execute(update(LetterRecord).values(body={"text": "from before"}))
    assert texts(await claim()) == ["from before"]
