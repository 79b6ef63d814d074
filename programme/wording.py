"""A few words in the programme's own two languages: names and titles that come with its facts, not with the chat."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    ko: str
    en: str

    @property
    def by_language(self) -> dict[str, str]:
        return {"ko": self.ko, "en": self.en}
