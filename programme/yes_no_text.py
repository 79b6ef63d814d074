"""Reading answers to choose from that are only yes and no."""

from collections.abc import Collection

_BOTH = ({"예", "아니요"}, {"네", "아니요"}, {"예", "아니오"}, {"네", "아니오"}, {"yes", "no"})


def are_yes_and_no(options: Collection[str]) -> bool:
    return {option.casefold() for option in options} in _BOTH
