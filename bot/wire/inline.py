"""What is offered inline, as Telegram wants it: each offer is an article that becomes a message with buttons."""

from typing import Any

from bot.turn import Offer, Offers
from bot.wire.replies import Answering
from bot.wire.sheets import sheets

CACHE_SECONDS = 5  # the numbers on a card change; and each person sees their own
LONGEST_BUTTON = 60


def inline_answer(offers: Offers, answering: Answering) -> dict[str, Any]:
    """The payload of answerInlineQuery."""
    language = answering.person.language
    return {
        "inline_query_id": answering.arrived.inline,
        "results": [_article(offer, language, answering.bot_username) for offer in offers.offers],
        "cache_time": CACHE_SECONDS,
        "is_personal": True,
        "button": {"text": offers.otherwise.in_(language)[:LONGEST_BUTTON], "start_parameter": offers.link.payload},
    }


def _article(offer: Offer, language: str, bot_username: str) -> dict[str, Any]:
    sheet = sheets(offer.screen, language, bot_username)[-1]
    content = {"message_text": sheet["text"], "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return {
        "type": "article",
        "id": offer.code,
        "title": offer.title,
        "description": offer.below.in_(language),
        "input_message_content": content,
        "reply_markup": {"inline_keyboard": sheet.get("keyboard", [])},
    }
