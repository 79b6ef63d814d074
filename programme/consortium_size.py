"""How many members a consortium needs and may have."""

from dataclasses import dataclass

from programme.call import Call

FEWEST, MOST = 3, 20  # while no call is chosen, or where the call does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    fewest: int
    most: int


def size_of(call: Call | None) -> Size:
    if call is None:
        return Size(fewest=FEWEST, most=MOST)
    fewest = call.fewest.value or FEWEST
    return Size(fewest=fewest, most=max(call.most.value or MOST, fewest))
