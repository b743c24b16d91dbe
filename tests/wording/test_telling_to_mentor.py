"""What the mentee wrote about the mentor, told to them."""

from __future__ import annotations

import pytest

from outreach.domain.people import Mentor
from outreach.wording.telling import tell_to_mentor

ANA = Mentor("Ana Lopez", "x", title="Dr")

TOLD = [
    ("how she got her first grant", "how you got your first grant"),
    ("how he built a shop without his father's money", "how you built a shop without your father's money"),
    ("how they moved their team to weekly plans", "how you moved your team to weekly plans"),
    ("how to tell people what they want to hear", "how to tell people what they want to hear"),
    ("her move from nursing to design", "your move from nursing to design"),
    ("why Ana left banking", "why you left banking"),
    ("which of her books to read first", "which of your books to read first"),
    ("how Dr Lopez's lab picks its projects", "how your lab picks its projects"),
    ("speaking up when she isn't in the room", "speaking up when you aren't in the room"),
    ("the talk she gave in Ljubljana", "the talk you gave in Ljubljana"),
    ("how she led crews with more years than her", "how you led crews with more years than you"),
    ("In October Dr Lopez asked who could help her", "In October you asked who could help you"),
    ("how she says no", "how you say no"),
    ("what she asks first and what she never asks", "what you ask first and what you never ask"),
    ("how to ask my boss for time", "how to ask my boss for time"),
    ("I heard her speak at PyData Lisbon", "I heard you speak at PyData Lisbon"),
    ("I told her about our kiln", "I told you about our kiln"),
    ("I asked her how she began", "I asked you how you began"),
    ("I wrote to her last year", "I wrote to you last year"),
    ("I emailed her last spring", "I emailed you last spring"),
    ("in her last year at sea", "in your last year at sea"),
    ("she called me back, I called her back", "you called me back, I called you back"),
    ("her back garden", "your back garden"),
    ("her past work on tides", "your past work on tides"),
    ("spoke to them at the job fair", "spoke to you at the job fair"),
    ("spoke with her at the break, she gave me her card", "spoke with you at the break and you gave me your card"),
    ("how, when she left QA, she found a desk", "how, when you left QA, you found a desk"),
    ('her interview, the one with "she was poor"', 'your interview, the one with "she was poor"'),
    ("I sat beside him, a friend of his", "I sat beside you, a friend of yours"),
    # somebody else is the subject before: a clause about "me" goes on with them
    (
        "Stavroula worked with her in Kavala, she sent me the newspaper page",
        "Stavroula worked with you in Kavala, and she sent me the newspaper page",
    ),
    (
        "my colleague Petra saw her talk and she told me about it",
        "my colleague Petra saw your talk, and she told me about it",
    ),
    ("Ana trained my colleague and she sent me the page", "you trained my colleague and you sent me the page"),
    # "they" after people or a group is theirs
    (
        "Ask a family beforehand what they think will be decided",
        "Ask a family beforehand what they think will be decided",
    ),
    ("Show two shops their prices", "Show two shops their prices"),
    ("Ask the board when they meet", "Ask the board when they meet"),
    ("Nurses: ask what they need", "Nurses: ask what they need"),
    ("how a trainee gets their first job", "how a trainee gets their first job"),
    ("ask everyone what they want", "ask everyone what they want"),
    # whoever else acts in the clause has the pronoun behind
    ("how a ward nurse gets her first post", "how a ward nurse gets her first post"),
    # a possessive without a thing is the name of a firm
    ("the open day at Ana's in May", "the open day at Ana's in May"),
    ("Ana's stall at the market", "your stall at the market"),
    ("what she lost when i left & why i'd do it", "what you lost when I left and why I'd do it"),
    ("how a nurse can show her manager what she found", "how a nurse can show her manager what she found"),
    ("how she taught a nurse her trade", "how you taught a nurse your trade"),
    ("how a talk with a nurse changed her mind", "how a talk with a nurse changed your mind"),
    ("met them five years ago and saw them again", "met you five years ago and saw you again"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "told"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_a_field_about_the_mentor_is_told_to_the_mentor(text: str, told: str) -> None:
    """The mentor becomes you; the mentee's own I and my stay, and so do quoted words."""
    assert tell_to_mentor(text, ANA) == told
