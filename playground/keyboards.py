"""The four kinds of reply markup, checked as Telegram checks them."""

from typing import Any

from playground.inline import CHOSEN_CHATS
from playground.links import WrongLink, checked_link, user_of_link
from playground.refusals import Refused, bad

MOST_BUTTONS = 100
MOST_KEYS = 300
_MOST_DATA = 64  # bytes
_MOST_COPIED = 256
_MOST_PLACEHOLDER = 64
_STYLES = ("", "primary", "danger", "success")
_BUTTON_FIELDS = frozenset(
    [
        "text",
        "url",
        "callback_data",
        "callback_game",
        "pay",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "login_url",
        "web_app",
        "copy_text",
        "icon_custom_emoji_id",
        "style",
    ]
)
_KEY_FIELDS = frozenset(
    [
        "text",
        "request_contact",
        "request_location",
        "request_poll",
        "request_users",
        "request_chat",
        "web_app",
        "icon_custom_emoji_id",
        "style",
    ]
)
_REQUEST_FIELDS = frozenset(
    ["request_id", "user_is_bot", "user_is_premium", "max_quantity", "request_name", "request_username", "request_photo"]
)
_MOST_ASKED_FOR = 10
_KINDS = {
    "inline_keyboard": {"inline_keyboard"},
    "keyboard": {"keyboard", "resize_keyboard", "one_time_keyboard", "is_persistent", "selective", "input_field_placeholder"},
    "remove_keyboard": {"remove_keyboard", "selective"},
    "force_reply": {"force_reply", "selective", "input_field_placeholder"},
}


def checked_markup(value: object, *, private: bool) -> dict[str, Any] | None:
    """The markup without empty rows; None when nothing is left of it. Raises Refused."""
    if value is None or value == "":
        return None
    if not isinstance(value, dict):
        raise bad("Object expected as reply markup")
    kind = next((name for name in _KINDS if value.get(name)), None)
    _no_strangers(value, _KINDS[kind] if kind else set().union(*_KINDS.values()), "reply markup")
    match kind:
        case "inline_keyboard":
            return _inline(value["inline_keyboard"])
        case "keyboard":
            return _keys(value, private=private)
        case "remove_keyboard" | "force_reply":
            return dict(value)
        case _:
            return None


def checked_inline(value: object) -> dict[str, Any] | None:
    """What an edited message may carry: an inline keyboard or nothing."""
    markup = checked_markup(value, private=True)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("Inline keyboard expected")
    return markup


def _inline(rows: object) -> dict[str, Any] | None:
    kept = [row for row in (_row(row, "inline_keyboard", _checked_button) for row in _rows(rows, "inline_keyboard")) if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    return {"inline_keyboard": kept} if kept else None


def _keys(value: dict[str, Any], *, private: bool) -> dict[str, Any] | None:
    def checked(key: object) -> dict[str, Any]:
        return _checked_key(key, private=private)

    kept = [row for row in (_row(row, "keyboard", checked) for row in _rows(value["keyboard"], "keyboard")) if row]
    if sum(map(len, kept)) > MOST_KEYS:
        raise bad("reply markup is too long")
    if len(str(value.get("input_field_placeholder") or "")) > _MOST_PLACEHOLDER:
        raise bad("REPLY_MARKUP_PLACEHOLDER_INVALID")
    return {**value, "keyboard": kept} if kept else None


def _rows(rows: object, name: str) -> list[object]:
    if not isinstance(rows, list):
        raise bad(f'Field "{name}" must be of type Array')
    return rows


def _row(row: object, name: str, check: Any) -> list[dict[str, Any]]:
    if not isinstance(row, list):
        of = " of the InlineKeyboardMarkup" if name == "inline_keyboard" else ""
        raise bad(f'Field "{name}"{of} must be an Array of Arrays')
    return [check(button) for button in row]


def _checked_button(button: object) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise bad("Can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _no_strangers(button, _BUTTON_FIELDS, "inline keyboard button")
    _check_look(button, "Inline keyboard button")
    deeds = _BUTTON_FIELDS - {"text", "icon_custom_emoji_id", "style"}
    if not any(button.get(name) or (name.startswith("switch_") and name in button) for name in deeds):
        raise bad("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if button.get("url"):
        return {**button, "url": _checked_url(str(button["url"]))}
    if button.get("callback_data") and len(_bytes(button["callback_data"])) > _MOST_DATA:
        raise bad("BUTTON_DATA_INVALID")
    _check_switches(button)
    if "copy_text" in button and not 1 <= len(_copied(button)) <= _MOST_COPIED:
        raise bad("BUTTON_COPY_TEXT_INVALID")
    return dict(button)


def _check_switches(button: dict[str, Any]) -> None:
    for name in ("switch_inline_query", "switch_inline_query_current_chat"):
        if not isinstance(button.get(name, ""), str):
            raise bad(f'Can\'t parse inline keyboard button: Field "{name}" must be of type String')
    chosen = button.get("switch_inline_query_chosen_chat")
    if chosen is None:
        return
    if not isinstance(chosen, dict):
        raise bad('Can\'t parse inline keyboard button: Field "switch_inline_query_chosen_chat" must be of type Object')
    _no_strangers(chosen, {"query", *CHOSEN_CHATS}, "switch to a chosen chat")
    if not any(chosen.get(name) for name in CHOSEN_CHATS):
        raise bad("At least one chat type must be allowed")


def _checked_key(key: object, *, private: bool) -> dict[str, Any]:
    if isinstance(key, str):
        key = {"text": key}
    if not isinstance(key, dict):
        raise bad("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    _no_strangers(key, _KEY_FIELDS, "keyboard button")
    _check_look(key, "Keyboard button")
    asked = {
        "request_contact": "Phone number",
        "request_location": "Location",
        "request_poll": "Poll",
        "request_users": "Users",
        "request_chat": "Chats",
    }
    for name, thing in asked.items():
        if key.get(name) and not private:
            raise bad(f"{thing} can be requested in private chats only")
    if "request_users" in key:
        _check_request(key["request_users"])
    return dict(key)


def _check_request(asked: object) -> None:
    if not isinstance(asked, dict):
        raise bad('Can\'t parse keyboard button: Field "request_users" must be of type Object')
    _no_strangers(asked, _REQUEST_FIELDS, "request for users")
    if "request_id" not in asked:
        raise bad("Can't parse keyboard button: Can't find field \"request_id\"")
    for name in ("request_id", "max_quantity"):
        if isinstance(asked.get(name, 1), bool) or not isinstance(asked.get(name, 1), int):
            raise bad(f'Can\'t parse keyboard button: Field "{name}" must be of type Number')
    if asked.get("max_quantity", 1) > _MOST_ASKED_FOR:
        raise Refused(400, f"Bad Request: request for users asks for more than {_MOST_ASKED_FOR}")


def _check_look(button: dict[str, Any], name: str) -> None:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad(f'Can\'t parse {name[0].lower()}{name[1:]}: Field "text" must be of type String')
    if not text.strip():
        raise bad(f"{name} text must be non-empty")
    if button.get("style", "") not in _STYLES:
        raise bad(f"Can't parse {name[0].lower()}{name[1:]}: invalid button style specified")


def _checked_url(url: str) -> str:
    if user_of_link(url) is not None:
        return url
    try:
        return checked_link(url)
    except WrongLink as error:
        raise bad(f"inline keyboard button URL '{url}' is invalid: {error}") from error


def _copied(button: dict[str, Any]) -> str:
    copied = button["copy_text"]
    return str(copied.get("text", "")) if isinstance(copied, dict) else ""


def _bytes(text: object) -> bytes:
    return str(text).encode("utf-8", "surrogatepass")


def _no_strangers(value: dict[str, Any], known: frozenset[str] | set[str], where: str) -> None:
    strangers = sorted(set(value) - known)
    if strangers:
        raise Refused(400, f'Bad Request: {where} has unknown field "{strangers[0]}"')
