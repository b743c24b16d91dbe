"""Objects to JSON and back."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.domain.case import Action, Ask, Meeting, Owner
from outreach.domain.draft import Draft, Finding, Kind, Level, ModelUsed, Origin, Revision, Section, Timings
from outreach.domain.facts import Fact, Standing
from outreach.domain.mentorship import Mentorship
from outreach.domain.people import Mentee, Mentor, Relationship
from outreach.store.codec import UndecodableError, decode, encode

TEXT = st.text(max_size=12)
COUNT = st.integers(-(2**40), 2**40)
FLOAT = st.floats(allow_nan=False, allow_infinity=False)
OBJECTS: dict[type[Any], st.SearchStrategy[Any]] = {
    str: TEXT,
    int: COUNT,
    float: FLOAT,
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)),
}
for plain, strategy in OBJECTS.items():
    st.register_type_strategy(plain, strategy)


def _through_json(value: Any) -> Any:
    return decode(type(value), json.loads(json.dumps(encode(value), ensure_ascii=False).encode("utf-8")))


@pytest.mark.parametrize("cls", [Mentee, Mentor, Mentorship, Draft])
def test_every_stored_object_comes_back(cls: type[Any]) -> None:
    """Encoding, JSON, UTF-8 and decoding lose nothing."""

    @settings(max_examples=60, deadline=None, database=None)
    @given(st.from_type(cls))
    def check(value: Any) -> None:
        assert _through_json(value) == value

    check()


def test_every_field_comes_back() -> None:
    """One of each type, nested."""
    meeting = Meeting(
        "m",
        dt.date(2027, 1, 2),
        dt.time(17, 5),
        30,
        "phone",
        2,
        (Action("a", True, dt.date(2027, 1, 1), Owner.MENTOR),),
    )
    mentorship = Mentorship("i", Mentor("J", "b", relationship=Relationship.PEER), Ask("x", 20, 1), (meeting,), ("!a",))
    assert _through_json(mentorship) == mentorship
    revision = Revision(
        "s",
        "b",
        (Section("hook", "t", Origin.MODEL, 0, 1, ("f:1",), 3),),
        (Fact("f:1", "t", 0, 1, Standing.PRIVATE),),
        (Finding("R1", Level.WARN, "m", "subject", None, None, "fix"),),
        71,
        ("meeting.notes:4",),
        ModelUsed("tiny", "00"),
        7,
        Timings(0.9, None, 9, 1, 2, 3),
        dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC),
    )
    draft = Draft("d", "i", Kind.THANK_YOU, meeting_id="m", revisions=(revision, revision))
    assert _through_json(draft) == draft


def test_times_are_kept_in_utc() -> None:
    """An aware time is converted, one without a zone is taken for UTC."""
    noon = dt.datetime(2026, 11, 22, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))
    assert encode(Revision("", "", saved=noon))["saved"] == "2026-11-22T10:00:00+00:00"
    assert encode(Revision("", "", saved=noon.replace(tzinfo=None)))["saved"] == "2026-11-22T12:00:00+00:00"


def test_halves_of_surrogate_pairs_are_replaced() -> None:
    """A paste may hold them; UTF-8 cannot."""
    assert _through_json(Mentee("a\ud800b", ("\udc00", "\ud83d\ude00"))) == Mentee("a\ufffdb", ("\ufffd", "\U0001f600"))


GOOD: dict[str, Any] = encode(Mentorship("i", Mentor("J", "b"), meetings=(Meeting("m"),)))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"more": 1}, "Mentorship: unknown more"),
        ({"id": 1}, "Mentorship.id: str wanted, int found"),
        ({"mentor": None}, "Mentorship.mentor: object wanted"),
        ({"mentor": {"name": "J"}}, "Mentorship.mentor: background missing"),
        ({"mentor": {"name": "J", "background": "b", "relationship": "foe"}}, "mentor.relationship: no Relationship"),
        ({"meetings": {}}, "Mentorship.meetings: list wanted"),
        ({"meetings": [{"date": "3 May"}]}, r"Mentorship.meetings\[1\].date: no date"),
        ({"meetings": [{}, {"minutes": True}]}, r"Mentorship.meetings\[2\].minutes: int wanted, bool found"),
        ({"meetings": [{"time": 5}]}, r"meetings\[1\].time: time wanted, int found"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], place: str) -> None:
    """Decoding names the place of what does not fit."""
    with pytest.raises(UndecodableError, match=place):
        decode(Mentorship, GOOD | change)


def test_a_missing_key_takes_its_default() -> None:
    """A field that was added later is not in older files."""
    assert decode(Mentee, {"name": "G", "goals": ["a"]}) == Mentee("G", ("a",))


def test_what_has_no_place_in_the_store_is_refused() -> None:
    """Neither way."""
    with pytest.raises(TypeError, match="cannot be stored"):
        encode(object())
    with pytest.raises(TypeError, match="cannot be stored"):
        decode(set, [])
