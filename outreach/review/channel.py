"""The limits of each channel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from outreach.domain.draft import Channel, Kind, Level
from outreach.review.context import Context
from outreach.review.data import limits
from outreach.review.rule import Hit

MOST_WORDS = {kind: one.most for kind, one in limits().email.items()}
"""Hard limits of an e-mail by kind, in words of the body."""
GOOD_WORDS = {kind: one.good for kind, one in limits().email.items()}
"""Up to here an e-mail is read to its end."""

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def length(context: Context) -> Iterator[Hit]:
    """L1: the hard limit of the channel, and the length that is read to its end."""
    if context.channel is Channel.LINKEDIN_NOTE:
        yield from _note(context)
    elif context.channel is Channel.MESSAGE:
        yield from _direct_message(context)
    else:
        yield from _email(context)


_SHORT = {
    Kind.FIRST_CONTACT: " Say who you are and why you write.",
    Kind.FOLLOW_UP: " Say again who you are and what you asked.",
    Kind.THANK_YOU: " Say what you take with you.",
    Kind.REPORT: " Say what you did, and what it led to.",
    Kind.CHECK_IN: " Say how you are getting on.",
}


def _email(context: Context) -> Iterator[Hit]:
    count, limit = words_of(context.body), limits().email[context.kind]
    if count > limit.most:
        yield Hit(f"{count} words; {limit.most} is the most. Take out what the reader can do without.")
    elif count > limit.good:
        yield Hit(f"{count} words; up to {limit.good} are read to the end.", level=Level.WARN)
    elif count < limit.least:
        yield Hit(
            f"{count} word{'' if count == 1 else 's'}; that is very short.{_SHORT.get(context.kind, '')}",
            level=Level.WARN,
        )


def _note(context: Context) -> Iterator[Hit]:
    count, table = units(context.body.strip()), "linkedin-note"
    most = limits().whole(table, "most_premium" if context.premium else "most")
    if count > most:
        yield Hit(f"{count} characters; LinkedIn takes {most} in a note.")
    elif count < limits().whole(table, "least"):
        yield Hit(f"{count} characters; that is very short. Say why you write.", level=Level.WARN)


def _direct_message(context: Context) -> Iterator[Hit]:
    body, subject_line = units(context.body.strip()), units(context.subject.strip())
    most, most_subject = limits().whole("message", "most"), limits().whole("message", "most_subject")
    if subject_line > most_subject:
        yield Hit(f"{subject_line} characters; a subject may have {most_subject}.", where="subject")
    if body > most:
        yield Hit(f"{body} characters; a message may have {most}.")
    elif body > limits().whole("message", "good"):
        good = limits().whole("message", "good")
        yield Hit(f"{body} characters; messages of up to {good} are answered more.", level=Level.WARN)


def most_units(channel: Channel, *, premium: bool = False) -> int | None:
    """The most ``units`` that a body may have in ``channel``; ``None`` where it is words that count."""
    if channel is Channel.LINKEDIN_NOTE:
        return limits().whole("linkedin-note", "most_premium" if premium else "most")
    return limits().whole("message", "most") if channel is Channel.MESSAGE else None


def words_of(text: str) -> int:
    """Words of ``text``, as a word processor counts them."""
    return len(text.split())


def units(text: str) -> int:
    """Length of ``text`` as LinkedIn counts it, in UTF-16 code units: an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def subject(context: Context) -> Iterator[Hit]:
    """S1: an e-mail has a subject, of a few words."""
    line = re.sub(r"^(?:(?:re|fwd?|aw|sv|antw)\s*:\s*)+", "", context.subject.strip(), flags=re.IGNORECASE)
    count, table = words_of(line), "subject"
    if not count:
        yield Hit("An e-mail needs a subject.", where="subject")
    elif count < limits().whole(table, "least") or count > limits().whole(table, "good"):
        word = "word" if count == 1 else "words"
        advice = f"{count} {word} in the subject; two to six say best what it is about."
        yield Hit(advice, 0, len(context.subject), "subject", level=Level.WARN)


def send_day(context: Context) -> Iterator[Hit]:
    """R27: a day on which messages are answered."""
    if context.today and context.today.weekday() in limits().quiet_days:
        day = _DAYS[context.today.weekday()]
        yield Hit(
            f"Today is {day}; messages sent on Friday or Saturday are answered least. Sunday or Monday is better."
        )
