"""What a bot writes in HTML is read exactly as TDLib reads it, and tidied as Telegram tidies it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.refusals import Refused
from playground.texts import caption_text, formatted, message_text, typed
from tests.judges import emulator_reads, tdlib_reads

TAGS = (
    "b",
    "strong",
    "i",
    "em",
    "u",
    "ins",
    "s",
    "strike",
    "del",
    "tg-spoiler",
    "code",
    "pre",
    "blockquote",
    "a",
    "B",
    "span",
    "foo",
    "br/",
)
ATTRIBUTES = (
    "",
    " expandable",
    " class='language-python'",
    ' class="tg-spoiler"',
    " href='https://seoul.kr/a b?x=1&amp;y=2'",
    " href=kr.go",
    " href='tg://user?id=77'",
    " x",
    " =",
    "/",
    " x=y/",
)
WORDS = ("가게", "a", "😀", " ", "\n", "&lt;", "&amp", "&#128512;", "&#x41;", "&nbsp;", "&", "<", ">", "</", "</>", "kr.go", "'", '"', "=")
LINKS = (
    "http://",
    "https://",
    "HTTP://",
    "tg://",
    "tg:user?id=5",
    "ton://",
    "ftp://",
    "kr.go",
    "가게.한국",
    "localhost",
    "me@",
    ":80",
    ":0",
    ":99999",
    "/",
    "?",
    "#",
    "%41",
    "%zz",
    "[::1]",
    " ",
    "_",
    ".",
    "A",
)

opening = st.tuples(st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)).map(lambda pair: f"<{pair[0]}{pair[1]}>")
closing = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
words = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4)
tangled = st.lists(opening | closing | words, max_size=12).map("".join)
proper = st.recursive(
    words.filter(lambda text: "<" not in text),
    lambda inside: st.lists(
        inside
        | st.tuples(st.sampled_from(("b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler")), inside).map(
            lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"
        ),
        max_size=4,
    ).map("".join),
    max_leaves=12,
)
links = st.lists(st.sampled_from(LINKS), min_size=1, max_size=6).map("".join)


@settings(max_examples=400, deadline=None)
@given(tangled)
def test_tangled_markup_is_read_or_refused_as_tdlib_does(source: str):
    assert emulator_reads(source) == tdlib_reads(source)


@settings(max_examples=300, deadline=None)
@given(proper)
def test_proper_markup_is_read_as_tdlib_reads_it(source: str):
    assert emulator_reads(source) == tdlib_reads(source)


@settings(max_examples=300, deadline=None)
@given(links)
def test_links_are_taken_and_spelt_as_tdlib_does(link: str):
    source = f"<a href='{link}'>가게</a>"
    assert emulator_reads(source) == tdlib_reads(source)


@settings(max_examples=200, deadline=None)
@given(proper)
def test_what_is_sent_never_has_crossing_entities_and_no_white_space_around(source: str):
    text = formatted(source, "HTML")
    assert text.plain == text.plain.rstrip(" \n")
    places = [(entity.offset, entity.end) for entity in text.entities]
    assert all(b <= c or (c <= d and b >= d) or a == c for (a, b), (c, d) in pairwise(places)), places
    units = len(text.plain.encode("utf-16-le")) // 2
    assert all(0 <= begin < end <= units for begin, end in places)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("가<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("가<b>x</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
        ("가</b>", "Unexpected end tag at byte offset 3"),
        ("가<br/>", 'Unsupported start tag "br/" at byte offset 3'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
    ],
)
def test_broken_markup_is_refused_with_the_byte_where_it_breaks(source: str, reason: str):
    with pytest.raises(Refused) as refused:
        formatted(source, "HTML")
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def kinds(source: str) -> list[tuple[str, int, int]]:
    return [(entity.kind, entity.offset, entity.length) for entity in formatted(source, "HTML").entities]


def test_adjoining_formatting_is_joined():
    assert kinds("<b>a</b><b>c</b>") == [("bold", 0, 2)]


def test_formatting_is_split_where_more_begins():
    assert kinds("<b>ab<i>cd</i>ef</b>") == [("bold", 0, 2), ("bold", 2, 4), ("italic", 2, 2)]


def test_nothing_is_formatted_inside_code():
    assert kinds("<code>a<b>b</b></code>") == [("code", 0, 2)]


def test_offsets_count_utf16_units():
    assert kinds("😀<b>가</b>") == [("bold", 2, 1)]


def test_white_space_around_a_text_goes_and_entities_move_along():
    text = formatted(" \n <b>가게 </b> \n", "HTML")
    assert (text.plain, text.entities[0].offset, text.entities[0].length) == ("가게", 0, 2)


def test_control_characters_become_spaces_and_carriage_returns_go():
    assert formatted("a\r\nb\tc").plain == "a\nb c"


def test_a_text_holds_4096_characters_however_many_bytes_they_take():
    assert len(message_text("가" * 4096).plain) == 4096
    with pytest.raises(Refused, match="message is too long"):
        message_text("가" * 4097)


def test_the_length_counts_after_the_markup_is_read():
    assert len(message_text(f"<b>{'a' * 4096}</b>", "HTML").plain) == 4096


def test_a_caption_holds_1024_characters():
    assert len(caption_text("가" * 1024).plain) == 1024
    with pytest.raises(Refused, match="message caption is too long"):
        caption_text("가" * 1025)


@pytest.mark.parametrize("empty", [" ", "\n\n", "\u200b", "<b> </b>"])
def test_a_text_without_anything_to_see_is_refused(empty: str):
    with pytest.raises(Refused, match="text must be non-empty"):
        message_text(empty, "HTML")


def test_markdown_is_refused_in_plain_words():
    with pytest.raises(Refused, match="does not read parse_mode MarkdownV2"):
        formatted("*a*", "MarkdownV2")


def test_entities_may_be_given_instead_of_markup():
    text = formatted("가게 열었어요", entities=[{"type": "bold", "offset": 0, "length": 2}])
    assert [(entity.kind, entity.offset, entity.length) for entity in text.entities] == [("bold", 0, 2)]


def test_an_entity_beyond_the_text_is_refused():
    with pytest.raises(Refused, match="ends after the end of the text"):
        formatted("가게", entities=[{"type": "bold", "offset": 0, "length": 3}])


def test_an_entity_may_not_cut_a_character():
    with pytest.raises(Refused, match="in a middle of a UTF-16 symbol"):
        formatted("😀가", entities=[{"type": "bold", "offset": 1, "length": 1}])


def test_commands_links_and_mentions_are_found_in_what_people_type():
    found = [(entity.kind, entity.offset, entity.length) for entity in typed("/start@golmok_bot https://seoul.kr @maya_b #골목").entities]
    assert found == [("bot_command", 0, 17), ("url", 18, 16), ("mention", 35, 7), ("hashtag", 43, 3)]
