"""Facts of what passed between the two before a message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from outreach.briefing import standing
from outreach.briefing.dates import long_date
from outreach.domain.contact import Contact
from outreach.domain.facts import Fact, Standing
from outreach.wording.clean import one_line
from outreach.wording.patterns import regex
from outreach.wording.sentences import Statement, statements


def contact_facts(contact: Contact) -> list[Fact]:
    """One fact a date, a deed, what it led to, the advice that it follows, and each statement of the last answer.

    What the mentor wrote is judged as notes are: what they told of their health is not for a mail, not even to them.
    """
    days: dict[str, list[dt.date | None]] = {
        "contact.sent": [sent.date for sent in contact.sent],
        "contact.answered": [contact.answered],
        "contact.last_met": [contact.last_met],
        "contact.done": [deed.done for deed in contact.deeds],
    }
    texts: dict[str, list[str]] = {
        "contact.deeds": [deed.what for deed in contact.deeds],
        "contact.results": [deed.result for deed in contact.deeds],
        "contact.advice": [deed.advice for deed in contact.deeds],
        "contact.reason": [contact.reason],
        "contact.news": [contact.news],
    }
    found = [fact for path, dates in days.items() for fact in _dated(path, dates)]
    found += [
        _fact(path, n, text) for path, listed in texts.items() for n, text in enumerate(listed, 1) if text.strip()
    ]
    return found + _answer(contact.answer)


def _dated(path: str, days: Iterable[dt.date | None]) -> list[Fact]:
    return [_fact(path, n, long_date(day)) for n, day in enumerate(days, 1) if day]


def _fact(path: str, number: int, text: str) -> Fact:
    return Fact(f"{path}:{number}", one_line(text), 0, len(text), line=text.strip())


# In their mail "I" is the mentor: what a note would say of her or him.
_SPOKEN_OF = (
    (regex(r"\bI(?:['’]m| am)\b"), "she is"),
    (regex(r"\bI(?:['’]ve| have)\b"), "she has"),
    (regex(r"\bI\b"), "she"),
    (regex(r"\b[Mm]y\b"), "her"),
)


def _standing(statement: Statement) -> standing.Verdict:
    """As of a note; in a mail, where a paragraph is a line, each sentence for itself where it is of somebody's life."""
    verdict, why = standing.of_note(statement.line)
    if verdict is Standing.PRIVATE and why != standing.OF_OTHERS:
        return verdict, why
    text = statement.text
    for pattern, other in _SPOKEN_OF:
        text = pattern.sub(other, text)
    return standing.of_note(text)


def _answer(text: str) -> list[Fact]:
    found = []
    for number, statement in enumerate(statements(text, wrapped=True), 1):
        verdict, why = _standing(statement)
        # "!" is the mentee's mark for a private note; in a mail it is an exclamation.
        usable = verdict is Standing.PRIVATE and statement.line.lstrip().startswith("!")
        found.append(
            Fact(
                f"contact.answer:{number}",
                statement.text,
                statement.start,
                statement.end,
                Standing.USABLE if usable else verdict,
                "" if usable else why,
                statement.line,
            )
        )
    return found
