"""The whole way of an announcement, as a coordinator in Seoul walks it."""

from dataclasses import replace

from programme.districts import District
from tests.finder.street import opens_shop


async def test_an_announcement_from_the_first_word_to_the_last_number(town, clock, sajangnim):
    jung, lee = town.person("정담당", language="ko"), town.person("이담당", language="ko")
    for one in (jung, lee, sajangnim):
        await one.starts()
    await opens_shop(town.office, sajangnim.person.id, "한빛제과", serial=1, gu=District.MAPO)
    await town.appoints(jung, lee)
    town.office.house = replace(town.office.house, large_audience=1)
    await jung.starts()
    await jung.taps("🗂 사무국", "📣 공지", "➕ 새 공지", "행사")
    jung.sees("한국어로 보낼 내용을 여기에 보내 주세요.")
    await jung.sends("3월 10일 **설명회**가 열려요.")
    jung.sees("서식으로 쓰신 건가요?")
    await jung.taps("🅱 서식으로", "✅ 다 보냈어요 (1)")
    jung.sees("공지 1번 · 초안", "English 사용자는 한국어로 받아요.", "받는 분: 모두")
    await jung.taps("👥 받는 분 (3)", "가게 자치구", "☐ 마포구")
    jung.sees("받는 분: 가게가 마포구에 있는 분", "지금 1명이에요.")
    await jung.taps("◀ 공지로", "🔘 버튼 (0)", "➕ 버튼", "🗓 상담 예약")
    await jung.sends("상담 예약하기")
    jung.sees("🔘 버튼 1개", "다른 사람이 승인해야 해요")
    await jung.taps("👁 보낼 그대로 보기: 한국어")
    jung.sees("3월 10일 설명회가 열려요.", "[상담 예약하기] / [🔕 그만 받기: 행사]", "한국어 사용자는 이렇게 받아요.")
    await jung.taps("📣 공지 열기", "🙋 승인 요청")
    jung.sees("동료 1명에게 승인을 요청했어요.")
    lee.sees("승인을 기다리는 공지가 있어요.", "1명에게 가는 공지예요.")
    await lee.taps("📣 공지 열기", "✅ 승인")
    jung.sees("공지가 승인됐어요.")
    await jung.taps("📣 공지 열기", "🕑 시간 정해 보내기")
    await jung.sends("오늘 오후 3시")
    jung.sees("이때 1명에게 보낼까요?")
    await jung.taps("🕑 네, 그때 보내요")
    jung.sees("예약했어요", "예약됨")
    clock.passes(hours=5)
    await town.does_chores()
    sajangnim.sees("3월 10일 설명회가 열려요.", "[상담 예약하기]")
    assert sajangnim.last().html.startswith("3월 10일 <b>설명회</b>가")
    clock.passes(seconds=6)
    await town.does_chores()
    jung.sees("공지 1번 · 보냄", "100 %", "✅ 도착 1명")
    await sajangnim.taps("🔕 그만 받기: 행사")
    sajangnim.sees("‘행사’ 소식을 껐어요.", "‘🔔 받을 소식’에서 켜세요")
