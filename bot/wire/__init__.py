"""The only room that knows Telegram: updates come in here, messages go out."""

import os

# python-telegram-bot 22 warns at every flood answer unless durations are asked for as timedelta.
os.environ.setdefault("PTB_TIMEDELTA", "true")
