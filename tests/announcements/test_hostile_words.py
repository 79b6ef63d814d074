"""Words that break others: they arrive as they were written, with their formatting at its place, and so does a correction."""

import pytest

from tests.announcements.composing import looks
from tests.announcements.sent import file_of
from tests.announcements.test_audience import a_street

WORDS = {
    "an emoji of several, before bold": "👨‍👩‍👧‍👦🇰🇷 <b>오늘</b> 끝",
    "one in the other": "<b>굵게 <i>기울여 <u>밑줄</u></i></b> 🎉 <s>아님</s>",
    "from right to left": "\u202eabc\u202c <b>שלום</b> سلام",
    "nothing to be seen": "가\u200b나\u2060<i>다</i>",
    "a quotation of code": "<blockquote>인용 🎉</blockquote><pre>/start 1&lt;2</pre>",
    "behind a line without anything": "첫째\n\n\n🎉<b>넷째</b>",
    "a command and a mention": "이제 /start 를 보내지 마세요 @golmok 님 #골목",
    "as long as can be": "🎉" * 4095 + "<b>끝</b>",
}


async def begins(jung):
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "➕ New announcement", "Service notice")


@pytest.mark.parametrize("html", WORDS.values(), ids=WORDS)
async def test_they_arrive_as_they_were_written(town, jung, owner, html):
    await owner.starts()
    await begins(jung)
    await jung.does("sends_formatted", html)
    written = jung.my_last()
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert (owner.last().text, owner.last().html) == (written.text, written.html)


@pytest.mark.parametrize("html", list(WORDS.values())[:-1], ids=list(WORDS)[:-1])
async def test_a_correction_keeps_them_and_its_mark_stands_below(town, jung, owner, html):
    await owner.starts()
    await begins(jung)
    await jung.sends("처음 글")
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "✅ Sent (1)", "1. 처음 글", "🛠 Correct or withdraw", "✏️ Correct the text")
    await jung.taps(next(label for label in jung.labels() if "처음 글" in label))
    await jung.does("sends_formatted", html)
    written = jung.my_last()
    await jung.taps("✏️ Yes, correct it")
    assert owner.last().html.startswith(f"{written.html}\n\n<i>✏️ Corrected (")


async def test_names_of_shops_are_text_in_files_and_on_screens(town, jung):
    await a_street(town, "=1+1", "<b>x</b>", "@SUM(A1)", "\u202egnp")
    await begins(jung)
    await jung.sends("소식")
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "✅ Sent (1)", "1. 소식", "👥 Who got it", "✅ Got it (5)")
    jung.sees("=1+1's shop", "<b>x</b>'s shop", "@SUM(A1)'s shop")
    await jung.taps("◀ Who got it", "📥 As an Excel sheet", "📥 Yes, give me the file")
    _, sheets = file_of(town, jung)
    assert {"=1+1's shop", "<b>x</b>'s shop", "@SUM(A1)'s shop"} <= {row[1] for row in sheets["People"]}
