"""Seoul's 25 gu. The value is the five-digit administrative code."""

from enum import StrEnum

from programme.wording import Wording


class District(StrEnum):
    JONGNO = "11110"
    JUNG = "11140"
    YONGSAN = "11170"
    SEONGDONG = "11200"
    GWANGJIN = "11215"
    DONGDAEMUN = "11230"
    JUNGNANG = "11260"
    SEONGBUK = "11290"
    GANGBUK = "11305"
    DOBONG = "11320"
    NOWON = "11350"
    EUNPYEONG = "11380"
    SEODAEMUN = "11410"
    MAPO = "11440"
    YANGCHEON = "11470"
    GANGSEO = "11500"
    GURO = "11530"
    GEUMCHEON = "11545"
    YEONGDEUNGPO = "11560"
    DONGJAK = "11590"
    GWANAK = "11620"
    SEOCHO = "11650"
    GANGNAM = "11680"
    SONGPA = "11710"
    GANGDONG = "11740"

    @property
    def wording(self) -> Wording:
        return Wording(f"{_KOREAN[self]}구", f"{self.name.capitalize()}-gu")


_IN_ORDER = """종로 중 용산 성동 광진 동대문 중랑 성북 강북 도봉 노원 은평 서대문
마포 양천 강서 구로 금천 영등포 동작 관악 서초 강남 송파 강동"""
_KOREAN = dict(zip(District, _IN_ORDER.split(), strict=True))
