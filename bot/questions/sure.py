"""Yes, no, or somebody has to find out first."""

from enum import StrEnum


class Sure(StrEnum):
    """The values lie in drafts."""

    YES = "1"
    NO = "0"
    UNSURE = "?"

    @property
    def known(self) -> bool | None:
        return None if self is Sure.UNSURE else self is Sure.YES


def as_sure(known: bool | None) -> Sure:  # noqa: FBT001 - the answer itself
    return Sure.UNSURE if known is None else Sure.YES if known else Sure.NO
