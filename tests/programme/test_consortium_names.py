"""Names of consortia: the same name in another dress is the same name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.consortium_names import LONGEST, key, tidy, variation


@pytest.mark.parametrize(
    "other",
    [
        "Morning Bread",
        "morning bread",
        "  Morning   Bread ",
        "Morning-Bread!",
        "ＭＯＲＮＩＮＧ　ＢＲＥＡＤ",
        "Morning\u200bBread",
        "🥐 Morning Bread",
    ],
)
def test_these_are_one_name(other):
    assert key(tidy(other)) == key("Morning Bread")


def test_hangul_typed_in_parts_is_the_same():
    assert key(tidy("\u1112\u1161\u11ab\u1107\u1175\u11be")) == key("한빛")


@pytest.mark.parametrize("nothing", ["", " ", "!!!", "🥐", "\u200b", "\u202e"])
def test_what_has_no_letters_has_no_key(nothing):
    assert key(tidy(nothing)) == ""


def test_a_tidy_name_is_one_line_without_anything_hidden():
    assert tidy("  Morning\n\tBread\u202e\u200b ") == "Morning Bread"


def test_the_first_free_number_is_offered():
    taken = {key("Morning Bread"), key("Morning Bread 2")}
    assert variation("Morning Bread", taken) == "Morning Bread 3"


def test_when_all_are_taken_nothing_is_offered():
    assert variation("A", {f"a{number}" for number in range(100)}) is None


@given(st.text(max_size=60))
def test_whatever_is_typed_fits(typed):
    name = tidy(typed)[:LONGEST]
    assert len(key(name)) <= LONGEST
    varied = variation(name, {key(name)})
    assert varied is not None
    assert len(varied) <= LONGEST
    assert tidy(name) == tidy(tidy(name))
