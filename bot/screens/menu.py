"""The commands in the menu beside the field people write in. Each stands for something a button leads to as well."""

from dataclasses import dataclass

from bot.words import Words, t


@dataclass(frozen=True, kw_only=True)
class Command:
    name: str  # without the slash
    words: Words
    in_groups: bool = False
    in_private: bool = True
    of_the_office: bool = False  # only in the chats of those who have a role there


COMMANDS = (
    Command(name="start", words=t("Home")),
    Command(name="today", words=t("What waits at the office"), of_the_office=True),
    Command(name="resume", words=t("Go on where you stopped")),
    Command(name="help", words=t("How this works"), in_groups=True),
    Command(name="status", words=t("How the consortium stands"), in_groups=True, in_private=False),
    Command(name="shops", words=t("My shops")),
    Command(name="finder", words=t("Find partners")),
    Command(name="events", words=t("What is on for you")),
    Command(name="here", words=t("Check in at an event")),
    Command(name="notices", words=t("Notices")),
    Command(name="calendar", words=t("The year of the programme")),
    Command(name="mydata", words=t("What is kept about me")),
    Command(name="language", words=t("한국어 · English")),
    Command(name="privacy", words=t("Your data")),
    Command(name="cancel", words=t("Stop what is open")),
)
OF_THE_OFFICE = tuple(command for command in COMMANDS if command.in_private)
AS_EVERYBODYS: tuple[Command, ...] = ()  # a chat without commands of its own
