from datetime import UTC, date, datetime

import pytest

from programme.call import Status
from programme.notices import Broken, read_call, read_calls
from programme.rules import Rule
from programme.subsidy import Rate
from programme.toml_lines import Lines
from tests.programme.call_files import GOOD, TODAY, line_of, read, spoilt


def test_a_good_file_becomes_a_call():
    call = read()
    assert call.rate.value == Rate(9, 10)
    assert call.cap.value == 100_000_000
    assert call.cap.source.url == "https://www.seoul.go.kr/notice"
    assert [rule for rule, _ in call.rules] == [Rule.MEMBERS, Rule.SEOUL]
    assert call.in_force_from == date(2027, 2, 1)


def test_times_are_seouls_and_kept_as_utc():
    assert read().rounds[0].opens == datetime(2027, 3, 2, 0, 0, tzinfo=UTC)
    assert read().rounds[0].closes == datetime(2027, 3, 31, 9, 0, tzinfo=UTC)


ONE_SLIP = [
    ('source = "notice"\nnoticed_on', "noticed_on", "[call]", "call.source is missing: every value says where it comes from", "[sources."),
    ("cap = { value = 100_000_000, source", "cap = { value = 100_000_000, sauce", "cap =", "unknown key money.cap.sauce", "'source'"),
    ("cap = { value = 100_000_000, source", "cap = { value = 0, source", "cap =", "money.cap.value is 0", "greater than or equal to 1"),
    ("cap = { value = 100_000_000", "cap = { value = 100_000_000.0", "cap =", "money.cap.value", "integer"),
    ("cap = { value = 100_000_000", "cap = { value = 999", "cap =", "the cap 999 is below the rounding unit 1000", "won"),
    ("num = 9", "num = 90", "rate =", "the rate 90/10 is more than the whole cost", "num = 9"),
    ("unit = { value = 1_000, source", "unti = { value = 1_000, source", "unit =", "unknown key money.unti", "'unit'"),
    ("fewest = { value = 3", "fewest = { value = 11", "fewest =", "at least 11 members but at most 10", "exchange"),
    ('track = "collaboration"', 'track = "cooperation"', "track =", "call.track cannot be 'cooperation'", "collaboration"),
    ("2027-03-31T18:00:00", "2027-03-01T18:00:00", "closes = 2027-03", "the window ends", "exchange"),
    ("2027-03-31T18:00:00", "2027-08-02T09:00:00", "opens = 2027-08", "round 2 in this file opens", "may not overlap"),
    ("closes = 2027-03-31T18:00:00\n", "", "opens = 2027-03", "a window with one end", "or neither"),
    ("2027-03-31T18:00:00", "2027-03-31T18:00:00+09:00", "closes = 2027-03", "rounds.1.closes", "Seoul's time"),
    ("closes = 2027-03-31T18:00:00", 'closes = "31 March"', "closes = 2027-03", "rounds.1.closes is '31 March'", "datetime"),
    ("opens = 2027-03-02T09:00:00", 'opens = { from_loading = "-20d" }', "opens = 2027-03", "a date counted from loading", "demo"),
    ("weight = 60", "weight = 59", "[[criteria]]", "the weights of the criteria make 99", "make 100"),
    ('code = "plan"', 'code = "need"', 'code = "plan"', "code need stands twice in [[criteria]]", "keep one"),
    ("number = 2", "number = 1", "number = 2", "number 1 stands twice in [[rounds]]", "keep one"),
    ('rule = "seoul"', 'rule = "members"', 'rule = "seoul"', "rules.1.rule", "another part of the file"),
    ('rule = "seoul"', 'rule = "moon"', 'rule = "seoul"', "rules.1.rule cannot be 'moon'", "'seoul'"),
    ('role = "programme"', 'role = "micro_enterprise"', "[[contacts]]", "nobody to ask", "programme"),
    ("02-2133-5480", "Kim, 2133", "phone =", "contacts.1.phone is 'Kim, 2133'", "form"),
    ('mark = "S"', 'mark = "Z"', "mark =", "sources.notice.mark cannot be 'Z'", "'R'"),
    ('ko = "서울시 공고"', 'ko = ""', 'ko = "서울시 공고"', "sources.notice.ko is ''", "at least 1"),
    ("https://www", "www", "url =", "sources.notice.url", "https?"),
    ('key = "collaboration-2027"', 'key = "2027!"', "key =", "call.key is '2027!'", "form"),
    ("year = 2027", 'year = "next"', "year =", "call.year", ""),
]


@pytest.mark.parametrize(("old", "new", "what", "advice"), [(old, new, what, advice) for old, new, _, what, advice in ONE_SLIP])
def test_a_slip_is_told_with_what_to_do(old, new, what, advice):
    problems = spoilt((old, new))
    assert any(p.file == "call.toml" and what in p.what and advice in p.advice for p in problems), problems


@pytest.mark.parametrize(
    ("old", "new", "line"), [(old, new, line) for old, new, line, *_ in ONE_SLIP if new.count("\n") == old.count("\n")]
)
def test_the_line_is_exact(old, new, line):
    assert line_of(line) in [p.line for p in spoilt((old, new))]


def test_a_source_that_is_not_described_is_found_and_so_is_one_that_nobody_cites():
    problems = spoilt(('[sources.notice]\nmark = "S"', '[sources.notcie]\nmark = "S"'))
    assert any("the source 'notice' is not described" in p.what and p.line == line_of("cap =") for p in problems)
    assert any("the source 'notcie' is cited by nothing" in p.what and p.line == line_of("[sources.notice]") for p in problems)


def test_all_slips_are_told_at_once_and_in_order():
    problems = spoilt(("year = 2027", "yaer = 2027"), ("num = 9", "num = 11"), ("weight = 60", "weight = 61"), ("02-2133-5480", "?"))
    assert [p.line for p in problems] == sorted(p.line for p in problems)
    told = " ".join(p.what for p in problems)
    for words in ("call.yaer", "call.year is missing", "rate 11/10", "make 101", "contacts.1.phone"):
        assert words in told


def test_a_date_that_does_not_exist_is_told_with_its_line():
    (problem,) = spoilt(("2027-03-31T18:00:00", "2027-02-30T18:00:00"))
    assert "not TOML" in problem.what
    assert problem.line == line_of("closes = 2027-03")


def test_a_file_that_ends_in_the_middle_is_told_with_its_last_line():
    broken = read_call(GOOD[: GOOD.index('phone = "02') + 10], "call.toml", TODAY)
    assert isinstance(broken, Broken)
    assert broken.problems[0].line in (line_of("phone ="), line_of("phone =") + 1)


def test_a_missing_table_is_told():
    problems = spoilt(("[members]", "[membres]"))
    assert {"members is missing", "unknown key membres"} <= {p.what for p in problems}


def test_an_empty_file_is_told_what_it_lacks():
    broken = read_call("", "empty.toml", TODAY)
    assert isinstance(broken, Broken)
    assert "call is missing" in {p.what for p in broken.problems}
    assert "nobody to ask" in {p.what for p in broken.problems}


def test_a_problem_reads_as_one_sentence():
    (problem,) = spoilt(("num = 9", "num = 11"))
    assert str(problem).startswith(f"call.toml:{line_of('rate =')}: the rate 11/10")
    assert "To mend it: " in str(problem)


def test_what_the_call_leaves_open_is_nothing_rather_than_a_guess():
    call = read(GOOD.replace("{ num = 9, den = 10 }", '"set by the call"').replace("value = 10,", 'value = "set by the call",'))
    assert call.rate.value is None
    assert call.most.value is None
    assert call.rate.source.key == "notice"


def test_the_version_follows_the_text():
    assert read().version == read().digest[:12]
    assert read().version == read(on=date(2027, 1, 1)).version
    assert read().version != read(GOOD + "\n# corrected\n").version


def test_a_demo_call_counts_from_the_day_of_loading():
    text = (
        GOOD.replace('"real"', '"demo"')
        .replace("year = 2027", 'year = "year of loading"')
        .replace("value = 2027-02-01", 'value = { from_loading = "-30d" }')
        .replace("2027-03-02T09:00:00", '{ from_loading = "-1d", at = 09:00:00 }')
        .replace("2027-03-31T18:00:00", '{ from_loading = "+1d", at = 18:00:00 }')
    )
    call = read(text, date(2028, 2, 29))
    assert call.status is Status.DEMO
    assert call.year == 2028
    assert call.in_force_from == date(2028, 1, 30)
    assert call.rounds[0].closes == datetime(2028, 3, 1, 9, 0, tzinfo=UTC)
    assert call.version != read(text, date(2028, 3, 1)).version


def test_two_files_may_not_bear_one_key():
    broken = read_calls({"a.toml": GOOD, "b.toml": GOOD}, TODAY)
    assert isinstance(broken, Broken)
    (problem,) = broken.problems
    assert (problem.file, problem.line) == ("b.toml", line_of("key ="))
    assert "a.toml" in problem.what


def test_one_broken_file_spoils_the_loading():
    broken = read_calls({"a.toml": GOOD, "b.toml": "nonsense"}, TODAY)
    assert isinstance(broken, Broken)
    assert {p.file for p in broken.problems} == {"b.toml"}


def test_lines_are_found_through_long_values():
    lines = Lines('a = [\n  1,\n  2,\n]\nb = """\nc = 1\n"""\n[t.u]\nd = { e = 1 }\n[[r]]\nf = 1\n[[r]]\nf = 2\n[r.deep]\ng = 3\n')
    assert lines.of(("a", 1)) == 1
    assert lines.of(("b",)) == 5
    assert lines.of(("c",)) == 1
    assert lines.of(("t", "u", "d", "e")) == 9
    assert lines.of(("r", 0, "f")) == 11
    assert lines.of(("r", 1, "f")) == 13
    assert lines.of(("r", 1, "deep", "g")) == 15
    assert lines.of(("r", 1, "missing")) == 12
