"""The doors of the whole house."""

import bot.house  # noqa: F401 - registers handlers and stories
