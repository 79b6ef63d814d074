"""The languages the bot speaks, and which of them a phone is asking for."""

from functools import cache

from bot.words.formats import language_name
from bot.words.texts import verbatim
from bot.words.value import Words

SHIPPED = ("ko", "en")
DEFAULT = "ko"
FOREIGN = "en"  # for phones set to a language we do not ship

# Telegram sends IETF tags; CLDR's own matching finds nothing for "zh-CN".
_ALIASES = {"zh": "zh_Hans", "zh_cn": "zh_Hans", "zh_sg": "zh_Hans", "zh_my": "zh_Hans", "zh_hans": "zh_Hans"}


@cache
def negotiate(telegram_language_code: str | None) -> str:
    """A shipped language for Telegram's `language_code`; Korean when the phone does not say."""
    tag = (telegram_language_code or "").strip().replace("-", "_").lower()
    if not tag:
        return DEFAULT
    if tag.startswith("zh_hans"):
        tag = "zh_hans"
    wanted = _ALIASES.get(tag, tag.partition("_")[0])
    return wanted if wanted in SHIPPED else FOREIGN


def own_name(language: str) -> Words:
    """What speakers of a language call it; the same whatever language the screen is in."""
    return verbatim(language_name(language))
