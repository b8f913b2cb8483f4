import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirediff.text import dates, quantities, same_value

INF = math.inf


def words(table: str) -> list[str]:
    return table.split()


def found(text: str) -> list[str]:
    return [quantity.text for quantity in quantities(text)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("killed 1,500 fighters", "1,500", 1500),
        ("1,00,000 voters", "1,00,000", 100_000),
        ("a rise of 1.5 points", "1.5", 1.5),
        ("twenty-one dead", "twenty-one", 21),
        ("two hundred thousand people", "two hundred thousand", 200_000),
        ("two hundred and fifty people", "two hundred and fifty", 250),
        ("two thousand three hundred", "two thousand three hundred", 2300),
        ("1.5 million people", "1.5 million", 1_500_000),
        ("a 3m rise", "3m", 3_000_000),
        ("two and a half million people", "two and a half million", 2_500_000),
        ("2½ candidates", "2½", 2.5),
        ("a dozen men", "a dozen", 12),
        ("two dozen men", "two dozen", 24),
        ("half a dozen men", "half a dozen", 6),
        ("half of them", "half", 0.5),
        ("a third of them", "a third", 1 / 3),
        ("two-thirds of them", "two-thirds", 2 / 3),
        ("half a million people", "half a million", 500_000),
        ("one soldier fell", "one", 1),
        ("killing one.", "one", 1),
        ("one in five people", "one in five", 0.2),
        ("nine out of 10 people", "nine out of 10", 0.9),
        ("both men", "both", 2),
        ("a Boeing 737 MAX", "737", 737),
    ],
)
def test_an_exact_number_is_read(text: str, span: str, value: float) -> None:
    (quantity,) = quantities(text)
    assert quantity.text == span
    assert (quantity.low, quantity.high) == (pytest.approx(value), pytest.approx(value))
    assert (quantity.exact, quantity.unit) == (True, "")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("1,500-2,500", 1500, 2500, ""),
        ("1,500–2,500", 1500, 2500, ""),
        ("1,500 to 2,500", 1500, 2500, ""),
        ("between 100 and 200", 100, 200, ""),
        ("between one hundred and two hundred", 100, 200, ""),
        ("two or three", 2, 3, ""),
        ("three or four hundred", 300, 400, ""),
        ("1.5-2 million", 1.5e6, 2e6, ""),
        ("$5-$10 million", 5e6, 10e6, "$"),
        ("€500,000 to €2m", 5e5, 2e6, "€"),
        ("10-15%", 10, 15, "%"),
        ("5 to 10 percent", 5, 10, "%"),
        ("three- to four-year", 3, 4, "year"),
    ],
)
def test_a_range_is_one_exact_quantity(text: str, low: float, high: float, unit: str) -> None:
    (quantity,) = quantities(text)
    assert quantity[:7] == (0, len(text), low, high, True, unit, text)


def test_a_change_from_one_figure_to_another_is_no_range() -> None:
    assert found("rose from 5 to 10") == ["5", "10"]
    assert found("ranging from 5 to 10") == ["5 to 10"]


def test_a_falling_pair_such_as_a_score_is_one_figure_and_no_range() -> None:
    rising, falling, draw = quantities("won 5-7, then 7-5, and drew 3-3")
    assert (rising.text, rising.unit) == ("5-7", "")
    assert (falling.text, falling.unit, falling.low, falling.high) == ("7-5", "score", 5, 7)
    assert (draw.text, draw.unit) == ("3-3", "score")
    assert not same_value(rising, falling)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("around 1,500", 1350, 1650),
        ("approximately 1,500", 1350, 1650),
        ("some 2,000", 1800, 2200),
        ("an estimated 1,500 to 2,000", 1350, 2200),
        ("nearly three", 2.7, 3),
        ("just over 100", 100, 110),
        ("almost half", 0.45, 0.5),
        ("more than a dozen", 12, INF),
        ("at least 741", 741, INF),
        ("at least one", 1, INF),
        ("1,000+", 1000, INF),
        ("50 or more", 50, INF),
        ("up to 200", 0, 200),
        ("as many as 200", 0, 200),
        ("up to around 1,000", 0, 1100),
        ("fewer than ten", 0, 10),
        ("20-odd", 18, 22),
        ("several", 3, 9),
        ("several hundred", 300, 900),
        ("dozens", 24, 99),
        ("hundreds", 200, 999),
        ("tens of thousands", 20_000, 99_999),
        ("hundreds of thousands", 200_000, 999_999),
        ("many", 4, INF),
        ("20s", 20, 29),
    ],
)
def test_approximators_and_vague_words_widen_the_interval(text: str, low: float, high: float) -> None:
    (quantity,) = quantities(text)
    assert quantity.text == text
    assert (quantity.low, quantity.high) == (pytest.approx(low), pytest.approx(high))
    assert not quantity.exact


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("35%", 35, "%"),
        ("35 percent", 35, "%"),
        ("35 per cent", 35, "%"),
        ("3 percentage points", 3, "percentage point"),
        ("$2bn", 2e9, "$"),
        ("US$2 billion", 2e9, "$"),
        ("2 billion dollars", 2e9, "$"),
        ("USD 2 billion", 2e9, "$"),
        ("A$5", 5, "A$"),
        ("£5m", 5e6, "£"),
        ("5 euros", 5, "€"),
        ("7th", 7, "ordinal"),
        ("third", 3, "ordinal"),
        ("twenty-third", 23, "ordinal"),
        ("nine-month", 9, "month"),
        ("6-year-old", 6, "year"),
        ("half-hour", 0.5, "hour"),
        ("10-kilometre", 10, "km"),
        ("10 km", 10, "km"),
        ("10km", 10, "km"),
    ],
)
def test_units_belong_to_the_quantity(text: str, value: float, unit: str) -> None:
    assert [quantity[:7] for quantity in quantities(text)] == [(0, len(text), value, value, True, unit, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 741 Iraqi civilians", ["at least 741"]),
        ("over 35% of the province", ["over 35%"]),
        ("nearly three weeks after", ["nearly three weeks"]),
        ("dozens of civilians", ["dozens"]),
        ("most of its strongholds", ["most"]),
        ("the 7th Division", ["7th"]),
        ("its first attack", ["first"]),
        ("a third attack", ["third"]),
        ("1,500-2,500 fighters left in al-Qaim and 2,000-3,000 in", ["1,500-2,500", "2,000-3,000"]),
    ],
)
def test_the_counted_noun_stays_outside(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "on November 3rd 2014, since June 6, in 2014",
        "three weeks ago, at 3 pm, 0900 GMT",
        "one of them, no one, one another, the one, one-sided",
        "some fighters, most important",
        "forces first broke the siege",
        "once per second",
        "an F-16, an AK-47, the G20, 4chan",
        "the 9/11 attacks, version 1.2.3",
        "about the fighters, under attack, over the river",
    ],
)
def test_dates_pronouns_and_names_are_no_quantities(text: str) -> None:
    assert found(text) == []


def test_same_value_asks_for_interval_exactness_and_unit() -> None:
    dozen, twelve, about, percent, money, dollars = quantities("a dozen, 12, about 12, 12%, $5m, 5 million dollars")
    assert same_value(dozen, twelve)
    assert not same_value(twelve, about)
    assert not same_value(twelve, percent)
    assert same_value(money, dollars)


@pytest.mark.parametrize("words", ["more than ", "no less than ", "a ", "between "])
def test_approximators_without_end_are_read_in_reasonable_time(words: str) -> None:
    assert quantities(words * 20_000) == []


numberlike = st.lists(
    st.sampled_from(
        words(
            "1,500 2 0 999999999 - – to or and a half third one two twenty hundred thousand million dozen % "
            "percent per cent between from about more than at least up $ US €5 2bn th 7th of in few several "
            "tens thousands scores ½ 2½ point-blank nine-month -year -old s + ٣ ² ① May 2014 most number out "
            "1 000"
        )
    )
).flatmap(lambda parts: st.sampled_from([" ".join(parts), "".join(parts)]))


@given(numberlike | st.text(max_size=80))
def test_quantities_are_in_order_apart_and_give_their_own_text(text: str) -> None:
    place = 0
    for quantity in quantities(text):
        assert place <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.text == quantity.text.strip()
        assert 0 <= quantity.low <= quantity.high
        assert same_value(quantity, quantity)
        place = quantity.end


@given(numberlike)
def test_no_quantity_reaches_into_a_date(text: str) -> None:
    dated = [(mention.start, mention.end) for mention in dates(text)]
    assert all(quantity.end <= start or end <= quantity.start for quantity in quantities(text) for start, end in dated)


@given(st.integers(0, 10**15).filter(lambda number: not 1800 <= number < 2100))
def test_figures_with_and_without_separators_have_one_value(number: int) -> None:
    (plain,) = quantities(f"some figure: {number} fighters")
    (separated,) = quantities(f"some figure: {number:,} fighters")
    assert same_value(plain, separated)


UNITS = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{UNITS[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{UNITS[number // 100]} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    scale, name = next(s for s in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")) if number >= s[0])
    rest = f" {spelled(number % scale)}" if number % scale else ""
    return f"{spelled(number // scale)} {name}{rest}"


@given(st.integers(2, 10**12 - 1))
def test_every_number_spelled_out_is_read_back(number: int) -> None:
    text = spelled(number)
    (quantity,) = quantities(f"the {text} fighters")
    assert (quantity.text, quantity.low, quantity.high) == (text, number, number)


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("minus fünf Grad", "de", -5, -5),
        ("moins 5 degrés", "fr", -5, -5),
        ("au moins 5 degrés", "fr", 5, math.inf),
        ("du moins 20 personnes", "fr", 20, math.inf),
        ("menos cinco grados", "es", -5, -5),
        ("por lo menos 5 grados", "es", 5, math.inf),
        ("ناقص 5 درجات", "ar", -5, -5),
    ],
)
def test_a_minus_in_words_turns_the_figure_and_at_least_does_not(
    text: str, language: str, low: float, high: float
) -> None:
    (found,) = quantities(text, [], language)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "language"), [("plus or minus 5", "en"), ("plus ou moins 5", "fr"), ("más o menos 5", "es")]
)
def test_plus_or_minus_is_a_margin_and_no_minus(text: str, language: str) -> None:
    (found,) = quantities(text, [], language)
    assert found.low > 0
