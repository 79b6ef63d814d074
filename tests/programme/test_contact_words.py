"""What must not stand in a sentence that strangers read."""

import pytest

from programme.contact_words import Reach, names, reach_in


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678",
        "전화 주세요 01012345678 언제든",
        "+82 10 1234 5678",
        "0 1 0 1 2 3 4 5 6 7 8",
        "공일공 일이삼사 오육칠팔",
        "０１０－１２３４－５６７８",
        "010\u200b1234\u200b5678",
        "1588-1234",
        "(02) 123-4567 로",
        "123-45-67890",
        "010.1234.5678",
        "٠١٠١٢٣٤٥٦٧٨",
        "010,1234,5678",
    ],
)
def test_a_number_is_found_however_it_is_written(text):
    assert reach_in(text) is Reach.NUMBER


@pytest.mark.parametrize(
    "text", ["https://hanbit.kr", "see www.hanbit", "hanbit.com 에서", "t.me/hanbit", "HANBIT.CO.KR", "smartstore.naver.com/x", "한빛.한국"]
)
def test_a_link_is_found(text):
    assert reach_in(text) is Reach.LINK


@pytest.mark.parametrize(
    "text",
    [
        "@hanbit",
        "hanbit@mail",
        "카톡 아이디 hanbit",
        "카톡: hanbit",
        "인스타 hanbit_80",
        "kakao id hanbit",
        "텔레그램 계정은 hanbit",
        "＠hanbit",
    ],
)
def test_an_account_is_found(text):
    assert reach_in(text) is Reach.ACCOUNT


@pytest.mark.parametrize(
    "text",
    [
        "오븐을 함께 쓰고 밀가루를 같이 사고 싶어요.",
        "예산은 50,000,000원 정도예요",
        "about 30000000 won",
        "2019-2024년에 함께 해 봤어요",
        "Instagram marketing together, and 3 shops by 2027",
        "A band plays here on Sundays. Line dancing too.",
        "인스타 홍보를 같이 해요",
        "매일 06:00-14:00 오븐이 비어요",
        "이삼일에 한 번",
        "",
    ],
)
def test_an_ordinary_sentence_can_be_shown(text):
    assert reach_in(text) is None


def test_a_name_is_found_however_it_is_spaced():
    assert names("저희 한빛  빵집이에요", "한빛 빵집")
    assert names("HanBit-Bakery!", "Hanbit bakery")
    assert not names("빵집이에요", "한빛 빵집")
    assert not names("가게", "가")
