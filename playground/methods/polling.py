"""How updates reach the bot: long polling or a webhook."""

from typing import Any

from playground.emulator import Emulator
from playground.methods.registry import method
from playground.parameters import Parameters
from playground.refusals import conflict, too_many

_SETTLING_SECONDS = 600


@method("getMe")
def get_me(town: Emulator, given: Parameters) -> dict[str, Any]:  # noqa: ARG001
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not town.privacy,
        "supports_inline_queries": town.inline.enabled,
    }
    return {**town.bot_user(), **abilities, "can_connect_to_business": False, "has_main_web_app": False}


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(town: Emulator, given: Parameters) -> list[dict[str, Any]]:
    if town.webhook.url:
        raise conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
    offset, limit, timeout = given.integer("offset"), given.integer("limit", 100), given.integer("timeout")
    town.updates.allow(given.array("allowed_updates") if "allowed_updates" in given else None)
    before = len(town.updates.waiting)
    town.updates.acknowledge(offset)
    if len(town.updates.waiting) != before:
        town.tell("waiting", waiting_updates=len(town.updates.waiting))
    return await town.updates.poll(offset=offset, limit=limit, timeout=timeout)


@method("setWebhook", "url ip_address max_connections allowed_updates drop_pending_updates secret_token")
def set_webhook(town: Emulator, given: Parameters) -> bool:
    if given.text("url"):
        town.webhook.set(given.text("url"), given.text("secret_token"), given.integer("max_connections", 40))
    else:
        town.webhook.remove()
    town.updates.allow(given.array("allowed_updates") if "allowed_updates" in given else None)
    _drop_if_asked(town, given)
    return True


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(town: Emulator, given: Parameters) -> bool:
    town.webhook.remove()
    _drop_if_asked(town, given)
    return True


@method("getWebhookInfo")
def get_webhook_info(town: Emulator, given: Parameters) -> dict[str, Any]:  # noqa: ARG001
    return town.webhook.told()


@method("logOut")
def log_out(town: Emulator, given: Parameters) -> bool:  # noqa: ARG001
    """After this the bot belongs to another server: every call here is refused."""
    town.logged_out = True
    return True


@method("close")
def close(town: Emulator, given: Parameters) -> bool:  # noqa: ARG001
    """Refused in the first ten minutes after the start, as Telegram does."""
    running = town.unix() - town.started_at
    if running < _SETTLING_SECONDS:
        raise too_many(_SETTLING_SECONDS - running)
    return True


def _drop_if_asked(town: Emulator, given: Parameters) -> None:
    if given.flag("drop_pending_updates"):
        town.updates.waiting.clear()
        town.tell("waiting", waiting_updates=0)
