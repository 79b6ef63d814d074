"""Settings: each wrong one is named in one sentence."""

import pytest

from bot.settings import BadSettings, read_settings

WRONG = {
    "bot_token": "nonsense",
    "bot_api_url": "api.telegram.org",
    "database_url": "mysql://somewhere/x",
    "admin_ids": "kim, lee",
    "language": "tlh",
    "webhook_url": "http://example.org/hook",
    "metrics_port": "70000",
    "log_level": "LOUD",
    "workers": "0",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_is_named_and_its_value_is_not_shown(name: str) -> None:
    with pytest.raises(BadSettings, match=f"GOLMOK_{name.upper()}") as caught:
        read_settings(_env_file=None, **{name: WRONG[name]})
    assert "\n" not in str(caught.value)
    assert str(WRONG[name]) not in str(caught.value)


def test_a_webhook_needs_a_secret() -> None:
    with pytest.raises(BadSettings, match="GOLMOK_WEBHOOK_SECRET"):
        read_settings(_env_file=None, webhook_url="https://example.org/hook")


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOLMOK_ADMIN_IDS", "12, 34,")
    monkeypatch.setenv("GOLMOK_BOT_API_URL", "http://127.0.0.1:8081/")
    found = read_settings(_env_file=None)
    assert found.admin_ids == (12, 34)
    assert found.bot_api_url == "http://127.0.0.1:8081"


def test_the_token_is_hidden_where_settings_are_shown() -> None:
    found = read_settings(_env_file=None, bot_token="123456789:AAAAAAAAAAAAAAAAAAAA")
    assert "AAAA" not in repr(found)
    assert found.token.endswith("AAAA")


def test_no_token_says_where_to_get_one() -> None:
    with pytest.raises(BadSettings, match="@BotFather"):
        _ = read_settings(_env_file=None).token
