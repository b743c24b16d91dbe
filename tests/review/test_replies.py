"""The day and the time of a meeting, on either clock, and what is told of the mentor's answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from outreach.briefing.brief import make_brief
from outreach.briefing.contact import contact_facts
from outreach.domain.case import Case, Meeting
from outreach.domain.contact import Contact, Deed, Purpose
from outreach.domain.draft import Kind, Level
from outreach.domain.facts import Standing
from outreach.domain.people import Mentee, Mentor
from outreach.review.check import review

TODAY = dt.date(2027, 3, 8)
FAR = Case(
    Mentee("Ines Prado", ("run a bakery by 2030",), timezone="Europe/London"),
    Mentor("Aroha Ngata", "Aroha Ngata bakes in Auckland.", timezone="Pacific/Auckland"),
    contact=Contact(answered=dt.date(2027, 3, 5), purpose=Purpose.CONFIRM),
)


def _findings(there: str, day: dt.date, time: dt.time, text: str) -> list[str]:
    """What G7 and R18 fail in a confirmation of a meeting at ``time`` in London."""
    case = replace(FAR, mentor=replace(FAR.mentor, timezone=there), meeting=Meeting(date=day, time=time, minutes=30))
    body = f"Hello Aroha,\n\n{text}\n\nBest wishes,\nInes"
    found = review("Our call", body, make_brief(case, Kind.REPLY, TODAY)).findings
    return [one.rule for one in found if one.level is Level.FAIL]


@pytest.mark.parametrize(
    ("there", "day", "time", "text", "right"),
    [
        # The clocks of New York are ahead of London's by four hours for two weeks in March.
        ("America/New_York", dt.date(2027, 3, 17), dt.time(16), "See you on 17 March at 12:00 your time.", True),
        ("America/New_York", dt.date(2027, 3, 17), dt.time(16), "See you on 17 March at 11:00 your time.", False),
        ("America/New_York", dt.date(2027, 4, 7), dt.time(16), "See you on 7 April at 11:00 your time.", True),
        # The day after the clocks go forward in London.
        ("Europe/Warsaw", dt.date(2027, 3, 29), dt.time(9), "See you on Monday 29 March, 9:00 (10:00 yours).", True),
        # In Auckland it is the next morning.
        (
            "Pacific/Auckland",
            dt.date(2027, 3, 15),
            dt.time(20, 30),
            "See you on Tuesday 16 March at 9:30 am your time (Monday 15 March, 20:30 mine).",
            True,
        ),
        (
            "Pacific/Auckland",
            dt.date(2027, 3, 15),
            dt.time(20, 30),
            "See you on Monday 15 March at 9:30 am your time.",
            False,
        ),
        # Without a second clock there is only one.
        ("", dt.date(2027, 3, 15), dt.time(17), "See you on Monday 15 March at 5 pm.", True),
        ("", dt.date(2027, 3, 15), dt.time(17), "See you on Monday 15 March at 6 pm.", False),
    ],
)
def test_a_confirmation_is_right_on_the_clock_it_names(
    there: str, day: dt.date, time: dt.time, text: str, right: bool
) -> None:
    """Each time with the day that it has there."""
    assert (_findings(there, day, time, text) == []) is right


@pytest.mark.parametrize(
    ("answer", "kept_back"),
    [
        ("I'm sorry for the delay, I was in hospital.", 1),
        ("Happy to talk! I was made redundant in May, so any day is fine.", 1),
        ("Thank you! My mother is ill. Tuesday would suit me. I can do 5 pm.", 1),
        ("Between us: the firm is for sale. Tuesday would suit me.", 2),
        ("I am happy to meet on Tuesday. My office is on the third floor!", 0),
    ],
)
def test_what_an_answer_tells_of_its_writer_is_kept_back(answer: str, kept_back: int) -> None:
    """Each sentence for itself; of what is between the two, the whole paragraph."""
    facts = contact_facts(Contact(answer=answer))
    assert sum(fact.standing is Standing.PRIVATE for fact in facts) == kept_back


@pytest.mark.parametrize(
    ("what", "result", "text", "right"),
    [
        ("log every extra request in april", "14 in april", "I logged every extra request in April.", True),
        ("log every extra request", "14 in apr.", "I logged every extra request. 14 in April.", True),
        ("log every extra request", "14 of them", "I logged every extra request in April.", False),
    ],
)
def test_a_deed_was_in_the_month_that_its_own_words_name(what: str, result: str, text: str, right: bool) -> None:
    """Jotted in small letters or cut short; a month that is nobody's word is the day on which it was logged."""
    deed = Deed(what, dt.date(2027, 5, 27), result, promised=dt.date(2027, 3, 11))
    contact = Contact(deeds=(deed,), last_met=dt.date(2027, 3, 11), news="In April it rained.")
    brief = make_brief(replace(FAR, contact=contact), Kind.CHECK_IN, dt.date(2027, 5, 31))
    body = f"Hello Aroha,\n\n{text}\n\nNo answer needed.\n\nBest wishes,\nInes"
    fails = [one.rule for one in review("News", body, brief).findings if one.level is Level.FAIL]
    assert ("R18" not in fails) is right, fails


@pytest.mark.parametrize(
    ("answer", "text", "asked"),
    [
        ("Happy to talk. Send me 2-3 photos of the craquelé before. O.", "See you then.",
         "“Send me 2-3 photos of the craquelé before”; say whether you will."),
        ("Fine. Send me 2-3 photos of the craquelé before.", "How do I keep it from craquelé?", "2-3 photos"),
        ("Fine. Send me 2-3 photos of the craquelé before.", "The photos will come on Friday.", ""),
        ("Fine. Send me 2-3 photos of the craquelé before.", "I'll send pictures of the craquelé.", ""),
        ("Please send one page on the slopes beforehand, no slide decks. RS", "I'll send a short agenda beforehand.",
         "one page on the slopes"),
        ("Please send one page on the slopes beforehand, no slide decks. RS", "I'll write the page this week.", ""),
        ("Tues 6 April around 2? Bring the sheet. S", "See you on 6 April at 2 pm.", "“Bring the sheet”"),
        ("Tues 6 April around 2? Bring the sheet. S", "Tuesday at 2 suits me. I'll bring it.", ""),
        ("I'm free here. bring your events table & I bring mine", "I look forward to it.", "bring your events table"),
        ("It would help if you could send me your portfolio.", "Thank you.", "your portfolio"),
        ("Stay safe & take photos.", "Thank you.", "“take photos”"),
        ("11 March is fine, but on video then, I'm babysitting.", "See you on 11 March.", "on video"),
        ("11 March is fine, but on video then, I'm babysitting.", "See you on 11 March, by video call.", ""),
        ("Still good for Tuesday 5pm my time? R", "Thank you.", "“Still good for Tuesday 5pm my time?”; answer it."),
        ("Still good for Tuesday 5pm my time? R", "Tuesday at 17:00 your time suits me.", ""),
        ("Phone so?", "Ten minutes by phone, then.", ""),
        ("Let me know which suits you: Mon 3 or Tue 4.", "Monday at ten suits me.", ""),
        ("Don't forget to bring your laptop.", "See you then.", "your laptop"),
        ("Please find attached my slides. Please call me Ana. Please confirm.", "Thank you.", ""),
        ("> could you send me a note\n\nYes, gladly.", "Thank you.", ""),
        ("What have you read so far?", "See you on Monday.", "read so far"),
        ("What have you read so far?", "So far I have read your two papers.", ""),
        # Courtesies, and what is for somebody else, ask for nothing.
        ("Yes! How are you? Have a good weekend, and take care.", "Thank you.", ""),
        ("No, sorry. Talk to Marek Dudek. Tell him I sent you. Please don't send slides.", "Thank you.", ""),
    ],
)  # fmt: skip
def test_what_the_mentor_asked_is_not_forgotten(answer: str, text: str, asked: str) -> None:
    """A warning quotes it until a sentence takes it up; nobody promises for the mentee."""
    case = replace(FAR, contact=Contact(answer=answer, answered=dt.date(2027, 3, 5), purpose=Purpose.TAKE))
    body = f"Hello Aroha,\n\nThank you for your answer. {text}\n\nBest wishes,\nInes"
    found = [one for one in review("", body, make_brief(case, Kind.REPLY, TODAY)).findings if one.rule == "G8"]
    assert all(one.level is Level.WARN for one in found)
    assert [asked in one.message for one in found] == [True] * bool(asked), found
