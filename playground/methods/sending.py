"""Messages without files: texts, places, contacts, polls, "typing"."""

from typing import Any

from playground.chats import Chat
from playground.emulator import Emulator
from playground.keyboards import checked_markup
from playground.methods.places import chat_of, reply_of, topic_of
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import bad
from playground.texts import message_text

TO = "chat_id message_thread_id disable_notification protect_content message_effect_id allow_paid_broadcast"
SEND = f"{TO} reply_parameters reply_markup allow_sending_without_reply reply_to_message_id"
_TYPING_MS = 5_000
_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_POLL_QUESTION = 300
_POLL_OPTION = 100
_POLL_OPTIONS = range(1, 13)


def send(town: Emulator, given: Parameters, chat: Chat, content: dict[str, Any]) -> dict[str, Any]:
    """The last steps of every sending method; answers the message as the bot gets it."""
    markup = checked_markup(given.json("reply_markup"), private=chat.private)
    more = topic_of(chat, given) | reply_of(town, chat, given) | ({"has_protected_content": True} if given.flag("protect_content") else {})
    town.limits.charge(chat.id)
    return dict(town.post(chat, town.bot_user(), {**content, **more}, markup=markup).json)


@method("sendMessage", f"{SEND} text parse_mode entities link_preview_options disable_web_page_preview", sends=True)
def send_message(town: Emulator, given: Parameters) -> dict[str, Any]:
    text = message_text(given.text("text"), given.text("parse_mode"), given.json("entities"))
    preview = given.json("link_preview_options")
    content: dict[str, Any] = {"text": text.plain}
    if text.entities:
        content["entities"] = text.json(town.users())
    if isinstance(preview, dict) and preview:
        content["link_preview_options"] = preview
    return send(town, given, chat_of(town, given), content)


@method("sendLocation", f"{SEND} latitude longitude horizontal_accuracy live_period heading proximity_alert_radius", sends=True)
def send_location(town: Emulator, given: Parameters) -> dict[str, Any]:
    return send(town, given, chat_of(town, given), {"location": _place(given)})


@method("sendVenue", f"{SEND} latitude longitude title address foursquare_id foursquare_type google_place_id google_place_type", sends=True)
def send_venue(town: Emulator, given: Parameters) -> dict[str, Any]:
    place = _place(given)
    venue = {"location": place, "title": given.required("title"), "address": given.required("address")}
    return send(town, given, chat_of(town, given), {"location": place, "venue": venue})


@method("sendContact", f"{SEND} phone_number first_name last_name vcard", sends=True)
def send_contact(town: Emulator, given: Parameters) -> dict[str, Any]:
    contact = {"phone_number": given.required("phone_number"), "first_name": given.required("first_name")}
    contact |= {name: given.text(name) for name in ("last_name", "vcard") if given.text(name)}
    return send(town, given, chat_of(town, given), {"contact": contact})


@method("sendPoll", f"{SEND} question options is_anonymous type allows_multiple_answers open_period close_date is_closed", sends=True)
def send_poll(town: Emulator, given: Parameters) -> dict[str, Any]:
    question = given.required("question")
    if len(question) > _POLL_QUESTION:
        raise bad(f"poll question length must not exceed {_POLL_QUESTION}")
    options = [option.get("text", "") if isinstance(option, dict) else option for option in given.array("options")]
    if len(options) not in _POLL_OPTIONS:
        raise bad(
            f"poll must have at least {_POLL_OPTIONS[0]} option"
            if not options
            else f"poll can't have more than {_POLL_OPTIONS[-1]} options"
        )
    if not all(isinstance(option, str) and 0 < len(option) <= _POLL_OPTION for option in options):
        raise bad(f"poll options length must not exceed {_POLL_OPTION}")
    town.keyboards_made += 1
    poll = {
        "id": str(town.keyboards_made),
        "question": question,
        "options": [{"text": option, "voter_count": 0, "persistent_id": str(number)} for number, option in enumerate(options)],
        "total_voter_count": 0,
        "is_closed": given.flag("is_closed"),
        "is_anonymous": "is_anonymous" not in given or given.flag("is_anonymous"),
        "type": given.text("type", "regular"),
        "allows_multiple_answers": given.flag("allows_multiple_answers"),
        "allows_revoting": False,
        "members_only": False,
    }
    return send(town, given, chat_of(town, given), {"poll": poll})


@method("sendChatAction", "chat_id action message_thread_id")
def send_chat_action(town: Emulator, given: Parameters) -> bool:
    chat = chat_of(town, given)
    if given.text("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    town.tell("typing", chat_id=chat.id, action=given.text("action"), for_ms=_TYPING_MS)
    return True


def _place(given: Parameters) -> dict[str, float]:
    latitude, longitude = given.number("latitude"), given.number("longitude")
    if abs(latitude) > 90 or abs(longitude) > 180:  # noqa: PLR2004 - the size of the earth
        raise bad("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}
