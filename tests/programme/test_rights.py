import pytest

from programme.rights import EVERYWHERE, Right, Role, Scope, gives, roles_with


def test_only_owners_let_others_in():
    assert roles_with(Right.GRANT) == (Role.OWNER,)


def test_event_staff_check_in_and_do_nothing_else():
    assert [right for right in Right if gives(Role.EVENT_STAFF, right)] == [Right.CHECK_IN]


def test_an_auditor_reads_and_changes_nothing():
    assert [right for right in Right if gives(Role.AUDITOR, right)] == [Right.READ]


def test_without_a_limit_everything_is_covered():
    assert EVERYWHERE.covers()
    assert EVERYWHERE.covers(gus={"11440"}, tracks={"innovation"})


@pytest.mark.parametrize(
    ("gus", "covered"),
    [({"11440"}, True), ({"11440", "11410"}, True), ({"11440", "11680"}, False), (set(), False)],
    ids=["one of them", "all of them", "one too many", "all of Seoul"],
)
def test_a_scope_of_some_gu_covers_what_lies_within_it(gus, covered):
    assert Scope(gus=frozenset({"11440", "11410"})).covers(gus=gus) is covered


def test_a_scope_of_one_track_does_not_cover_what_concerns_both():
    mine = Scope(tracks=frozenset({"innovation"}))
    assert mine.covers(tracks={"innovation"})
    assert not mine.covers()
