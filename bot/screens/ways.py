"""The buttons that stand under many screens."""

from bot.screens.screen import button
from bot.screens.taps import GoHome
from bot.words import t

HOME = button(t("🏠 Home"), GoHome())
