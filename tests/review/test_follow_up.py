"""The follow-up after silence."""

from __future__ import annotations

import pytest

from outreach.briefing.brief import make_brief
from outreach.domain.draft import Kind
from outreach.review import follow_up
from outreach.review.context import Context
from tests.review.drafts import TODAY, WARD

ASK = "Would you have 20 minutes to tell me how a clerk finds the first data project?"
WHO = "I keep the discharge forms at Leith Infirmary and wrote to you after your PyData talk."

REPROACHES = [
    "I haven't heard back from you.",
    "You did not answer my first email.",
    "I am still waiting for your reply.",
    "I am disappointed that my letter got no answer.",
    "I am disappointed that you have not found a minute for me.",
    "As I already wrote to you, I am a clerk.",
    "Three weeks have passed without a word from you.",
    "I never got a reply to my first letter.",
    "I expected to hear from you by now.",
    "I noticed you read my message but did not respond.",
    "My last message went unanswered.",
    "You could at least have sent a short no.",
    "This is my third email to you.",
]
NO_REPROACHES = [
    "If I don't hear from you, I won't write again.",
    "No answer is fine too.",
    "An answer by email would help just as much.",
    "In my first mail I forgot to say that I have the data.",
    "You did not get the whole picture from my first mail: I also teach.",
    "I was disappointed by my first form, and tried yours.",
    "I haven't heard that talk yet.",
    "If you have no time to answer, that's fine.",
    "As I wrote in my first mail, I keep forms.",
    "Should you have replied already, please ignore this.",
]


@pytest.mark.parametrize("sentence", REPROACHES)
def test_a_reproach_is_found(sentence: str) -> None:
    """Whatever is made of the silence."""
    assert list(follow_up.no_guilt(Context("", f"{WHO} {sentence} {ASK}", Kind.FOLLOW_UP)))


@pytest.mark.parametrize("sentence", NO_REPROACHES)
def test_a_way_out_is_no_reproach(sentence: str) -> None:
    """Nor is what was left out, or what the writer has not done."""
    assert not list(follow_up.no_guilt(Context("", f"{WHO} {sentence} {ASK}", Kind.FOLLOW_UP)))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (f"{WHO} Since then I have timed ten discharges.", ""),
        (f"{WHO} One thing I left out: I can offer feedback from a busy ward.", ""),
        (WHO, "new"),
        ("I am just checking in on my last email.", "who"),
        ("This is a short reminder of the email below.", "who"),
        ("", "who"),
    ],
)
def test_a_follow_up_says_again_who_writes_and_adds_something(text: str, finding: str) -> None:
    """One line each."""
    brief = make_brief(WARD, Kind.FOLLOW_UP, TODAY)
    body = f"Dear Dr Zielińska,\n\n{text}\n\n{ASK} A line by email is just as good.\n\nThank you,\nTomi"
    hits = list(follow_up.says_again(Context.of_brief("Re: Forms", body, brief)))
    assert [word for hit in hits for word in ("who", "new") if word in hit.message] == ([finding] if finding else [])
