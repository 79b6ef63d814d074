"""The call by whose rules a consortium forms, and the size it allows."""

from programme.call import Call
from programme.consortium_size import Size, size_of
from services.calls import CallVersion
from storage.consortia import Consortium
from storage.work import Work


def reference(call: Call) -> str:
    """How a consortium names the version of its call."""
    return f"{call.key}@{call.version}"


async def of_reference(work: Work, named: str | None) -> Call | None:
    key, _, version = (named or "").partition("@")
    return await CallVersion(key=key, version=version)(work) if version else None


async def call_of(work: Work, consortium: Consortium) -> Call | None:
    """None while the consortium prepares for a call that is not out yet."""
    return await of_reference(work, consortium.call)


async def size(work: Work, consortium: Consortium) -> Size:
    return size_of(await call_of(work, consortium))
