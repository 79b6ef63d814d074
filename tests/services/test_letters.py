from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import letters
from services.letters import Letter, LetterMistake, UnknownLetter, letter
from storage.letters import Priority


class Mood(StrEnum):
    GLAD = "glad"
    SORRY = "sorry"


@letter("test_everything", aliases=("test_all",))
@dataclass(frozen=True, kw_only=True)
class Everything:
    name: str
    won: int
    sure: bool
    day: date
    at: datetime
    mood: Mood
    note: str | None = None
    ids: tuple[int, ...] = ()
    pair: tuple[str, Mood] = ("", Mood.GLAD)


facts = st.builds(
    Everything,
    name=st.text(),
    won=st.integers(-(2**53), 2**53),
    sure=st.booleans(),
    day=st.dates(),
    at=st.datetimes(timezones=st.just(UTC)),
    mood=st.sampled_from(Mood),
    note=st.none() | st.text(),
    ids=st.lists(st.integers(-(2**53), 2**53)).map(tuple),
    pair=st.tuples(st.text(), st.sampled_from(Mood)),
)


@given(facts)
def test_a_letter_is_the_same_after_it_was_stored(fact):
    stored = orjson.loads(orjson.dumps(letters.to_json(fact)))
    assert letters.from_json(letters.code_of(fact), stored) == fact


@given(facts)
def test_a_retired_code_stays_readable(fact):
    assert letters.from_json("test_all", letters.to_json(fact)) == fact


def test_a_letter_without_a_due_time_is_due_now():
    @letter("test_short")
    @dataclass(frozen=True)
    class Short:
        count: int

    now = datetime(2026, 3, 2, tzinfo=UTC)
    written = Letter(to=5, fact=Short(3), key="k", priority=Priority.BROADCAST).written(now)
    assert (written.to, written.kind, written.body, written.due, written.key) == (5, "test_short", {"count": 3}, now, "k")
    assert written.priority is Priority.BROADCAST
    assert "test_short" in letters.kinds()


def test_a_field_a_newer_version_added_takes_its_default_and_a_dropped_one_is_ignored():
    @letter("test_grown")
    @dataclass(frozen=True)
    class Grown:
        old: int
        new: str = "default"

    assert letters.from_json("test_grown", {"old": 1, "gone": "x"}) == Grown(1, "default")


@pytest.mark.parametrize(
    ("code", "body"),
    [("test_never_seen", {}), ("test_everything", {"name": 5}), ("test_everything", {}), ("test_everything", {"mood": "furious"})],
)
def test_what_cannot_be_read_back_says_so(code, body):
    with pytest.raises(UnknownLetter):
        letters.from_json(code, body)


def test_a_time_without_a_zone_is_refused_when_it_is_written():
    @letter("test_naive")
    @dataclass(frozen=True)
    class Naive:
        at: datetime

    with pytest.raises(LetterMistake):
        letters.to_json(Naive(datetime(2026, 3, 2)))  # noqa: DTZ001 - the mistake itself


def test_two_letters_cannot_share_a_code():
    with pytest.raises(LetterMistake):

        @letter("test_everything")
        @dataclass(frozen=True)
        class Another:
            pass


def test_a_letter_that_can_change_is_refused():
    with pytest.raises(LetterMistake):

        @letter("test_changing")
        @dataclass
        class Changing:
            pass


@pytest.mark.parametrize("hint", [float, list[int], dict[str, int], int | str, object])
def test_a_field_json_cannot_give_back_is_refused(hint):
    kind: type = dataclass(frozen=True)(type("Odd", (), {"__annotations__": {"field": hint}}))
    with pytest.raises(LetterMistake):
        letter("test_odd")(kind)


def test_a_fact_nobody_registered_is_refused():
    with pytest.raises(LetterMistake):
        Letter(to=1, fact=object()).written(datetime(2026, 3, 2, tzinfo=UTC))
