"""A screen becomes sheets: what one message each will hold, as JSON that a letter can carry."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from bot.screens.menu import Command
from bot.screens.screen import AsksFor, Button, Link, Ready, Screen
from bot.taps import encode
from bot.wire.pages import pages, visible_length
from bot.words import Words, t

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_NOTICE = 200
LONGEST_COMMAND_WORDS = 256

_USUAL = {
    AsksFor.CONTACT: t("Share my phone number"),
    AsksFor.LOCATION: t("Share where I am"),
    AsksFor.PEOPLE: t("Choose people"),
}

Sheet = dict[str, Any]
# {"text": html, "keyboard"?: rows, "picture"?: JSON of the picture, "document"?: JSON of the document, "file"?: {"kind", "file_id"},
#  "menu"?: [{"command", "description"}] of this chat from now on, none: everybody's,
#  "venue"?: {"title", "address", "latitude", "longitude"}, "call"?: {"method", "parameters": JSON}, "stays"?: true, "language": "ko"}


def sheets(screen: Screen, language: str, bot_username: str) -> list[Sheet]:
    """At least one sheet; only the last has buttons, earlier ones are what did not fit into it."""
    parts = pages(screen.words.html(language) + _spelled(screen, bot_username), LONGEST_TEXT)
    last: Sheet = {"text": parts[-1], "language": language}
    before: list[Sheet] = [{"text": part, "language": language} for part in parts[:-1]]
    if screen.rows:
        last["keyboard"] = keyboard(screen.rows, language, bot_username)
    if screen.stays:
        last["stays"] = True
    if screen.menu is not None:
        last["menu"] = listed(screen.menu, language)
    if screen.picture is not None:
        _add_picture(screen, language, bot_username, before, last)
    before += [{"text": "", "file": {"kind": one.kind.value, "file_id": one.file_id}, "language": language} for one in screen.encloses]
    before += _documents(screen, language)
    if screen.venue is not None:
        before.append({"text": "", "venue": asdict(screen.venue), "language": language})
    return [*(_ready(one, bot_username) for one in screen.ready), *before, last]


def _ready(one: Ready, bot_username: str) -> Sheet:
    sheet: Sheet = {"text": "", "call": {"method": one.method, "parameters": one.parameters}, "language": one.language}
    return sheet | ({"keyboard": keyboard(one.rows, one.language, bot_username)} if one.rows else {})


def keyboard(rows: tuple[tuple[Button, ...], ...], language: str, bot_username: str = "") -> list[list[dict[str, str]]]:
    """As the Bot API takes it."""
    return [[_button(button, language, bot_username) for button in row] for row in rows]


def listed(commands: Sequence[Command], language: str) -> list[dict[str, str]]:
    """As the Bot API takes them."""
    return [{"command": one.name, "description": one.words.in_(language)[:LONGEST_COMMAND_WORDS]} for one in commands]


def notice(screen: Screen, language: str) -> str:
    """The toast or alert of a screen; empty when it has none."""
    return toast(screen.notice, language)


def toast(words: Words | None, language: str) -> str:
    if words is None:
        return ""
    text = words.in_(language)
    return text if len(text) <= LONGEST_NOTICE else text[: LONGEST_NOTICE - 1] + "…"


def asks(screen: Screen, language: str) -> dict[str, Any]:
    """What a reply keyboard asks the phone to share, and the words on its key."""
    assert screen.asks_for is not None
    label = screen.asks_label or _USUAL[screen.asks_for]
    return {"for": screen.asks_for.value, "label": label.in_(language), "most": screen.asks_most}


def deep_link(link: Link, bot_username: str) -> str:
    return f"https://t.me/{bot_username}?start={link.payload}"


def _documents(screen: Screen, language: str) -> list[Sheet]:
    if not screen.documents:
        return []
    from bot.documents.registry import to_json  # noqa: PLC0415 - documents load fonts and typesetters

    return [{"text": "", "document": to_json(one), "language": language} for one in screen.documents]


def _spelled(screen: Screen, bot_username: str) -> str:
    """As code, which a tap copies."""
    return f"\n\n<code>{deep_link(screen.spells, bot_username)}</code>" if screen.spells is not None else ""


def _add_picture(screen: Screen, language: str, bot_username: str, before: list[Sheet], last: Sheet) -> None:
    from bot.pictures.registry import to_json  # noqa: PLC0415 - pictures load fonts

    assert screen.picture is not None
    picture = to_json(screen.picture.in_bot(bot_username))
    if before or visible_length(last["text"]) > LONGEST_CAPTION:
        before.insert(0, {"text": "", "picture": picture, "language": language})
    else:
        last["picture"] = picture


def _button(button: Button, language: str, bot_username: str) -> dict[str, str]:
    label = button.label.in_(language)
    if button.tap is not None:
        return {"text": label, "callback_data": encode(button.tap)}
    if button.opens is not None:
        return {"text": label, "url": deep_link(button.opens, bot_username)}
    if button.shares is not None:
        return {"text": label, "url": _share_link(button, language, bot_username)}
    if button.switches is not None:
        return {"text": label, "switch_inline_query": button.switches}
    if button.adds is not None:
        return {"text": label, "url": f"https://t.me/{bot_username}?startgroup={button.adds.payload}"}
    assert button.url is not None
    return {"text": label, "url": button.url}


def _share_link(button: Button, language: str, bot_username: str) -> str:
    assert button.shares is not None
    url = "https://t.me/share/url?url=" + quote(deep_link(button.shares, bot_username), safe="")
    if button.shared_words is None:
        return url
    return f"{url}&text={quote(button.shared_words.in_(language), safe='')}"
