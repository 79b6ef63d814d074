import pytest
from sqlalchemy import text

from programme.subsidy import CostLine, Project, reckon
from programme.tracks import SupportField
from services.subsidy import Estimate, KeepEstimate
from tests.services.kept import KIM, call_of, opens_the_office

BRAND = Project.of_lines(
    [CostLine(SupportField.JOINT_BRAND, 30_000_000), CostLine(SupportField.JOINT_FACILITIES, 81_111_112)], members=3, includes_vat=True
)


async def keeps(office, project=BRAND, by=KIM, key="collaboration-2016"):
    call = await call_of(office, key)
    return (await office.do(KeepEstimate(by=by, call=call.key, version=call.version, project=project))).token


@pytest.mark.parametrize("project", [BRAND, Project(total=0), Project(total=10**12, members=15)])
async def test_a_kept_project_comes_back_unchanged_and_gives_the_same_amounts(office, clock, project):
    await opens_the_office(office)
    kept = await office.look(Estimate(await keeps(office, project)))
    assert kept is not None
    assert kept.project == project
    assert (kept.person, kept.kept_at) == (KIM, clock.now())
    call = await call_of(office, "collaboration-2016")
    assert reckon(kept.project, kept.call.terms, kept.call.vat.value) == reckon(project, call.terms, call.vat.value)


async def test_nobody_finds_an_estimate_without_its_token(office):
    await opens_the_office(office)
    await keeps(office)
    assert await office.look(Estimate("nobody-kept-this")) is None


async def test_a_call_that_was_never_loaded_cannot_be_claimed(office):
    await opens_the_office(office)
    with pytest.raises(LookupError, match="no call forged@1"):
        await office.do(KeepEstimate(by=KIM, call="forged", version="1", project=BRAND))


async def test_keeping_is_noted_without_token_or_amounts(office):
    await opens_the_office(office)
    token = await keeps(office)
    async with office.work() as work:
        noted = (await work.connection.execute(text("SELECT * FROM audit WHERE did = 'KeepEstimate'"))).mappings().all()
    (row,) = noted
    assert (row["who"], row["outcome"]) == (KIM, "Kept")
    assert token not in str(dict(row))
    assert "30000000" not in str(dict(row))
