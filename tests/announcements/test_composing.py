"""A coordinator composes an announcement in the chat, looks at it as it will be sent, and sends it."""

from programme.districts import District
from services.announcement_writing import WriteWords
from storage import announcement_taps
from tests.announcements.composing import drafts, looks
from tests.finder.street import opens_shop


async def begins(jung, category="Calls and results"):
    await jung.starts()
    await jung.taps("🗂 Office", "📣 Announcements", "➕ New announcement", category)


async def test_a_text_is_composed_looked_at_and_sent_to_everybody_once(town, jung, owner, sajangnim):
    for person in (owner, sajangnim):
        await person.starts()
        person.remember()
    await drafts(jung, "사무국이 이사했어요.")
    jung.sees("Announcement 1 · draft", "사무국이 이사했어요.", "Readers of English get it in 한국어", "To everybody", "3 people")
    jung.sees("Not yet seen as it will be sent: 한국어")
    assert "📤 Send" not in jung.labels()
    await looks(jung)
    assert owner.news() == ""
    await jung.taps("📤 Send")
    jung.sees("Send to 3 people?", "everybody")
    await jung.taps("📤 Yes, send it")
    jung.sees("It is going out to 3 people", "Announcement 1")
    for person in (owner, sajangnim):
        assert person.chat().count("사무국이 이사했어요.") == 1
    owner.sees("[🔕 No more: Calls and results]")
    sajangnim.sees("[🔕")


async def test_formatting_arrives_as_it_was_made(town, jung, owner):
    await owner.starts()
    await begins(jung)
    await jung.does("sends_formatted", '<b>오늘</b> <a href="https://seoul.go.kr/">공고</a>가 떴어요 🎉 <u>꼭</u>')
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert owner.last().html == '<b>오늘</b> <a href="https://seoul.go.kr/">공고</a>가 떴어요 🎉 <u>꼭</u>'


async def test_several_messages_arrive_in_their_order_with_the_buttons_below_the_last(town, jung, owner):
    await owner.starts()
    await begins(jung)
    await jung.does("sends_photo", caption="포스터예요")
    await jung.does("sends_file", "공고문.pdf", b"%PDF-1.7")
    await jung.does("sends_venue", "서울신용보증재단", "마포구 마포대로 163", 37.5438, 126.9514)
    await jung.does("sends_poll", "오실 수 있나요?", ["네", "아니요"], anonymous=False)
    jung.sees("4 messages are here")
    await jung.taps("✅ That is all (4)")
    await looks(jung)
    owner.remember()
    await jung.taps("📤 Send", "📤 Yes, send it")
    photo, file, venue, poll = [m for m in owner.person.chat() if m.from_bot][-4:]
    assert (photo.photo is not None, photo.text) == (True, "포스터예요")
    assert file.document["file_name"] == "공고문.pdf"
    assert venue.json["venue"]["title"] == "서울신용보증재단"
    assert [option["text"] for option in poll.json["poll"]["options"]] == ["네", "아니요"]
    assert poll.json["poll"]["is_anonymous"] is False
    assert [bool(m.keyboard) for m in (photo, file, venue, poll)] == [False, False, False, True]


async def test_an_album_is_one_message_and_needs_a_text_below_it(town, jung, owner):
    await owner.starts()
    await begins(jung)
    for n in range(3):
        await jung.does("sends_photo", caption="셋" if n == 0 else "", album="777")
    await jung.taps("✅ That is all (1)")
    jung.sees("Telegram lets no button stand below an album")
    await jung.sends("자세한 것은 아래에서 보세요.")
    await jung.taps("✅ That is all (2)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    pictures = [m for m in owner.person.chat() if m.photo]
    assert len({m.json["media_group_id"] for m in pictures}) == 1
    assert len(pictures) == 3
    assert pictures[0].text == "셋"


async def test_what_cannot_be_sent_on_is_refused_in_words(town, jung):
    await begins(jung)
    await jung.does("sends_sticker")
    jung.sees("A sticker cannot go into an announcement")
    await jung.does("sends_voice")
    jung.sees("A voice message or music cannot go")
    await jung.does("sends_video")
    jung.sees("A video cannot go into an announcement")
    await jung.does("sends_poll", "1+1?", ["2", "3"], quiz=True)
    jung.sees("A quiz cannot go")
    await jung.does("sends_photo", album="5")
    await jung.does("sends_file", "a.pdf", b"%PDF", album="5")
    jung.sees("An album holds photos only or files only")
    await jung.does("sends_photo", caption="가" * 1025)
    jung.sees("1,025 characters; 1,024 fit there")
    await jung.sends("제 번호는 900101-1234568 이에요")
    jung.sees("resident registration number")


async def test_an_album_of_more_than_ten_is_told(town, jung):
    await begins(jung)
    for _ in range(11):
        await jung.does("sends_photo", album="9")
    jung.sees("An album holds 10 at most")
    await jung.taps("🗑 Take the last one away")
    assert not [label for label in jung.labels() if label.startswith("✅")]


async def test_marks_typed_by_hand_are_asked_about_and_read(town, jung, owner):
    await owner.starts()
    await begins(jung)
    await jung.sends("**굵게** 그리고 <i>기울여</i> [공고](https://seoul.go.kr/)")
    jung.sees("Are they meant as formatting?")
    await jung.taps("🅱 As formatting")
    jung.sees("The formatting is read. 1 message is here.")
    await jung.taps("✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert owner.last().html == '<b>굵게</b> 그리고 <i>기울여</i> <a href="https://seoul.go.kr/">공고</a>'


async def test_a_wrong_mark_is_told_at_its_place_and_can_be_corrected(town, jung):
    await begins(jung)
    await jung.sends("첫 줄\n둘째 줄의 <b>굵은 글")
    await jung.taps("🅱 As formatting")
    jung.sees("Line 2, near “둘째 줄의 <b>굵은 글”", "“<b>” is never closed")
    await jung.sends("첫 줄\n둘째 줄의 <b>굵은 글</b>")
    await jung.taps("🅱 As formatting")
    jung.sees("1 message is here")


async def test_marks_may_be_meant_exactly_as_typed(town, jung, owner):
    await owner.starts()
    await begins(jung)
    await jung.sends("HTML의 <b>태그</b>를 배워요")
    await jung.taps("🔤 Exactly as typed", "✅ That is all (1)")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert owner.last().text == "HTML의 <b>태그</b>를 배워요"


async def test_each_reads_it_in_their_language(town, jung, owner, sajangnim):
    for person in (owner, sajangnim):
        await person.starts()
    await drafts(jung, "사무국이 이사했어요.")
    await jung.taps("✏️ Text and languages")
    jung.sees("English: not written. These readers get it in 한국어.")
    await jung.taps("➕ Also in English")
    await jung.sends("The office has moved.")
    await jung.taps("✅ That is all (1)")
    jung.sees("In 한국어, English")
    await looks(jung, "한국어")
    assert "📤 Send" not in jung.labels()
    await looks(jung, "English")
    await jung.taps("📤 Send", "📤 Yes, send it")
    assert (owner.last().text, sajangnim.last().text) == ("The office has moved.", "사무국이 이사했어요.")


async def test_a_language_can_be_left_out_again_but_not_the_last(town, jung):
    await drafts(jung, "사무국이 이사했어요.")
    await jung.taps("✏️ Text and languages", "➕ Also in English")
    await jung.sends("The office has moved.")
    await jung.taps("✅ That is all (1)", "✏️ Text and languages", "🗑 Without 한국어")
    jung.sees("한국어: not written. These readers get it in English.")
    assert not [label for label in jung.labels() if label.startswith("🗑 Without")]


async def test_buttons_lead_into_the_bot_and_to_the_web_and_taps_are_counted_once(town, jung, owner):
    await owner.starts()
    await drafts(jung, "새 공고가 나왔어요.")
    await jung.taps("🔘 Buttons (0)", "➕ A button", "📄 A call")
    await jung.taps(jung.labels()[0])
    await jung.sends("아주아주아주아주 길고 긴 단추 이름이에요")
    jung.sees("That is too long for a button")
    await jung.sends("공고 보기")
    jung.sees("🔘 1 button")
    await jung.taps("🔘 Buttons (1)", "➕ A button", "🔗 A page on the web")
    await jung.sends("http://seoul")
    jung.sees("An address begins with https://")
    await jung.sends("www.seoul.go.kr/x?y=1")
    await jung.sends("누리집")
    await looks(jung)
    await jung.taps("📤 Send", "📤 Yes, send it")
    owner.sees("[공고 보기] / [누리집] / [🔕")
    await owner.taps("공고 보기")
    owner.sees("Who may apply")
    await owner.taps("공고 보기")
    assert "새 공고가 나왔어요." in owner.chat()
    async with town.office.work() as work:
        assert await announcement_taps.counts(work.connection, 1) == {0: 1}


async def test_a_button_is_taken_away_once(town, jung):
    await drafts(jung, "새 공고가 나왔어요.")
    for label in ("하나", "둘"):
        await jung.taps(jung.labels()[1], "➕ A button", "🗓 Booking a session")
        await jung.sends(label)
    await jung.taps("🔘 Buttons (2)")
    await jung.taps_twice("🗑 “하나”")
    assert "둘" in jung.last().text
    assert "하나" not in jung.last().text


async def test_a_draft_is_kept_used_again_and_thrown_away(town, jung):
    await drafts(jung, "봄 공고")
    await jung.taps("🏠 Home", "🗂 Office", "📣 Announcements", "📝 Drafts (1)", "1. 봄 공고", "📄 Use it again")
    jung.sees("This is a new draft", "Announcement 2", "봄 공고")
    await jung.taps("🗑 Throw it away", "🗑 Yes, throw it away")
    jung.sees("The draft is thrown away.")
    jung.sees_button("📝 Drafts (1)")


async def test_the_kind_can_be_changed(town, jung):
    await drafts(jung, "봄 공고")
    await jung.taps("🏷 Kind", "Service notice")
    jung.sees("🏷 Service notice")


async def test_nobody_else_composes_or_sees_it(town, jung, owner):
    await drafts(jung, "비밀 공고")
    await owner.starts()
    button = jung.last().button("🏷 Kind").data
    owner.remember()
    owner.person.presses_data(owner.last(), button)
    await town.settles()
    owner.sees("Only coordinators of the office")
    owner.sees_not("비밀 공고")


async def test_what_is_edited_in_the_chat_is_corrected(town, jung):
    await begins(jung)
    await jung.sends("3월 6일 설명회")
    sent = jung.my_last().id
    await jung.sends("많이 오세요")
    await jung.edits(sent, "3월 7일 설명회")
    jung.sees("Corrected, as it stands in the chat now.")
    await jung.taps("✅ That is all (2)", "👁 See it as sent: 한국어")
    jung.sees("3월 7일 설명회", "많이 오세요")
    jung.sees_not("3월 6일")


async def test_a_poll_is_said_not_to_be_added_up(town, jung):
    await begins(jung)
    await jung.does("sends_poll", "오실 수 있나요?", ["네", "아니요"])
    jung.sees("Every reader votes in a poll of their own")


async def test_a_preview_in_english_has_english_buttons_on_a_korean_phone(town):
    kim = town.person("김담당", language="ko")
    await kim.starts()
    await town.appoints(kim)
    await kim.starts()
    await kim.taps("🗂 사무국", "📣 공지", "➕ 새 공지", "행사")
    await kim.sends("설명회가 열려요.")
    await kim.taps("✅ 다 보냈어요 (1)", "✏️ 내용과 언어", "➕ 추가: English")
    await kim.sends("There is a briefing.")
    await kim.taps("✅ 다 보냈어요 (1)", "👁 보낼 그대로 보기: English")
    kim.sees("There is a briefing.", "[🔕 No more: Events]", "English 사용자는 이렇게 받아요.")
    await kim.taps("📣 공지 열기", "👁 보낼 그대로 보기: 한국어")
    kim.sees("설명회가 열려요.", "[🔕 그만 받기: 행사]")


async def test_by_night_it_can_be_looked_at_though_letters_wait_for_the_morning(town, clock, jung, owner):
    clock.passes(hours=13)
    await owner.starts()
    await owner.taps("🙋 Ask a person", "Money")
    await owner.sends("A question that the office hears of in the morning")
    await owner.taps("Skip", "Here in this chat", "Send it")
    jung.sees_not("A new question")
    await drafts(jung, "밤에 쓴 소식")
    await looks(jung)


async def test_other_questions_read_messages_as_before(town, jung):
    await jung.starts()
    await jung.taps("🙋 Ask a person", "Money")
    await jung.does("sends_poll", "?", ["1", "2"])
    jung.sees("Please type your answer as text.")


async def test_what_telegram_refuses_is_told_at_its_place_before_anybody_gets_it(town, jung, owner):
    await owner.starts()
    await drafts(jung, "소식")
    wrong = {"text": "내일 설명회가 열려요", "entities": [{"type": "bold", "offset": 3, "length": 100}]}
    parts = ({"method": "sendMessage", "params": wrong},)
    await town.office.do(WriteWords(by=jung.person.id, announcement=1, language="ko", parts=parts))
    await jung.taps("👁 See it as sent: 한국어")
    jung.sees("Telegram does not take it in 한국어", "Near “내일 설명회가 열려요”", "Entity beginning at utf-16 offset 3 ends after")
    await jung.taps("📣 Open the announcement")
    assert "📤 Send" not in jung.labels()
    assert "설명회" not in owner.chat()


async def test_from_the_text_to_the_sending_it_takes_eight_taps(town, jung, owner):
    await opens_shop(town.office, owner.person.id, "한빛제과", serial=1, gu=District.MAPO)
    await owner.starts()
    await begins(jung)
    await jung.sends("사무국이 이사했어요.")
    taps = ("✅ That is all (1)", "👥 To whom (2)", "Gu of the shop", "☐ Mapo-gu", "◀ The announcement", "👁 See it as sent: 한국어")
    last = ("📤 Send", "📤 Yes, send it")
    await jung.taps(*taps, *last)
    assert len(taps) + len(last) == 8
    owner.sees("사무국이 이사했어요.")


async def test_below_a_preview_stands_what_comes_next(town, jung, owner):
    await owner.starts()
    await drafts(jung, "사무국이 이사했어요.")
    await jung.taps("✏️ Text and languages", "➕ Also in English")
    await jung.sends("The office has moved.")
    await jung.taps("✅ That is all (1)", "👁 See it as sent: 한국어")
    assert jung.labels()[0] == "👁 See it as sent: English"
    await jung.taps("👁 See it as sent: English")
    assert jung.labels()[:2] == ["📤 Send", "🕑 At another time"]
    await jung.taps("📤 Send", "📤 Yes, send it")
    jung.sees("It is going out to 2 people")


async def test_the_usual_words_of_a_button_are_one_tap_in_each_language(town, jung, owner):
    await owner.starts()
    await drafts(jung, "상담하러 오세요.")
    await jung.taps("✏️ Text and languages", "➕ Also in English")
    await jung.sends("Come and talk to us.")
    await jung.taps("✅ That is all (1)", "🔘 Buttons (0)", "➕ A button", "🗓 Booking a session", "상담 예약하기", "Book a session")
    jung.sees("🔘 1 button")
    await jung.taps("👁 See it as sent: 한국어", "👁 See it as sent: English", "📤 Send", "📤 Yes, send it")
    owner.sees("[Book a session] / [🔕")


async def test_an_album_is_answered_once(town, jung):
    await begins(jung)
    before = len(town.emulator.calls)
    for n in range(5):
        await jung.does("sends_photo", caption="다섯" if n == 0 else "", album="5")
    shown = [call for call in town.emulator.calls[before:] if call.method in {"sendMessage", "editMessageText"}]
    assert len(shown) == 1
    jung.sees_button("✅ That is all (1)")
    await jung.does("sends_photo")
    jung.sees("2 messages are here")


async def test_marks_below_an_album_are_asked_about_and_no_picture_is_lost(town, jung, owner):
    await owner.starts()
    await begins(jung)
    for n in range(3):
        await jung.does("sends_photo", caption="**셋**이에요" if n == 0 else "", album="8")
    assert "Are they meant as formatting?" in jung.last().text  # said with the first picture; the others are taken silently
    await jung.taps("🅱 As formatting")
    await jung.sends("아래에서 보세요.")
    await jung.taps("✅ That is all (2)", "👁 See it as sent: 한국어", "📤 Send", "📤 Yes, send it")
    pictures = [m for m in owner.person.chat() if m.photo]
    assert len(pictures) == 3
    assert pictures[0].html == "<b>셋</b>이에요"


async def test_who_stops_a_question_gets_back_to_the_announcement(town, jung):
    await drafts(jung, "새 공고가 나왔어요.")
    await jung.taps("🔘 Buttons (0)", "➕ A button", "Cancel", "📣 Open the announcement")
    jung.sees("Announcement 1 · draft")
    await jung.taps("🔘 Buttons (0)", "➕ A button", "🗓 Booking a session", "Later", "📣 Open the announcement")
    jung.sees("Announcement 1 · draft")
    await jung.taps("🔘 Buttons (0)", "➕ A button", "Cancel", "Throw away", "📣 Open the announcement")
    jung.sees("Announcement 1 · draft")
    await jung.taps("🏷 Kind", "◀ The announcement", "✏️ Text and languages", "➕ Also in English", "Cancel")
    jung.sees_button("📣 Open the announcement")
    await jung.taps("Start again", "Cancel", "📣 Open the announcement", "📣 All announcements", "➕ New announcement", "Cancel")
    await jung.taps("📣 All announcements")
    jung.sees_button("📝 Drafts (1)")
