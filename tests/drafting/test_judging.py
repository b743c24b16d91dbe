"""Candidates that are kept, and candidates that are turned down with a reason."""

from __future__ import annotations

import pytest

from outreach.drafting.judging import HOOK_WORDS, QUESTION_WORDS, TAKEAWAY_WORDS, Task, early_fault, fault

HOOK = Task(
    "hook",
    "hook.prompt.j2",
    {},
    "mentor.background:1",
    "you cut the admission form from 94 questions to 31 by asking night nurses",
    frame=HOOK_WORDS,
)
NEVER = Task(
    "hook",
    "hook.prompt.j2",
    {},
    "mentor.background:2",
    "you never switched off an alert without telling the ward in Leeds",
    frame=HOOK_WORDS,
)
ECHO = Task(
    "echo",
    "takeaway.prompt.j2",
    {},
    "meeting.notes:1",
    "dont quote on the day, sleep on it, 2 days at least",
    frame=TAKEAWAY_WORDS,
    least_share=0.7,
    exact=False,
)
QUESTION = Task(
    "questions",
    "question.prompt.j2",
    {},
    "mentor.background:3",
    "you moved 40 staff when the office in Essen closed",
    allowed=("telling people about change",),
    frame=QUESTION_WORDS,
    most_words=25,
    least_share=0.25,
    question=True,
    exact=False,
)

GOOD = [
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses."),
    (
        HOOK,
        "You cut the admission form from 94 questions to 31 by asking night nurses, and that is what made me write.",
    ),
    (
        HOOK,
        "That you cut the admission form from 94 questions to 31 by asking night nurses is the reason I'm writing.",
    ),
    (NEVER, "I'm writing because you never switched off an alert without telling the ward in Leeds."),
    (NEVER, "You never switched off an alert without telling the ward in Leeds, and that is why I turn to you."),
    (ECHO, "Your advice not to quote on the day but to sleep on it, 2 days at least, has stayed with me."),
    (ECHO, "What I take with me is your advice not to quote on the day and to sleep on it for 2 days at least."),
    (QUESTION, "Which of the 40 staff did you tell first when the office in Essen closed?"),
    (QUESTION, "How did you tell the 40 staff that the office in Essen closed?"),
]
BAD = [
    # form
    (HOOK, "You cut it."),
    (HOOK, ""),
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses"),
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31. You asked night nurses."),
    (HOOK, "Did you cut the admission form from 94 questions to 31 by asking night nurses?"),
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses!"),
    (HOOK, "I'm writing because you cut the [admission form] from 94 questions to 31 by asking night nurses."),
    (HOOK, "Fact -> you cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because you cut the “admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because you cut the admission form (from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because you cut " + "the admission form and " * 12 + "asked night nurses."),
    # invention
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses in Vienna."),
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses in 2019."),
    (
        HOOK,
        "I'm writing because you cut the admission form from 94 questions to 31 by asking doctors and night nurses.",
    ),
    (HOOK, "I'm writing because you bravely cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because your team cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because you cut the admission form from 94 questions to 13 by asking night nurses."),
    (HOOK, "I'm impressed that you cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "You inspired me: you cut the admission form from 94 questions to 31 by asking night nurses."),
    # mixed up
    (HOOK, "I'm writing because you cut the admission form from 31 questions to 94 by asking night nurses."),
    (HOOK, "I'm writing because night nurses cut the admission form from 94 questions to 31 by asking you."),
    (HOOK, "I'm writing because you cut the night nurses from 94 questions to 31 by asking the admission form."),
    # lost
    (HOOK, "I'm writing because you cut the admission form by asking night nurses."),
    (HOOK, "I'm writing because of what you did about the form."),
    (HOOK, "I'm writing because you cut 94 questions to 31."),
    # who is who
    (HOOK, "I cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "My cousin says you cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "I'm writing because she cut the admission form from 94 questions to 31 by asking night nurses."),
    (HOOK, "The admission form was cut from 94 questions to 31 by asking night nurses."),
    (HOOK, "They cut the admission form from 94 questions to 31 by asking night nurses, and you did too."),
    # said twice
    (
        HOOK,
        (
            "I'm writing because you cut the admission form from 94 questions to 31 by asking night nurses, "
            "and that is why I turn to you."
        ),
    ),
    # a "not" lost or added
    (NEVER, "I'm writing because you switched off an alert without telling the ward in Leeds."),
    (NEVER, "I'm writing because you never switched off an alert telling the ward in Leeds."),
    (HOOK, "I'm writing because you never cut the admission form from 94 questions to 31 by asking night nurses."),
    (ECHO, "Your advice to quote on the day and to sleep on it, 2 days at least, has stayed with me."),
    # echo
    (ECHO, "Your advice not to quote on the day but to sleep on it, 3 days at least, has stayed with me."),
    (ECHO, "Your advice not to quote on the day has stayed with me."),
    (ECHO, "Your advice not to quote Anna on the day but to sleep on it, 2 days at least, has stayed with me."),
    (ECHO, "Your advice to quote on the day but not to sleep on it, 2 days at least, has stayed with me."),
    (ECHO, "I wrote down not to quote on the day but to sleep on it, 2 days at least."),
    (ECHO, "I took your advice not to quote on the day but to sleep on it, 2 days at least."),
    (ECHO, "You advised me that I should not quote on the day but sleep on it, 2 days at least."),
    (ECHO, "What I take with me is your advice not to quote on the day, 2 days at least, but I'm asleep on it."),
    (ECHO, "Your advice not to quote on the day but to sleep on it, 2 days at least, has been noted."),
    # question
    (QUESTION, "You moved 40 staff when the office in Essen closed."),
    (QUESTION, "How do you feel about telling people about change?"),
    (QUESTION, "How did you move 50 staff when the office in Essen closed?"),
    (QUESTION, "How did she move 40 staff when the office in Essen closed?"),
    (QUESTION, "How did you move 40 staff when the office in Berlin closed?"),
    (QUESTION, "How did your brother move 40 staff when the office in Essen closed?"),
]


@pytest.mark.parametrize(("task", "text"), GOOD, ids=[row[1][:70] for row in GOOD])
def test_a_true_candidate_is_kept(task: Task, text: str) -> None:
    """Fact and frame, and nothing else."""
    assert fault(text, task) == ""


@pytest.mark.parametrize(("task", "text"), BAD, ids=[row[1][:90] for row in BAD])
def test_a_faulty_candidate_is_turned_down_with_a_reason(task: Task, text: str) -> None:
    """What is invented, lost, mixed up or ill-formed."""
    assert fault(text, task)


@pytest.mark.parametrize(
    ("beginning", "fault_found"),
    [("You spent eleven", False), ("You spent eleven years in", False), ("You spent twelve years in", True)],
)
def test_a_number_is_judged_with_what_it_counts(beginning: str, fault_found: bool) -> None:
    """While it streams, a number alone says nothing yet."""
    task = Task("hook", "hook.prompt.j2", {}, "mentor.background:1", "you spent eleven years in care", frame=HOOK_WORDS)
    assert bool(early_fault(beginning, task)) == fault_found
