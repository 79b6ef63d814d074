"""Formatting typed by hand, as Telegram's entities or told where it is wrong."""

import pytest

from programme.typed_marks import Formatted, Mistake, Wrong, formatted, looks_typed


def spans(text, *before):
    found = formatted(text, before)
    assert isinstance(found, Formatted), found
    out = found.text.encode("utf-16-le")
    return found.text, [
        (one["type"], out[one["offset"] * 2 : (one["offset"] + one["length"]) * 2].decode("utf-16-le")) for one in found.entities
    ]


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("<b>굵게</b>", "굵게", [("bold", "굵게")]),
        ("**굵게** __기울여__ ~~지움~~ ||가림|| `코드`", "굵게 기울여 지움 가림 코드", None),
        ("🎉 <i>축하</i> 🎉", "🎉 축하 🎉", [("italic", "축하")]),
        ("<b>굵고 <i>기운</i></b>", "굵고 기운", [("bold", "굵고 기운"), ("italic", "기운")]),
        ("3 &lt; 5 <u>참</u>", "3 < 5 참", [("underline", "참")]),
        ('<a href="https://seoul.go.kr/?a=1&amp;b=2">공고</a>', "공고", [("text_link", "공고")]),
        ("[공고](https://seoul.go.kr)", "공고", [("text_link", "공고")]),
        ("2 * 3 ** 한 번뿐", "2 * 3 ** 한 번뿐", []),
        ("  <b> 앞뒤 </b>  ", "앞뒤", [("bold", "앞뒤")]),
    ],
)
def test_marks_become_formatting(typed, text, marked):
    found = spans(typed)
    assert found[0] == text
    if marked is None:
        assert [kind for kind, _ in found[1]] == ["bold", "italic", "strikethrough", "spoiler", "code"]
    else:
        assert found[1] == marked


def test_what_telegram_marked_already_keeps_its_place():
    typed = "🎉<b>굵게</b> 그리고 밑줄"
    before = {"type": "underline", "offset": len("🎉<b>굵게</b> 그리고 ".encode("utf-16-le")) // 2, "length": 2}
    assert spans(typed, before) == ("🎉굵게 그리고 밑줄", [("bold", "굵게"), ("underline", "밑줄")])


@pytest.mark.parametrize(
    ("typed", "why", "line", "mark"),
    [
        ("하나\n둘 <b>셋", Mistake.NOT_CLOSED, 2, "<b>"),
        ("하나</b>", Mistake.NOT_OPENED, 1, "</b>"),
        ("<b>하나 <i>둘</b></i>", Mistake.CROSSED, 1, "</b>"),
        ("<blink>하나</blink>", Mistake.UNKNOWN, 1, "<blink>"),
        ('<a href="seoul">하나</a>', Mistake.NO_LINK, 1, '<a href="seoul">'),
        ("[하나](seoul)", Mistake.NO_LINK, 1, "[하나](seoul)"),
        ("<b></b> 하나", Mistake.EMPTY, 1, "<b>"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(typed, why, line, mark):
    found = formatted(typed)
    assert isinstance(found, Wrong)
    assert (found.why, found.line, found.mark) == (why, line, mark)
    assert mark in found.near or why is Mistake.EMPTY


@pytest.mark.parametrize("plain", ["3 < 5", "a > b", "별점 ***", "1 ** 2", "snake_case_name", "(공고) [초안]", "값 <미정>"])
def test_plain_talk_is_not_asked_about(plain):
    assert not looks_typed(plain)


@pytest.mark.parametrize("nasty", ["<" * 3000, "**" * 2000, "[" * 3000, "<a " * 1000, "`" * 4000, "&lt;" * 1000])
def test_hostile_texts_come_to_an_end(nasty):
    assert isinstance(formatted(nasty), Formatted | Wrong)
