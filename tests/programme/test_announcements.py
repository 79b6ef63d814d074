import pytest

from programme.announcements import AnnouncementState as S
from programme.announcements import before, should_pause
from programme.audiences import Audience, Trait


def test_nothing_comes_back_from_being_cancelled():
    assert not any(S.CANCELLED in before(then) for then in S)


def test_what_is_being_sent_cannot_become_a_draft_again():
    assert S.SENDING not in before(S.DRAFT)
    assert S.PAUSED not in before(S.DRAFT)


def test_a_change_after_the_approval_goes_through_the_draft():
    assert S.SCHEDULED in before(S.DRAFT)


@pytest.mark.parametrize(
    ("tried", "failed", "pauses"),
    [(49, 49, False), (50, 9, False), (50, 10, True), (1000, 199, False), (1000, 200, True), (50, 0, False)],
)
def test_sending_stops_by_itself_where_a_fifth_fails(tried, failed, pauses):
    assert should_pause(tried, failed) is pauses


def test_an_audience_is_the_same_after_it_was_written_down():
    one = Audience().wanting(Trait.GU, {"11440", "11410"}).wanting(Trait.ROLE, {"lead"}).ruling_out(Trait.EVENT, {"3:attended"})
    assert Audience.from_json(one.to_json()) == one


def test_a_trait_without_values_does_not_matter():
    assert Audience().wanting(Trait.GU, {"11440"}).wanting(Trait.GU, ()) == Audience()


def test_an_unknown_trait_is_refused():
    with pytest.raises(ValueError, match="height"):
        Audience.from_json({"wanted": {"height": ["tall"]}})
