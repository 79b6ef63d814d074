"""The way to what waits today, from where one of it was just done."""

from bot.screens.screen import button
from bot.screens.today_taps import ShowToday
from bot.words import t

TODAY = button(t("📋 Waiting for you"), ShowToday())
