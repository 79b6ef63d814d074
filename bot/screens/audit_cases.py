"""To what a deed was done, in words: numbers and kinds, never a name of a member."""

from bot.words import Words, t, verbatim
from services.record_cases import Case

# The number that follows the kind is told where a person of the office meets it elsewhere, too.
KINDS: dict[str, Words] = {
    "amendment": t("change of what was sent"),
    "announcement": t("announcement"),
    "assessment": t("check"),
    "call": t("call"),
    "card_copy": t("copy of a card"),
    "certificate": t("certificate"),
    "consortium": t("consortium"),
    "consultant": t("consultant"),
    "day": t("day"),
    "estimate": t("estimate"),
    "event": t("event"),
    "event_date": t("date of an event"),
    "group": t("group"),
    "handover": t("handover of the lead"),
    "inquiry": t("question"),
    "introduction": t("introduction"),
    "introduction_card": t("card of introductions"),
    "invitation": t("invitation"),
    "invitation_question": t("question about an invitation"),
    "notice": t("notice"),
    "person": t("person"),
    "registration": t("registration"),
    "role": t("role"),
    "role_link": t("link to the office"),
    "saved_reply": t("saved reply"),
    "session": t("session"),
    "session_wait": t("waiting for a time"),
    "shop": t("shop"),
    "waiting_seat": t("waiting for a seat"),
    "year": t("year"),
}
_UNNUMBERED = {"person", "consultant", "group", "card_copy"}  # Telegram's own ids say who it is
_AS_WRITTEN = {"call", "day", "year"}


def subject_words(on: str) -> Words | None:
    """None where it was done to nothing of its own."""
    kind, _, which = on.partition(":")
    name = KINDS.get(kind)
    if name is None:
        return None
    if kind in _UNNUMBERED or not which:
        return name
    if kind in _AS_WRITTEN:
        return t("{kind} {which}", kind=name, which=verbatim(which.partition("@")[0]))  # without the digest of a version
    return t("{kind} No. {n}", kind=name, n=verbatim(which)) if which.isdecimal() else name


def case_name(case: Case) -> Words:
    return {
        Case.ANY: t("Everything"),
        Case.EVENT: t("Events"),
        Case.SHOP: t("Shops"),
        Case.CONSORTIUM: t("Consortia"),
        Case.SESSION: t("Sessions"),
        Case.QUESTION: t("Questions"),
        Case.ANNOUNCEMENT: t("Announcements"),
        Case.ROLE: t("Roles"),
        Case.NOTICE: t("Notices"),
    }[case]
