from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta

import pytest

from programme.call import ContactRole, Gate, Mark, Source, Status
from programme.rules import Rule
from programme.seoul import SEOUL
from programme.subsidy import Bound, Grant, Rate, SetByTheCall, Unset, estimate
from programme.tracks import Track
from programme.windows import Phase, in_force, open_now, state
from tests.programme.call_files import PACKAGED, TODAY, packaged

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=SEOUL)


def calls():
    return [packaged(name) for name in PACKAGED]


def sources(value) -> Iterator[Source]:
    if isinstance(value, Source):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from sources(getattr(value, field.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from sources(inner)


def test_the_calls_that_the_record_and_the_public_pages_know_are_there():
    assert PACKAGED == [
        "collaboration-2016",
        "collaboration-2017",
        "collaboration-2020",
        "collaboration-demo",
        "innovation-2016",
        "innovation-demo",
    ]
    assert [call.key for call in calls()] == PACKAGED


@pytest.mark.parametrize("name", PACKAGED)
def test_every_value_cites_its_source_in_both_languages(name):
    call = packaged(name)
    cited = list(sources(call))
    assert all(s.words.ko and s.words.en for s in cited)
    tables = (call.rules, call.fields, call.gates, call.exclusions, call.documents, call.criteria, call.rounds, call.stages, call.contacts)
    assert len(cited) == 10 + sum(map(len, tables))


def test_2016_is_the_record():
    call = packaged("collaboration-2016")
    assert (call.rate.value, call.cap.value, call.fewest.value) == (Rate(9, 10), 100_000_000, 3)
    assert {call.rate.source.mark, call.cap.source.mark, call.fewest.source.mark} == {Mark.RECORD}
    assert [r.selected_in for r in call.rounds] == ["2016-08", "2016-10"]
    assert call.contact(ContactRole.PROGRAMME).phone == "02-2133-5480"
    assert call.contact(ContactRole.MICRO_ENTERPRISE).phone == "02-2133-5530"


def test_the_innovation_track_of_2016_names_neither_rate_nor_ceiling():
    told = estimate(50_000_000, packaged("innovation-2016").terms)
    assert told == SetByTheCall(total=50_000_000, unset=(Unset.RATE, Unset.CAP))


def test_2017_asks_for_a_briefing_and_pays_half():
    call = packaged("collaboration-2017")
    assert (call.cap.value, call.fewest.value) == (50_000_000, 3)
    assert [row.gate for row in call.gates] == [Gate.BRIEFING]
    told = estimate(55_555_555, call.terms)
    assert isinstance(told, Grant)
    assert (told.bound, told.cap_binds_from) == (Bound.RATE, 55_555_556)


def test_2020_asks_for_five_of_one_trade():
    call = packaged("collaboration-2020")
    assert (call.cap.value, call.fewest.value, call.same_trade.value) == (30_000_000, 5, True)
    assert dict(call.rules)[Rule.SAME_TRADE] == call.same_trade.source


@pytest.mark.parametrize("track", Track)
def test_each_track_has_a_demo_call_that_is_open_on_the_day_of_loading_and_says_that_it_is_one(track):
    (call,) = open_now(calls(), NOON, track)
    assert call.status is Status.DEMO
    assert "체험용" in call.title.ko
    assert "Demo" in call.title.en
    assert state(call, NOON).days == 20


def test_a_window_opens_and_closes_to_the_second():
    call = packaged("collaboration-demo")
    (opens, closes), (again, over) = windows(call)
    tick = timedelta(seconds=1)
    assert state(call, opens - tick).phase is Phase.NOT_YET_OPEN
    assert state(call, opens - tick).round == call.rounds[0]
    assert state(call, opens).phase is Phase.OPEN
    assert state(call, closes).phase is Phase.OPEN
    assert state(call, closes).days == 0
    assert state(call, closes + timedelta(milliseconds=999)).phase is Phase.OPEN
    assert state(call, closes + tick).phase is Phase.NOT_YET_OPEN
    assert state(call, closes + tick).round == call.rounds[1]
    assert state(call, again).phase is Phase.OPEN
    assert state(call, over + tick).phase is Phase.CLOSED


def windows(call):
    return [(r.opens, r.closes) for r in call.rounds]


def test_days_are_counted_on_seouls_calendar():
    call = packaged("collaboration-demo")
    closing = windows(call)[0][1].astimezone(SEOUL)
    late_on_the_day_before = (closing - timedelta(days=1)).replace(hour=23, minute=59)
    assert state(call, late_on_the_day_before).days == 1
    assert state(call, late_on_the_day_before + timedelta(minutes=1)).days == 0


def test_a_past_call_is_closed_even_where_its_days_are_not_on_record():
    assert state(packaged("collaboration-2016"), NOON).phase is Phase.CLOSED


def test_the_rules_of_a_day_are_those_noticed_last():
    found = [call for call in calls() if not call.is_demo]
    for year, key in [(2016, "collaboration-2016"), (2018, "collaboration-2017"), (2026, "collaboration-2020")]:
        call = in_force(found, Track.COLLABORATION, date(year, 12, 31))
        assert call is not None
        assert call.key == key
    assert in_force(found, Track.COLLABORATION, date(2015, 12, 31)) is None


def test_a_demo_rules_only_where_nothing_else_does():
    call = in_force(calls(), Track.COLLABORATION, TODAY)
    assert call is not None
    assert call.key == "collaboration-2020"
    demo = packaged("collaboration-demo")
    assert in_force([demo], Track.COLLABORATION, TODAY) is demo
