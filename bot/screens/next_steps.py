"""Buttons to what a person may want next."""

from bot.dialogue.taps import BeginStory
from bot.screens.screen import button
from bot.screens.taps import ShowCalls
from bot.words import t

REGISTER = button(t("🏪 Register my shop"), BeginStory("register"))
ASK_A_PERSON = button(t("🙋 Ask a person"), BeginStory("ask_office"))
CHECK = button(t("✅ Can we apply?"), BeginStory("pre_check"))
ESTIMATE = button(t("💰 How much would we get?"), BeginStory("estimate"))
CALLS = button(t("📆 Calls and dates"), ShowCalls())
