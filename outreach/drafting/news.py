"""What is new since the last message, in words to the mentor."""

from __future__ import annotations

from outreach.domain.contact import Contact, Deed
from outreach.domain.people import Mentor
from outreach.drafting.deeds import DeedTold, told_deed
from outreach.wording import words as w
from outreach.wording.clean import one_line
from outreach.wording.sentences import sentence_spans


def told_news(news: str, mentor: Mentor) -> str:
    """What the mentee wants to add: a sentence stays as typed, a jotted line gets what it certainly lacks."""
    text = one_line(news)
    parts = [text[start:end].strip() for start, end in sentence_spans(text, jotted=True)]
    return " ".join(told.sentence for part in parts if (told := told_deed(Deed(part), mentor)).sentence)


def deeds_told(contact: Contact, mentor: Mentor, most: int) -> list[tuple[int, DeedTold]]:
    """What the mentee did, told, with its number from 1: ``most`` of them, oldest first.

    Where there are more, those that led to something come before others, then those whose verb is certain, the latest
    first.
    """
    told = [(number, told_deed(deed, mentor)) for number, deed in enumerate(contact.deeds, 1)]
    worth_saying = [(number, one) for number, one in told if one.sentence]
    best = sorted(worth_saying, key=lambda pair: (not pair[1].has_result, not pair[1].clause, -pair[0]))[:most]
    return sorted(best, key=lambda pair: pair[0])


def in_the_meantime(one: DeedTold) -> str:
    """A deed as news: ``In the meantime, I passed the exam.``; as it stands where it has no verb."""
    return w.as_sentence(f"in the meantime, {one.clause}") if one.clause.startswith("I ") else one.sentence
