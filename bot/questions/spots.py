"""A point on the map, shared by the phone."""

from dataclasses import dataclass

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.question import Json, Place, Question
from bot.happenings import Happening, PlaceShared
from bot.screens import profile_questions as screens
from bot.screens.screen import AsksFor
from bot.words import Words

LATITUDES, LONGITUDES = (33.0, 39.0), (124.0, 132.0)  # of Korea


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    latitude: float
    longitude: float


@dataclass(frozen=True, kw_only=True)
class Spot(Question[Point]):
    @property
    def asks_for(self) -> AsksFor | None:
        return AsksFor.LOCATION

    def read(self, happening: Happening, place: Place) -> Accepted[Point] | Refused:  # noqa: ARG002 - a point is read alike everywhere
        if not isinstance(happening, PlaceShared):
            return Refused(screens.share_a_spot())
        point = Point(latitude=float(happening.latitude), longitude=float(happening.longitude))
        return Accepted(point) if _in_korea(point) else Refused(screens.not_in_korea())

    def told(self, value: Point) -> Words:  # noqa: ARG002 - nobody reads coordinates
        return screens.on_the_map()

    def stored(self, value: Point) -> Json:
        return [value.latitude, value.longitude]

    def restored(self, stored: Json) -> Point:
        latitude, longitude = stored
        return Point(latitude=float(latitude), longitude=float(longitude))

    def hint(self) -> Words:
        return screens.spot_hint()


def _in_korea(point: Point) -> bool:
    return LATITUDES[0] <= point.latitude <= LATITUDES[1] and LONGITUDES[0] <= point.longitude <= LONGITUDES[1]
