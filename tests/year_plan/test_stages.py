"""Stages in a call file: how they are written, what follows from the rest of the file, and what is a slip."""

from datetime import date

import pytest

from programme.stages import Grain, Stage, month_or_quarter, quarter_days, quarter_of
from programme.year_plan import entries_of, year_plan, years_of
from tests.programme.call_files import GOOD, PACKAGED, TODAY, line_of, packaged, read, spoilt

PLAN = '[[stages]]\nstage = "plan"\nfrom = "2027-Q1"\nsource = "notice"\n'
WITH_PLAN = ("[[contacts]]", f"{PLAN}\n[[contacts]]")


def with_stage(text: str):
    return read(GOOD.replace("[[contacts]]", f"{text}\n[[contacts]]", 1))


def test_a_stage_is_as_exact_as_its_source():
    (row,) = with_stage(PLAN).stages
    assert (row.stage, row.span.first, row.span.last, row.span.grain) == (Stage.PLAN, date(2027, 1, 1), date(2027, 3, 31), Grain.QUARTER)
    (row,) = with_stage(PLAN.replace('"2027-Q1"', "2027-01-15\nto = 2027-02-20")).stages
    assert (row.span.first, row.span.last, row.span.grain) == (date(2027, 1, 15), date(2027, 2, 20), Grain.DAY)
    (row,) = with_stage(PLAN.replace('"2027-Q1"', '2027-01-15\nto = "2027-02"')).stages
    assert (row.span.last, row.span.grain) == (date(2027, 2, 28), Grain.MONTH)


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [("2028-02", date(2028, 2, 1), date(2028, 2, 29)), ("2027-Q4", date(2027, 10, 1), date(2027, 12, 31))],
)
def test_months_and_quarters_end_on_their_last_day(month, first, last):
    found = month_or_quarter(month)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("day", "quarter"), [(date(2027, 3, 31), 1), (date(2027, 4, 1), 2), (date(2027, 12, 31), 4), (date(2027, 1, 1), 1)]
)
def test_a_day_is_in_its_quarter_to_the_day(day, quarter):
    assert quarter_of(day) == quarter
    first, last = quarter_days(2027, quarter)
    assert first <= day <= last


SLIPS = [
    ('from = "2027-Q1"', 'from = "2027-Q5"', "from =", "stages.1.from"),
    ('from = "2027-Q1"', 'from = "2027-13"', "from =", "stages.1.from"),
    ('from = "2027-Q1"', 'from = "spring"', "from =", "stages.1.from"),
    ('from = "2027-Q1"', 'from = "2027-Q2"\nto = "2027-Q1"', "to =", "ends (2027-03-31) before it starts (2027-04-01)"),
    ('from = "2027-Q1"', 'from = { from_loading = "+3d" }', "from =", "counted from loading"),
    ('stage = "plan"', 'stage = "plans"', "stage =", "stages.1.stage cannot be 'plans'"),
    ('stage = "plan"', 'stage = "call"', "stage =", "the stage call follows from noticed_on"),
    ('stage = "plan"', 'stage = "intake"', "stage =", "the stage intake follows from the window of the round"),
    ('stage = "plan"', 'stage = "run"\nround = 3', "round =", "there is no round 3"),
    ('stage = "plan"', 'stage = "plan"\nuntil = 3', "until =", "unknown key stages.1.until"),
    ('source = "notice"\n\n[[contacts]]', f'source = "notice"\n\n{PLAN}\n[[contacts]]', "[[contacts]]", "stage plan stands twice"),
    ('from = "2027-Q1"\nsource = "notice"', 'from = "2027-Q1"', "[[stages]]", "says where it comes from"),
]


@pytest.mark.parametrize(("old", "new", "what"), [(old, new, what) for old, new, _, what in SLIPS])
def test_a_slip_in_a_stage_is_told(old, new, what):
    problems = spoilt(WITH_PLAN, (old, new))
    assert any(what in problem.what for problem in problems), problems
    assert all(problem.advice for problem in problems)


def test_the_line_of_a_slip_is_told():
    first = GOOD[: GOOD.index("[[contacts]]")].count("\n") + 1
    (problem,) = spoilt(WITH_PLAN, ('stage = "plan"', 'stage = "run"\nround = 3'))
    assert problem.line == first + 2
    assert line_of("[[contacts]]") == first


def test_what_follows_from_notice_and_windows_need_not_be_written():
    told = [(entry.stage, entry.round, entry.span.first, entry.span.last) for entry in entries_of(with_stage(PLAN))]
    assert told == [
        (Stage.PLAN, None, date(2027, 1, 1), date(2027, 3, 31)),
        (Stage.CALL, None, date(2027, 2, 1), date(2027, 2, 1)),
        (Stage.INTAKE, 1, date(2027, 3, 2), date(2027, 3, 31)),
        (Stage.INTAKE, 2, date(2027, 8, 2), date(2027, 8, 31)),
    ]


def test_the_year_2016_is_as_the_record_tells_it():
    collaboration, innovation = year_plan(map(packaged, PACKAGED), 2016).lanes
    told = [(entry.stage.value, entry.round, f"{entry.span.first:%m}", f"{entry.span.last:%m}") for entry in collaboration.entries]
    assert told == [
        ("plan", None, "01", "03"),
        ("intake", None, "04", "06"),
        ("selection", 1, "08", "08"),
        ("selection", 2, "10", "10"),
        ("run", None, "07", "12"),
        ("settlement", None, "01", "02"),
    ]
    assert [entry.span.first.month for entry in innovation.entries if entry.stage is Stage.SELECTION] == [6]


def test_a_demo_call_stands_only_where_nothing_real_does():
    demo, real = packaged("collaboration-demo", date(2027, 3, 1)), with_stage(PLAN)
    (lane, _) = year_plan([demo, real], 2027).lanes
    assert {entry.call.key for entry in lane.entries} == {"collaboration-2027"}
    (lane, _) = year_plan([demo], 2027).lanes
    assert {entry.call.key for entry in lane.entries} == {"collaboration-demo"}


def test_years_follow_one_another_where_there_is_something():
    calls = [packaged(name) for name in PACKAGED]
    assert years_of(calls) == {2016, 2017, TODAY.year, TODAY.year + 1}
    plan = year_plan(calls, 2017)
    assert (plan.before, plan.after) == (2016, TODAY.year)
    assert year_plan(calls, 1999).before is None
