"""Every deed that the audit notes, in words. A deed without words fails `tests/house/test_audit_words.py`; words of one that is gone stay,
since its rows do.
"""

from collections.abc import Callable

from bot.screens import audit_deeds_members, audit_deeds_office
from bot.screens.consulting import calling_name
from bot.screens.event_guests import why_ahead
from bot.screens.finder_reports import reason_name
from bot.screens.inquiries import topic
from bot.screens.roles import role_name
from bot.screens.shop_checks import reason as shop_reason
from bot.screens.shop_proofs import proof_name
from bot.words import Words, t
from programme.rights import Role
from services.event_guests import WhyAhead
from services.finder_reports import Reason
from services.inquiries import Topic
from services.shop_proofs import Proof, WhyNot
from storage.consultants import Calling

DEEDS: dict[str, Words] = {**audit_deeds_office.DEEDS, **audit_deeds_members.DEEDS}

_PLAIN = {
    "off": t("turned off"),
    "on": t("turned on"),
    "settings": t("by the settings of the operator"),
    "blocked": t("out of sight"),
    "fine": t("it is fine"),
    "done": t("it took place"),
    "missed": t("the member missed it"),
    "not_given": t("it was not given"),
    "ill": t("ill"),
    "urgent": t("something urgent"),
    "left": t("they advise no longer"),
    "unknown": t("nobody's code"),
    "not_registered": t("not registered"),
    "maybe": t("comes perhaps"),
    "said_no": t("said no"),
    "waiting": t("waits for a seat"),
    "cancelled": t("the event is cancelled"),
    "too_early": t("too early"),
    "too_late": t("too late"),
    "full": t("no seat left"),
    "soon": t("before its end"),
    "ended": t("it is over"),
}
_BY_DEED: dict[str, Callable[[str], Words]] = {
    "InviteToOffice": lambda why: role_name(Role(why)),
    "ReportCard": lambda why: reason_name(Reason(why)),
    "RecordProof": lambda why: proof_name(Proof(why)),
    "PutAhead": lambda why: why_ahead(WhyAhead(why)),
    "InviteConsultant": lambda why: calling_name(Calling(why)),
    "LeaveQuestion": lambda why: topic(Topic(why)),
    "BeginTalk": lambda why: topic(Topic(why)),
    "RefuseShop": lambda why: shop_reason(WhyNot(why)),
}


def deed_name(did: str) -> Words:
    """Of a deed that this version does not know: a newer one wrote it."""
    return DEEDS.get(did, t("something this version does not know"))


def why_words(did: str, why: str) -> Words | None:
    """None where no code stands, or one that says nothing to a person, like the number of a version."""
    try:
        return _BY_DEED[did](why) if did in _BY_DEED else _PLAIN.get(why)
    except ValueError:
        return None
