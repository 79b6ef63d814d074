import pytest

from services.calls import LoadCalls, Loaded, read_packaged
from tests.membership.circle import chooses
from tests.membership.conftest import circle, friend

__all__ = ["circle", "friend", "full"]

SMALL = "collaboration-demo.toml"
FIFTEEN, THREE = "most = { value = 15,", "most = { value = 3,"


@pytest.fixture
async def full(town, clock, circle):
    """Three members under a call that takes no more: the demo call, with another number in its notice."""
    notice = read_packaged()[SMALL]
    assert FIFTEEN in notice
    files = {SMALL: notice.replace(FIFTEEN, THREE)}
    assert isinstance(await town.office.do(LoadCalls(files=files, on=clock.now().date())), Loaded)
    await chooses(town.office, circle)
    await town.settles()
    return circle
