"""Measures of one dimension, turned into each other, and whether two quantities come to the same.

Factors after the International System of Units (BIPM brochure, 9th edition) and the international yard and pound.
"""

import math
from typing import Literal, NamedTuple, Protocol

Likeness = Literal["", "same", "rounded"]
"""Whether two quantities come to the same: to the letter, within the rounding of what is stated, or not at all."""


class _Measure(NamedTuple):
    """A measure: how many of its dimension's first unit one of it is, and where its zero lies there."""

    dimension: str
    factor: float
    zero: float = 0.0


_MEASURES = {
    "m": _Measure("length", 1),
    "metre": _Measure("length", 1),
    "km": _Measure("length", 1000),
    "cm": _Measure("length", 0.01),
    "mm": _Measure("length", 0.001),
    "mile": _Measure("length", 1609.344),
    "yard": _Measure("length", 0.9144),
    "ft": _Measure("length", 0.3048),
    "inch": _Measure("length", 0.0254),
    "square km": _Measure("area", 1e6),
    "square metre": _Measure("area", 1),
    "square mile": _Measure("area", 1609.344**2),
    "square ft": _Measure("area", 0.3048**2),
    "square yard": _Measure("area", 0.9144**2),
    "ha": _Measure("area", 1e4),
    "acre": _Measure("area", 4046.8564224),
    "cubic metre": _Measure("volume", 1000),
    "cubic ft": _Measure("volume", 28.316846592),
    "litre": _Measure("volume", 1),
    "gallon": _Measure("volume", 3.785411784),
    "barrel": _Measure("volume", 158.987294928),
    "kg": _Measure("mass", 1),
    "gram": _Measure("mass", 0.001),
    "tonne": _Measure("mass", 1000),
    "ton": _Measure("mass", 907.18474),
    "lb": _Measure("mass", 0.45359237),
    "ounce": _Measure("mass", 0.028349523125),
    "kph": _Measure("speed", 1),
    "mph": _Measure("speed", 1.609344),
    "knot": _Measure("speed", 1.852),
    "°C": _Measure("temperature", 1),
    "°F": _Measure("temperature", 5 / 9, -160 / 9),
    "second": _Measure("days", 1 / 86400),
    "minute": _Measure("days", 1 / 1440),
    "hour": _Measure("days", 1 / 24),
    "day": _Measure("days", 1),
    "week": _Measure("days", 7),
    "month": _Measure("months", 1),
    "year": _Measure("months", 12),
    "decade": _Measure("months", 120),
    "century": _Measure("months", 1200),
    "cent": _Measure("cents", 1),
    "penny": _Measure("pence", 1),
}
_SHARE = _Measure("share", 100)
_PERCENT = _Measure("share", 1)
_EXACT = frozenset({"days", "months", "share"})
"""Dimensions whose measures are whole multiples of each other: what is no multiple was not rounded."""
_COARSEST = 0.05
"""The most that a round figure such as 300 may be off, as a part of it."""


class Valued(Protocol):
    """A quantity, as far as its value is concerned (see `Quantity`)."""

    @property
    def low(self) -> float:
        """The least it may come to."""

    @property
    def high(self) -> float:
        """The most it may come to."""

    @property
    def exact(self) -> bool:
        """Whether it is neither approximate nor vague."""

    @property
    def unit(self) -> str:
        """What it counts in."""

    @property
    def stated(self) -> tuple[float, ...]:
        """The figures it names."""


def is_measure(unit: str) -> bool:
    """Whether a unit measures length, time and the like."""
    return unit in _MEASURES


def canonical(quantity: Valued) -> tuple[float, float, bool, str]:
    """What a quantity comes to: equal for "half" and "50 percent", "two weeks" and "14 days"; by no rounding."""
    measure = _measure(quantity)
    if measure is None or measure.dimension not in _EXACT:
        return quantity.low, quantity.high, quantity.exact, quantity.unit
    low, high = (round(value * measure.factor, 9) for value in (quantity.low, quantity.high))
    unit = "%" if measure.dimension == "share" else measure.dimension.removesuffix("s")
    return low, high, quantity.exact, unit


def likeness(one: Valued, other: Valued) -> Likeness:
    """Whether two quantities come to the same.

    "72 kilometres" and "45 miles" do within the rounding of what is stated: half a unit of the last figure that is not
    zero, and of round figures a twentieth at most. Two figures of one unit are never rounded into each other.
    """
    ours, theirs = canonical(one), canonical(other)
    if ours[:2] == theirs[:2] and ours[3] == theirs[3] and (ours[2] == theirs[2] or ours[0] == ours[1]):
        return "same"
    measures = _measure(one), _measure(other)
    if measures[0] is None or measures[1] is None or measures[0].dimension != measures[1].dimension:
        return ""
    if one.unit == other.unit or len(one.stated) != len(other.stated) or not one.stated:
        return ""
    if not math.isclose(_widening(one)[0], _widening(other)[0]) or not _alike(_widening(one)[1], _widening(other)[1]):
        return ""
    pairs = zip(one.stated, other.stated, strict=True)
    spans = ((_span(a, one.unit, measures[0]), _span(b, other.unit, measures[1])) for a, b in pairs)
    return "rounded" if all(a[0] <= b[1] and b[0] <= a[1] for a, b in spans) else ""


def _alike(one: float, other: float) -> bool:
    return one == other or math.isclose(one, other)


def _measure(quantity: Valued) -> _Measure | None:
    """What a quantity is measured in; a figure below one without a unit is a share."""
    if quantity.unit == "%":
        return _PERCENT
    if not quantity.unit and len(quantity.stated) == 1 and 0 < quantity.stated[0] < 1:
        return _SHARE
    return _MEASURES.get(quantity.unit)


def _widening(quantity: Valued) -> tuple[float, float]:
    """What an approximator makes of both ends."""
    first, last = quantity.stated[0], quantity.stated[-1]
    return (quantity.low / first if first else 1.0), (quantity.high / last if last else 1.0)


def _span(value: float, unit: str, measure: _Measure) -> tuple[float, float]:
    """The interval that was rounded to `value`, in the first unit of its dimension."""
    half = _half_a_step(value) if unit else 0.0  # "a third" was not rounded
    ends = (edge * measure.factor + measure.zero for edge in (value - half, value + half))
    low, high = sorted(ends)
    slack = 1e-9 * max(abs(low), abs(high))
    return low - slack, high + slack


def _half_a_step(value: float) -> float:
    """Half of the last place that is stated: 0.05 for 18.5, 0.5 for 72, 50 for 2,500, 15 for 300."""
    digits, _, exponent = f"{value:.9e}".partition("e")
    places = len(digits.rstrip("0").partition(".")[2])
    half: float = 0.5 * 10.0 ** (int(exponent) - places)
    return half if half <= 0.5 else max(0.5, min(half, _COARSEST * abs(value)))
