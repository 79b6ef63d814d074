"""Particles as people say them."""

import unicodedata

import pytest

from bot.words.particles import PARTICLES, particle


@pytest.mark.parametrize(
    ("before", "about", "towards"),
    [
        # Hangul, and ㄹ, which takes 로
        ("빵집", "은", "으로"),
        ("카페", "는", "로"),
        ("서울", "은", "로"),
        ("골목길 ", "은", "로"),
        # numbers as they are read: 삼, 십, 백, 칠, 영, 천만, 조
        ("3", "은", "으로"),
        ("10", "은", "으로"),
        ("100", "은", "으로"),
        ("7", "은", "로"),
        ("2", "는", "로"),
        ("0", "은", "으로"),
        ("2026", "은", "으로"),
        ("50,000,000", "은", "으로"),
        ("1,000,000,000,000", "는", "로"),
        ("1.5", "는", "로"),
        ("124-81-00998", "은", "로"),
        # amounts and units
        ("1,000원", "은", "으로"),
        ("1억 1,111만 1,112원", "은", "으로"),
        ("90%", "는", "로"),
        ("3개", "는", "로"),
        ("10kg", "은", "으로"),
        ("5 km", "는", "로"),
        ("500ml", "는", "로"),
        ("33㎡", "는", "로"),
        # company forms and brackets
        ("㈜한빛", "은", "으로"),
        ("(주)한빛", "은", "으로"),
        ("한빛㈜", "는", "로"),
        ("한빛(주)", "는", "로"),
        ("카페(본점)", "는", "로"),
        ("한빛 [마포]", "은", "으로"),
        ("(본점)", "은", "으로"),
        ("“서울”", "은", "로"),
        ("'해내'", "는", "로"),
        ("한빛🍞", "은", "으로"),
        # Latin letters and words
        ("LG", "는", "로"),
        ("GS25", "는", "로"),
        ("KBL", "은", "로"),
        ("IBM", "은", "으로"),
        ("A", "는", "로"),
        ("Mall", "은", "로"),
        ("Table", "은", "로"),
        ("Farm", "은", "으로"),
        ("Baking", "은", "으로"),
        ("Alley Shop", "은", "으로"),
        ("Art", "는", "로"),
        ("Bakery", "는", "로"),
        ("CAFE", "는", "로"),
    ],
)
def test_a_particle_fits_what_stands_before_it(before, about, towards):
    assert particle("은는", before) == about
    assert particle("으로", before) == towards


@pytest.mark.parametrize("before", ["", "🍞", "東京", "Book", "Blog", "さくら", "()"])
def test_whoever_cannot_be_read_gets_both(before):
    assert particle("은는", before) == "은(는)"
    assert particle("으로", before) == "(으)로"
    assert particle("와과", before) == "와(과)"


def test_a_name_typed_on_a_mac_is_the_same_name():
    decomposed = unicodedata.normalize("NFD", "한빛")
    assert decomposed != "한빛"
    assert particle("은는", decomposed) == particle("은는", "한빛") == "은"


@pytest.mark.parametrize(
    ("spelling", "after_bread", "after_cafe"),
    [
        ("이가", "이", "가"),
        ("을를", "을", "를"),
        ("와과", "과", "와"),
        ("아야", "아", "야"),
        ("이에요", "이에요", "예요"),
        ("이나", "이나", "나"),
        ("이랑", "이랑", "랑"),
        ("이라고", "이라고", "라고"),
    ],
)
def test_every_pair_has_two_sides(spelling, after_bread, after_cafe):
    assert particle(spelling, "빵") == after_bread
    assert particle(spelling, "카페") == after_cafe


def test_no_pair_says_the_same_on_both_sides():
    assert all(len(set(forms)) == len(forms) for forms in PARTICLES.values())
