"""Long texts are cut without losing a letter or leaving a tag open."""

from html import escape, unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.wire.pages import pages, visible_length
from bot.words.markup import without_tags
from playground.markup import read_html

TEXT = st.text(st.sampled_from("가나다 abc\n<>&\"'😀"), max_size=80)
TAGS = st.sampled_from(["b", "i", "u", "s", "code", "blockquote", 'a href="https://example.org/"'])


@st.composite
def html(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 6))):
        text = escape(draw(TEXT))
        tag = draw(st.none() | TAGS)
        parts.append(text if tag is None else f"<{tag}>{text}</{tag.split()[0]}>")
    return "".join(parts)


@settings(max_examples=300, deadline=None)
@given(html(), st.integers(2, 60))
def test_pages_hold_the_whole_text_and_each_stands_alone(written: str, at_most: int) -> None:
    made = pages(written, at_most)
    assert unescape("".join(without_tags(page) for page in made)) == unescape(without_tags(written))
    for page in made:
        assert visible_length(page) <= at_most
        read_html(page)


def test_a_short_text_is_left_as_it_is() -> None:
    assert pages("<b>짧은 글</b>", 4096) == ["<b>짧은 글</b>"]


def test_lines_are_kept_together() -> None:
    assert pages("one\ntwo\nthree\n", 9) == ["one\ntwo\n", "three\n"]
