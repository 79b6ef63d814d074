"""The words of consulting that all its screens share: callings, topics, ways, languages."""

from bot.screens.consultant_taps import ShowMyDesk
from bot.screens.screen import button
from bot.screens.wording import worded
from bot.words import Words, lines, t, verbatim
from programme.districts import District
from programme.spoken import Spoken
from programme.topics import Topic, Way
from storage.consultants import Calling, Profile

MY_DESK = button(t("🗂 My desk"), ShowMyDesk())


def calling_name(calling: Calling) -> Words:
    match calling:
        case Calling.CONSULTANT:
            return t("Consultant")
        case Calling.MENTOR:
            return t("Mentor")


def kind_name(calling: Calling) -> Words:
    """What they give, as it is counted in the year."""
    match calling:
        case Calling.CONSULTANT:
            return t("Consulting")
        case Calling.MENTOR:
            return t("Mentoring")


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


def profile_lines(profile: Profile) -> Words:
    """Everything of a profile but its name: for the consultant and the office."""
    return lines(
        t("“{line}”", line=profile.line),
        t("• Topics: {topics}", topics=tuple(topic_name(one) for one in profile.topics)),
        t("• Languages: {languages}", languages=tuple(language_name(one) for one in profile.languages)),
        t("• Meets: {ways}, {gu}", ways=tuple(way_name(one) for one in profile.ways), gu=worded(District(profile.gu).wording)),
        _place(profile),
        t("• Video room: {link}", link=profile.link) if profile.link else None,
    )


def _place(profile: Profile) -> Words | None:
    if not profile.place:
        return None
    if profile.latitude is None:
        return t("• Place: {place}, {address}", place=profile.place, address=profile.address)
    return t("• Place: {place}, {address} (📍 on the map)", place=profile.place, address=profile.address)
