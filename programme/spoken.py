"""Languages that consultants advise in. The codes are stored; each is named in its own words, so that whoever needs it finds it."""

from enum import StrEnum


class Spoken(StrEnum):
    KOREAN = "ko"
    ENGLISH = "en"
    CHINESE = "zh"
    JAPANESE = "ja"
    VIETNAMESE = "vi"
    THAI = "th"
    MONGOLIAN = "mn"
    RUSSIAN = "ru"
    SIGN = "kvk"  # Korean sign language

    @property
    def own_name(self) -> str:
        return _OWN_NAMES[self]


_OWN_NAMES = {
    Spoken.KOREAN: "한국어",
    Spoken.ENGLISH: "English",
    Spoken.CHINESE: "中文",
    Spoken.JAPANESE: "日本語",
    Spoken.VIETNAMESE: "Tiếng Việt",
    Spoken.THAI: "ไทย",
    Spoken.MONGOLIAN: "Монгол",
    Spoken.RUSSIAN: "Русский",
    Spoken.SIGN: "한국수어",
}
