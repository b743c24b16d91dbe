"""Quantities read out of a text, however they are written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.wording.quantities import Bound, Kind, Slot, dates_of, parsed, slots

SAME_EVERYWHERE = settings(deadline=None, derandomize=True, database=None)
YEAR = 525960.0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40 roofs", 40),
        ("forty roofs", 40),
        ("forty-two roofs", 42),
        ("a hundred and twenty roofs", 120),
        ("1,200 roofs", 1200),
        ("1 200 roofs", 1200),
        ("two thousand five hundred roofs", 2500),
        ("1.2 million roofs", 1_200_000),
        ("12k roofs", 12_000),
        ("a dozen roofs", 12),
        ("half a dozen roofs", 6),
        ("two dozen roofs", 24),
        ("three and a half roofs", 3.5),
        ("a crew of nine", 9),
        ("a four-person yard", 4),
    ],
)
def test_a_number_in_words_is_the_number_in_digits(text: str, value: float) -> None:
    """One value for every way of writing."""
    (found,) = parsed(text)
    assert (found.kind, found.value) == (Kind.COUNT, value)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("18 months", 1.5 * YEAR),
        ("eighteen months", 1.5 * YEAR),
        ("a year and a half", 1.5 * YEAR),
        ("one and a half years", 1.5 * YEAR),
        ("half an hour", 30),
        ("a half-hour call", 30),
        ("three quarters of an hour", 45),
        ("a quarter of an hour", 15),
        ("an hour and twenty minutes", 80),
        ("a fortnight", 20160),
        ("a third of a year", YEAR / 3),
        ("two weeks", 20160),
        ("a 5-minute video", 5),
        ("a decade", 10 * YEAR),
        ("1h", 60),
    ],
)
def test_durations_are_compared_in_minutes(text: str, minutes: float) -> None:
    """Eighteen months are a year and a half."""
    (found,) = parsed(text)
    assert (found.kind, found.value) == (Kind.DURATION, minutes)


@pytest.mark.parametrize(
    ("text", "first", "other"),
    [
        ("at 16:00", 960, -1),
        ("at 4 pm", 960, -1),
        ("at 4 p.m.", 960, -1),
        ("four in the afternoon", 960, -1),
        ("half past seven in the morning", 450, -1),
        ("quarter to ten", 585, 1305),
        ("seven o'clock", 420, 1140),
        ("Tuesdays after four", 240, 960),
        ("at noon", 720, -1),
        ("Fridays before 7.30", 450, 1170),
    ],
)
def test_times_keep_both_readings_where_none_is_named(text: str, first: int, other: int) -> None:
    """Four may be in the night or in the afternoon."""
    found = [one for one in parsed(text) if one.kind is Kind.TIME]
    assert [(one.value, one.other) for one in found] == [(first, other)]


@pytest.mark.parametrize(
    "text",
    ["3 December", "December 3rd", "the 3rd of December", "3/12", "3 Dec", "Thursday 3 December", "third of December"],
)
def test_a_date_is_a_day_and_a_month(text: str) -> None:
    """However it is written."""
    (found,) = parsed(text)
    assert (found.kind, found.day, found.month) == (Kind.DATE, 3, 12)


def test_a_date_in_digits_has_its_year() -> None:
    """ISO, and with full stops."""
    for text in ("2026-12-03", "3.12.2026", "3 December 2026", "December 3, 2026"):
        (found,) = parsed(text)
        assert (found.day, found.month, found.year) == (3, 12, 2026), text


def test_a_date_without_a_year_is_the_next_one() -> None:
    """From the day the text is read."""
    (found,) = parsed("3 December")
    assert list(dates_of(found, dt.date(2026, 11, 22))) == [dt.date(2026, 12, 3)]
    assert list(dates_of(found, dt.date(2026, 12, 4))) == [dt.date(2027, 12, 3)]
    assert list(dates_of(found, None)) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("from 2012 to 2016", [2012, 2016]),
        ("2012–2016", [2012, 2016]),
        ("2012-16", [2012, 2016]),
        ("nineteen ninety-eight", [1998]),
        ("twenty twenty-four", [2024]),
    ],
)
def test_years_are_years(text: str, years: list[int]) -> None:
    """Also in words, and cut short."""
    assert [one.value for one in parsed(text) if one.kind is Kind.YEAR] == years


@pytest.mark.parametrize(
    ("text", "currency", "value"),
    [
        ("£6", "gbp", 6),
        ("six pounds", "gbp", 6),
        ("€14,000", "eur", 14_000),
        ("14k euros", "eur", 14_000),
        ("NOK 3.5 million", "krona", 3_500_000),
        ("3,500,000 kroner", "krona", 3_500_000),
    ],
)
def test_money_knows_its_currency(text: str, currency: str, value: float) -> None:
    """By sign, by code and by word."""
    (found,) = parsed(text)
    assert (found.kind, found.currency, found.value) == (Kind.MONEY, currency, value)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("33%", 33),
        ("33 per cent", 33),
        ("33 percent", 33),
        ("two thirds of it", 66.7),
        ("one job in three", 33.3),
        ("three wheels in a hundred", 3),
        ("19 in every 100", 19),
        ("nine out of ten", 90),
    ],
)
def test_a_share_is_in_hundredths(text: str, share: float) -> None:
    """A third and 33 % can be compared."""
    (found,) = parsed(text)
    assert found.kind is Kind.PERCENT
    assert found.value == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("about 40 roofs", Bound.ABOUT),
        ("40 or so", Bound.ABOUT),
        ("a dozen roofs", Bound.ABOUT),
        ("forty-odd roofs", Bound.OVER),
        ("a good forty roofs", Bound.OVER),
        ("two dozen roofs and then some", Bound.OVER),
        ("over forty roofs", Bound.OVER),
        ("more than 40 roofs", Bound.OVER),
        ("40+ roofs", Bound.OVER),
        ("almost forty roofs", Bound.UNDER),
        ("fewer than 40 roofs", Bound.UNDER),
        ("40 roofs", Bound.EXACT),
    ],
)
def test_what_stands_around_a_number_says_how_exact_it_is(text: str, bound: Bound) -> None:
    """About, over, almost."""
    assert parsed(text)[0].bound is bound


@pytest.mark.parametrize(
    "text",
    ["I may march in", "nine-to-five, 24/7", "Q3 and A4", "I sat in the sun", "https://a.example/2024/11", "once"],
)
def test_what_is_no_quantity_gives_none(text: str) -> None:
    """Names, addresses, verbs and idiom."""
    assert parsed(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tuesdays or Thursdays after 16:00", [Slot(frozenset({1, 3}), 960, 1440)]),
        ("Saturdays 08:00 to 11:00, Nairobi time", [Slot(frozenset({5}), 480, 660)]),
        ("weekday mornings before 11:00", [Slot(frozenset(range(5)), 300, 660)]),
        ("Mondays after 17:30, Fridays before 10:00", [Slot(frozenset({0}), 1050), Slot(frozenset({4}), 0, 600)]),
        ("Mon-Fri after 5pm", [Slot(frozenset(range(5)), 1020)]),
        ("weekends", [Slot(frozenset({5, 6}))]),
        ("whenever it suits you", []),
    ],
)
def test_the_times_of_availability_are_slots(text: str, expected: list[Slot]) -> None:
    """Weekdays with the hours they go with."""
    assert list(slots(text)) == expected


_PIECES = st.lists(
    st.sampled_from(
        "a half quarter of an hour the 3 12 16:30 2019 % £ - – to and or two third December Monday past at . , k m "
        "million st years 1/2 99:99 2026-13-40 between in one".split()
    )
)


@SAME_EVERYWHERE
@given(st.one_of(st.text(), _PIECES.map(" ".join), _PIECES.map("".join)))
def test_any_text_can_be_read(text: str) -> None:
    """No exception; places lie inside the text, in order, and none overlaps another."""
    end = 0
    for found in parsed(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
    slots(text)
