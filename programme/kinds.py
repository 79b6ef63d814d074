"""Which bodies apply in which track: shops in the collaboration, cooperatives and their federations in the innovation track."""

from programme.tracks import Track

SHOP = "shop"  # every other kind is a body of cooperatives


def track_of(kind: str) -> Track:
    return Track.COLLABORATION if kind == SHOP else Track.INNOVATION


def fits(kind: str, track: str) -> bool:
    return track_of(kind).value == track
