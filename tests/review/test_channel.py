"""The limits of each channel."""

from __future__ import annotations

import datetime as dt

import pytest

from outreach.domain.draft import Channel, Kind, Level
from outreach.review import channel
from outreach.review.context import Context
from outreach.review.data import limits, phrases


def level(context: Context) -> Level | None:
    """How much the length weighs; ``None`` where it is right."""
    return next((hit.level or Level.FAIL for hit in channel.length(context)), None)


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        (Kind.FIRST_CONTACT, 20, Level.WARN),
        (Kind.FIRST_CONTACT, 90, None),
        (Kind.FIRST_CONTACT, 140, Level.WARN),
        (Kind.FIRST_CONTACT, 151, Level.FAIL),
        (Kind.FOLLOW_UP, 60, None),
        (Kind.FOLLOW_UP, 101, Level.FAIL),
        (Kind.THANK_YOU, 100, None),
        (Kind.THANK_YOU, 151, Level.FAIL),
        (Kind.AGENDA, 240, None),
        (Kind.AGENDA, 301, Level.FAIL),
    ],
)
def test_an_email_has_a_limit_by_its_kind(kind: Kind, words: int, expected: Level | None) -> None:
    """Over it fails; short or longish only warns."""
    assert level(Context("Forms", "word " * words, kind)) == expected


@pytest.mark.parametrize(
    ("body", "premium", "expected"),
    [
        ("x" * 200, False, None),
        ("x" * 201, False, Level.FAIL),
        ("x" * 300, True, None),
        ("x" * 301, True, Level.FAIL),
        ("x" * 50, False, Level.WARN),
        ("x" * 199 + "👍", False, Level.FAIL),
        ("ń" * 200, False, None),
    ],
)
def test_a_note_is_counted_as_linkedin_counts(body: str, premium: bool, expected: Level | None) -> None:
    """In UTF-16 code units: an emoji is two."""
    context = Context("", body, Kind.FIRST_CONTACT, Channel.LINKEDIN_NOTE, premium=premium)
    assert level(context) == expected


@pytest.mark.parametrize(
    ("length", "expected"), [(400, None), (900, Level.WARN), (1900, Level.WARN), (1901, Level.FAIL)]
)
def test_a_direct_message_may_have_1900_characters(length: int, expected: Level | None) -> None:
    """And is answered more when it is short."""
    assert level(Context("", "x" * length, Kind.FIRST_CONTACT, Channel.MESSAGE)) == expected


def test_the_subject_of_a_message_has_a_limit_of_its_own() -> None:
    """Two hundred characters."""
    (hit,) = channel.length(Context("x" * 201, "x" * 100, Kind.FIRST_CONTACT, Channel.MESSAGE))
    assert (hit.where, hit.level) == ("subject", None)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("", Level.FAIL),
        ("   ", Level.FAIL),
        ("Re: ", Level.FAIL),
        ("Hello", Level.WARN),
        ("A question about your forms", None),
        ("Re: A question about how you cut your forms", None),
        ("A short question about how I should word my very first form", Level.WARN),
    ],
)
def test_an_email_has_a_subject_of_a_few_words(subject: str, expected: Level | None) -> None:
    """None at all fails."""
    hits = list(channel.subject(Context(subject, "", Kind.FIRST_CONTACT)))
    assert [hit.level or Level.FAIL for hit in hits] == ([expected] if expected else [])


@pytest.mark.parametrize(("day", "quiet"), [(22, False), (26, False), (27, True), (28, True)])
def test_friday_and_saturday_are_quiet_days(day: int, quiet: bool) -> None:
    """22 November 2026 is a Sunday."""
    context = Context("", "", Kind.FIRST_CONTACT, today=dt.date(2026, 11, day))
    assert bool(list(channel.send_day(context))) is quiet


def test_numbers_and_phrases_say_when_they_were_checked_and_where_they_come_from() -> None:
    """A list without a source is an opinion."""
    assert limits().checked == phrases().checked == dt.date(2026, 11, 22)
    assert all(table["source"] for table in limits().table.values())
    assert set(limits().email) == set(Kind)


def test_every_phrase_of_the_lists_can_be_found() -> None:
    """Each, written with its first choices, is caught by its own list."""
    for name, listed in phrases().lists.items():
        for phrase in listed.phrases:
            words = [word.split("/")[0] for word in phrase.written.split() if not word.startswith("[")]
            text = " ".join(words).replace("_", " ").replace("…", "a b").replace(" '", "'").replace("*", "")
            assert any(listed.find(f"{text}.")), (name, phrase.written, text)
