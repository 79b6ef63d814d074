"""Words are values until somebody reads them."""

import json
import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.words import Words, joined, lines, negotiate, own_name, t, tn, told, verbatim
from bot.words.particles import PARTICLES
from bot.words.templates import PhraseError, template

HOSTILE = ["<b>", "&amp;", "{x}", "%s", "</b><a href='x'>", '"', "a & b", "{shop|은는}", "\\n", "<tg-spoiler>"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_stays_a_name(name):
    words = t("<b>{shop}</b> &amp; friends", shop=name)
    escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    assert words.html("en") == f"<b>{escaped}</b> &amp; friends"
    assert words.in_("en") == f"{name} & friends"


@pytest.mark.parametrize("name", HOSTILE)
def test_nesting_does_not_escape_twice(name):
    inner = t("<i>{shop}</i>", shop=name)
    outer = lines(t("Here: {inner}", inner=inner), verbatim(name), told({"ko": name}))
    once = verbatim(name).html("en")
    assert outer.html("en") == f"Here: <i>{once}</i>\n{once}\n{once}"
    assert outer.in_("en") == f"Here: {name}\n{name}\n{name}"


def test_an_address_is_safe_inside_a_link():
    words = t('<a href="{url}">{shop}</a>', url='https://x.kr/?a=1&b="2"', shop="한빛")
    assert words.html("ko") == '<a href="https://x.kr/?a=1&amp;b=&quot;2&quot;">한빛</a>'
    assert words.in_("ko") == "한빛"


def test_equal_facts_make_equal_words():
    assert t("{a} {b}", a=1, b="x") == t("{a} {b}", b="x", a=1)
    assert t("{a}", a=1) != t("{a}", a=2)
    assert len({t("{a}", a=(1, verbatim("x"))), t("{a}", a=(1, verbatim("x")))}) == 1


def test_one_shop_two_shops():
    def shops(count):
        return tn("{count} shop of {city}", "{count} shops of {city}", count, city="Seoul").in_("en")

    assert [shops(n) for n in (0, 1, 2)] == ["0 shops of Seoul", "1 shop of Seoul", "2 shops of Seoul"]


def test_particles_come_before_the_reader():
    assert t("{shop|은는}", shop="한빛").in_("ko") == "한빛은"
    assert t("{cost:won|을를}", cost=3000).html("ko") == "3,000원을"
    assert t("{shop|이가}", shop=t("<b>{x}</b>", x="카페 & Co")).html("ko") == "<b>카페 &amp; Co</b>가"
    assert t("<b>{shop}</b>{|으로}", shop="서울").html("ko") == "<b>서울</b>로"
    assert t("<b>{shop}</b>{|으로}", shop="서울").in_("ko") == "서울로"


def test_braces_can_be_written():
    assert t("{{{x}}}", x=1).in_("en") == "{1}"


@pytest.mark.parametrize("phrase", ["", "{", "}", "{Name}", "{x:euro}", "{x|}", "{x|을}", "{}", "{:won}", "{x!r}", "{x.y}"])
def test_a_broken_phrase_is_found_at_once(phrase):
    with pytest.raises(PhraseError):
        t(phrase, x=1)


@pytest.mark.parametrize("fact", [True, 1.5, None, b"x", datetime(2026, 1, 1), ["x"], (1, (2.0,))])  # noqa: DTZ001 - the naive one is the case
def test_a_fact_that_cannot_be_shown_is_refused(fact):
    with pytest.raises(TypeError):
        t("{x}", x=fact)


def test_a_missing_fact_is_named():
    with pytest.raises(TypeError, match="shop"):
        t("{shop} {city}", city="Seoul")


def test_words_do_not_slip_into_text_unread():
    with pytest.raises(TypeError, match="language"):
        f"{t('Yes')}"


def test_a_call_file_without_english_speaks_korean():
    assert told({"ko": "골목", "en": "alley"}).in_("en") == "alley"
    assert told({"ko": "골목"}).in_("en") == "골목"
    assert told({"en": "alley"}).in_("ko") == "alley"
    assert told({"vi": "ngõ"}).in_("ko") == "ngõ"


def test_lines_leave_nothing_out_but_nothing():
    assert lines(verbatim("a"), None, verbatim(""), verbatim("b")).in_("ko") == "a\n\nb"
    assert joined([verbatim("a"), verbatim("b")], " < ").html("ko") == "a &lt; b"


@pytest.mark.parametrize(
    ("code", "language"),
    [
        (None, "ko"),
        ("", "ko"),
        ("ko", "ko"),
        ("ko-KR", "ko"),
        ("en-GB", "en"),
        ("EN", "en"),
        ("fr", "en"),
        ("zh-CN", "en"),
        ("zh-hans-sg", "en"),
        ("vi", "en"),
        ("x", "en"),
    ],
)
def test_a_phone_says_its_language(code, language):
    assert negotiate(code) == language


def test_chinese_is_found_as_soon_as_it_is_shipped(monkeypatch):
    monkeypatch.setattr("bot.words.languages.SHIPPED", ("ko", "en", "zh_Hans", "vi"))
    asked = ["zh", "zh-CN", "zh_SG", "zh-Hans", "zh-Hans-CN", "vi-VN", "zh-TW"]
    assert [negotiate.__wrapped__(code) for code in asked] == ["zh_Hans"] * 5 + ["vi", "en"]


def test_a_retired_language_reads_as_english():
    assert tn("{count} shop", "{count} shops", 2).in_("vi") == "2 shops"


def test_languages_know_their_own_names():
    assert [own_name(language).in_("en") for language in ("ko", "en")] == ["한국어", "English"]


def test_composed_hangul_sorts_as_in_a_dictionary():
    names = ["하늘", "가람", "나루", "갈대", "각시"]
    assert sorted(unicodedata.normalize("NFC", unicodedata.normalize("NFD", name)) for name in names) == [
        "가람",
        "각시",
        "갈대",
        "나루",
        "하늘",
    ]


facts = some.recursive(
    some.text() | some.integers() | some.dates() | some.datetimes(timezones=some.just(UTC)) | some.builds(verbatim, some.text()),
    lambda inner: some.tuples(inner, inner) | some.builds(lambda x: t("<b>{x}</b>", x=x), inner),
    max_leaves=6,
)


@given(fact=facts, count=some.integers())
def test_a_letter_brings_the_same_words(fact, count):
    words = lines(t("{x}", x=fact), tn("{count} {x}", "{count} of {x}", count, x=fact), told({"ko": "값", "en": "value"}))
    copy = Words.from_json(json.loads(json.dumps(words.to_json())))
    assert copy == words
    assert copy.html("ko") == words.html("ko")


@pytest.mark.parametrize("written", [{}, {"t": 1}, {"t": "{x}", "facts": {"x": {"at": "?"}}}, {"t": "{x}", "facts": {"x": None}}])
def test_a_torn_letter_is_refused(written):
    with pytest.raises(ValueError):  # noqa: PT011 - of any wording
        Words.from_json(written)


@given(some.text())
def test_typed_text_never_breaks_the_markup(text):
    html = t("<b>{x}</b>{|은는}", x=text).html("ko")
    assert html.startswith("<b>")
    assert html.count("<") == html.count(">") == 2


@given(some.text(), some.sampled_from(sorted(PARTICLES)))
def test_every_text_gets_some_particle(text, spelling):
    assert t("{x|" + spelling + "}", x=text).in_("ko").removeprefix(text) in PARTICLES[spelling]


def test_a_phrase_is_taken_apart_once():
    assert template("{a} and {b:won}") is template("{a} and {b:won}")
    assert template("<b>{a}</b> {b:date} {|은는}").names == {"a", "b"}


def test_a_date_is_no_moment():
    assert t("{x}", x=date(2026, 11, 22)).in_("en") == "Sun 22 Nov 2026"
