"""What follows from the fate of a letter, in the same transaction as its end."""

from typing import Any

from services.groups import MoveGroup
from services.letter_places import Arrived, Fate, Lost, Refused, TopicOpened, follow_up
from services.letters import from_json
from services.office import Deed
from storage.letters import Again, Blocked, Delivered, GivenUp, PostedLetter, Verdict


def sequel(letter: PostedLetter, verdict: Verdict) -> Deed[Any] | None:
    """The deed to be done with the verdict, if any. `facts` of the body: what the letter says, as it was kept."""
    if isinstance(verdict, Again) and verdict.moved_to is not None:
        return MoveGroup(old=letter.to, new=verdict.moved_to)
    facts, fate = letter.body.get("facts"), _fate(verdict, opens=bool(letter.body.get("place", {}).get("opens")))
    return None if facts is None or fate is None else follow_up(from_json(letter.kind, facts), fate)


def _fate(verdict: Verdict, *, opens: bool) -> Fate | None:
    """`opens`: it needs a topic; where none can be opened, for whatever reason, the letter is lost there."""
    match verdict:
        case Delivered(message_id=message, topic=topic):
            return Arrived(message=message, topic=topic)
        case Again(topic=int(topic)):
            return TopicOpened(topic)
        case Blocked() | GivenUp(gone=True):
            return Lost()
        case GivenUp() if opens:
            return Lost()
        case GivenUp(reason=reason):
            return Refused(reason)
        case _:
            return None
