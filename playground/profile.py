"""What the bot says about itself: commands per scope and language, descriptions, names, the menu button."""

from dataclasses import dataclass, field
from typing import Any

_WORDS = ("name", "description", "short_description")


@dataclass
class Profile:
    """`commands` by (scope, language); "" is the language for everybody else. `words` by (kind, language)."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    menu_button: dict[str, Any] = field(default_factory=lambda: {"type": "default"})

    def word(self, kind: str, language: str | None) -> str:
        assert kind in _WORDS
        return self.words.get((kind, language or "")) or self.words.get((kind, ""), "")

    def commands_for(self, scopes: list[str], language: str | None) -> list[dict[str, str]]:
        """The first list that is set, from the narrowest scope on, each in the person's language before the general one."""
        for scope in scopes:
            for tongue in dict.fromkeys((language or "", "")):
                if (scope, tongue) in self.commands:
                    return self.commands[scope, tongue]
        return []

    def saved(self) -> dict[str, Any]:
        return {
            "commands": [[scope, language, commands] for (scope, language), commands in self.commands.items()],
            "words": [[kind, language, text] for (kind, language), text in self.words.items()],
            "menu_button": self.menu_button,
        }

    @classmethod
    def restored(cls, saved: dict[str, Any]) -> "Profile":
        return cls(
            commands={(scope, language): commands for scope, language, commands in saved["commands"]},
            words={(kind, language): text for kind, language, text in saved["words"]},
            menu_button=saved["menu_button"],
        )


def scopes_of(*, chat_id: int, person_id: int, private: bool, admin: bool) -> list[str]:
    """Narrowest first, in Telegram's order."""
    if private:
        return [f"chat:{chat_id}", "all_private_chats", "default"]
    member = [f"chat_member:{chat_id}:{person_id}"]
    administrators = [f"chat_administrators:{chat_id}"] if admin else []
    everywhere = ["all_chat_administrators"] if admin else []
    return [*member, *administrators, f"chat:{chat_id}", *everywhere, "all_group_chats", "default"]
