"""The answers of a self-assessment as a TOML file."""

from __future__ import annotations

import datetime as dt
import tomllib

from outreach.domain.errors import BadInput
from outreach.domain.goals import Assessment, Support
from outreach.exchange import reading
from outreach.exchange.reading import Key, Place, Table

_SUPPORT = reading.one_of(Support)


def _support(place: Place, value: object) -> tuple[Support, ...]:
    given = [_SUPPORT(place.item(number), item) for number, item in enumerate(reading.texts(place, value), start=1)]
    return tuple(kind for kind in Support if kind in given)


_ANSWERS: Table = {
    "one_year": Key(reading.text),
    "five_years": Key(reading.text),
    "skills": Key(reading.text),
    "went_well": Key(reading.text),
    "missing": Key(reading.text),
    "support": Key(_support),
}
_EXAMPLE = 'Such as: one_year = "Run a small project on my ward".'


def parse_answers(text: str, name: str, today: dt.date) -> Assessment:
    """The answers in the text of a file called ``name``, given today.

    Raises:
        BadInput: it is no TOML, holds other keys, or answers nothing; names file and key.
    """
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{name}: is not TOML: {error}.", _EXAMPLE) from error
    answers = Assessment(today, **reading.read_table(Place(name), tables, _ANSWERS), finished=True)
    if answers.is_empty:
        raise BadInput(f"{name}: nothing is answered.", _EXAMPLE)
    return answers
