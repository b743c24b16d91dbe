"""Greeting, signature, placeholders, and what is left of a prompt."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Channel, Kind
from outreach.domain.people import Mentor
from outreach.review import form
from outreach.review.context import Context
from outreach.review.rule import Hit
from tests.review.letters import CASE, TODAY, brief

NAME = "Dr Nic Dhonnchadha"


def names(body: str, channel: Channel = Channel.EMAIL, kind: Kind = Kind.FIRST_CONTACT) -> list[Hit]:
    """What R16 finds."""
    return list(form.names_right(Context.of_brief("", body, brief(kind, channel))))


@pytest.mark.parametrize(
    "head",
    [
        "Dear Dr Nic Dhonnchadha,",
        "Dr Nic Dhonnchadha,",
        "Dear Dr. Nic Dhonnchadha:",
        "Good morning Dr Nic Dhonnchadha –",
        "Hello again, Dr Nic Dhonnchadha!",
        "A Dr Nic Dhonnchadha, a chara,",
        "Dia duit, Dr Nic Dhonnchadha",
        "Dear Dr Síle Nic Dhonnchadha,",
        "Dr Nic Dhonnchadha, thank you for your time.",
    ],
)
def test_any_greeting_with_the_right_name_will_do(head: str) -> None:
    """With any greeting word or none, with any mark behind it."""
    assert names(f"{head}\n\nI build frames.\n\nThank you,\nJürgen\n") == []


@pytest.mark.parametrize(
    ("head", "fixed"),
    [
        ("Dear Ms Nic Dhonnchadha,", "Dear Dr Nic Dhonnchadha,"),
        ("Dear Síle,", "Dear Dr Nic Dhonnchadha,"),
        ("Dear Dr Nic Donnacha,", "Dear Dr Nic Dhonnchadha,"),
        ("Dear Dr Dhonnchadha,", "Dear Dr Nic Dhonnchadha,"),
        ("Hello,", "Hello Dr Nic Dhonnchadha,"),
        ("Dear Sir or Madam,", "Dear Dr Nic Dhonnchadha,"),
    ],
)
def test_a_wrong_greeting_is_mended(head: str, fixed: str) -> None:
    """The fix puts the right name where the wrong one stands."""
    body = f"{head}\n\nI build frames.\n\nThank you,\nJürgen\n"
    [hit] = names(body)
    assert hit.fix is not None
    assert hit.start is not None
    assert (body[: hit.start] + hit.fix + body[hit.end :]).startswith(f"{fixed}\n")


def test_a_text_without_a_greeting_is_found() -> None:
    """The first sentence is no greeting."""
    assert names("I build frames for bells, and I like it.\n\nThank you,\nJürgen\n")


@pytest.mark.parametrize(
    "end",
    [
        "Thank you,\nJürgen",
        "Thanks, Jürgen",
        "Kind regards\n– Jürgen",
        "Best wishes,\nJürgen van den Berg",
        "Best wishes,\nJürgen\nBell-frame carpenter, Hartog Timber\njurgen@hartog.example",
        "Thank you,\nJürgen\n\nP.S. The frame is oak.",
        "With thanks and good wishes – Jürgen",
        "Yours,\nJurgen",
        "Cheers\nJürgen :)",
    ],
)
def test_a_signature_is_known_in_many_forms(end: str) -> None:
    """First name or whole name, with a dash, in the line of thanks, with a role or a postscript below."""
    assert names(f"Dear {NAME},\n\nI build frames.\n\n{end}\n") == []


@pytest.mark.parametrize(
    ("end", "fixed"),
    [
        ("Thank you,", "Thank you,\nJürgen"),
        ("I look forward to your answer.", "I look forward to your answer.\n\nJürgen"),
        ("Thank you,\nTomasz", "Thank you,\nJürgen"),
        ("Kind regards,\nSíle Nic Dhonnchadha", "Kind regards,\nJürgen"),
    ],
)
def test_a_missing_signature_is_put_in(end: str, fixed: str) -> None:
    """Behind the last line, or in the place of another's name."""
    body = f"Dear {NAME},\n\nI build frames.\n\n{end}"
    [hit] = names(body)
    assert hit.fix is not None
    assert hit.start is not None
    assert (body[: hit.start] + hit.fix + body[hit.end :]).endswith(fixed)


def test_a_line_below_the_name_needs_a_fact() -> None:
    """A role that nobody has told of."""
    assert names(f"Dear {NAME},\n\nI build frames.\n\nThank you,\nJürgen\nRegional sales director, northern branch\n")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (f"Dear {NAME}, I build frames. May I have 20 minutes? Thanks, Jürgen", True),
        (f"{NAME}, I build frames. May I have 20 minutes? – Jürgen", True),
        (f"{NAME}, I build frames. May I have 20 minutes?", True),
        ("Síle, I build frames. May I have 20 minutes?", False),
        (f"{NAME}, I build frames. May I have 20 minutes? – Tomasz", False),
    ],
)
def test_a_note_is_one_paragraph_and_may_go_unsigned(text: str, right: bool) -> None:
    """The greeting stands at its head; a wrong name at its end is wrong."""
    assert (names(text, Channel.LINKEDIN_NOTE) == []) is right


def test_a_message_is_signed() -> None:
    """Unlike a note."""
    assert names(f"{NAME}, I build frames. May I have 20 minutes?", Channel.MESSAGE)


def test_an_agenda_has_its_header_before_or_behind_the_greeting() -> None:
    """Both are known."""
    header, greeting, rest = "# Call, 30 min", f"Dear {NAME},", "- Frames\n\nThank you,\nJürgen\n"
    for body in (f"{header}\n\n{greeting}\n\n{rest}", f"{greeting}\n\n{header}\n\n{rest}"):
        assert names(body, kind=Kind.AGENDA) == []


@pytest.mark.parametrize(
    ("head", "right"),
    [
        ("Hi Bríd,", True),
        ("Bríd – good morning!", True),
        ("Dear Bríd Ní Chonaill,", True),
        ("Hi Bríd! I build frames.", True),
        ("Dear Dr Bríd,", False),
        ("Dear Bríd Murphy,", False),
        ("Dear Brigid,", False),
        ("Dear Ms Ní Chonaill,", False),
    ],
)
def test_without_a_title_the_first_name_greets(head: str, right: bool) -> None:
    """The whole name will do; a title that nobody gave will not."""
    case = dataclasses.replace(CASE, mentor=Mentor("Bríd Ní Chonaill", "Thatcher in Wexford."))
    context = Context.of_brief("", f"{head}\n\nMore.\n\nThanks,\nJürgen\n", make_brief(case, Kind.FIRST_CONTACT, TODAY))
    assert (list(form.names_right(context)) == []) is right


def _found(check: Iterator[Hit], body: str) -> list[str]:
    return [body[hit.start : hit.end] for hit in check]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("I read your piece [topic].", False),
        ("I work at {{company}}.", False),
        ("I work at <company>.", False),
        ("Best,\nYour Name", False),
        ("The date is TBD.", False),
        ("I work at (company name).", False),
        ("MENTOR_NAME is kind.", False),
        ("I saw it [1] and “so [sic] it goes […]”.", True),
        ("The [slides](https://loughfield.example/bronze) are open.", True),
        ("I <3 bells, 3 < 5, and :-] to you.", True),
        ("What does [sic] mean in your report?", True),
        ("My name is short.", True),
    ],
)
def test_what_is_to_be_filled_in_is_found(text: str, clean: bool) -> None:
    """Links, footnotes, smileys and the mentee's own brackets are none."""
    context = Context.of_brief("", text, brief(Kind.AGENDA))
    assert (_found(form.placeholders(context), text) == []) is clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Here is the email:\n\nDear Dr,", False),
        ("Certainly! Here's a shorter version.\n\nDear Dr,", False),
        ("As an AI language model, I cannot know.", False),
        ("Let me know if you'd like any changes.", False),
        ("Feel free to adjust the tone.", False),
        ("<|im_end|>", False),
        ("Subject: Bells\n\nDear Dr,", False),
        ("Here is the draft plan you asked for, on one page.", True),
        ("Of course, I know that you are busy.", True),
        ("As an AI engineer I build frames, too.", True),
        ("Let me know if you'd like me to send the drawings.", True),
        ("Note: I am away in March.", True),
        ("I hope this letter reaches you.", True),
    ],
)
def test_what_is_left_of_a_prompt_is_found(text: str, clean: bool) -> None:
    """Preambles, labels and offers of a model; people say some of it too."""
    context = Context.of_brief("", text, brief())
    assert (_found(form.leftovers(context), text) == []) is clean
