"""How people invite each other in the tests."""

import re

from services.invitations import Invite, Invited
from services.invited import FollowInvitation
from services.office import Office
from tests.cast import Cast

LINK = re.compile(r"https://t\.me/\w+\?start=(inv_[A-Za-z0-9_-]+)")


def link_on(person: Cast) -> str:
    """What the newest spelled-out link would open."""
    found = LINK.findall(person.chat())
    assert found, f"no invitation link in the chat:\n{person.chat()}"
    return str(found[-1])


async def invites(person: Cast, label: str = "the flower shop") -> str:
    """By the lead of one consortium, from the home screen; what the link opens."""
    await person.starts()
    await person.taps("🤝 My consortia")
    await person.taps(next(one for one in person.labels() if one.startswith("🤝 ")))
    await person.taps("📬 All invitations", "✉️ Invite a shop", "🔗 With a link or QR")
    await person.sends(label)
    return link_on(person)


async def invited(office: Office, by: int, consortium: int, label: str = "") -> Invited:
    """The same without the chat."""
    made = await office.do(Invite(by=by, consortium=consortium, label=label))
    assert isinstance(made, Invited), made
    return made


async def follows(office: Office, person: int, made: Invited) -> None:
    await office.do(FollowInvitation(by=person, token=made.token))
