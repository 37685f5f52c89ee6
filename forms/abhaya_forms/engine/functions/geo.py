"""Functions of places: texts of "latitude longitude altitude accuracy", several joined by ";"."""

from __future__ import annotations

import math
from itertools import pairwise

from abhaya_forms.engine.functions.function import MANY, Function
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import EvaluationError, Value, text_number, texts_of

EARTH_RADIUS_METRES = 6_378_100.0
"""JavaRosa's and Enketo's; the suites' expected distances rest on it."""

Point = tuple[float, float]


def _points(*values: Value) -> list[Point]:
    """All places named by the values.  Raises EvaluationError for text that is no place."""
    places = (place.split() for value in values for text in texts_of(value) for place in text.split(";"))
    return [_point(words) for words in places if words]


def _point(words: list[str]) -> Point:
    numbers = [text_number(word) for word in words]
    if len(numbers) < 2 or not (abs(numbers[0]) <= 90 and abs(numbers[1]) <= 180):
        raise EvaluationError("no place")
    return numbers[0], numbers[1]


def _distance(_scope: Scope, *values: Value) -> Value:
    """The length of the line through all points, in metres, to the centimetre."""
    metres = sum(_metres(a, b) for a, b in pairwise(_points(*values)))
    return round(metres, 2)


def _metres(start: Point, end: Point) -> float:
    (lat1, lon1), (lat2, lon2) = ((math.radians(lat), math.radians(lon)) for lat, lon in (start, end))
    cosine = math.sin(lat1) * math.sin(lat2) + math.cos(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH_RADIUS_METRES


def _area(_scope: Scope, *values: Value) -> Value:
    """The area inside the points, in square metres, to the square centimetre."""
    points = _points(*values)
    if len(points) < 3:
        return 0.0
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in pairwise([*points, points[0]]):
        total += math.radians(lon2 - lon1) * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return round(abs(total) * EARTH_RADIUS_METRES**2 / 2, 2)


def _geofence(_scope: Scope, point: Value, shape: Value) -> Value:
    """Whether the point lies inside the shape (ray casting)."""
    places, corners = _points(point), _points(shape)
    if not places or not corners:
        raise EvaluationError("no place")
    (lat, lon), inside = places[0], False
    for (lat1, lon1), (lat2, lon2) in pairwise(corners):
        if (lon1 > lon) != (lon2 > lon) and lat < (lat2 - lat1) * (lon - lon1) / (lon2 - lon1) + lat1:
            inside = not inside
    return inside


FUNCTIONS = (
    Function("distance", 1, MANY, _distance),
    Function("area", 1, MANY, _area),
    Function("enclosed-area", 1, MANY, _area),
    Function("geofence", 2, 2, _geofence, checked=True),
)
