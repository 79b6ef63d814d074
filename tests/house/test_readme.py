"""What the README promises about settings is what the settings are."""

import re
from pathlib import Path

from bot.settings import PREFIX, Settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_setting_stands_in_the_table_and_nothing_else_does():
    rows = [line for line in README.splitlines() if line.startswith(f"| `{PREFIX}")]
    told = {name for row in rows for name in re.findall(rf"`({PREFIX}[A-Z_]+)`", row.split("|")[1])}
    assert told == {PREFIX + name.upper() for name in Settings.model_fields}


def test_what_the_newcomer_is_told_to_write_can_be_read(tmp_path):
    lines = re.findall(r"echo '([^']+)' >> \.env|echo '([^']+)' > \.env", README)
    written = "\n".join(first or second for first, second in lines)
    filled = written.replace("<the token>", "123456789:AAbbccdd").replace("<your Telegram id>", "1234567")
    file = tmp_path / ".env"
    file.write_text(filled)
    settings = Settings(_env_file=file)
    assert (settings.token, settings.admin_ids) == ("123456789:AAbbccdd", (1234567,))
