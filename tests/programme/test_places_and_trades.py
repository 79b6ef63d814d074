from programme.districts import District
from programme.tracks import SupportField, Track
from programme.trades import Trade


def test_seoul_has_25_gu_with_their_codes():
    assert len(District) == 25
    assert District("11440").wording.ko == "마포구"
    assert District.MAPO.wording.en == "Mapo-gu"
    assert District.JUNG.wording.ko == "중구"
    assert District.GANGDONG.wording.ko == "강동구"
    assert District("11215").wording.en == "Gwangjin-gu"
    assert [d.value for d in District] == sorted(d.value for d in District)


def test_every_name_is_told_in_both_languages_and_only_once():
    for names in (District, Trade, Track, SupportField):
        wordings = [member.wording for member in names]
        assert all(w.ko and w.en for w in wordings)
        assert len({w.ko for w in wordings}) == len({w.en for w in wordings}) == len(wordings)
