"""What the tests of kept pre-checks and estimates begin with."""

from datetime import date

from services.calls import AllCalls, LoadCalls, Loaded, read_packaged
from storage import people

KIM, LEE = 100_001, 100_002
ON = date(2026, 11, 22)


async def opens_the_office(office) -> None:
    """The packaged calls are loaded and two people are known."""
    assert isinstance(await office.do(LoadCalls(files=read_packaged(), on=ON)), Loaded)
    async with office.work() as work:
        await people.desks(work, {KIM: "ko", LEE: "en"})


async def call_of(office, key):
    (call,) = [call for call in await office.look(AllCalls()) if call.key == key]
    return call
