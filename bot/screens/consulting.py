"""The words of consulting that all its screens share: callings, topics, ways, languages."""

from bot.words import Words, t, verbatim
from programme.spoken import Spoken
from programme.topics import Topic, Way
from storage.consultants import Calling


def calling_name(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("Consultant")
        case Calling.MENTOR:
            return t("Mentor")


def topic_name(topic: Topic | str) -> Words:
    return _TOPICS[Topic(topic)]


def way_name(way: Way | str) -> Words:
    return _WAYS[Way(way)]


def language_name(language: Spoken | str) -> Words:
    return verbatim(Spoken(language).own_name)


_TOPICS = {
    Topic.PLANNING: t("📝 Business planning"),
    Topic.MARKETING: t("📣 Marketing"),
    Topic.TAX: t("🧮 Tax"),
    Topic.ACCOUNTING: t("📒 Accounting"),
    Topic.LAW: t("⚖️ Law"),
    Topic.CONFLICT: t("🕊 Conflict mediation"),
    Topic.BRAND: t("🎨 Brand"),
    Topic.ONLINE: t("🛒 Online shops"),
}
_WAYS = {Way.SITE: t("🏢 On site"), Way.VIDEO: t("💻 By video"), Way.PHONE: t("📞 By phone")}
